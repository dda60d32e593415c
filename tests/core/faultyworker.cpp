// A worker process whose tasks do what none should, for tst_processpool. Arguments make it fail before it
// says hello.

#include "core/executors/frames.h"
#include "core/executors/protocol.h"
#include "core/executors/workerloop.h"
#include "core/workloads/compute/registry.h"
#include "core/workloads/compute/task.h"

#include <QFile>

#include <csignal>
#include <cstdlib>
#include <string_view>
#include <unistd.h>

using namespace tenfold;

/// Where the frames go: serveTasks() has moved standard output to the next free descriptor.
static int frames = -1;

static void writeRaw(const QByteArray &bytes)
{
    [[maybe_unused]] const auto written =
        ::write(frames, bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

[[noreturn]] static void hang()
{
    for (;;)
        ::pause();
}

static QCborValue echo(const QCborValue &value, const std::stop_token &)
{
    return value;
}
static QCborValue square(const QCborValue &value, const std::stop_token &)
{
    return value.toInteger() * value.toInteger();
}
static QCborValue hangs(const QCborValue &, const std::stop_token &)
{
    hang();
}
static QCborValue exits(const QCborValue &status, const std::stop_token &)
{
    ::_exit(static_cast<int>(status.toInteger()));
}
static QCborValue aborts(const QCborValue &, const std::stop_token &)
{
    std::abort();
}
static QCborValue throws(const QCborValue &text, const std::stop_token &)
{
    throw std::runtime_error(text.toString().toStdString());
}
static QCborValue prints(const QCborValue &text, const std::stop_token &)
{
    std::printf("%s\n", qPrintable(text.toString()));
    std::fflush(stdout);
    return text;
}
/// Makes the file that it is given: it has begun. Then waits to be killed.
static QCborValue beginsAndHangs(const QCborValue &file, const std::stop_token &)
{
    QFile mark(file.toString());
    [[maybe_unused]] const bool made = mark.open(QIODevice::WriteOnly);
    mark.close();
    hang();
}
/// Ends its process the first time that it is tried (the file is not there yet); the next time it answers.
static QCborValue diesOnce(const QCborValue &file, const std::stop_token &)
{
    QFile mark(file.toString());
    if (!mark.exists() && mark.open(QIODevice::WriteOnly)) {
        mark.close();
        ::raise(SIGKILL);
    }
    return file;
}
static QCborValue large(const QCborValue &bytes, const std::stop_token &)
{
    return QByteArray(bytes.toInteger(), 'x');
}
static QCborValue garbage(const QCborValue &, const std::stop_token &)
{
    writeRaw(QByteArray("\x05\x00\x00\x00\xff\xff\xff\xff\xff", 9));
    hang();
}
static QCborValue truncated(const QCborValue &, const std::stop_token &)
{
    writeRaw(toFrame(QCborArray{QString(doneName), QByteArray(1000, 'x')}).left(500));
    ::_exit(0);
}
static QCborValue oversized(const QCborValue &, const std::stop_token &)
{
    writeRaw(QByteArray("\xff\xff\xff\x7f", 4));
    hang();
}
static QCborValue wrongReply(const QCborValue &, const std::stop_token &)
{
    writeRaw(toFrame(QCborArray{QString(doneName), QCborArray{1'000'000, 0, 0, 0, true, 1}}));
    hang();
}
static QCborValue noReply(const QCborValue &, const std::stop_token &)
{
    writeRaw(toFrame(QCborArray{QString("strange"), 5}));
    hang();
}
/// Answers for call 1 of this process again and again, ahead of its own answer.
static QCborValue duplicates(const QCborValue &value, const std::stop_token &)
{
    const qint64 now = steadyNanoseconds();
    for (int i = 0; i < 10; ++i)
        writeRaw(toFrame(
            QCborArray{QString(doneName), QCborArray{1, now, now, now, true, QStringLiteral("stale")}}));
    return value;
}
/// Ends its process once it has answered, as call 1 of it.
static QCborValue answersAndExits(const QCborValue &value, const std::stop_token &)
{
    const qint64 now = steadyNanoseconds();
    writeRaw(toFrame(QCborArray{QString(doneName), QCborArray{1, now, now, now, true, value}}));
    ::_exit(0);
}
/// Dies while its answer of many bytes is under way.
static QCborValue diesAnswering(const QCborValue &, const std::stop_token &)
{
    const qint64 now = steadyNanoseconds();
    const QByteArray frame =
        toFrame(QCborArray{QString(doneName), QCborArray{1, now, now, now, true, QByteArray(1 << 20, 'x')}});
    writeRaw(frame.left(40'000));
    ::raise(SIGKILL);
    return {};
}

int main(int argc, char **argv)
{
    const std::string_view how = argc > 1 ? argv[1] : "";
    if (how == "die")
        return 7;
    if (how == "mute")
        hang();
    const bool isMarked = argc > 2 && QFile::exists(QString::fromLocal8Bit(argv[2]));
    if (how == "die-if" && isMarked)
        return 7;
    if (how == "mute-if" && isMarked)
        hang();
    if (how == "babble") {
        std::puts("this is no frame at all");
        std::fflush(stdout);
        hang();
    }
    frames = ::dup(STDOUT_FILENO); // the same pipe
    registerComputeTasks();
    registerTask("echo", echo);
    registerTask("square", square);
    registerTask("hang", hangs);
    registerTask("exit", exits);
    registerTask("abort", aborts);
    registerTask("throw", throws);
    registerTask("print", prints);
    registerTask("begin-and-hang", beginsAndHangs);
    registerTask("die-once", diesOnce);
    registerTask("large", large);
    registerTask("garbage", garbage);
    registerTask("truncated", truncated);
    registerTask("oversized", oversized);
    registerTask("wrong-reply", wrongReply);
    registerTask("no-reply", noReply);
    registerTask("duplicates", duplicates);
    registerTask("answer-and-exit", answersAndExits);
    registerTask("die-answering", diesAnswering);
    return serveTasks();
}
