#include "core/analysis/verdict.h"

#include "core/analysis/explanation.h"
#include "core/analysis/format.h"
#include "core/analysis/waits.h"

#include <algorithm>
#include <array>

namespace tenfold {

QString slowerBy(double ratio)
{
    return ratio < 2 ? translate("Explanation", "%1 slower").arg(formatPercent(ratio - 1))
                     : translate("Explanation", "%1 as long").arg(formatTimes(ratio));
}

/// How much longer a variant took than the one that the numbers speak of; empty where it did not.
static QString lostTo(const Figures *headline, const Figures &figures)
{
    return !headline || !headline->speedup || figures.seconds <= 1.02 * headline->seconds
               ? QString()
               : slowerBy(figures.seconds / headline->seconds);
}

static QString slowerThan(const Scenario &scenario, const Figures &figures, const Figures *headline)
{
    if (lostTo(headline, figures).isEmpty())
        return {};
    const double ratio = figures.seconds / headline->seconds;
    const QString title = scenario.variant(headline->variant)->title.text();
    return spaced(ratio < 2
                      ? translate("Explanation", "%1 slower than %2").arg(formatPercent(ratio - 1), title)
                      : translate("Explanation", "%1 as long as %2").arg(formatTimes(ratio), title));
}

QStringList worthOf(const Scenario &scenario, const Figures &figures, const Figures *headline)
{
    if (!figures.speedup)
        return {};
    const bool isMistake = scenario.variant(figures.variant)->isMistake();
    QStringList parts;
    if (*figures.speedup >= 1.1 && isMistake && headline && headline->speedup &&
        figures.seconds >= 0.98 * headline->seconds) {
        parts << translate("Explanation", "no gain over %1")
                     .arg(scenario.variant(headline->variant)->title.text())
              << lostTo(headline, figures);
    } else {
        if (*figures.speedup < 0.95)
            parts << translate("Explanation", "slower than %1").arg(scenario.variants.front().title.text());
        else if (*figures.speedup < 1.1)
            parts << translate("Explanation", "no gain");
        if (isMistake || parts.isEmpty())
            parts << slowerThan(scenario, figures, headline);
    }
    parts.removeAll(QString());
    std::ranges::transform(parts, parts.begin(), spaced);
    return parts;
}

QStringList gainOf(const Scenario &scenario, const Figures &figures, const Figures *headline)
{
    QStringList parts = worthOf(scenario, figures, headline);
    const bool isLoss = scenario.variant(figures.variant)->isMistake() && !parts.isEmpty();
    if (figures.speedup && (!isLoss || figures.isBent))
        parts.prepend(formatSpeedup(*figures.speedup));
    return parts;
}

QString proofOf(const Scenario &scenario, const Outcome &outcome)
{
    const Finding *proof = outcome.finding(scenario.variant(outcome.variant)->proof);
    if (!proof || proof->value <= 0)
        return {};
    const Measure &measure = *scenario.measureOf(proof->id);
    return translate("Explanation", "%1: %2")
        .arg(measure.title.text(), formatMeasured(proof->value, measure.unit.text()));
}

QString costOf(const Scenario &scenario, const std::vector<Outcome> &outcomes, const Outcome &outcome)
{
    const Variant &variant = *scenario.variant(outcome.variant);
    if (variant.cost.isEmpty() || proofOf(scenario, outcome).isEmpty())
        return {};
    const auto right = std::ranges::find(outcomes, scenario.variants[1].id, &Outcome::variant);
    const Finding *cost = outcome.finding(variant.cost);
    const Finding *usual = right == outcomes.end() ? nullptr : right->finding(variant.cost);
    if (!cost || !usual || cost->value < 1.5 * usual->value || cost->value <= 0)
        return {};
    const Measure &measure = *scenario.measureOf(cost->id);
    if (usual->value <= 0)
        return translate("Explanation", "%1: %2")
            .arg(measure.title.text(), formatMeasured(cost->value, measure.unit.text()));
    return translate("Explanation", "%1: %2 instead of %3")
        .arg(measure.title.text(), formatMeasured(cost->value, measure.unit.text()),
             formatMeasured(usual->value, measure.unit.text()));
}

QString verdict(const Scenario &scenario, const std::vector<Outcome> &outcomes, const Summary &summary)
{
    QStringList sentences;
    const Figures *headline = summary.headline(scenario);
    for (std::size_t i = 1; i < std::min(outcomes.size(), summary.figures.size()); ++i) {
        const Figures &figures = summary.figures[i];
        QStringList parts = gainOf(scenario, figures, headline);
        if (outcomes[i].status() == Status::Stuck)
            parts
                << translate("Explanation", "stuck after %1").arg(formatSeconds(outcomes[i].shown()->seconds))
                << proofOf(scenario, outcomes[i]);
        if (outcomes[i].status() == Status::Finished && !figures.sameResult)
            parts << translate("Explanation", "different result") << slowerThan(scenario, figures, headline);
        // A mistake that looks like a gain says what it did.
        if (outcomes[i].status() == Status::Finished && scenario.variant(figures.variant)->isMistake() &&
            worthOf(scenario, figures, headline).isEmpty())
            parts << proofOf(scenario, outcomes[i]);
        parts.removeAll(QString());
        if (parts.isEmpty())
            continue;
        sentences << translate("Explanation", "%1: %2")
                         .arg(scenario.variant(figures.variant)->title.text(), listed(parts));
        if (const QString cost = costOf(scenario, outcomes, outcomes[i]); !cost.isEmpty())
            sentences.back() = translate("Explanation", "%1 (%2)").arg(sentences.back(), cost);
    }
    return sentences.join(QStringLiteral(" · "));
}

QString savingTitle(double saved)
{
    return saved < 0 ? translate("Explanation", "Took longer by") : translate("Explanation", "Time saved");
}

QString overlappedTitle(const Outcome &outcome)
{
    const Repeat *repeat = outcome.shown();
    const bool hasProcesses =
        repeat && repeat->trace && std::ranges::any_of(repeat->trace->lanes(), [](const Lane *lane) {
            return lane->role() == LaneRole::Process;
        });
    return hasProcesses ? translate("Explanation", "Parallel time")
                        : translate("Explanation", "Concurrent time");
}

bool isWrong(const std::vector<Outcome> &outcomes, const Outcome &outcome)
{
    if (outcome.status() == Status::Failed || didAllTasksFail(outcome))
        return true;
    const Outcome &reference = outcomes.front();
    if (outcome.status() != Status::Finished || reference.status() != Status::Finished)
        return false;
    return !outcome.sameResult() || failedRows(outcome).first > failedRows(reference).first;
}

QString whyStuck(const Outcome &outcome)
{
    const Repeat *shown = outcome.shown();
    const Trace *trace = shown ? shown->trace.get() : nullptr;
    const Waits waits = trace ? waitsAt(*trace, trace->now()) : Waits();
    return waits.all.empty() ? withoutStop(outcome.error()) : inWords(waits);
}

QString titleOf(Status status)
{
    static constexpr std::array titles{
        QT_TRANSLATE_NOOP("Status", "waiting"),  QT_TRANSLATE_NOOP("Status", "running"),
        QT_TRANSLATE_NOOP("Status", "finished"), QT_TRANSLATE_NOOP("Status", "stopped"),
        QT_TRANSLATE_NOOP("Status", "failed"),   QT_TRANSLATE_NOOP("Status", "stuck")};
    static_assert(titles.size() == static_cast<std::size_t>(Status::Stuck) + 1);
    return translate("Status", titles[static_cast<std::size_t>(status)]);
}

const Finding *lastFinding(const std::vector<Outcome> &outcomes, const QString &id)
{
    const Finding *last = nullptr;
    for (const Outcome &outcome : outcomes) {
        if (const Finding *own = outcome.finding(id))
            last = own;
    }
    return last;
}

QString bigValue(const Measure &measure, double value)
{
    const QString unit = measure.unit.text();
    return unit.isEmpty() ? formatCount(value) : formatMeasured(value, unit);
}

} // namespace tenfold
