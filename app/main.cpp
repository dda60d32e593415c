#include "app/descriptors.h"
#include "app/files.h"
#include "app/headless.h"
#include "app/interrupt.h"
#include "app/pictures.h"
#include "app/window.h"
#include "ui/language.h"

#include <QApplication>

#include <exception>
#include <new>
#include <unistd.h>

using namespace tenfold;

/// Standard error belongs to the program's own sentences: what Qt says about an offscreen display is no news.
static void dropOffscreenNotices(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (!text.contains(QLatin1String("propagateSizeHints")) &&
        !text.contains(QLatin1String("XDG_RUNTIME_DIR")))
        std::fprintf(stderr, "%s\n", qFormatLogMessage(type, context, text).toLocal8Bit().constData());
    if (type == QtFatalMsg)
        std::abort();
}

/// What ends the program in its own way when nobody catches an exception.
static const std::terminate_handler endAnyhow = std::get_terminate();

/// Where memory runs out at a place that nothing else can be done about (ulimit -v): a sentence.
static void endWithoutMemory()
{
    try {
        if (const std::exception_ptr current = std::current_exception())
            std::rethrow_exception(current);
    } catch (const std::bad_alloc &) {
        std::fputs("tenfold: There is not enough memory.\n", stderr);
        ::_exit(1);
    } catch (...) {
        endAnyhow();
    }
    endAnyhow();
}

/// Carries out a command that needs no display; pictures are painted offscreen, with or without one.
static int headless(int argc, char **argv, const Options &options)
{
    qInstallMessageHandler(dropOffscreenNotices);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // A picture has the size that is asked for, whatever the screen scales.
    qputenv("QT_ENABLE_HIGHDPI_SCALING", "0");
    for (const char *name :
         {"QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI", "QT_USE_PHYSICAL_DPI"})
        qunsetenv(name);
    std::unique_ptr<QCoreApplication> application;
    if (needsPictures(options))
        application = std::make_unique<QApplication>(argc, argv);
    else
        application = std::make_unique<QCoreApplication>(argc, argv);
    prepareApplication(options.language);
    catchInterrupts();
    if (const QString problem = outputProblem(options); !problem.isEmpty()) { // before the work
        complain(problem);
        return 2;
    }
    switch (options.command) {
    case Options::Command::List:
        return listCommand(options);
    case Options::Command::Run:
        return runCommand(options);
    case Options::Command::Sweep:
        return sweepCommand(options);
    case Options::Command::Show:
        return showCommand(options);
    default:
        return reportCommand(options);
    }
}

// What the command line asks for is decided before an application exists: with no display, making one aborts.
int main(int argc, char **argv)
{
    closeGaps();
    std::set_terminate(endWithoutMemory);
    if (const int files = missingDescriptors(); files > 0) {
        complain(QStringLiteral(
                     "The system allows this program too few open files (ulimit -n): it takes up to %1.")
                     .arg(files));
        return 1;
    }
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
        if (!QByteArrayView(argv[i]).isValidUtf8()) { // it would be a file of another name
            complain(
                QStringLiteral("\"%1\" is not UTF-8, as an argument must be; a link of another name leads to "
                               "such a file.")
                    .arg(arguments.last()));
            return 2;
        }
    }
    const Parsed parsed = parseArguments(arguments);
    if (parsed.exitStatus) {
        if (*parsed.exitStatus == 0)
            return writeFile(QStringLiteral("-"), parsed.message.toUtf8() + '\n').isEmpty() ? 0 : 1;
        complain(parsed.message);
        return *parsed.exitStatus;
    }
    if (parsed.options.command != Options::Command::Window)
        return headless(argc, argv, parsed.options);
    return openWindow(argc, argv, parsed.options);
}
