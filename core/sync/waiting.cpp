#include "core/sync/waiting.h"

#include <algorithm>

namespace tenfold {

Deadline deadlineAfter(std::chrono::nanoseconds limit)
{
    const auto now = Deadline::clock::now();
    return now + std::clamp(limit, std::chrono::nanoseconds(0), noDeadline - now);
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
