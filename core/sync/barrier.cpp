#include "core/sync/barrier.h"

#include <algorithm>

namespace tenfold {

enum : int { Met = 1, Broken };

[[noreturn]] static void throwBroken(const std::stop_token &stop)
{
    if (stop.stop_requested()) // somebody else saw it first
        throw Stopped();
    throw BrokenBarrier();
}

Barrier::Barrier(int parties, std::function<void()> completed, const char *name)
    : parties_(std::max(parties, 1)), completed_(std::move(completed)), name_(name)
{}

int Barrier::arrive(const std::stop_token &stop, Deadline deadline, std::source_location where)
{
    std::unique_lock lock(mutex_);
    if (broken_)
        throwBroken(stop);
    const int before = line_.size();
    if (before + 1 == parties_) {
        try {
            if (completed_)
                completed_();
        } catch (...) {
            breakIt();
            throw;
        }
        ++generation_;
        line_.wakeAll(Met, LaneInstant::now());
        return before;
    }
    Waiting waiting(State::Event, name_, where);
    Waiter self;
    line_.add(self);
    lock.unlock();
    const bool woken = line_.wait(waiting, self, mutex_, stop, deadline, [this] { breakIt(); });
    if (woken && self.answer() == Met)
        return before;
    throwBroken(stop);
}

void Barrier::breakIt()
{
    broken_ = true;
    line_.wakeAll(Broken, LaneInstant::now());
}

void Barrier::abort()
{
    const std::scoped_lock lock(mutex_);
    breakIt();
}

void Barrier::reset()
{
    const std::scoped_lock lock(mutex_);
    breakIt();
    broken_ = false;
}

int Barrier::waiting() const
{
    const std::scoped_lock lock(mutex_);
    return line_.size();
}

bool Barrier::isBroken() const
{
    const std::scoped_lock lock(mutex_);
    return broken_;
}

std::uint64_t Barrier::generation() const
{
    const std::scoped_lock lock(mutex_);
    return generation_;
}

} // namespace tenfold
