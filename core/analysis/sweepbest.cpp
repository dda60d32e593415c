#include "core/analysis/sweepbest.h"

#include "core/analysis/format.h"

#include <algorithm>

namespace tenfold {

/// Those of `variant` that can be compared, by value.
static std::vector<SweepPoint> pointsOf(const std::vector<SweepPoint> &all, const QString &variant)
{
    std::vector<SweepPoint> points;
    std::ranges::copy_if(all, std::back_inserter(points),
                         [&](const SweepPoint &p) { return p.variant == variant && p.speedup; });
    return points;
}

/// Whether one task after the other takes about as long at every value.
static bool isSameWork(const std::vector<SweepPoint> &reference)
{
    constexpr double mostApart = 1.5;
    const auto [least, most] = std::ranges::minmax(reference, {}, &SweepPoint::median);
    return *most.median <= mostApart * *least.median;
}

/// It was measured and cannot be compared: failed, stuck, or with another result.
static bool isWrong(const SweepPoint &point)
{
    return point.status == Status::Failed || point.status == Status::Stuck ||
           (point.status == Status::Finished && !point.speedup);
}

static SweepBest bestAmong(const std::vector<SweepPoint> &points)
{
    const SweepPoint &fastest = *std::ranges::min_element(points, {}, &SweepPoint::median);
    const bool isBanded = fastest.seconds.size() > 1;
    constexpr double leastGain = 1.02, // less is none, however little the repeats differ
        mostNoise = 1.1;               // a repeat that is further off was disturbed
    const double slowest = std::clamp(std::ranges::max(fastest.seconds), leastGain * *fastest.median,
                                      mostNoise * *fastest.median);
    const SweepPoint &best =
        isBanded ? *std::ranges::find_if(points, [&](const SweepPoint &p) { return *p.median <= slowest; })
                 : fastest;
    SweepBest result{
        .variant = best.variant, .value = best.value, .seconds = *best.median, .isBanded = isBanded};
    for (const SweepPoint &point : points) {
        if (isBanded && point.value > best.value)
            result.noGain << point.value;
    }
    return result;
}

/// Whether each value was measured: what was stopped, or goes on, has no best one yet.
static bool isWhole(const Sweep &sweep)
{
    return std::ranges::none_of(sweep.outcomes, [](const Outcome &outcome) {
        const Status status = outcome.status();
        return status == Status::Pending || status == Status::Running || status == Status::Cancelled;
    });
}

std::vector<SweepBest> bestOf(const Sweep &sweep)
{
    if (!isWhole(sweep))
        return {};
    const Scenario &scenario = *sweep.request.scenario;
    const std::vector<SweepPoint> all = sweepPoints(sweep);
    const std::vector<SweepPoint> reference = pointsOf(all, scenario.variants.front().id);
    std::vector<SweepBest> result;
    if (reference.empty() || !isSameWork(reference))
        return result;
    for (const Variant &variant : scenario.variants) {
        if (variant.kind != VariantKind::Parallel)
            continue;
        const std::vector<SweepPoint> points = pointsOf(all, variant.id);
        if (points.size() < 2)
            continue;
        result.push_back(bestAmong(points));
        result.back().isMost = std::ranges::none_of(all, [&](const SweepPoint &p) {
            return p.variant == variant.id && p.value > result.back().value && isWrong(p);
        });
    }
    return result;
}

static QString inWords(const SweepBest &best, const QString &what)
{
    if (!best.isBanded)
        return translate("Sweep", "%1: %2 was the fastest (%3); each value was measured once.")
            .arg(what)
            .arg(best.value)
            .arg(formatSeconds(best.seconds));
    if (best.noGain.isEmpty() && !best.isMost)
        return translate("Sweep", "%1: %2 was the fastest of those that ended with the right result (%3).")
            .arg(what)
            .arg(best.value)
            .arg(formatSeconds(best.seconds));
    if (best.noGain.isEmpty())
        return translate("Sweep", "%1: %2, the most that was measured, was the fastest (%3).")
            .arg(what)
            .arg(best.value)
            .arg(formatSeconds(best.seconds));
    QStringList others;
    for (const int value : best.noGain)
        others << QString::number(value);
    const bool isOne = others.size() == 1;
    const QString sentence = best.value == 1 ? isOne
                                                   ? translate("Sweep", "%1: 1 is enough; %3 gains nothing.")
                                                   : translate("Sweep", "%1: 1 is enough; %3 gain nothing.")
                             : isOne ? translate("Sweep", "%1: %2 are enough; %3 gains nothing.")
                                             : translate("Sweep", "%1: %2 are enough; %3 gain nothing.");
    QString text = sentence;
    return text.replace(QLatin1String("%1"), what)
        .replace(QLatin1String("%2"), QString::number(best.value))
        .replace(QLatin1String("%3"), enumerated(others));
}

QStringList sayBestOf(const Sweep &sweep)
{
    if (std::ranges::any_of(sweep.outcomes,
                            [](const Outcome &outcome) { return outcome.status() == Status::Cancelled; }))
        return {translate("Sweep", "It was stopped before all values were measured.")};
    const std::vector<SweepBest> all = bestOf(sweep);
    const QString parameter = sweep.request.scenario->parameter(sweep.request.over)->title.text();
    QStringList sentences;
    for (const SweepBest &best : all) {
        const QString variant = sweep.request.scenario->variant(best.variant)->title.text();
        sentences << inWords(
            best, all.size() == 1
                      ? parameter
                      : translate("Sweep", "%1, %2", "parameter, variant").arg(parameter, variant));
    }
    return sentences;
}

} // namespace tenfold
