#include "core/analysis/summary.h"

#include "core/analysis/explanation.h"
#include "core/analysis/limit.h"

#include <algorithm>

namespace tenfold {

const Figures *Summary::of(const QString &variant) const
{
    const auto found = std::ranges::find(figures, variant, &Figures::variant);
    return found == figures.end() ? nullptr : &*found;
}

const Figures *Summary::headline(const Scenario &scenario) const
{
    return scenario.variants.size() < 2 ? nullptr : of(scenario.variants[1].id);
}

static Figures figuresOf(const Scenario &scenario, const Outcome &outcome, const Outcome &reference,
                         double effectiveCores)
{
    Figures figures;
    const Variant &variant = *scenario.variant(outcome.variant);
    figures.variant = outcome.variant;
    const int atOnce = scenario.workersOf(variant, outcome.values);
    figures.workers = scenario.threadsOf(variant, outcome.values);
    figures.seconds = outcome.medianSeconds();
    figures.sameResult = outcome.sameResult();
    if (reference.status() != Status::Finished)
        return figures;
    const auto limit = [&](const Order &order) {
        return limitOf(*reference.shown(), atOnce, effectiveCores, order, [&](const auto &durations) {
            return scenario.bound ? scenario.bound(outcome.values, durations) : 0;
        });
    };
    if (variant.hasLimit && outcome.status() != Status::Stuck) {
        figures.limit = limit(outcome.shown() ? outcome.shown()->results.order : Order());
        figures.limitLongestFirst = limit(longestFirst(taskDurations(*reference.shown())));
    }
    // Durations that were measured while the machine was slower limit nothing.
    figures.isLimitBeaten =
        outcome.status() == Status::Finished && figures.limit && figures.seconds < 0.97 * *figures.limit;
    if (figures.isLimitBeaten || didAllTasksFail(reference)) {
        figures.limit.reset();
        figures.limitLongestFirst.reset();
    }
    // What did something else, or nothing, was not done faster.
    const auto [failed, rows] = failedRows(reference);
    const bool isComparable = figures.sameResult && (rows == 0 || failed < rows);
    if (outcome.status() == Status::Finished && figures.seconds > 0 && isComparable) {
        figures.speedup = reference.medianSeconds() / figures.seconds;
        if (!variant.isOneThread) // which does no more than it can
            figures.efficiency = *figures.speedup / figures.workers;
        figures.timeSaved = reference.medianSeconds() - figures.seconds;
    }
    return figures;
}

Summary summarize(const Scenario &scenario, const std::vector<Outcome> &outcomes, double effectiveCores,
                  const Cores &cores)
{
    Summary summary;
    summary.cores = cores;
    for (const Outcome &outcome : outcomes)
        summary.figures.push_back(
            figuresOf(scenario, outcome, outcomes.front(), std::min(effectiveCores, cores.allowed)));
    summary.caveat = caveatOf(scenario, outcomes, summary.figures, cores);
    for (Figures &figures : summary.figures) {
        figures.isBent = static_cast<bool>(summary.caveat);
        if (summary.caveat.bendsTimes()) { // of times that mean something else
            figures.limit.reset();
            figures.limitLongestFirst.reset();
        }
    }
    summary.explanation = explain(scenario, outcomes, summary);
    return summary;
}

} // namespace tenfold
