#include "core/sync/mutex.h"

namespace tenfold {

void Mutex::take(const std::stop_token &stop, std::source_location where)
{
    contended_.fetch_add(1, std::memory_order_relaxed);
    Waiting waiting(State::Lock, name_, where);
    std::unique_lock sleepers(inner_);
    const auto takeOrLink = [&] {
        const Lane *holder = nullptr;
        // "Wanted" is set under inner_ only. Found set, it says that the lock is still with `holder`, who
        // finds it too on letting go and comes for inner_ then: until we sleep, its lane lives. Found not
        // set, the lock may have changed hands since the look at the holder.
        for (int was = Held; was != HeldAndWanted;) {
            holder = holder_.load(std::memory_order_acquire);
            was = state_.exchange(HeldAndWanted, std::memory_order_acq_rel);
            // Whoever gets it here leaves "wanted" set: others may still sleep, and one needless wake costs
            // little.
            if (was == Free) {
                holder_.store(Lane::current(), std::memory_order_release);
                return true;
            }
        }
        waiting.waitsFor(holder);
        return false;
    };
    if (sleepUntil(freed_, sleepers, stop, noDeadline, takeOrLink) != WaitEnd::Ready)
        throw Stopped();
    waiting.endedBy(released_);
}

void Mutex::give(const Lane *lane, Nanoseconds released) noexcept
{
    // Read by the next holder only, who acquires state_ after the store below.
    released_ = LaneInstant(lane, released);
    if (state_.exchange(Free, std::memory_order_acq_rel) == HeldAndWanted) {
        {
            const std::scoped_lock sleepers(inner_);
        }
        freed_.notify_one();
    }
}

} // namespace tenfold
