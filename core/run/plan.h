#pragma once

#include "core/run/request.h"
#include "core/trace/trace.h"

namespace tenfold {

/// Carry out `variant` once. Jobs of a plan with the same variant and values are repeats of one outcome.
struct Job
{
    QString variant;
    Values values;
    quint64 seed = 1;
    Trace::Recording recording = Trace::Recording::On;
};

/// What a Runner carries out, in order.
struct Plan
{
    const Scenario *scenario = nullptr;
    std::vector<Job> jobs;
};

/// The reference and the variants of `request`, at each value where it is a sweep, each `repeats` times, in
/// turn, so that a drift of the machine hits all alike. Of a sweep nothing is recorded, since what recording
/// costs would be measured too; the Runner records mistakes all the same, which may get stuck.
Plan planOf(const Request &request);

} // namespace tenfold
