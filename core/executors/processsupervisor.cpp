#include "core/executors/processsupervisor.h"

#include "core/catalog/words.h"
#include "core/executors/handover.h"

#include <QCoreApplication>

#include <algorithm>

namespace tenfold {

/// Small idempotent tasks share a message of about this much work; a message each would cost more than they
/// do.
static constexpr double secondsPerMessage = 0.002;
static constexpr int mostPerMessage = 256;

namespace {

/// Calls a function on its thread for each event that is posted to it.
class Bell : public QObject
{
public:
    explicit Bell(std::function<void()> ring) : ring_(std::move(ring)) {}
    void customEvent(QEvent *) override { ring_(); }

private:
    const std::function<void()> ring_;
};

} // namespace

ProcessPoolExecutor::Supervisor::Supervisor(int workers, Trace &trace, std::stop_token stop,
                                            Settings settings)
    : workers_(workers), trace_(trace), stop_(std::move(stop)), settings_(std::move(settings))
{
    setObjectName(QStringLiteral("process-pool"));
    bell_ = new Bell([this] {
        takeOver(this);
        serve();
    });
    bell_->moveToThread(this);
    start();
    onStop_.emplace(stop_, [this] { wake(); });
}

ProcessPoolExecutor::Supervisor::~Supervisor()
{
    shutdown(Pending::Finish);
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
    processes_.clear();
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
    QCoreApplication::postEvent(bell_, new QEvent(QEvent::User));
}

std::shared_ptr<ProcessTask> ProcessPoolExecutor::Supervisor::submit(std::optional<std::int32_t> number,
                                                                     const QString &name,
                                                                     const QCborValue &argument, bool many,
                                                                     Retry retry, std::source_location where)
{
    std::shared_ptr<ProcessTask> task;
    {
        const std::scoped_lock lock(mutex_);
        if (closed_)
            throw std::runtime_error("the process pool takes no task after its shutdown");
        task = std::make_shared<ProcessTask>(number.value_or(number_), name, argument, many, retry, where);
        ++number_;
        // Under the lock, so that a stop either sees the task in the queue or is seen here.
        if (stop_.stop_requested()) {
            task->tryCancel();
            return task;
        }
        if (!broken_.isEmpty()) {
            task->tryStart();
            task->finish(std::make_exception_ptr(WorkerLost(broken_.toStdString())));
            return task;
        }
        queue_.push_back(task);
        ++unfinished_;
    }
    wake();
    return task;
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
    if (!changed_.wait(lock, stop_, [this] { return ready_ >= workers_ || !broken_.isEmpty(); }))
        throw Stopped();
    wanted_ = 0;
    if (!broken_.isEmpty())
        throw WorkerLost(broken_.toStdString());
}

/// Tasks that nobody will carry out: those that were to be tried again throw `why`.
static void giveUp(const std::deque<std::shared_ptr<ProcessTask>> &tasks, const std::exception_ptr &why)
{
    for (const auto &task : tasks) {
        if (!task->tryCancel() && task->state() == FutureState::Running)
            task->finish(why);
    }
}

void ProcessPoolExecutor::Supervisor::shutdown(Pending pending)
{
    std::deque<std::shared_ptr<ProcessTask>> cancelled;
    {
        const std::scoped_lock lock(mutex_);
        closed_ = true;
        if (pending == Pending::Cancel) {
            cancelled.swap(queue_);
            unfinished_ -= static_cast<int>(cancelled.size());
        }
    }
    giveUp(cancelled, std::make_exception_ptr(Cancelled()));
    wake();
    std::unique_lock lock(mutex_);
    if (unfinished_ == 0 && ids_.empty())
        return;
    const Span waiting(State::Future, "shutdown");
    // No stop token: a stop kills the processes, and that ends this wait.
    changed_.wait(lock, [this] { return unfinished_ == 0 && ids_.empty(); });
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

bool ProcessPoolExecutor::Supervisor::isOver() const
{
    const std::scoped_lock lock(mutex_);
    return closed_ && unfinished_ == 0;
}

/// Does all that there is to do now: it is called after every change, in no particular order.
void ProcessPoolExecutor::Supervisor::serve()
{
    int wanted = 0;
    {
        const std::scoped_lock lock(mutex_);
        isWoken_ = false;
        if (broken_.isEmpty())
            wanted = std::max(wanted_, std::min<int>(workers_, static_cast<int>(queue_.size())));
    }
    if (stop_.stop_requested())
        return serveStop();
    std::erase_if(processes_, [](const auto &p) { return p->state() == WorkerProcess::State::Ended; });
    const auto busy = static_cast<int>(std::ranges::count_if(
        processes_, [](const auto &p) { return p->state() == WorkerProcess::State::Busy; }));
    // A process more for each task that no process is free for: idle ones that die are replaced when there is
    // work again.
    while (static_cast<int>(processes_.size()) < std::min(workers_, wanted + busy) && !isOver())
        startWorker();
    for (std::size_t i = 0; i < processes_.size(); ++i) {
        if (processes_[i]->state() == WorkerProcess::State::Idle)
            feed(*processes_[i]);
        else if (processes_[i]->state() == WorkerProcess::State::Starting && isOver())
            processes_[i]->kill(QStringLiteral("not needed"));
    }
    publish();
}

void ProcessPoolExecutor::Supervisor::serveStop()
{
    std::deque<std::shared_ptr<ProcessTask>> cancelled;
    {
        const std::scoped_lock lock(mutex_);
        cancelled.swap(queue_);
        unfinished_ -= static_cast<int>(cancelled.size());
    }
    giveUp(cancelled, std::make_exception_ptr(Stopped()));
    for (const auto &process : processes_) {
        if (process->state() != WorkerProcess::State::Ended)
            process->kill(QStringLiteral("stopped"));
    }
    std::erase_if(processes_, [](const auto &p) { return p->state() == WorkerProcess::State::Ended; });
    publish();
}

/// Tells other threads what changed.
void ProcessPoolExecutor::Supervisor::publish()
{
    std::vector<qint64> ids;
    int ready = 0;
    for (const auto &process : processes_) {
        if (process->state() == WorkerProcess::State::Ended)
            continue;
        ids.push_back(process->processId());
        ready += process->saidHello() ? 1 : 0;
    }
    const std::scoped_lock lock(mutex_);
    const bool isNews = unfinished_ == 0 || ids != ids_ || ready != ready_;
    ids_ = std::move(ids);
    ready_ = ready;
    traffic_ = counted_;
    if (isNews) // else a message would wake who waits for the last one
        changed_.notify_all();
}

void ProcessPoolExecutor::Supervisor::startWorker()
{
    auto &process = *processes_.emplace_back(std::make_unique<WorkerProcess>(settings_, trace_, counted_));
    process.onIdle = [this] { serve(); }; // at once: an event more would be a part of every round trip
    process.onDone = [this](double seconds) {
        failedStarts_ = 0;
        secondsPerTask_ = secondsPerTask_ == 0 ? seconds : 0.8 * secondsPerTask_ + 0.2 * seconds;
        const std::scoped_lock lock(mutex_);
        --unfinished_;
        traffic_ = counted_; // before a future tells
    };
    process.onEnd = [this, &process] { lost(process); };
    process.start();
    if (process.lane() && !lostLanes_.empty()) {
        const Lane &lost = *lostLanes_.front();
        process.lane()->link(LinkKind::HandsOver, lost, lost.closedOr(0));
        lostLanes_.pop_front();
    }
}

/// The tasks of the next message; those that were cancelled meanwhile are left out.
ProcessPoolExecutor::Supervisor::Tasks ProcessPoolExecutor::Supervisor::nextBatch()
{
    const std::scoped_lock lock(mutex_);
    std::size_t most = 1;
    if (secondsPerTask_ > 0)
        most = static_cast<std::size_t>(
            std::clamp(secondsPerMessage / secondsPerTask_, 1.0, double(mostPerMessage)));
    if (settings_.tasksPerMessage > 0)
        most = std::min(most, static_cast<std::size_t>(settings_.tasksPerMessage));
    most = std::clamp<std::size_t>(queue_.size() / static_cast<std::size_t>(2 * workers_), 1, most);
    Tasks batch;
    while (!queue_.empty() && batch.size() < most) {
        const std::shared_ptr<ProcessTask> &task = queue_.front();
        // What must not run twice, or may have cost a process, goes alone: so it is known whose loss a
        // process was.
        const bool isAlone = task->retry == Retry::Never || task->alone;
        if (isAlone && !batch.empty())
            break;
        if (task->state() == FutureState::Running || task->tryStart())
            batch.push_back(task);
        else
            --unfinished_;
        queue_.pop_front();
        if (isAlone && !batch.empty())
            break;
    }
    return batch;
}

void ProcessPoolExecutor::Supervisor::feed(WorkerProcess &worker)
{
    Tasks batch = nextBatch(); // empty as well when all that waited was cancelled
    if (batch.empty()) {
        if (isOver())
            worker.close();
        return;
    }
    try {
        worker.run(batch);
    } catch (const FrameError &error) {
        // Longer than a message may be: alone they fit, or fail by themselves.
        for (const auto &task : batch) {
            if (batch.size() > 1) {
                task->alone = true;
                const std::scoped_lock lock(mutex_);
                queue_.push_front(task);
            } else {
                task->finish(std::make_exception_ptr(TaskFailed(error.what())));
                const std::scoped_lock lock(mutex_);
                --unfinished_;
            }
        }
        wake();
    }
}

/// A process ended with what it had not answered: the first of that may have been the reason and fails or is
/// tried again, alone; the others go back.
void ProcessPoolExecutor::Supervisor::lost(WorkerProcess &worker)
{
    QString broken;
    bool didNothing = false;
    {
        const std::scoped_lock lock(mutex_);
        broken = broken_;
        if (!closed_ || unfinished_ > 0) { // else it was told to end
            didNothing = worker.didNothing();
            ++counted_.lost;
            if (worker.lane())
                lostLanes_.push_back(worker.lane());
        }
    }
    publish(); // before a future tells
    Tasks tasks = worker.takeUnanswered();
    for (std::size_t i = tasks.size(); i-- > 0;) {
        const std::shared_ptr<ProcessTask> &task = tasks[i];
        const bool isSuspect = i == 0;
        const bool again = !stop_.stop_requested() && broken.isEmpty() && task->retry == Retry::Idempotent &&
                           (!isSuspect || (!worker.tookTooLong() && task->attempts < settings_.attempts));
        if (again) {
            task->attempts -= isSuspect ? 0 : 1;
            task->alone = true;
            const std::scoped_lock lock(mutex_);
            queue_.push_front(task);
            continue;
        }
        if (stop_.stop_requested())
            task->finish(std::make_exception_ptr(Stopped()));
        else if (worker.tookTooLong())
            task->finish(std::make_exception_ptr(TimedOut()));
        else if (!broken.isEmpty())
            task->finish(std::make_exception_ptr(WorkerLost(broken.toStdString())));
        else
            task->finish(std::make_exception_ptr(
                WorkerLost(translate("ProcessPool", "The worker process was lost: %1.")
                               .arg(worker.whyEnded())
                               .toStdString())));
        const std::scoped_lock lock(mutex_);
        --unfinished_;
    }
    if (didNothing && !stop_.stop_requested() && broken.isEmpty() &&
        ++failedStarts_ >= settings_.failedStarts)
        breakPool(translate("ProcessPool", "No worker process could be started, %1 times in a row: %2.")
                      .arg(failedStarts_)
                      .arg(worker.whyEnded()));
    wake();
}

void ProcessPoolExecutor::Supervisor::breakPool(const QString &why)
{
    std::deque<std::shared_ptr<ProcessTask>> failed;
    {
        const std::scoped_lock lock(mutex_);
        broken_ = why;
        wanted_ = 0;
        failed.swap(queue_);
    }
    for (const auto &task : failed) {
        if (task->state() == FutureState::Running || task->tryStart())
            task->finish(std::make_exception_ptr(WorkerLost(why.toStdString())));
    }
    const std::scoped_lock lock(mutex_);
    unfinished_ -= static_cast<int>(failed.size());
    changed_.notify_all();
}

} // namespace tenfold
