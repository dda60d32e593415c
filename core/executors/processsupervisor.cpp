#include "core/executors/processsupervisor.h"

#include "core/executors/bell.h"
#include "core/executors/protocol.h"
#include "core/executors/threadstart.h"
#include "core/sync/waiting.h"

#include <algorithm>

namespace tenfold {

ProcessPoolExecutor::Supervisor::Supervisor(int workers, Trace &trace, std::stop_token stop,
                                            Settings settings)
    : workers_(workers), trace_(trace), stop_(std::move(stop)), settings_(std::move(settings))
{
    setObjectName(QStringLiteral("process-pool"));
    bell_ = new Bell([this] {
        takeOver(this);
        const Serving::Turn turn(serving_);
        serve();
    });
    bell_->moveToThread(this);
    start();
    if (!isRunning() && !isFinished()) {
        delete bell_;
        throw ThreadNotStarted();
    }
    onStop_.emplace(stop_, [this] { wake(); });
}

ProcessPoolExecutor::Supervisor::~Supervisor()
{
    shutdown(Pending::Finish);
    taker_->close();
    onStop_.reset();
    handOver(this);
    quit();
    wait();
    takeOver(this);
}

void ProcessPoolExecutor::Supervisor::run()
{
    takeOver(this);
    exec();
    takeOver(this);
    {
        const Serving::Turn turn(serving_);
        processes_.clear();
    }
    delete std::exchange(bell_, nullptr);
    handOver(this);
}

void ProcessPoolExecutor::Supervisor::wake()
{
    {
        const std::scoped_lock lock(mutex_);
        if (std::exchange(isWoken_, true))
            return;
    }
    handOver(this);
    bell_->ring();
}

/// mutex_ is held.
void ProcessPoolExecutor::Supervisor::countSent(qint64 bytes)
{
    ++traffic_.messages;
    traffic_.sent += bytes;
}

std::shared_ptr<ProcessTask> ProcessPoolExecutor::Supervisor::submit(std::optional<std::int32_t> number,
                                                                     const QString &name,
                                                                     const QCborValue &argument, bool many,
                                                                     Retry retry, std::source_location where)
{
    std::shared_ptr<ProcessTask> task;
    Message message;
    {
        const std::scoped_lock lock(mutex_);
        if (queue_.isClosed())
            throw std::runtime_error("the process pool takes no task after its shutdown");
        task = std::make_shared<ProcessTask>(number.value_or(number_), name, argument, many, retry, where);
        ++number_;
        // Under the lock, so that a stop either sees the task in the queue or is seen here.
        if (stop_.stop_requested()) {
            task->tryCancel();
            return task;
        }
        if (queue_.isBroken()) {
            task->tryStart();
            task->finish(std::make_exception_ptr(WorkerLost(queue_.whyBroken().toStdString())));
            return task;
        }
        message = giveAtOnce(task);
        if (!message.input)
            queue_.add(task);
    }
    // Without the lock: the process may have answered before this goes on.
    if (!message.input || !message.input->write(std::move(message.bytes)))
        wake();
    return task;
}

/// Gives the task to a process that has nothing to do: the way over the supervisor's thread would be a good
/// part of a short round trip. mutex_ is held. Where tasks have a limit, it is for that thread to watch.
ProcessPoolExecutor::Supervisor::Message
ProcessPoolExecutor::Supervisor::giveAtOnce(const std::shared_ptr<ProcessTask> &task)
{
    if (idle_.empty() || queue_.waiting() > 0 || settings_.taskLimit.count() > 0)
        return {};
    WorkerProcess &worker = *idle_.back();
    Message message{worker.input()};
    try {
        message.bytes = worker.run({task});
    } catch (const FrameError &) {
        return {};
    }
    countSent(message.bytes.size());
    task->tryStart();
    task->output = worker.output();
    task->taker = taker_;
    idle_.pop_back();
    queue_.addTaken();
    return message;
}

/// On the thread that waits for an answer of the process with this output: does what this one would.
void ProcessPoolExecutor::Supervisor::takeAnswer(ProcessOutput &output, std::chrono::nanoseconds limit)
{
    using namespace std::chrono_literals;
    if (QThread::currentThread() == this) // what hangs on a task waits for another: only others can answer
        return;
    const ProcessOutput::Unwatched unwatched(output);
    const std::chrono::nanoseconds most = 1ms; // so long a stop may go unseen
    if (!output.spinForMore() && !output.waitForMore(limit.count() < 0 ? most : std::min(limit, most)))
        return;
    const Serving::Turn turn(serving_, std::try_to_lock);
    if (!turn)
        return;
    const auto worker =
        std::ranges::find(processes_, &output, [](const auto &p) { return p->output().get(); });
    if (worker != processes_.end())
        (*worker)->takeNews();
}

void ProcessPoolExecutor::Supervisor::warmUp(std::source_location where)
{
    {
        const std::scoped_lock lock(mutex_);
        wanted_ = workers_;
    }
    wake();
    const Span waiting(State::Spawn, "warm-up", SpanRecord::noTask, where);
    std::unique_lock lock(mutex_);
    if (!changed_.wait(lock, stop_, [this] { return ready_ >= mostProcesses_ || queue_.isBroken(); }))
        throw Stopped();
    wanted_ = 0;
    if (queue_.isBroken())
        throw WorkerLost(queue_.whyBroken().toStdString());
}

void ProcessPoolExecutor::Supervisor::shutdown(Pending pending)
{
    ProcessTaskQueue::Tasks cancelled;
    {
        const std::scoped_lock lock(mutex_);
        queue_.close();
        if (pending == Pending::Cancel)
            cancelled = queue_.takeAll();
    }
    ProcessTaskQueue::giveUp(cancelled, std::make_exception_ptr(Cancelled()));
    {
        const std::scoped_lock lock(mutex_);
        queue_.done(cancelled.size());
    }
    wake();
    std::unique_lock lock(mutex_);
    const auto isOver = [this] { return queue_.isOver() && ids_.empty(); };
    if (isOver())
        return;
    const Span waiting(State::Future, "shutdown");
    // No stop token: a stop kills the processes, and that ends this wait.
    changed_.wait(lock, isOver);
}

std::vector<qint64> ProcessPoolExecutor::Supervisor::processIds() const
{
    const std::scoped_lock lock(mutex_);
    return ids_;
}

ProcessPoolExecutor::Traffic ProcessPoolExecutor::Supervisor::traffic() const
{
    const std::scoped_lock lock(mutex_);
    return traffic_;
}

} // namespace tenfold
