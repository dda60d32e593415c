#include "ui/timeline/columns.h"

#include <cstring>

namespace tenfold {

/// Whether `span` began before `other` of the same lane, or around it.
static bool isBefore(const SpanRecord &span, const SpanRecord &other)
{
    return span.begin < other.begin || (span.begin == other.begin && span.depth < other.depth);
}

void LaneColumns::fill(Open &open)
{
    const SpanRecord &span = *open.span;
    const Nanoseconds end = std::min(span.endOr(instant_), instant_);
    if (toSeconds(end) < scale_.begin || toSeconds(span.begin) > scale_.end)
        return;
    const int first = scale_.column(toSeconds(span.begin));
    const int last = std::min(std::max(first + 1, scale_.column(toSeconds(end))), scale_.columns());
    for (int i = std::max(first, open.filled); i < last; ++i) {
        Column &column = columns_[static_cast<std::size_t>(i)];
        // A parent reaches a column after its children did when it was open at an earlier instant.
        const bool isLate = column.span && isBefore(span, *column.span);
        const SpanRecord *before = isLate ? &span : column.span;
        const SpanRecord *after = isLate ? column.span : &span;
        // Sharing the column with the parent is no crowd.
        column.merged |= before && before->depth >= after->depth;
        if (isLate)
            continue;
        column.span = &span;
        column.task = open.task;
    }
    open.filled = std::max(open.filled, last);
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
    instant_ = instant;
    for (Open &open : open_)
        fill(open);
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
        Open open{&span, task, 0};
        fill(open);
        if (span.endOr(instant + 1) > instant)
            open_.push_back(open);
    }
}

} // namespace tenfold
