#include "app/window.h"

#include "app/files.h"
#include "app/interrupt.h"
#include "ui/fonts.h"
#include "ui/language.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QFileInfo>
#include <QTimer>

#include <unistd.h>

namespace tenfold {

static bool hasDisplay()
{
    for (const char *name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}) {
        if (!qEnvironmentVariableIsEmpty(name))
            return true;
    }
    return false;
}

/// Until the window is there: what Qt warns of is kept back, such as a platform that it could not use before
/// one that it can. Where it would abort, the program ends with a sentence.
static void endWithoutWindow(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    static QStringList warnings;
    if (type == QtDebugMsg)
        std::fprintf(stderr, "%s\n", qFormatLogMessage(type, context, text).toLocal8Bit().constData());
    if (type != QtFatalMsg) {
        if (type != QtDebugMsg && !text.contains(QLatin1String("XDG_RUNTIME_DIR")))
            warnings << text.section(u'\n', 0, 0);
        return;
    }
    const auto isWarned = [](const char *words) { return !warnings.filter(QLatin1String(words)).isEmpty(); };
    const bool isGeneral = text.startsWith(QLatin1String("This application failed to start"));
    QString reason = isGeneral ? warnings.value(0) : text.section(u'\n', 0, 0);
    if (isWarned("Could not find the Qt platform plugin \"wayland\""))
        reason = QStringLiteral("Qt's plug-in for Wayland is missing (Debian's package qt6-wayland)");
    else if (isWarned("wl_display"))
        reason = QStringLiteral("no display answers at \"%1\"").arg(qEnvironmentVariable("WAYLAND_DISPLAY"));
    else if (isWarned("could not connect to display"))
        reason = QStringLiteral("no display answers at \"%1\"").arg(qEnvironmentVariable("DISPLAY"));
    complain(
        QStringLiteral("The window cannot be opened: %1; \"tenfold report DIR\" and \"tenfold run\" need no "
                       "display (see \"tenfold --help\").")
            .arg(reason));
    ::_exit(2);
}

int openWindow(int argc, char **argv, const Options &options)
{
    if (!options.recording.isEmpty()) {
        complain(QFileInfo::exists(options.recording)
                     ? QStringLiteral(
                           "%1 is not a recording that this version of Tenfold can open; start it without a "
                           "file, or see \"tenfold --help\".")
                           .arg(options.recording)
                     : QStringLiteral("\"%1\" is neither a file nor a command (list, run, sweep, report).")
                           .arg(options.recording));
        return 2;
    }
    if (!hasDisplay()) {
        complain(QStringLiteral(
            "There is no display for the window; \"tenfold report DIR\" and \"tenfold run\" need "
            "none (see \"tenfold --help\")."));
        return 2;
    }
    qInstallMessageHandler(endWithoutWindow);
    QApplication application(argc, argv);
    if (QGuiApplication::screens().isEmpty()) // such as of a framebuffer that cannot be opened
        qFatal("there is no screen");
    prepareApplication(options.language);
    catchInterrupts();
    const Settings settings = Settings::load();
    // Before the event loop runs, widgets that exist hear nothing of another font.
    QApplication::setFont(Theme::make(false, settings.factor, uiFont()).font(11));
    MainWindow window(settings);
    // Ctrl+C in the terminal closes the window as its button does: runs end first.
    QTimer interrupts;
    QObject::connect(&interrupts, &QTimer::timeout, &window, [&] {
        if (wasInterrupted())
            window.close();
    });
    interrupts.start(200);
    window.show();
    qInstallMessageHandler(nullptr);
    const int status = QApplication::exec();
    return wasInterrupted() ? 130 : status;
}

} // namespace tenfold
