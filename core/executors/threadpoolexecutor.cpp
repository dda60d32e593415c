#include "core/executors/threadpoolexecutor.h"

#include "core/executors/handover.h"

#include <stdexcept>
#include <thread>

namespace tenfold {

static constexpr int looks = 8; // of a worker that has nothing to do

ThreadPoolExecutor::ThreadPoolExecutor(int workers, Trace &trace, std::stop_token stop)
    : workers_(workers), trace_(trace), stop_(std::move(stop))
{
    if (workers < 1)
        throw std::invalid_argument("a thread pool needs at least one worker");
    engine_.setMaxThreadCount(workers);
    engine_.setExpiryTimeout(-1); // a worker that ended would come back with another lane
    onStop_.emplace(stop_, [this] { cancelPending(); });
}

ThreadPoolExecutor::~ThreadPoolExecutor()
{
    shutdown();
    onStop_.reset();
    engine_.waitForDone(); // the last turn may still be letting go of mutex_
}

void ThreadPoolExecutor::enqueue(std::shared_ptr<Task> task)
{
    {
        const std::scoped_lock lock(mutex_);
        if (closed_)
            throw std::runtime_error("the thread pool takes no task after its shutdown");
        // Under the lock, so that a stop either sees the task in the queue or is seen here.
        if (stop_.stop_requested()) {
            task->state().tryCancel();
            return;
        }
        queue_.push_back(std::move(task));
        isEmpty_.store(false, std::memory_order_relaxed);
        if (turns_ == workers())
            return; // a worker that is at it will come to it
        ++turns_;
    }
    handOver(this);
    engine_.start(&turn_);
}

void ThreadPoolExecutor::takeTurn()
{
    takeOver(this);
    for (;;) {
        // Another look costs less than to sleep and be woken for the task that is just being submitted.
        for (int look = 0; look < looks && isEmpty_.load(std::memory_order_relaxed); ++look)
            std::this_thread::yield();
        std::shared_ptr<Task> task; // with what it captured, gone before the turn is over
        {
            const std::scoped_lock lock(mutex_);
            if (queue_.empty()) {
                if (--turns_ == 0)
                    idle_.notify_all();
                return;
            }
            task = std::move(queue_.front());
            queue_.pop_front();
            isEmpty_.store(queue_.empty(), std::memory_order_relaxed);
        }
        carryOut(*task);
    }
}

void ThreadPoolExecutor::carryOut(Task &task)
{
    // The engine is private: its threads serve this executor alone and end with it.
    thread_local Lane *const lane = trace_.addLane(LaneRole::Worker);
    const LaneScope scope(lane);
    TaskState &state = task.state();
    if (!state.tryStart())
        return;
    std::exception_ptr error;
    {
        const Span span(State::Running, "task", state.task(), task.where);
        try {
            task.invoke();
        } catch (...) {
            error = std::current_exception();
        }
    }
    state.finish(std::move(error));
}

void ThreadPoolExecutor::cancelPending()
{
    std::deque<std::shared_ptr<Task>> cancelled;
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
    if (turns_ == 0)
        return;
    // waitForDone() would end every thread and start it anew; counting turns does not.
    const Span waiting(State::Future, "shutdown");
    idle_.wait(lock, [this] { return turns_ == 0; });
}

int ThreadPoolExecutor::pending() const
{
    const std::scoped_lock lock(mutex_);
    return static_cast<int>(queue_.size());
}

} // namespace tenfold
