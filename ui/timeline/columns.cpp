#include "ui/timeline/columns.h"

#include <cmath>
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
    if (end < begin_ || span.begin > end_)
        return;
    const int first = columnOf(span.begin);
    const int last = std::min(std::max(first + 1, columnOf(end)), static_cast<int>(columns_.size()));
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

/// scale_.column() of an instant that it shows, or one before it, without a division.
int LaneColumns::columnOf(Nanoseconds time) const
{
    const double at = (static_cast<double>(time) - scale_.begin * 1e9) * perNanosecond_;
    return static_cast<int>(std::clamp(at, 0.0, static_cast<double>(columns_.size())));
}

/// Between two looks of the kernel's figures the share is the same.
void LaneColumns::readCores()
{
    const auto &looks = lane_->cores();
    for (; nextLook_ < looks.size() && looks[nextLook_].time <= instant_; ++nextLook_) {
        const CoreRecord &before = looks[nextLook_ - 1], &after = looks[nextLook_];
        if (after.ready == before.ready || after.time < begin_ || before.time > end_)
            continue;
        const auto share = static_cast<float>(
            static_cast<double>(after.ready - before.ready) /
            static_cast<double>(std::max(after.running - before.running, after.ready - before.ready)));
        const int last = std::min(std::max(columnOf(before.time) + 1, columnOf(after.time)),
                                  static_cast<int>(columns_.size()));
        for (int i = columnOf(before.time); i < last; ++i)
            columns_[static_cast<std::size_t>(i)].ready = share;
    }
}

void LaneColumns::update(const Lane &lane, const TimeScale &scale, Nanoseconds instant, const char *lock,
                         int subRow)
{
    const auto isRead = [&](const SpanRecord &span) {
        if (lock)
            return isHolding(span.shape) && std::strcmp(span.label, lock) == 0;
        if (subRow != noSubRow)
            return span.shape == Shape::Detached && span.depth == subRow;
        return span.shape == Shape::Nested;
    };
    if (lane_ != &lane || !(scale == scale_) || instant < instant_) {
        lane_ = &lane;
        scale_ = scale;
        next_ = 0;
        nextLook_ = 1;
        open_.clear();
        columns_.assign(static_cast<std::size_t>(scale.columns()), {});
        begin_ = static_cast<Nanoseconds>(std::ceil(scale.begin * 1e9));
        perNanosecond_ = scale.width / ((scale.end - scale.begin) * 1e9);
        end_ = static_cast<Nanoseconds>(std::floor(scale.end * 1e9));
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
        if (!isRead(span))
            continue;
        const std::size_t depth =
            subRow != noSubRow ? 0 : std::min<std::size_t>(span.depth, taskAt_.size() - 1);
        const std::int32_t task = span.task >= 0 || depth == 0 ? span.task : taskAt_[depth - 1];
        taskAt_[depth] = task;
        Open open{&span, task, 0};
        fill(open);
        if (span.endOr(instant + 1) > instant)
            open_.push_back(open);
    }
    if (!lock && subRow == noSubRow)
        readCores();
}

std::size_t InFlightColumns::columnOf(Nanoseconds time) const
{
    return static_cast<std::size_t>(scale_.column(toSeconds(time)));
}

void InFlightColumns::update(const Lane &lane, const TimeScale &scale, Nanoseconds instant, int subRow)
{
    if (lane_ != &lane || !(scale == scale_) || instant < instant_) {
        lane_ = &lane;
        scale_ = scale;
        next_ = 0;
        open_.clear();
        changes_.assign(static_cast<std::size_t>(scale.columns()) + 1, 0);
    }
    instant_ = instant;
    const auto close = [&](const SpanRecord *span) {
        const Nanoseconds end = span->endOr(instant + 1);
        if (end <= instant)
            --changes_[columnOf(end)];
        return end <= instant;
    };
    std::erase_if(open_, close);
    for (const std::size_t size = lane.spans().size(); next_ < size; ++next_) {
        const SpanRecord &span = lane.spans()[next_];
        if (span.begin > instant)
            break;
        if (span.shape != Shape::Detached || span.depth < subRow)
            continue;
        ++changes_[columnOf(span.begin)];
        if (!close(&span))
            open_.push_back(&span);
    }
    columns_.assign(columnOf(instant), 0);
    int under = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i)
        columns_[i] = under += changes_[i];
}

} // namespace tenfold
