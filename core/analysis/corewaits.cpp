#include "core/analysis/corewaits.h"

#include "core/analysis/format.h"
#include "core/analysis/quota.h"
#include "core/analysis/readings.h"

#include <algorithm>

namespace tenfold {

/// The time in which the lanes that work had something to compute, and how much of it was without a core.
struct Computing
{
    explicit Computing(const Repeat &repeat)
    {
        if (!repeat.trace)
            return;
        const Lane::Sums sums = sumsOf(*repeat.trace, repeat.trace->now());
        ready = toSeconds(sums.of(State::Ready));
        all = ready + toSeconds(sums.of(State::Running));
        workers = std::max(1, workersOf(*repeat.trace, repeat.trace->now()).atOnce);
        const auto lanes = repeat.trace->lanes();
        isTold = std::ranges::any_of(lanes, [](const Lane *lane) { return lane->cores().size() > 0; });
    }
    double readyShare() const { return all > 0 ? ready / all : 0; }

    double all = 0, ready = 0; // seconds
    int workers = 1;
    bool isTold = false;
};

double bentBy(const Repeat &repeat, int workers, double ownCores)
{
    constexpr double least = 0.005; // seconds, of a few turns of the kernel's
    const Computing computing(repeat);
    const int cores = coresAtOnce();
    const double wall = repeat.seconds, others = repeat.othersCores.value_or(0);
    const int lanes = computing.isTold ? computing.workers : workers;
    const double atOnce = std::clamp(lanes, 1, cores);
    if (wall <= 0)
        return 0;
    double taken = 0; // seconds of a core
    double share = 0; // of the time that atOnce cores have, in which something was to be computed
    if (computing.isTold) {
        taken = repeat.othersCores ? std::min(computing.ready, others * wall)
                : lanes <= cores   ? computing.ready
                                   : 0;
        taken -= std::min(taken, repeat.throttled);
        share = computing.all / (atOnce * wall);
    } else {
        taken = std::min(std::max(0.0, others + atOnce - cores), ownCores) * wall;
        share = ownCores / atOnce;
    }
    if (taken < least)
        taken = 0;
    // Two cores are often one that does two things at once.
    constexpr double slowed = 0.3;
    return std::max(taken / (atOnce * wall), slowed * std::min(1.0, others / cores) * std::min(1.0, share));
}

QString sayCores(const Scenario &scenario, const Outcome &outcome)
{
    const Repeat *repeat = outcome.shown();
    const Computing computing(repeat ? *repeat : Repeat());
    if (computing.ready < 0.01 || computing.readyShare() < 0.1 || computing.workers <= coresAtOnce())
        return {};
    return translate("Explanation", "%1: for %2 of the time in which its workers had something to compute, "
                                    "they had no core. Workers: %3, cores: %4.")
        .arg(scenario.variant(outcome.variant)->title.text(), formatPercent(computing.readyShare()))
        .arg(computing.workers)
        .arg(coresAtOnce());
}

} // namespace tenfold
