#include "core/sync/semaphore.h"

#include <algorithm>

namespace tenfold {

Semaphore::Semaphore(int permits, const char *name) : name_(name), state_(std::max(permits, 0) * one) {}

int Semaphore::waiting() const
{
    const std::scoped_lock lock(mutex_);
    return line_.size();
}

void Semaphore::serve()
{
    const auto by = LaneInstant::now();
    const std::scoped_lock lock(mutex_);
    serveLine(by);
}

void Semaphore::serveLine(const LaneInstant &by)
{
    while (Waiter *first = line_.first()) {
        if (state_.load(std::memory_order_acquire) < first->wants * one)
            return;
        state_.fetch_sub(first->wants * one, std::memory_order_acq_rel);
        line_.wake(*first, 1, by);
    }
    state_.fetch_and(~wanted, std::memory_order_release);
}

bool Semaphore::waitUntil(int count, const std::stop_token &stop, Deadline deadline,
                          std::source_location where)
{
    Waiting waiting(State::Permit, name_, where);
    Waiter self(count);
    {
        const std::scoped_lock lock(mutex_);
        line_.add(self);
        state_.fetch_or(wanted, std::memory_order_acq_rel);
        serveLine({}); // a release that came before the line was marked
    }
    // Who stood behind may have been waiting for this place only.
    return line_.wait(waiting, self, mutex_, stop, deadline, [this] { serveLine(LaneInstant::now()); });
}

} // namespace tenfold
