#include "core/executors/workerloop.h"

#include "core/executors/frames.h"
#include "core/executors/protocol.h"
#include "core/sync/waiting.h"
#include "core/trace/trace.h"
#include "core/workloads/compute/task.h"

#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <map>
#include <mutex>
#include <poll.h>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace tenfold {

using namespace std::chrono_literals;

/// Answers are collected: small ones that follow each other within this time share a frame.
static constexpr qint64 collected = 1'000'000;

static bool writeAll(int descriptor, const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t written =
            ::write(descriptor, bytes.constData() + at, static_cast<std::size_t>(bytes.size() - at));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        at += written;
    }
    return true;
}

namespace {

class WorkerLoop
{
public:
    explicit WorkerLoop(int output) : output_(output) {}
    int run();

private:
    void carryOut(const QCborArray &call, qint64 read);
    // mutex_ is held
    void flush();
    void tellSamples();
    void tellRegularly(const std::stop_token &stop);

    const int output_;
    std::mutex mutex_; // guards output and what follows
    std::condition_variable_any woken_;
    QCborArray answers_;
    qint64 flushed_ = 0;
    std::optional<QCborArray> began_; ///< of the call under way, until it was told
    Trace trace_;                     ///< what the tasks record here
    Lane *const lane_ = trace_.addLane(LaneRole::Process);
    std::size_t told_ = 0; ///< samples of the lane
};

void WorkerLoop::flush()
{
    tellSamples(); // before the results that they led to
    if (answers_.isEmpty())
        return;
    answers_.prepend(QString(doneName));
    try {
        writeAll(output_, toFrame(answers_));
    } catch (const FrameError &error) {
        // Each answer alone, and a complaint for the one that is too long.
        answers_.removeFirst();
        for (const auto &value : std::as_const(answers_)) {
            QCborArray answer = value.toArray();
            try {
                writeAll(output_, toFrame(QCborArray{QString(doneName), answer}));
            } catch (const FrameError &) {
                answer[4] = false;
                answer[5] = QString::fromUtf8(error.what());
                writeAll(output_, toFrame(QCborArray{QString(doneName), answer}));
            }
        }
    }
    answers_ = QCborArray();
    flushed_ = steadyNanoseconds();
}

/// Sends what the tasks have sampled meanwhile, series by series.
void WorkerLoop::tellSamples()
{
    if (lane_->samples().size() == told_)
        return;
    std::map<std::int32_t, QCborArray> bySeries;
    const std::vector<Series> all = trace_.series();
    told_ = lane_->samples().forEach(
        [&](const SampleRecord &sample) {
            QCborArray &series = bySeries[sample.series];
            if (series.isEmpty()) {
                const Series &known = all[static_cast<std::size_t>(sample.series)];
                series = {QString::fromStdString(known.id), static_cast<int>(known.kind)};
            }
            series.append(static_cast<qint64>(trace_.origin() + sample.time));
            series.append(sample.value);
        },
        told_);
    QCborArray message{QString(samplesName)};
    for (const auto &[index, series] : bySeries)
        message.append(series);
    writeAll(output_, toFrame(message));
}

static QCborValue resultOf(const QCborArray &call)
{
    const QString name = call[1].toString();
    const ComputeTask task = findTask(name);
    if (!task)
        throw std::runtime_error("this worker does not know the task " + name.toStdString());
    if (!call[3].toBool())
        return task(call[2], {});
    QCborArray results;
    const QCborArray items = call[2].toArray();
    for (const auto &item : items)
        results.append(task(item, {}));
    return results;
}

void WorkerLoop::carryOut(const QCborArray &call, qint64 read)
{
    const qint64 begin = steadyNanoseconds();
    {
        const std::scoped_lock lock(mutex_);
        began_ = QCborArray{QString(beganName), call[0], read, begin};
    }
    bool ok = true;
    QCborValue value;
    setAttemptNow(static_cast<int>(call[4].toInteger(1)));
    try {
        value = resultOf(call);
    } catch (const std::exception &error) {
        ok = false;
        value = QString::fromUtf8(error.what());
    }
    const qint64 end = steadyNanoseconds();
    const std::scoped_lock lock(mutex_);
    began_.reset();
    answers_.append(QCborArray{call[0], read, begin, end, ok, value});
    if (end - flushed_ > collected)
        flush();
}

/// What a task samples is told every 100 ms. No answer waits for another longer than a look, and that a task
/// computes is known soon, should it kill its process.
void WorkerLoop::tellRegularly(const std::stop_token &stop)
{
    constexpr auto look = 10ms;
    constexpr auto brief = 5ms; // not worth a message of its own
    constexpr int looksPerTelling = 10;
    std::unique_lock lock(mutex_);
    for (int i = 1; !stop.stop_requested(); ++i) {
        woken_.wait_for(lock, stop, look, [] { return false; });
        if (i % looksPerTelling == 0 || !answers_.isEmpty())
            flush();
        if (began_ && std::chrono::nanoseconds(steadyNanoseconds() - (*began_)[3].toInteger()) >= brief)
            writeAll(output_, toFrame(*std::exchange(began_, std::nullopt)));
    }
}

int WorkerLoop::run()
{
    writeAll(output_, toFrame(QCborArray{QString(helloName), protocolVersion}));
    const LaneScope recorded(lane_);
    std::jthread teller;
    try {
        teller = std::jthread([this](const std::stop_token &stop) { tellRegularly(stop); });
    } catch (const std::system_error &) { // then all is told when a message has been answered
    }
    FrameReader reader;
    QByteArray chunk(1 << 16, Qt::Uninitialized);
    PayingSpin spinning(spin);
    ::fcntl(STDIN_FILENO, F_SETFL, O_NONBLOCK);
    for (;;) {
        ssize_t got = 0;
        const auto isRead = [&] {
            got = ::read(STDIN_FILENO, chunk.data(), static_cast<std::size_t>(chunk.size()));
            return got >= 0 || (errno != EAGAIN && errno != EINTR);
        };
        while (!spinning.until(isRead)) {
            pollfd more{STDIN_FILENO, POLLIN, 0};
            ::poll(&more, 1, -1);
        }
        if (got <= 0)
            return 0;
        reader.append(QByteArray::fromRawData(chunk.constData(), got));
        while (const std::optional<QCborValue> message = reader.next()) {
            const qint64 read = steadyNanoseconds();
            const QCborArray calls = message->toArray();
            if (calls.first().toString() != runName)
                throw FrameError("a worker is told to run only");
            for (qsizetype i = 1; i < calls.size(); ++i)
                carryOut(calls[i].toArray(), read);
            const std::scoped_lock lock(mutex_);
            flush();
        }
    }
}

} // namespace

int serveTasks()
{
    std::signal(SIGINT, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    // What a task prints must not get between the frames.
    const int output = ::dup(STDOUT_FILENO);
    ::dup2(STDERR_FILENO, STDOUT_FILENO);
    try {
        return WorkerLoop(output).run();
    } catch (const FrameError &error) {
        std::fprintf(stderr, "tenfold-worker: %s\n", error.what());
        return 3;
    }
}

} // namespace tenfold
