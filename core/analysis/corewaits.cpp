#include "core/analysis/corewaits.h"

#include "core/analysis/format.h"
#include "core/analysis/readings.h"

#include <algorithm>
#include <thread>

namespace tenfold {

/// The time in which the lanes that work had something to compute, and how much of it was without a core.
struct Computing
{
    explicit Computing(const Outcome &outcome)
    {
        const Repeat *repeat = outcome.shown();
        if (!repeat || !repeat->trace)
            return;
        const Lane::Sums sums = sumsOf(*repeat->trace, repeat->trace->now());
        ready = toSeconds(sums.of(State::Ready));
        all = ready + toSeconds(sums.of(State::Running));
        workers = workersOf(*repeat->trace, repeat->trace->now()).atOnce;
        others = repeat->othersCores.value_or(0);
    }
    double readyShare() const { return all > 0 ? ready / all : 0; }

    double all = 0, ready = 0; // seconds
    double others = 0;         // cores
    int workers = 1;
};

static int coresOfThis()
{
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

QString sayDisturbance(const std::vector<Outcome> &outcomes)
{
    constexpr double leastOthers = 0.15; // cores; less does any desktop
    double most = 0;
    for (const Outcome &outcome : outcomes) {
        const Computing computing(outcome);
        if (computing.all > 0.02 && computing.readyShare() > 0.05)
            most = std::max(most, computing.others);
    }
    if (most < leastOthers)
        return {};
    return translate("Explanation", "Other programs used up to %1 of %2 cores meanwhile: what computes took "
                                    "longer than it would alone.")
        .arg(most, 0, 'f', 1)
        .arg(coresOfThis());
}

QString sayCores(const Scenario &scenario, const Outcome &outcome)
{
    const Computing computing(outcome);
    if (computing.ready < 0.01 || computing.readyShare() < 0.1 || computing.workers <= coresOfThis())
        return {};
    return translate("Explanation", "%1: for %2 of the time in which its workers had something to compute, "
                                    "they had no core. Workers: %3, cores: %4.")
        .arg(scenario.variant(outcome.variant)->title.text(), formatPercent(computing.readyShare()))
        .arg(computing.workers)
        .arg(coresOfThis());
}

} // namespace tenfold
