#include "ui/timeline/columns.h"

#include <cstring>

namespace tenfold {

void LaneColumns::fill(const Open &open, Nanoseconds from)
{
    const Nanoseconds begin = std::max(open.span->begin, from);
    const Nanoseconds end = std::min(open.span->endOr(instant_), instant_);
    if (toSeconds(end) < scale_.begin || toSeconds(begin) > scale_.end)
        return;
    const int first = scale_.column(toSeconds(begin));
    const int last = std::max(first + 1, scale_.column(toSeconds(end)));
    for (int i = first; i < last && i < static_cast<int>(columns_.size()); ++i) {
        Column &column = columns_[static_cast<std::size_t>(i)];
        // Sharing the column with the parent is no crowd.
        column.merged |= column.span && column.span != open.span && column.span->depth >= open.span->depth;
        column.span = open.span;
        column.task = open.task;
    }
}

void LaneColumns::update(const Lane &lane, const TimeScale &scale, Nanoseconds instant, const char *lock)
{
    if (lane_ != &lane || !(scale == scale_) || instant < instant_) {
        lane_ = &lane;
        scale_ = scale;
        next_ = 0;
        open_.clear();
        columns_.assign(static_cast<std::size_t>(scale.columns()), {});
        instant_ = 0;
    }
    const Nanoseconds before = std::exchange(instant_, instant);
    for (const Open &open : open_)
        fill(open, before);
    std::erase_if(open_, [&](const Open &open) { return open.span->endOr(instant + 1) <= instant; });

    const std::size_t size = lane.spans().size();
    for (; next_ < size; ++next_) {
        const SpanRecord &span = lane.spans()[next_];
        if (span.begin > instant)
            break;
        if (lock ? span.shape != Shape::Hold || std::strcmp(span.label, lock) != 0
                 : span.shape == Shape::Hold)
            continue;
        const std::size_t depth = std::min<std::size_t>(span.depth, taskAt_.size() - 1);
        const std::int32_t task = span.task >= 0 || depth == 0 ? span.task : taskAt_[depth - 1];
        taskAt_[depth] = task;
        const Open open{&span, task};
        fill(open, 0);
        if (span.endOr(instant + 1) > instant)
            open_.push_back(open);
    }
}

} // namespace tenfold
