#include "core/analysis/explanation.h"

#include "core/analysis/format.h"
#include "core/analysis/readings.h"

#include <algorithm>

namespace tenfold {

/// Shares of the time of the lanes that work, up to the end of the shown repeat.
struct Shares
{
    explicit Shares(const Outcome &outcome)
    {
        const Repeat *repeat = outcome.shown();
        if (!repeat || !repeat->trace)
            return;
        const Lane::Sums sums = sumsOf(*repeat->trace, repeat->trace->now());
        Nanoseconds all = 0;
        for (const Nanoseconds time : sums.state)
            all += time;
        if (all == 0)
            return;
        const auto share = [&](State s) {
            return static_cast<double>(sums.of(s)) / static_cast<double>(all);
        };
        io = share(State::Io);
        lock = share(State::Lock);
        computing = share(State::Running);
        handling = share(State::Spawn) + share(State::Send) + share(State::Receive);
    }
    double io = 0, lock = 0, computing = 0, handling = 0;
};

std::pair<qsizetype, qsizetype> failedRows(const Outcome &outcome)
{
    const Repeat *repeat = outcome.shown();
    if (!repeat)
        return {0, 0};
    const Table &table = repeat->results.table;
    const auto status = std::ranges::find(table.columns, ColumnKind::Status, &Column::kind);
    if (status == table.columns.end())
        return {0, table.rows.size()};
    const auto column = status - table.columns.begin();
    return {std::ranges::count_if(
                table.rows, [&](const QVariantList &row) { return isFailure(*status, row.value(column)); }),
            table.rows.size()};
}

static QString sayFailures(const Outcome &outcome)
{
    const auto [failed, all] = failedRows(outcome);
    if (failed == 0)
        return {};
    if (failed == all)
        return translate("Explanation", "All %1 tasks failed, so the times say nothing; the data tells why.")
            .arg(all);
    return translate("Explanation", "Tasks that failed: %1 of %2; the data tells why.").arg(failed).arg(all);
}

static QString sayReference(const Outcome &reference)
{
    const Shares shares(reference);
    const QString took = formatSeconds(reference.medianSeconds());
    if (shares.io > 0.5)
        return translate("Explanation", "One task after the other took %1; %2 of that was "
                                        "waiting for answers, with nothing to compute.")
            .arg(took, formatPercent(shares.io));
    if (shares.computing > 0.5)
        return translate("Explanation", "One task after the other took %1; %2 of that was computing.")
            .arg(took, formatPercent(shares.computing));
    return translate("Explanation", "One task after the other took %1.").arg(took);
}

/// How much longer a variant took than the one that the numbers speak of: a share for `some`, or a factor
/// for `much`; empty where it did not.
static QString lostTo(const Figures *headline, const Figures &figures, const char *some, const char *much)
{
    if (!headline || !headline->speedup || figures.seconds <= 1.02 * headline->seconds)
        return {};
    const double ratio = figures.seconds / headline->seconds;
    return ratio < 2 ? translate("Explanation", some).arg(formatPercent(ratio - 1))
                     : translate("Explanation", much).arg(formatSpeedup(ratio));
}

static QString slowerThan(const Scenario &scenario, const Figures &figures, const Figures *headline)
{
    const QString lost = lostTo(headline, figures, QT_TRANSLATE_NOOP("Explanation", "%1 slower than %2"),
                                QT_TRANSLATE_NOOP("Explanation", "%1 as long as %2"));
    return lost.isEmpty() ? lost : lost.arg(scenario.variant(headline->variant)->title.text());
}

/// What a variant's speed-up is worth; empty where there is nothing to add to it.
static QStringList worthOf(const Scenario &scenario, const Figures &figures, const Figures *headline)
{
    if (!figures.speedup)
        return {};
    const bool isMistake = scenario.variant(figures.variant)->isMistake();
    QStringList parts;
    if (figures.isLimitBeaten)
        parts << translate("Explanation", "uneven measurement: run again");
    if (*figures.speedup >= 1.1 && isMistake && headline && headline->speedup &&
        figures.seconds >= 0.98 * headline->seconds) {
        parts << translate("Explanation", "no gain over %1")
                     .arg(scenario.variant(headline->variant)->title.text())
              << lostTo(headline, figures, QT_TRANSLATE_NOOP("Explanation", "%1 slower"),
                        QT_TRANSLATE_NOOP("Explanation", "%1 as long"));
    } else {
        if (*figures.speedup < 0.95)
            parts << translate("Explanation", "slower than %1").arg(scenario.variants.front().title.text());
        else if (*figures.speedup < 1.1)
            parts << translate("Explanation", "no gain");
        if (isMistake || parts.isEmpty())
            parts << slowerThan(scenario, figures, headline);
    }
    parts.removeAll(QString());
    return parts;
}

QStringList gainOf(const Scenario &scenario, const Figures &figures, const Figures *headline)
{
    QStringList parts = worthOf(scenario, figures, headline);
    const bool isLoss = scenario.variant(figures.variant)->isMistake() && !parts.isEmpty();
    if (figures.speedup && (!isLoss || figures.isLimitBeaten))
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
    const View *view = scenario.view(variant.view);
    if (proofOf(scenario, outcome).isEmpty() || !view || view->kind != ViewKind::Columns ||
        view->sources.size() != 1 || view->sources.front() == variant.proof)
        return {};
    const auto right = std::ranges::find(outcomes, scenario.variants[1].id, &Outcome::variant);
    const Finding *cost = outcome.finding(view->sources.front());
    const Finding *usual = right == outcomes.end() ? nullptr : right->finding(view->sources.front());
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

static QString sayParallel(const Scenario &scenario, const Outcome &outcome, const Figures &figures)
{
    const QString title = scenario.variant(figures.variant)->title.text();
    QString text = translate("Explanation",
                             "%1, workers: %2. It took %3, a speed-up of %4; time saved: %5, efficiency: %6.")
                       .arg(title)
                       .arg(figures.workers)
                       .arg(formatSeconds(figures.seconds), formatSpeedup(*figures.speedup),
                            formatSeconds(*figures.timeSaved), formatPercent(*figures.efficiency));
    if (const Shares shares(outcome); *figures.speedup < 1.1 && shares.handling > 0.2)
        text += u' ' + translate("Explanation",
                                 "Starting the workers and messages took %1 of their time: there is "
                                 "too little work to share.")
                           .arg(formatPercent(shares.handling));
    return text;
}

static QString sayLimit(const Figures &figures)
{
    if (figures.isLimitBeaten)
        return translate("Explanation",
                         "That is faster than the times of the tasks one after the other allow: the machine "
                         "was slower during the sequential run, so no limit is given. Run it again.");
    if (!figures.limit || *figures.limit < 0.01 || figures.workers < 2) // of nothing, or of one worker
        return {};
    const double above = std::max(0.0, figures.seconds / *figures.limit - 1);
    QString text = (above < 1 ? translate("Explanation", "With these tasks in this order, no %1 workers can "
                                                         "be faster than %2; this run came within %3.")
                              : translate("Explanation", "With these tasks in this order, no %1 workers can "
                                                         "be faster than %2; this run took %3 more."))
                       .arg(figures.workers)
                       .arg(formatSeconds(*figures.limit), formatPercent(above));
    if (figures.limitLongestFirst && *figures.limitLongestFirst < 0.98 * *figures.limit)
        text += u' ' + translate("Explanation", "Starting the longest tasks first would allow %1.")
                           .arg(formatSeconds(*figures.limitLongestFirst));
    return text;
}

static QString sayMistake(const Scenario &scenario, const Outcome &outcome, const Figures &figures,
                          const Figures *headline, const QString &cost)
{
    const Variant &variant = *scenario.variant(outcome.variant);
    const QString title = variant.title.text(), took = formatSeconds(figures.seconds);
    const QStringList worth = worthOf(scenario, figures, headline);
    const QString proof = proofOf(scenario, outcome);
    QString text;
    if (!figures.speedup)
        text = translate("Explanation", "%1: %2.").arg(title, took);
    else if (worth.isEmpty())
        text = translate("Explanation", "%1: %2, a speed-up of %3.")
                   .arg(title, took, formatSpeedup(*figures.speedup));
    else
        text = translate("Explanation", "%1: %2, a speed-up of %3 (%4).")
                   .arg(title, took, formatSpeedup(*figures.speedup), listed(worth));
    if (!proof.isEmpty())
        text += u' ' + translate("Explanation", "Proof: %1.").arg(proof);
    if (!cost.isEmpty())
        text += u' ' + translate("Explanation", "Cost: %1.").arg(cost);
    if (const Shares shares(outcome); shares.lock > 0.3)
        text += u' ' + translate("Explanation",
                                 "Serialised by a lock: the workers spent %1 of their time waiting for it.")
                           .arg(formatPercent(shares.lock));
    return text + u' ' +
           (proof.isEmpty() ? translate("Explanation", "With these values the mistake did no harm.")
                            : variant.why.text());
}

static QString sayOutcome(const Scenario &scenario, const Outcome &outcome, const Figures &figures,
                          const Figures *headline, const QString &cost)
{
    const Variant &variant = *scenario.variant(outcome.variant);
    switch (outcome.status()) {
    case Status::Failed:
        return translate("Explanation", "%1 failed: %2").arg(variant.title.text(), outcome.error());
    case Status::Cancelled:
        return (outcome.shown() && outcome.shown()->trace ? translate("Explanation", "%1 was stopped.")
                                                          : translate("Explanation", "%1 was not begun."))
            .arg(variant.title.text());
    case Status::Pending:
    case Status::Running:
        return {};
    case Status::Finished:
        break;
    }
    if (variant.isMistake())
        return sayMistake(scenario, outcome, figures, headline, cost);
    QString text =
        figures.speedup ? sayParallel(scenario, outcome, figures) + u' ' + variant.why.text() : QString();
    if (!figures.sameResult)
        text += u' ' + translate("Explanation", "Its result differs from the sequential one.");
    return text;
}

QStringList explain(const Scenario &scenario, const std::vector<Outcome> &outcomes, const Summary &summary)
{
    QStringList sentences;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const Outcome &outcome = outcomes[i];
        if (i == 0 && outcome.status() == Status::Finished) {
            sentences << sayReference(outcome) << sayFailures(outcome);
            continue;
        }
        sentences << sayOutcome(scenario, outcome, summary.figures[i], summary.headline(scenario),
                                costOf(scenario, outcomes, outcome));
        if (summary.headline(scenario) == &summary.figures[i] && summary.figures[i].speedup)
            sentences << sayLimit(summary.figures[i]);
    }
    sentences.removeAll(QString());
    return sentences;
}

QString verdict(const Scenario &scenario, const std::vector<Outcome> &outcomes, const Summary &summary)
{
    QStringList sentences;
    const Figures *headline = summary.headline(scenario);
    for (std::size_t i = 1; i < std::min(outcomes.size(), summary.figures.size()); ++i) {
        const Figures &figures = summary.figures[i];
        QStringList parts = gainOf(scenario, figures, headline);
        if (outcomes[i].status() == Status::Finished && !figures.sameResult)
            parts << translate("Explanation", "another result") << slowerThan(scenario, figures, headline);
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

} // namespace tenfold
