#include "core/sync/event.h"

namespace tenfold {

void Event::set()
{
    const auto by = LaneInstant::now();
    const std::scoped_lock lock(mutex_);
    set_.store(true, std::memory_order_release);
    waiters_.wakeAll(1, by);
}

void Event::clear()
{
    const std::scoped_lock lock(mutex_);
    set_.store(false, std::memory_order_release);
}

int Event::waiting() const
{
    const std::scoped_lock lock(mutex_);
    return waiters_.size();
}

bool Event::waitUntil(const std::stop_token &stop, Deadline deadline, std::source_location where)
{
    Waiting waiting(State::Event, name_, where);
    Waiter self;
    {
        const std::scoped_lock lock(mutex_);
        if (isSet())
            return true;
        waiters_.add(self);
    }
    return waiters_.wait(waiting, self, mutex_, stop, deadline, [] {});
}

} // namespace tenfold
