#pragma once

#include "core/analysis/summary.h"

namespace tenfold {

/// A finished repeat with tasks that wait and compute for so many nanoseconds.
inline Repeat repeatOf(const std::vector<std::pair<Nanoseconds, Nanoseconds>> &tasks, double seconds)
{
    auto trace = std::make_shared<Trace>();
    Lane *lane = trace->addLaneAt(0, LaneRole::Main);
    Nanoseconds now = 0;
    for (std::int32_t i = 0; const auto &[waiting, computing] : tasks) {
        SpanRecord *task = lane->beginAt(now, State::Running, "task", i++, {});
        now += computing;
        SpanRecord *io = lane->beginAt(now, State::Io, "GET", SpanRecord::noTask, {});
        now += waiting;
        lane->endAt(now, io);
        lane->endAt(now, task);
    }
    trace->stopAt(now);
    Repeat repeat;
    repeat.status = Status::Finished;
    repeat.seconds = seconds;
    repeat.trace = trace;
    repeat.sameResult = true;
    return repeat;
}

/// One task after the other in 2.8 s, and what is shared among workers in `parallelSeconds`.
inline std::vector<Outcome> outcomesOf(const Scenario &scenario, double parallelSeconds)
{
    const Values values = scenario.preset("default");
    Outcome sequential{"sequential", values, 1, {repeatOf({{2'000'000, 0}}, 2.8)}};
    sequential.repeats[0].results.expected = {0.2, 0.4, 0.2, 0.6, 0.2, 0.4, 0.2, 0.6};
    const Outcome parallel{"parallel", values, 1, {repeatOf({{2'000'000, 0}}, parallelSeconds)}};
    return {sequential, parallel};
}

/// On a machine of eight cores, of which two do the work of two; whatever this one is.
inline Summary summaryOf(const Scenario &scenario, const std::vector<Outcome> &outcomes)
{
    return summarize(scenario, outcomes, 2, {.seen = 8, .allowed = 8});
}

} // namespace tenfold
