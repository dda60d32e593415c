#include "core/executors/future.h"

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
    std::condition_variable_any woken;
};

Sleepers &sleepersOf(const TaskState *task)
{
    static std::array<Sleepers, 64> places;
    const auto address = reinterpret_cast<std::uintptr_t>(task);
    return places[(address >> 6 ^ address >> 12) % places.size()];
}

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

void TaskState::finish(std::exception_ptr error)
{
    error_ = std::move(error);
    settle(FutureState::Finished);
}

void TaskState::settle(FutureState state)
{
    // Either the waiter sees the state, or this sees the waiter: both orders are sequentially consistent.
    state_.store(state, std::memory_order_seq_cst);
    if (waiters_.load(std::memory_order_seq_cst) > 0) {
        Sleepers &sleepers = sleepersOf(this);
        {
            const std::scoped_lock lock(sleepers.mutex);
        }
        sleepers.woken.notify_all();
    }
}

void TaskState::wait(const std::stop_token &stop, std::chrono::nanoseconds limit,
                     std::source_location where) const
{
    if (isDone())
        return;
    const Span waiting(State::Future, "future", task_, where);
    Sleepers &sleepers = sleepersOf(this);
    std::unique_lock lock(sleepers.mutex);
    waiters_.fetch_add(1, std::memory_order_seq_cst);
    const auto done = [this] { return state_.load(std::memory_order_seq_cst) >= FutureState::Finished; };
    const bool isIt = limit.count() < 0 ? sleepers.woken.wait(lock, stop, done)
                                        : sleepers.woken.wait_for(lock, stop, limit, done);
    waiters_.fetch_sub(1, std::memory_order_relaxed);
    if (!isIt) {
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
