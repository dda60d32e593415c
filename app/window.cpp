#include "app/window.h"

#include "app/files.h"
#include "app/interrupt.h"
#include "ui/fonts.h"
#include "ui/language.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QFileInfo>
#include <QTimer>

namespace tenfold {

static bool hasDisplay()
{
    for (const char *name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}) {
        if (!qEnvironmentVariableIsEmpty(name))
            return true;
    }
    return false;
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
    QApplication application(argc, argv);
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
    const int status = QApplication::exec();
    return wasInterrupted() ? 130 : status;
}

} // namespace tenfold
