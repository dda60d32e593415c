#include "core/run/plan.h"

namespace tenfold {

static void addJobs(Plan &plan, const Request &request, const Values &values, Trace::Recording recording)
{
    for (const Variant &variant : request.scenario->variants) {
        if (&variant == &request.scenario->variants.front() || request.variants.contains(variant.id))
            plan.jobs.push_back({variant.id, values, request.seed, recording});
    }
}

Plan planOf(const Request &request)
{
    Plan plan{request.scenario, {}};
    for (int repeat = 0; repeat < request.repeats; ++repeat) {
        if (!request.isSweep())
            addJobs(plan, request, request.values, Trace::Recording::On);
        for (const int value : request.sweptValues) {
            Values values = request.values;
            values[request.over] = value;
            addJobs(plan, request, values, Trace::Recording::Off);
        }
    }
    return plan;
}

} // namespace tenfold
