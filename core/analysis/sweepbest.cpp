#include "core/analysis/sweepbest.h"

#include "core/analysis/corewaits.h"
#include "core/analysis/format.h"
#include "core/analysis/noise.h"

#include <algorithm>
#include <optional>
#include <utility>

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

static bool isAsFast(const SweepPoint &point, const SweepPoint &fastest)
{
    return mayBeChance(spreadOf(point.seconds), spreadOf(fastest.seconds));
}

static SweepBest bestAmong(const std::vector<SweepPoint> &points)
{
    const SweepPoint &fastest = *std::ranges::min_element(points, {}, &SweepPoint::median);
    const bool isBanded = fastest.seconds.size() > 1;
    const SweepPoint &best =
        *std::ranges::find_if(points, [&](const SweepPoint &p) { return isAsFast(p, fastest); });
    SweepBest result{.variant = best.variant,
                     .value = best.value,
                     .seconds = *best.median,
                     .isBanded = isBanded,
                     .isFastest = best.value == fastest.value,
                     .isAgain = !isBanded && best.again >= timesUndecided};
    for (const SweepPoint &point : points) {
        result.isOnce = result.isOnce && !isBanded && point.again == 0;
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

/// Whether one of `points` would be as fast as the fastest, but for what other programs took.
static bool mayBeBent(const Sweep &sweep, const std::vector<SweepPoint> &points)
{
    const SweepPoint &fastest = *std::ranges::min_element(points, {}, &SweepPoint::median);
    return std::ranges::any_of(points, [&](const SweepPoint &point) {
        const auto outcome = std::ranges::find_if(sweep.outcomes, [&](const Outcome &o) {
            return o.variant == point.variant && o.values.value(sweep.request.over).toInt() == point.value;
        });
        const double bent = outcome->shown()->bent;
        return bent >= leastBent && *point.median * (1 - bent) <= mostNoise * *fastest.median;
    });
}

/// Of each variant that can be judged: its best value, or none where other programs may have decided.
static std::vector<std::pair<QString, std::optional<SweepBest>>> judged(const Sweep &sweep)
{
    if (!isWhole(sweep))
        return {};
    const Scenario &scenario = *sweep.request.scenario;
    const std::vector<SweepPoint> all = sweepPoints(sweep);
    const std::vector<SweepPoint> reference = pointsOf(all, scenario.variants.front().id);
    std::vector<std::pair<QString, std::optional<SweepBest>>> result;
    if (reference.empty() || !isSameWork(reference))
        return result;
    for (const Variant &variant : scenario.variants) {
        if (variant.kind != VariantKind::Parallel)
            continue;
        const std::vector<SweepPoint> points = pointsOf(all, variant.id);
        if (points.size() < 2)
            continue;
        auto &best = result.emplace_back(variant.id, std::nullopt).second;
        if (mayBeBent(sweep, points))
            continue;
        best = bestAmong(points);
        best->isMost = std::ranges::none_of(all, [&](const SweepPoint &p) {
            return p.variant == variant.id && p.value > best->value && isWrong(p);
        });
    }
    return result;
}

std::vector<SweepBest> bestOf(const Sweep &sweep)
{
    std::vector<SweepBest> result;
    for (const auto &[variant, best] : judged(sweep)) {
        if (best)
            result.push_back(*best);
    }
    return result;
}

std::vector<std::size_t> undecided(const Scenario &scenario, const std::vector<Outcome> &outcomes)
{
    constexpr double leastOthers = 0.1; // cores; what used fewer is not seen in the times
    constexpr double mostApart = 1.5;   // of the fastest; what took longer is slower, whoever disturbed it
    std::vector<std::size_t> result;
    for (const Variant &variant : scenario.variants) {
        std::vector<std::size_t> own;
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            const Outcome &outcome = outcomes[i];
            if (variant.kind == VariantKind::Parallel && outcome.variant == variant.id &&
                outcome.repeats.size() == 1 && outcome.status() == Status::Finished)
                own.push_back(i);
        }
        const auto secondsOf = [&](std::size_t i) { return outcomes[i].repeats.front().seconds; };
        if (own.empty())
            continue;
        const double fastest = secondsOf(*std::ranges::min_element(own, {}, secondsOf));
        std::erase_if(own, [&](std::size_t i) { return secondsOf(i) > mostApart * fastest; });
        const bool isDisturbed = std::ranges::any_of(own, [&](std::size_t i) {
            return outcomes[i].repeats.front().othersCores.value_or(0) >= leastOthers;
        });
        if (own.size() > 1 && isDisturbed)
            result.insert(result.end(), own.begin(), own.end());
    }
    return result;
}

static QString inWords(const SweepBest &best, const QString &what)
{
    if (!best.isBanded) {
        const QString sentence =
            !best.isOnce
                ? (best.isFastest ? translate("Sweep", "%1: %2 was the fastest (%3).")
                                  : translate("Sweep", "%1: %2 came within a tenth of the fastest (%3)."))
            : best.isFastest
                ? translate("Sweep", "%1: %2 was the fastest (%3); each value was measured once.")
                : translate("Sweep", "%1: %2 came within a tenth of the fastest (%3); each value was "
                                     "measured once.");
        return sentence.arg(what).arg(formatCount(best.value)).arg(formatSeconds(best.seconds));
    }
    if (best.noGain.isEmpty() && !best.isMost)
        return translate("Sweep", "%1: %2 was the fastest of those that ended with the right result (%3).")
            .arg(what)
            .arg(formatCount(best.value))
            .arg(formatSeconds(best.seconds));
    if (best.noGain.isEmpty())
        return translate("Sweep", "%1: %2, the most that was measured, was the fastest (%3).")
            .arg(what)
            .arg(formatCount(best.value))
            .arg(formatSeconds(best.seconds));
    QStringList others;
    for (const int value : best.noGain)
        others << formatCount(value);
    const bool isOne = others.size() == 1;
    const QString sentence = best.value == 1 ? isOne
                                                   ? translate("Sweep", "%1: 1 is enough; %3 gains nothing.")
                                                   : translate("Sweep", "%1: 1 is enough; %3 gain nothing.")
                             : isOne ? translate("Sweep", "%1: %2 are enough; %3 gains nothing.")
                                             : translate("Sweep", "%1: %2 are enough; %3 gain nothing.");
    QString text = sentence;
    return text.replace(QLatin1String("%1"), what)
        .replace(QLatin1String("%2"), formatCount(best.value))
        .replace(QLatin1String("%3"), enumerated(others));
}

QStringList sayBestOf(const Sweep &sweep)
{
    if (std::ranges::any_of(sweep.outcomes,
                            [](const Outcome &outcome) { return outcome.status() == Status::Cancelled; }))
        return {translate("Sweep", "It was stopped before all values were measured.")};
    const auto all = judged(sweep);
    const QString parameter = sweep.request.scenario->parameter(sweep.request.over)->title.text();
    QStringList sentences;
    bool isAgain = false;
    for (const auto &[id, best] : all) {
        const QString variant = sweep.request.scenario->variant(id)->title.text();
        const QString what = all.size() == 1
                                 ? parameter
                                 : translate("Sweep", "%1, %2", "parameter, variant").arg(parameter, variant);
        sentences << (best ? inWords(*best, what)
                           : translate("Sweep",
                                       "%1: how many are enough cannot be told beside other programs.")
                                 .arg(what));
        isAgain |= best && best->isAgain;
    }
    if (isAgain)
        sentences << translate("Sweep", "Other programs used cores meanwhile: values near the fastest were "
                                        "measured again, and the least time of each counts.");
    return sentences;
}

} // namespace tenfold
