#include "core/sync/waiting.h"

#include <algorithm>

namespace tenfold {

Deadline deadlineAfter(std::chrono::nanoseconds limit)
{
    // The standard library adds what is left to another clock: a sum near the largest number would overflow.
    constexpr std::chrono::hours aCentury(100 * 365 * 24);
    if (limit >= aCentury)
        return noDeadline;
    return Deadline::clock::now() + std::max(limit, std::chrono::nanoseconds(0));
}

void Waiting::waitsFor(const Lane *holder)
{
    if (!lane_ || !holder || holder == linked_ || holder == lane_ || &holder->trace() != &lane_->trace())
        return;
    linked_ = holder;
    lane_->link(LinkKind::WaitsFor, *holder, lane_->now());
}

void Waiting::endedBy(const LaneInstant &by, LinkKind kind)
{
    const Lane *from = lane_ ? by.laneFor(*lane_) : nullptr;
    if (from && from != lane_)
        lane_->link(kind, *from, by.time());
}

} // namespace tenfold
