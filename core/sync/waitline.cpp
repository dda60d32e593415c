#include "core/sync/waitline.h"

namespace tenfold {

void Waiter::wake(int answer, const LaneInstant &by)
{
    const std::scoped_lock lock(mutex_);
    by_ = by;
    answer_.store(answer, std::memory_order_release);
    if (sleeping_)
        sleeping_->notify_one();
}

WaitEnd Waiter::wait(const std::stop_token &stop, Deadline deadline)
{
    spinUntil([this] { return answer() != 0; });
    std::unique_lock lock(mutex_);
    if (answer() != 0)
        return WaitEnd::Ready;
    std::condition_variable_any condition;
    sleeping_ = &condition;
    const WaitEnd end = sleepUntil(condition, lock, stop, deadline, [this] { return answer() != 0; });
    sleeping_ = nullptr;
    return end;
}

Waiter *WaitLine::firstThatWants(int wants) const
{
    Waiter *waiter = first_;
    while (waiter && waiter->wants != wants)
        waiter = waiter->next_;
    return waiter;
}

void WaitLine::add(Waiter &waiter)
{
    (last_ ? last_->next_ : first_) = &waiter;
    last_ = &waiter;
    ++size_;
}

bool WaitLine::remove(Waiter &waiter)
{
    Waiter *before = nullptr;
    for (Waiter *at = first_; at; before = at, at = at->next_) {
        if (at != &waiter)
            continue;
        (before ? before->next_ : first_) = waiter.next_;
        if (last_ == &waiter)
            last_ = before;
        waiter.next_ = nullptr;
        --size_;
        return true;
    }
    return false;
}

void WaitLine::wake(Waiter &waiter, int answer, const LaneInstant &by)
{
    remove(waiter);
    waiter.wake(answer, by);
}

void WaitLine::wakeAll(int answer, const LaneInstant &by)
{
    while (first_)
        wake(*first_, answer, by);
}

} // namespace tenfold
