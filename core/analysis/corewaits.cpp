#include "core/analysis/corewaits.h"

#include "core/analysis/format.h"
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

double bentBy(const Repeat &repeat, int workers, double ownCores, const Cores &cores)
{
    constexpr double least = 0.005; // seconds, of a few turns of the kernel's
    const Computing computing(repeat);
    const double wall = repeat.seconds, others = repeat.othersCores.value_or(0);
    const int lanes = computing.isTold ? computing.workers : workers;
    const double atOnce = std::clamp(lanes, 1, cores.atOnce());
    if (wall <= 0)
        return 0;
    double taken = 0; // seconds of a core
    double share = 0; // of the time that atOnce cores have, in which something was to be computed
    if (computing.isTold) {
        // What own threads beside the lanes computed took cores as well.
        const double beside = std::max(0.0, ownCores * wall - (computing.all - computing.ready));
        taken = repeat.othersCores        ? std::min(computing.ready, others * wall)
                : lanes <= cores.atOnce() ? std::max(0.0, computing.ready - beside)
                                          : 0;
        taken -= std::min(taken, repeat.throttled);
        share = computing.all / (atOnce * wall);
    } else {
        // Others have all cores that are seen, whatever the quota leaves of them.
        taken = std::min(std::max(0.0, others + atOnce - cores.seen), ownCores) * wall;
        share = ownCores / atOnce;
    }
    if (taken < least)
        taken = 0;
    // Two cores are often one that does two things at once.
    constexpr double slowed = 0.3;
    return std::max(taken / (atOnce * wall),
                    slowed * std::min(1.0, others / cores.seen) * std::min(1.0, share));
}

QString sayCores(const Scenario &scenario, const Outcome &outcome, const Cores &cores)
{
    const Repeat *repeat = outcome.shown();
    const Computing computing(repeat ? *repeat : Repeat());
    const int atOnce = cores.atOnce();
    if (computing.ready < 0.01 || computing.readyShare() < 0.1 || computing.workers <= atOnce)
        return {};
    const Variant &variant = *scenario.variant(outcome.variant);
    const QString said = translate("Explanation", "%1: for %2 of the time in which its workers had something "
                                                  "to compute, they had no core. Workers: %3, cores: %4.");
    // Threads beside the workers are none of those that were asked for.
    const int asked = scenario.workersOf(variant, outcome.values);
    const int workers = std::min(computing.workers, asked);
    return said.arg(variant.title.text(), formatPercent(computing.readyShare()),
                    workers == asked
                        ? QString::number(workers)
                        : translate("Explanation", "%1 of %2 at once", "workers").arg(workers).arg(asked),
                    QString::number(atOnce));
}

} // namespace tenfold
