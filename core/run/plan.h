#pragma once

#include "core/catalog/scenario.h"
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

/// The reference and `variants` (ids; the reference may be left out), each `repeats` times, in turn, so that
/// a drift of the machine hits all alike.
Plan planRun(const Scenario &scenario, const QStringList &variants, const Values &values, quint64 seed = 1,
             int repeats = 1);

} // namespace tenfold
