#include "core/sync/sharedmutex.h"

#include <algorithm>

namespace tenfold {

int SharedMutex::waiting() const
{
    const std::scoped_lock lock(mutex_);
    return line_.size();
}

void SharedMutex::take(Kind kind, const std::stop_token &stop, std::source_location where)
{
    std::unique_lock lock(mutex_);
    if (isFreeFor(kind) && mayPassTheLine(kind)) {
        enter(kind, Lane::current());
        return;
    }
    Waiting waiting(State::Lock, name_, where);
    if (const Waiter *writer = line_.firstThatWants(Writer); kind == Reader && !writing_ && writer) {
        waiting.waitsFor(writer->lane); // not for the readers inside, whom that writer waits for
    } else {
        for (const Lane *holder : holders_) // alive: letting go takes the mutex
            waiting.waitsFor(holder);
    }
    Waiter self(kind);
    line_.add(self);
    lock.unlock();
    // Readers may have stood behind a writer that left.
    line_.wait(waiting, self, mutex_, stop, noDeadline, [this] { serve(); });
}

bool SharedMutex::mayPassTheLine(Kind kind) const
{
    // Nobody waits for what is free, whatever the policy: so only a reader beside readers can pass anybody.
    switch (policy_) {
    case SharedPolicy::Fair:
        return line_.isEmpty();
    case SharedPolicy::WritersFirst:
        return kind == Writer || !line_.firstThatWants(Writer);
    case SharedPolicy::ReadersFirst:
        break;
    }
    return true;
}

void SharedMutex::enter(Kind kind, const Lane *lane)
{
    if (kind == Reader)
        ++readers_;
    else
        writing_ = true;
    if (lane)
        holders_.push_back(lane);
}

void SharedMutex::give(Kind kind, const Lane *lane)
{
    const std::scoped_lock lock(mutex_);
    if (kind == Reader)
        --readers_;
    else
        writing_ = false;
    if (const auto own = std::ranges::find(holders_, lane); own != holders_.end())
        holders_.erase(own);
    serve();
}

Waiter *SharedMutex::next() const
{
    Waiter *preferred = nullptr;
    if (policy_ != SharedPolicy::Fair)
        preferred = line_.firstThatWants(policy_ == SharedPolicy::ReadersFirst ? Reader : Writer);
    return preferred ? preferred : line_.first();
}

void SharedMutex::serve()
{
    if (line_.isEmpty())
        return;
    const auto by = LaneInstant::now();
    for (Waiter *waiter = next(); waiter && isFreeFor(Kind(waiter->wants)); waiter = next()) {
        enter(Kind(waiter->wants), waiter->lane);
        line_.wake(*waiter, 1, by);
    }
}

ReadLock::ReadLock(SharedMutex &mutex, const std::stop_token &stop, std::source_location where)
    : mutex_(mutex), lane_((mutex.take(SharedMutex::Reader, stop, where), Lane::current()))
{
    if (!lane_)
        return;
    lane_->sample(lane_->seriesIndex(mutex_.series_), +1);
    hold_ = lane_->beginAside(Shape::Share, State::Running, mutex_.name_, SpanRecord::noTask, where);
}

ReadLock::~ReadLock()
{
    if (lane_) { // before a writer can go in: the series is 0 then
        lane_->sample(lane_->seriesIndex(mutex_.series_), -1);
        lane_->endAside(hold_);
    }
    mutex_.give(SharedMutex::Reader, lane_);
}

WriteLock::WriteLock(SharedMutex &mutex, const std::stop_token &stop, std::source_location where)
    : mutex_(mutex), lane_((mutex.take(SharedMutex::Writer, stop, where), Lane::current()))
{
    if (lane_)
        hold_ = lane_->beginAside(Shape::Hold, State::Running, mutex_.name_, SpanRecord::noTask, where);
}

WriteLock::~WriteLock()
{
    if (lane_)
        lane_->endAside(hold_);
    mutex_.give(SharedMutex::Writer, lane_);
}

} // namespace tenfold
