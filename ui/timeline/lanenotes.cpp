#include "ui/timeline/lanenotes.h"

#include "core/analysis/readings.h"

#include <algorithm>
#include <cstring>

namespace tenfold {

const Lane::Sums &LaneNotes::sumsAt(const Lane &lane, Nanoseconds instant)
{
    Sum &sum = lanes_[&lane].sum;
    const std::size_t spans = lane.spans().size();
    if (sum.instant != instant || sum.spans != spans || !lane.trace().isStopped())
        sum = {instant, spans, sumsOf(lane, instant)};
    return sum.sums;
}

Lane::Sums LaneNotes::sums(const Scene &scene, const Lane &lane)
{
    // What is under way is exact without a look at the spans.
    return scene.instant || lane.trace().isStopped() ? sumsAt(lane, scene.instantOf(lane.trace()))
                                                     : sumsIn(scene, lane);
}

bool LaneNotes::isShown(const Lane &lane, Nanoseconds instant)
{
    return lane.role() != LaneRole::Main || lane.subRows() > 0 || hasOwnWork(sumsAt(lane, instant));
}

const std::vector<std::size_t> &LaneNotes::marks(const Lane &lane, MarkKind kind)
{
    Notes &notes = lanes_[&lane];
    for (const std::size_t size = lane.marks().size(); notes.nextMark < size; ++notes.nextMark) {
        const MarkKind its = kindOf(lane.marks()[notes.nextMark]);
        notes.marks[static_cast<std::size_t>(its)].push_back(notes.nextMark);
    }
    return notes.marks[static_cast<std::size_t>(kind)];
}

int LaneNotes::countMarks(const Lane &lane, MarkKind kind, Nanoseconds instant)
{
    const std::vector<std::size_t> &own = marks(lane, kind);
    const auto isPast = [&](std::size_t index) { return lane.marks()[index].time <= instant; };
    return static_cast<int>(std::ranges::partition_point(own, isPast) - own.begin());
}

const std::vector<const SpanRecord *> &LaneNotes::locks(const Lane &lane)
{
    constexpr std::size_t mostSpans = 1000;
    Notes &notes = lanes_[&lane];
    for (const std::size_t size = std::min(mostSpans, lane.spans().size()); notes.nextSpan < size;
         ++notes.nextSpan) {
        const SpanRecord &span = lane.spans()[notes.nextSpan];
        const auto isSame = [&](const SpanRecord *lock) { return std::strcmp(lock->label, span.label) == 0; };
        if (isHolding(span.shape) && std::ranges::none_of(notes.locks, isSame))
            notes.locks.push_back(&span);
    }
    return notes.locks;
}

static LaneNotes::Retry findRetry(const Trace &trace, const MarkRecord &mark)
{
    constexpr std::size_t farthest = 2000; // spans of a lane
    LaneNotes::Retry first;
    for (const Lane *lane : trace.lanes()) {
        const auto &spans = lane->spans();
        const std::size_t from =
            spans.firstNot([&](const SpanRecord &span) { return span.begin < mark.time; });
        for (std::size_t i = from; i < std::min(spans.size(), from + farthest); ++i) {
            if (first.lane && spans[i].begin >= first.begin)
                break;
            if (spans[i].task == mark.task)
                first = {lane, spans[i].begin};
        }
    }
    return first;
}

LaneNotes::Retry LaneNotes::retryOf(const Lane &lane, std::size_t index)
{
    Sought &sought = lanes_[&lane].retries[index];
    std::size_t spans = 0;
    for (const Lane *other : lane.trace().lanes())
        spans += other->spans().size();
    if (!sought.retry.lane && sought.spans != spans)
        sought = {findRetry(lane.trace(), lane.marks()[index]), spans};
    return sought.retry;
}

} // namespace tenfold
