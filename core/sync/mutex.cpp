#include "core/sync/mutex.h"

#include "core/trace/span.h"

namespace tenfold {

void Mutex::take(const std::stop_token &stop, std::source_location where)
{
    contended_.fetch_add(1, std::memory_order_relaxed);
    const Span waiting(State::Lock, name_, SpanRecord::noTask, where);
    std::unique_lock sleepers(inner_);
    // Whoever gets it here leaves "wanted" set: others may still sleep, and one needless wake costs little.
    const bool taken = freed_.wait(
        sleepers, stop, [this] { return state_.exchange(HeldAndWanted, std::memory_order_acquire) == Free; });
    if (!taken)
        throw Stopped();
    if (Lane *lane = Lane::current(); lane && releasedBy_ && &releasedBy_->trace() == &lane->trace())
        lane->link(LinkKind::Releases, *releasedBy_, releasedAt_);
}

void Mutex::give() noexcept
{
    // Read by the next holder only, who acquires state_ after the store below.
    releasedBy_ = Lane::current();
    releasedAt_ = releasedBy_ ? releasedBy_->now() : 0;
    if (state_.exchange(Free, std::memory_order_acq_rel) == HeldAndWanted) {
        {
            const std::scoped_lock sleepers(inner_);
        }
        freed_.notify_one();
    }
}

} // namespace tenfold
