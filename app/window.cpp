#include "app/window.h"

#include "app/files.h"
#include "app/interrupt.h"
#include "core/recording/recordingfile.h"
#include "ui/fonts.h"
#include "ui/language.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QFileInfo>
#include <QTimer>

#include <cstdio>
#include <mutex>
#include <unistd.h>
#include <utility>
#include <vector>

namespace tenfold {

static bool hasDisplay()
{
    for (const char *name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}) {
        if (!qEnvironmentVariableIsEmpty(name))
            return true;
    }
    return false;
}

/// What Qt says before the window is there, which may be on any thread. It is kept back until it is known
/// which platform is used: what is wrong with those before it is of no interest then.
class KeptBack
{
public:
    void add(const QMessageLogContext &context, const QString &text, const QString &formatted)
    {
        if (text.contains(QLatin1String("XDG_RUNTIME_DIR")))
            return;
        const std::scoped_lock lock(mutex_);
        const bool isOfPlatform = QLatin1String(context.category).startsWith(QLatin1String("qt.qpa.")) ||
                                  text.contains(QLatin1String("wl_display"));
        messages_.push_back({text.section(u'\n', 0, 0), formatted, isOfPlatform});
    }
    QStringList texts() const
    {
        const std::scoped_lock lock(mutex_);
        QStringList result;
        for (const Message &message : messages_)
            result << message.text;
        return result;
    }
    /// A platform is found: what was said of platforms so far is dropped.
    void forgetPlatforms()
    {
        const std::scoped_lock lock(mutex_);
        std::erase_if(messages_, [](const Message &message) { return message.isOfPlatform; });
    }
    /// Says the rest on standard error.
    void release()
    {
        const std::scoped_lock lock(mutex_);
        for (const Message &message : std::exchange(messages_, {}))
            std::fprintf(stderr, "%s\n", message.formatted.toLocal8Bit().constData());
    }

private:
    struct Message
    {
        QString text; // its first line
        QString formatted;
        bool isOfPlatform;
    };
    mutable std::mutex mutex_;
    std::vector<Message> messages_;
};

static KeptBack &keptBack()
{
    static KeptBack messages;
    return messages;
}

/// Qt's message handler until the window is there. Where Qt would abort, the program ends with a sentence.
static void endWithoutWindow(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (type == QtDebugMsg)
        std::fprintf(stderr, "%s\n", qFormatLogMessage(type, context, text).toLocal8Bit().constData());
    else if (type != QtFatalMsg)
        keptBack().add(context, text, qFormatLogMessage(type, context, text));
    if (type != QtFatalMsg)
        return;
    const QStringList warned = keptBack().texts();
    const auto isWarned = [&](const char *words) { return !warned.filter(QLatin1String(words)).isEmpty(); };
    const bool isGeneral = text.startsWith(QLatin1String("This application failed to start"));
    QString reason = isGeneral ? warned.value(0) : text.section(u'\n', 0, 0);
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
    if (!options.recording.isEmpty() && !QFileInfo::exists(options.recording)) {
        complain(QStringLiteral("\"%1\" is neither a file nor a command (list, run, sweep, show, report).")
                     .arg(options.recording));
        return 2;
    }
    const bool isPlaylist = QFileInfo(options.recording).isDir();
    if (isPlaylist && !Playlist::isIn(options.recording)) {
        complain(
            QStringLiteral("\"%1\" is a folder without a recording (*.tenfold).").arg(options.recording));
        return 2;
    }
    OpenedRecording opened;
    if (!options.recording.isEmpty() && !isPlaylist)
        opened = openRecording(options.recording);
    if (!opened.problem.isEmpty()) { // what is none is said where it was typed
        complain(QStringLiteral("%1: %2").arg(options.recording, opened.problem));
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
    keptBack().forgetPlatforms();
    if (QGuiApplication::screens().isEmpty()) // such as of a framebuffer that cannot be opened
        qFatal("there is no screen");
    prepareApplication(options.language);
    catchInterrupts();
    const Settings settings = Settings::load();
    // Before the event loop runs, widgets that exist hear nothing of another font.
    QApplication::setFont(Theme::make(false, settings.factor, uiFont()).font(11));
    MainWindow window(settings);
    // Ctrl+C in the terminal closes the window: runs end first.
    QTimer interrupts;
    QObject::connect(&interrupts, &QTimer::timeout, &window, [&] {
        if (wasInterrupted())
            window.closeAtOnce();
    });
    interrupts.start(200);
    if (opened.recording)
        window.showRecording(*opened.recording, QFileInfo(options.recording).fileName());
    opened.recording.reset(); // the window has what it needs of it
    window.show();
    if (isPlaylist)
        window.openPlaylist(options.recording);
    qInstallMessageHandler(nullptr);
    keptBack().release();
    const int status = QApplication::exec();
    return wasInterrupted() ? 130 : status;
}

} // namespace tenfold
