#include "core/executors/future.h"

namespace tenfold {

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
        {
            const std::scoped_lock lock(mutex_);
        }
        done_.notify_all();
    }
}

void TaskState::wait(const std::stop_token &stop, std::chrono::nanoseconds limit,
                     std::source_location where) const
{
    if (isDone())
        return;
    const Span waiting(State::Future, "future", task_, where);
    std::unique_lock lock(mutex_);
    waiters_.fetch_add(1, std::memory_order_seq_cst);
    const auto done = [this] { return state_.load(std::memory_order_seq_cst) >= FutureState::Finished; };
    const bool isIt =
        limit.count() < 0 ? done_.wait(lock, stop, done) : done_.wait_for(lock, stop, limit, done);
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
