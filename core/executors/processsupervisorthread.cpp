// What the supervisor of a process pool does on its own thread.

#include "core/catalog/words.h"
#include "core/executors/processsupervisor.h"

#include <algorithm>

namespace tenfold {

bool ProcessPoolExecutor::Supervisor::isOver() const
{
    const std::scoped_lock lock(mutex_);
    return queue_.isOver();
}

/// Does all that there is to do now: it is called after every change, in no particular order.
void ProcessPoolExecutor::Supervisor::serve()
{
    std::ptrdiff_t wanted = 0;
    std::ptrdiff_t most = 0;
    {
        const std::scoped_lock lock(mutex_);
        isWoken_ = false;
        std::erase_if(processes_, [](const auto &p) { return p->state() == WorkerProcess::State::Ended; });
        most = mostProcesses_;
        if (!queue_.isBroken())
            wanted = std::max(wanted_, static_cast<int>(queue_.waiting()));
        // A process more for each task that no process is free for: idle ones that die are replaced when
        // there is work again.
        wanted += std::ranges::count_if(
            processes_, [](const auto &p) { return p->state() == WorkerProcess::State::Busy; });
    }
    if (stop_.stop_requested())
        return serveStop();
    for (const auto &process : processes_) {
        if (process->isCondemned())
            process->kill({});
    }
    while (std::ssize(processes_) < std::min(most, wanted) && !isOver())
        startWorker();
    for (std::size_t i = 0; i < processes_.size(); ++i)
        feed(*processes_[i]);
    publish();
}

void ProcessPoolExecutor::Supervisor::serveStop()
{
    ProcessTaskQueue::Tasks cancelled;
    {
        const std::scoped_lock lock(mutex_);
        cancelled = queue_.takeAll();
        idle_.clear();
    }
    tellLater(std::move(cancelled), [](const Tasks &tasks) {
        ProcessTaskQueue::giveUp(tasks, std::make_exception_ptr(Stopped()));
    });
    for (const auto &process : processes_) {
        if (process->state() != WorkerProcess::State::Ended)
            process->kill(QStringLiteral("stopped"));
    }
    std::erase_if(processes_, [](const auto &p) { return p->state() == WorkerProcess::State::Ended; });
    publish();
}

/// Ends `tasks` by `tell` after the turn; until then they are not done.
void ProcessPoolExecutor::Supervisor::tellLater(Tasks tasks, std::function<void(const Tasks &)> tell)
{
    if (tasks.empty())
        return;
    serving_.putOff([this, tasks = std::move(tasks), tell = std::move(tell)] {
        tell(tasks);
        {
            const std::scoped_lock lock(mutex_);
            queue_.done(tasks.size());
            changed_.notify_all();
        }
        wake(); // the processes may have to end
    });
}

/// Tells other threads what changed.
void ProcessPoolExecutor::Supervisor::publish()
{
    std::vector<qint64> ids;
    int ready = 0;
    const std::scoped_lock lock(mutex_);
    for (const auto &process : processes_) {
        if (process->state() == WorkerProcess::State::Ended)
            continue;
        ids.push_back(process->processId());
        ready += process->saidHello() ? 1 : 0;
    }
    const bool isNews = queue_.unfinished() == 0 || ids != ids_ || ready != ready_;
    ids_ = std::move(ids);
    ready_ = ready;
    if (isNews) // else a message would wake who waits for the last one
        changed_.notify_all();
}

void ProcessPoolExecutor::Supervisor::startWorker()
{
    auto &process = *processes_.emplace_back(std::make_unique<WorkerProcess>(settings_, trace_, serving_));
    {
        const std::scoped_lock lock(mutex_);
        ++traffic_.started;
    }
    process.onTrouble = [this] { wake(); };
    process.onNews = [this, &process](qint64 bytes) {
        const std::scoped_lock lock(mutex_);
        std::erase(idle_, &process);
        traffic_.received += bytes;
    };
    process.onIdle = [this, &process] { becameIdle(process); };
    process.onDone = [this](double seconds) {
        failedStarts_ = 0;
        const std::scoped_lock lock(mutex_);
        queue_.learn(seconds);
        queue_.done();
    };
    process.onEnd = [this, &process] { lost(process); };
    process.start();
    if (process.lane() && !lostLanes_.empty()) {
        const Lane &lost = *lostLanes_.front();
        process.lane()->link(LinkKind::HandsOver, lost, lost.closedOr(0));
        lostLanes_.pop_front();
    }
}

/// At once: an event more would be a part of every round trip.
void ProcessPoolExecutor::Supervisor::becameIdle(WorkerProcess &worker)
{
    {
        const std::scoped_lock lock(mutex_);
        if (!worker.didNothing() && queue_.waiting() == 0 && !queue_.isClosed())
            return idle_.push_back(&worker);
    }
    if (QThread::currentThread() == this)
        serve();
    else
        wake();
}

/// Has the process do what there is for it.
void ProcessPoolExecutor::Supervisor::feed(WorkerProcess &worker)
{
    worker.input()->writeOn();
    Tasks batch;
    bool over = false;
    {
        const std::scoped_lock lock(mutex_);
        over = queue_.isOver();
        if (over && worker.state() == WorkerProcess::State::Starting)
            worker.kill(QStringLiteral("not needed"));
        if (!worker.canRun())
            return;
        std::erase(idle_, &worker);
        batch = queue_.takeBatch(); // empty as well when all that waited was cancelled
        over = queue_.isOver();
        if (batch.empty() && !over)
            idle_.push_back(&worker);
    }
    if (batch.empty()) {
        if (over)
            worker.close();
        return;
    }
    try {
        QByteArray message = worker.run(batch);
        {
            const std::scoped_lock lock(mutex_);
            countSent(message.size());
        }
        if (!worker.input()->write(std::move(message)))
            worker.input()->writeOn();
    } catch (const FrameError &error) {
        // Longer than a message may be: alone they fit, or fail by themselves.
        if (batch.size() == 1)
            return tellLater(std::move(batch), [why = std::make_exception_ptr(TaskFailed(error.what()))](
                                                   const Tasks &tasks) { tasks.front()->finish(why); });
        {
            const std::scoped_lock lock(mutex_);
            queue_.giveBack(batch);
        }
        wake();
    }
}

/// A process ended with what it had not answered: the first of that may have been the reason and fails or is
/// tried again, alone; the others go back.
void ProcessPoolExecutor::Supervisor::lost(WorkerProcess &worker)
{
    bool isBroken = false;
    bool didNothing = false;
    Tasks again;
    Tasks failed;
    {
        const std::scoped_lock lock(mutex_);
        isBroken = queue_.isBroken();
        for (bool isSuspect = true; const auto &task : worker.takeUnanswered()) {
            const bool isTriedAgain =
                !stop_.stop_requested() && !isBroken && task->retry == Retry::Idempotent &&
                (!isSuspect || (!worker.tookTooLong() && task->attempts < settings_.attempts));
            if (isTriedAgain)
                task->attempts -= isSuspect ? 0 : 1;
            (isTriedAgain ? again : failed).push_back(task);
            isSuspect = false;
        }
        queue_.giveBack(again); // when the loss is told, a shutdown finds them there
        if (!queue_.isOver()) { // else it was told to end
            didNothing = worker.didNothing();
            ++traffic_.lost;
            if (worker.lane())
                lostLanes_.push_back(worker.lane());
        }
    }
    publish(); // before a future tells
    tellLater(std::move(failed), [why = whyLost(worker)](const Tasks &tasks) {
        for (const auto &task : tasks)
            task->finish(why);
    });
    if (didNothing && !stop_.stop_requested() && !isBroken && !(worker.couldNotStart() && goOnWithFewer()) &&
        ++failedStarts_ >= settings_.failedStarts)
        breakPool(translate("ProcessPool", "No worker process could be started, %1 times in a row: %2.")
                      .arg(failedStarts_)
                      .arg(worker.whyEnded()));
    wake();
}

/// What the tasks throw that it had.
std::exception_ptr ProcessPoolExecutor::Supervisor::whyLost(const WorkerProcess &worker) const
{
    QString broken;
    {
        const std::scoped_lock lock(mutex_);
        broken = queue_.whyBroken();
    }
    if (stop_.stop_requested())
        return std::make_exception_ptr(Stopped());
    if (worker.tookTooLong())
        return std::make_exception_ptr(TimedOut());
    if (broken.isEmpty())
        broken = translate("ProcessPool", "The worker process was lost: %1.").arg(worker.whyEnded());
    return std::make_exception_ptr(WorkerLost(broken.toStdString()));
}

/// No further process can be had, as under a limit on processes: those that live do the work. False when
/// there is none.
bool ProcessPoolExecutor::Supervisor::goOnWithFewer()
{
    const auto lives = [](const auto &p) { return p->state() != WorkerProcess::State::Ended; };
    Lane *lane = nullptr;
    int living = 0;
    {
        const std::scoped_lock lock(mutex_);
        living = static_cast<int>(std::ranges::count_if(processes_, lives));
        if (living == 0)
            return false;
        lane = (*std::ranges::find_if(processes_, lives))->lane();
        mostProcesses_ = living;
        changed_.notify_all();
    }
    if (lane)
        lane->mark(trace_.intern(translate("ProcessPool", "only %1 of %2 processes could be started")
                                     .arg(living)
                                     .arg(workers_)
                                     .toStdString()),
                   SpanRecord::noTask, std::source_location::current());
    return true;
}

void ProcessPoolExecutor::Supervisor::breakPool(const QString &why)
{
    Tasks failed;
    {
        const std::scoped_lock lock(mutex_);
        queue_.breakOff(why);
        wanted_ = 0;
        failed = queue_.takeAll();
        changed_.notify_all();
    }
    tellLater(std::move(failed),
              [error = std::make_exception_ptr(WorkerLost(why.toStdString()))](const Tasks &tasks) {
                  for (const auto &task : tasks) {
                      if (task->state() == FutureState::Running || task->tryStart())
                          task->finish(error);
                  }
              });
}

} // namespace tenfold
