#include "core/recording/replay.h"

#include "core/analysis/race.h"

#include <algorithm>

namespace tenfold {

/// The trace that is drawn of it; null where there is none.
static const Trace *traceOf(const Outcome &outcome)
{
    const Repeat *shown = outcome.shown();
    return shown && shown->trace && shown->trace->isRecording() ? shown->trace.get() : nullptr;
}

Replay::Replay(Recording whole) : whole_(std::move(whole))
{
    for (const Outcome &outcome : whole_.outcomes) {
        if (const Trace *trace = traceOf(outcome))
            end_ = std::max(end_, trace->now());
    }
}

/// Without the rows that were put later; where it is not known when, without any.
static Results soFar(const Results &whole, Nanoseconds instant)
{
    Results now = whole;
    now.findings.clear();
    qsizetype last = 0;
    for (qsizetype row = 0; row < now.table.rows.size(); ++row) {
        const auto at = static_cast<std::size_t>(row);
        if (at < whole.rowTimes.size() && whole.rowTimes[at] <= instant)
            last = row + 1;
        else
            now.table.rows[row].clear();
    }
    now.table.rows.resize(last);
    return now;
}

static Repeat running(const Repeat &whole, Nanoseconds instant)
{
    Repeat repeat;
    repeat.status = Status::Running;
    repeat.results = soFar(whole.results, instant);
    repeat.trace = whole.trace;
    return repeat;
}

Recording Replay::at(Nanoseconds instant) const
{
    if (instant >= end_)
        return whole_;
    Recording now = whole_;
    now.sweeps.clear();
    std::vector<bool> over;
    for (Outcome &outcome : now.outcomes) {
        const Trace *trace = traceOf(outcome);
        over.push_back(!trace || trace->now() <= instant);
        if (!over.back())
            outcome.repeats = {running(*outcome.shown(), instant)};
    }
    if (over != over_) {
        summary_ = summarize(*now.scenario(), now.outcomes, now.machine.effectiveCores, whole_.summary.cores);
        summary_.caveat = {}; // of times that are compared: once all are there
        over_ = over;
    }
    now.summary = summary_;
    now.summary.explanation = raceWords(*now.scenario(), now.outcomes, whole_.outcomes, instant);
    return now;
}

template<typename See> void Replay::forEachEvent(const std::vector<const Lane *> &only, See see) const
{
    const auto ofLane = [&](const Lane &lane, Nanoseconds end) {
        lane.spans().forEach([&](const SpanRecord &span) {
            see(span.begin);
            see(span.endOr(end));
        });
    };
    for (const Lane *lane : only)
        ofLane(*lane, lane->trace().now());
    if (!only.empty())
        return;
    for (const Outcome &outcome : whole_.outcomes) {
        const Trace *trace = traceOf(outcome);
        if (!trace)
            continue;
        for (const Lane *lane : trace->lanes())
            ofLane(*lane, trace->now());
        see(trace->now());
    }
}

std::optional<Nanoseconds> Replay::eventAfter(Nanoseconds instant,
                                              const std::vector<const Lane *> &only) const
{
    std::optional<Nanoseconds> nearest;
    forEachEvent(only, [&](Nanoseconds event) {
        if (event > instant && (!nearest || event < *nearest))
            nearest = event;
    });
    return nearest;
}

std::optional<Nanoseconds> Replay::eventBefore(Nanoseconds instant,
                                               const std::vector<const Lane *> &only) const
{
    std::optional<Nanoseconds> nearest;
    forEachEvent(only, [&](Nanoseconds event) {
        if (event < instant && (!nearest || event > *nearest))
            nearest = event;
    });
    return nearest;
}

/// When the first row was put; none where no row was, or it is not known.
static std::optional<Nanoseconds> firstRow(const Results &results)
{
    std::optional<Nanoseconds> first;
    for (qsizetype row = 0; row < results.table.rows.size(); ++row) {
        const auto at = static_cast<std::size_t>(row);
        if (!results.table.rows[row].isEmpty() && at < results.rowTimes.size())
            first = std::min(first.value_or(results.rowTimes[at]), results.rowTimes[at]);
    }
    return first;
}

/// What the lanes of a variant marked, the first of each kind.
static std::vector<ReplayMark> marksOf(const Trace &trace)
{
    using Kind = ReplayMark::Kind;
    std::vector<ReplayMark> marks;
    const auto add = [&](Kind kind, Nanoseconds time) {
        const auto known = std::ranges::find(marks, kind, &ReplayMark::kind);
        if (known == marks.end())
            marks.push_back({kind, time});
        else
            known->time = std::min(known->time, time);
    };
    for (const Lane *lane : trace.lanes()) {
        lane->marks().forEach([&](const MarkRecord &mark) {
            if (std::string_view(mark.label) == "lost")
                add(Kind::Crash, mark.time);
            else if (std::string_view(mark.label) == "ring found")
                add(Kind::Ring, mark.time);
        });
        lane->links().forEach([&](const LinkRecord &link) {
            if (link.kind == LinkKind::Releases)
                add(Kind::Release, link.fromTime);
        });
    }
    return marks;
}

std::vector<ReplayMark> Replay::marks() const
{
    using Kind = ReplayMark::Kind;
    std::vector<ReplayMark> marks;
    for (const Outcome &outcome : whole_.outcomes) {
        const Trace *trace = traceOf(outcome);
        if (!trace)
            continue;
        std::vector<ReplayMark> own = marksOf(*trace);
        if (const auto first = firstRow(outcome.shown()->results))
            own.push_back({Kind::FirstResult, *first});
        own.push_back({outcome.status() == Status::Stuck ? Kind::Stuck : Kind::End, trace->now()});
        for (ReplayMark &mark : own) {
            mark.variant = outcome.variant;
            // What happens once in a run is told of the first; ends are told each.
            const auto known = std::ranges::find(marks, mark.kind, &ReplayMark::kind);
            if (mark.kind == Kind::End || known == marks.end())
                marks.push_back(mark);
            else if (mark.time < known->time)
                *known = mark;
        }
    }
    std::ranges::stable_sort(marks, {}, &ReplayMark::time);
    return marks;
}

} // namespace tenfold
