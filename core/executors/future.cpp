#include "core/executors/future.h"

#include "core/sync/waiting.h"

#include <array>
#include <condition_variable>
#include <mutex>

namespace tenfold {

namespace {

/// Where those sleep who wait for a task. Few tasks have any, so that tasks share these places by their
/// address, as the futexes of Linux do: a task stays small, and a wake-up that was another's is slept
/// through.
struct Sleepers
{
    std::mutex mutex;
    // Not condition_variable_any, which holds a mutex of its own while it notifies: who is woken runs into
    // it.
    std::condition_variable woken;

    void wakeAll()
    {
        {
            const std::scoped_lock lock(mutex);
        }
        woken.notify_all();
    }
};

Sleepers &sleepersOf(const TaskState *task)
{
    static std::array<Sleepers, 64> places;
    const auto address = reinterpret_cast<std::uintptr_t>(task);
    return places[(address >> 6 ^ address >> 12) % places.size()];
}

/// Stands in the list of a task that is done.
struct Closed final : Continuation
{
    void run() noexcept override {}
    void drop() noexcept override {}
};
constinit Closed closed;

} // namespace

bool TaskState::tryStart()
{
    auto expected = FutureState::Pending;
    return state_.compare_exchange_strong(expected, FutureState::Running, std::memory_order_acq_rel);
}

bool TaskState::tryCancel()
{
    auto expected = FutureState::Pending;
    if (!state_.compare_exchange_strong(expected, FutureState::Cancelled, std::memory_order_seq_cst))
        return false;
    settle(FutureState::Cancelled);
    return true;
}

void TaskState::finish(std::exception_ptr error, const TaskEnding &ending)
{
    error_ = std::move(error);
    if (ending.lane) {
        ending_ = ending;
        endedIn_ = &ending.lane->trace();
    }
    settle(FutureState::Finished);
}

void TaskState::settle(FutureState state)
{
    // Either the waiter sees the state, or this sees the waiter: both orders are sequentially consistent.
    state_.store(state, std::memory_order_seq_cst);
    if (waiters_.load(std::memory_order_seq_cst) > 0)
        sleepersOf(this).wakeAll();
    if (Continuation *latest = continuations_.exchange(&closed, std::memory_order_acq_rel))
        runAll(latest);
}

void TaskState::whenDone(Continuation *continuation)
{
    Continuation *latest = continuations_.load(std::memory_order_acquire);
    do {
        if (latest == &closed || isDone()) { // who finishes it may not have come to the list yet
            continuation->prepare();
            return continuation->run();
        }
        continuation->next_ = latest;
    } while (!continuations_.compare_exchange_weak(latest, continuation, std::memory_order_release,
                                                   std::memory_order_acquire));
}

/// Runs what hangs on a task, and what becomes ready by that: in a loop, so that a long chain takes no deep
/// stack.
void TaskState::runAll(Continuation *latest)
{
    struct Ready
    {
        Continuation *first = nullptr, *last = nullptr;
        bool isRunning = false;
    };
    static constinit thread_local Ready ready;
    Continuation *const newest = latest;
    Continuation *oldest = nullptr;
    while (latest) {
        latest->prepare();
        Continuation *const before = std::exchange(latest->next_, oldest);
        oldest = std::exchange(latest, before);
    }
    (ready.first ? ready.last->next_ : ready.first) = oldest;
    ready.last = newest;
    if (std::exchange(ready.isRunning, true))
        return; // a call further out goes on with them
    while (ready.first)
        std::exchange(ready.first, ready.first->next_)->run();
    ready.isRunning = false;
}

void TaskState::recordDependency(Lane &lane) const
{
    if (isDone() && endedIn_ == &lane.trace())
        lane.link(LinkKind::DependsOn, *ending_.lane, ending_.at);
}

TaskState::~TaskState()
{
    Continuation *next = continuations_.load(std::memory_order_acquire);
    while (next && next != &closed)
        std::exchange(next, next->next_)->drop();
}

void TaskState::wait(const std::stop_token &stop, std::chrono::nanoseconds limit,
                     std::source_location where) const
{
    if (isDone())
        return;
    const Deadline deadline = limit.count() < 0 ? noDeadline : deadlineAfter(limit);
    const TimedWait timed(deadline != noDeadline);
    const Span waiting(State::Future, "future", task_, where);
    help(limit);
    if (isDone())
        return;
    Sleepers &sleepers = sleepersOf(this);
    const auto done = [this] { return state_.load(std::memory_order_seq_cst) >= FutureState::Finished; };
    const auto over = [&] { return done() || stop.stop_requested(); };
    {
        const std::stop_callback onStop(stop, [&] { sleepers.wakeAll(); });
        std::unique_lock lock(sleepers.mutex);
        waiters_.fetch_add(1, std::memory_order_seq_cst);
        if (deadline == noDeadline)
            sleepers.woken.wait(lock, over);
        else
            sleepers.woken.wait_until(lock, deadline, over);
        waiters_.fetch_sub(1, std::memory_order_relaxed);
    }
    if (!done()) {
        if (stop.stop_requested())
            throw Stopped();
        throw TimedOut();
    }
}

void TaskState::rethrow() const
{
    if (state() == FutureState::Cancelled)
        throw Cancelled();
    if (error_)
        std::rethrow_exception(error_);
}

} // namespace tenfold
