#include "core/executors/threadpoolexecutor.h"

#include "core/catalog/words.h"
#include "core/executors/handover.h"

#include <algorithm>
#include <stdexcept>
#include <thread>

namespace tenfold {

static constexpr int looks = 8; // of a worker that has nothing to do

/// The pool whose task the calling thread carries out.
static constinit thread_local const ThreadPoolExecutor *atWorkFor = nullptr;

void ThreadPoolExecutor::carryOutHere(ExecutorTask &task)
{
    const ThreadPoolExecutor *const before = std::exchange(atWorkFor, this);
    carryOut(task);
    atWorkFor = before;
}

ThreadPoolExecutor::ThreadPoolExecutor(int workers, Trace &trace, std::stop_token stop)
    : workers_(workers), trace_(trace), stop_(std::move(stop))
{
    if (workers < 1)
        throw std::invalid_argument("a thread pool needs at least one worker");
    engine_->setExpiryTimeout(-1); // a worker that ended would come back with another lane
    onStop_.emplace(stop_, [this] { cancelPending(); });
}

ThreadPoolExecutor::~ThreadPoolExecutor()
{
    shutdown();
    door_->close();
    onStop_.reset();
    turn_->watch.waitForEnd(); // the last turn may still be letting go of mutex_
    if (dead_ > 0)
        abandon(std::move(engine_), threads_, turn_);
    else
        engine_->waitForDone();
}

static void fail(ExecutorTask &task)
{
    if (task.state().tryStart())
        task.state().finish(std::make_exception_ptr(ThreadNotStarted()));
}

void ThreadPoolExecutor::enqueue(std::shared_ptr<ExecutorTask> task)
{
    bool onNewThread = false;
    {
        std::unique_lock lock(mutex_);
        if (closed_)
            throw std::runtime_error("the thread pool takes no task after its shutdown");
        // Under the lock, so that a stop either sees the task in the queue or is seen here.
        if (stop_.stop_requested()) {
            lock.unlock(); // somebody may wait for the task's end to submit another
            task->state().tryCancel();
            return;
        }
        if (mostThreads_ == 0) {
            lock.unlock();
            fail(*task);
            return;
        }
        queue_.push_back(std::move(task));
        isEmpty_.store(false, std::memory_order_relaxed);
        if (turns_ == threads_) {
            if (threads_ == mostThreads_)
                return; // a worker that is at it will come to it
            ++threads_;
            onNewThread = true;
        }
        ++turns_;
    }
    handOver(this);
    if (!startTurn(onNewThread))
        threadIsMissing();
}

/// The engine never has more threads than this has asked for, one at a time: so it is known which start needs
/// a new thread.
bool ThreadPoolExecutor::startTurn(bool onNewThread)
{
    const std::scoped_lock lock(starting_);
    const auto start = [this] { engine_->start(turn_.get()); };
    if (!onNewThread) {
        turn_->watch.handOver(start);
        return true;
    }
    ++engineThreads_;
    if (turn_->watch.start([&] {
            engine_->setMaxThreadCount(engineThreads_);
            start();
        }))
        return true;
    ++dead_;
    return false;
}

/// The threads that did start do the work of those that did not; without any, it cannot be done.
void ThreadPoolExecutor::threadIsMissing()
{
    std::deque<std::shared_ptr<ExecutorTask>> failed;
    int left = 0;
    {
        const std::scoped_lock lock(mutex_);
        --turns_;
        left = mostThreads_ = --threads_;
        if (threads_ == 0) {
            failed.swap(queue_);
            isEmpty_.store(true, std::memory_order_relaxed);
        }
        if (isIdle())
            idle_.notify_all();
    }
    for (const auto &task : failed)
        fail(*task);
    if (Lane *lane = Lane::current(); lane && left > 0)
        lane->mark(trace_.intern(translate("Threads", "only %1 of %2 threads could be started")
                                     .arg(left)
                                     .arg(workers_)
                                     .toStdString()),
                   SpanRecord::noTask, std::source_location::current());
}

void ThreadPoolExecutor::Turn::run()
{
    if (!watch.begin())
        return; // too late: the executor may have gone
    executor.takeTurn();
    watch.end();
}

void ThreadPoolExecutor::takeTurn()
{
    takeOver(this);
    for (;;) {
        // Another look costs less than to sleep and be woken for the task that is just being submitted.
        for (int look = 0; look < looks && isEmpty_.load(std::memory_order_relaxed); ++look)
            std::this_thread::yield();
        std::shared_ptr<ExecutorTask> task; // with what it captured, gone before the turn is over
        {
            const std::scoped_lock lock(mutex_);
            if (queue_.empty()) {
                --turns_;
                if (isIdle())
                    idle_.notify_all();
                return;
            }
            task = std::move(queue_.front());
            queue_.pop_front();
            isEmpty_.store(queue_.empty(), std::memory_order_relaxed);
        }
        // The engine is private: its threads serve this executor alone and end with it.
        thread_local Lane *const lane = addLane();
        const LaneScope scope(lane);
        carryOutHere(*task);
    }
}

/// Takes the first pending task that is meant out of the queue and carries it out here.
bool ThreadPoolExecutor::runFirst(const std::function<bool(ExecutorTask &)> &isMeant)
{
    std::shared_ptr<ExecutorTask> task;
    {
        const std::scoped_lock lock(mutex_);
        const auto found =
            std::ranges::find_if(queue_, [&](const auto &pending) { return isMeant(*pending); });
        if (found == queue_.end())
            return false;
        task = std::move(*found);
        queue_.erase(found);
        isEmpty_.store(queue_.empty(), std::memory_order_relaxed);
        ++helpers_;
    }
    carryOutHere(*task);
    task.reset();
    const std::scoped_lock lock(mutex_);
    --helpers_;
    if (isIdle())
        idle_.notify_all();
    return true;
}

void ThreadPoolExecutor::cancelPending()
{
    std::deque<std::shared_ptr<ExecutorTask>> cancelled;
    {
        const std::scoped_lock lock(mutex_);
        cancelled.swap(queue_);
        isEmpty_.store(true, std::memory_order_relaxed);
    }
    for (const auto &task : cancelled)
        task->state().tryCancel();
}

void ThreadPoolExecutor::shutdown(Pending pending)
{
    {
        const std::scoped_lock lock(mutex_);
        closed_ = true;
    }
    if (pending == Pending::Cancel)
        cancelPending();
    std::unique_lock lock(mutex_);
    if (isIdle() || atWorkFor == this)
        return;
    // waitForDone() would end every thread and start it anew; counting turns does not.
    const Span waiting(State::Future, "shutdown");
    idle_.wait(lock, [this] { return isIdle(); });
}

int ThreadPoolExecutor::pending() const
{
    const std::scoped_lock lock(mutex_);
    return static_cast<int>(queue_.size());
}

int ThreadPoolExecutor::mostThreads() const
{
    const std::scoped_lock lock(mutex_);
    return mostThreads_;
}

} // namespace tenfold
