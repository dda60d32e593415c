#include "core/analysis/explanation.h"

#include "core/analysis/corewaits.h"
#include "core/analysis/format.h"
#include "core/analysis/readings.h"
#include "core/analysis/verdict.h"
#include "core/analysis/waits.h"

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

static QString sayFailures(const Outcome &outcome)
{
    const auto [failed, all] = failedRows(outcome);
    if (failed == 0)
        return {};
    if (failed == all)
        return allTasksFailed({outcome});
    return translate("Explanation", "Tasks that failed: %1 of %2 (%3).")
        .arg(formatCount(failed), formatCount(all), whyTasksFailed(outcome));
}

/// Seconds that one task after the other takes at least where anything is said of times.
static constexpr double leastTold = 0.001;

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

static QString sayParallel(const Scenario &scenario, const Outcome &outcome, const Figures &figures)
{
    const QString title = scenario.variant(figures.variant)->title.text();
    const bool isSlower = *figures.timeSaved < 0;
    const QString took = formatSeconds(figures.seconds), speedup = formatSpeedup(*figures.speedup),
                  saved = formatSeconds(std::abs(*figures.timeSaved));
    if (!figures.efficiency) // on one thread
        return (isSlower
                    ? translate("Explanation", "%1, on one thread: it took %2, a speed-up of %3; that is "
                                               "%4 longer.")
                    : translate("Explanation", "%1, on one thread: it took %2, a speed-up of %3; time "
                                               "saved: %4."))
            .arg(title, took, speedup, saved);
    QString text = (isSlower ? translate("Explanation", "%1, workers: %2. It took %3, a speed-up of %4; that "
                                                        "is %5 longer, efficiency: %6.")
                             : translate("Explanation", "%1, workers: %2. It took %3, a speed-up of %4; time "
                                                        "saved: %5, efficiency: %6."))
                       .arg(title)
                       .arg(figures.workers)
                       .arg(took, speedup, saved, formatPercent(*figures.efficiency));
    if (const Shares shares(outcome); *figures.speedup < 1.1 && shares.handling > 0.2)
        text = followedBy(text, translate("Explanation",
                                          "Starting the workers and messages took %1 of their time: there is "
                                          "too little work to share.")
                                    .arg(formatPercent(shares.handling)));
    return text;
}

/// How long it took beside the right way that the numbers speak of: what a wording of the catalog says of why
/// goes without amounts, which are another at each run.
static QString sayBeside(const Scenario &scenario, const Figures &figures, const Figures *headline)
{
    if (!headline || !headline->speedup || headline->variant == figures.variant || headline->seconds <= 0)
        return {};
    const double ratio = figures.seconds / headline->seconds;
    const QString said = ratio > 1.02 ? slowerBy(ratio)
                         : ratio < 0.98
                             ? translate("Explanation", "%1 less time").arg(formatPercent(1 - ratio))
                             : translate("Explanation", "as fast");
    return translate("Explanation", "Compared with %1: %2.")
        .arg(scenario.variant(headline->variant)->title.text(), said);
}

/// Whether a worker did anything but start, idle and wait for something to do.
static bool hasWorked(const Lane &lane, Nanoseconds until)
{
    const Lane::Sums sums = lane.sums(until);
    for (const State state :
         {State::Running, State::Io, State::Lock, State::Event, State::Permit, State::Future}) {
        if (sums.of(state) > 0)
            return true;
    }
    bool hasTask = false;
    lane.spans().forEach([&](const SpanRecord &span) { hasTask |= span.task != SpanRecord::noTask; });
    return hasTask;
}

/// How many of the shown repeat's workers got no task; 0 where that cannot be told.
static int workersWithoutTask(const Outcome &outcome, int workers)
{
    const Repeat *repeat = outcome.shown();
    if (!repeat || !repeat->trace)
        return 0;
    int busy = 0;
    for (const Lane *lane : repeat->trace->lanes())
        busy += lane->role() != LaneRole::Main && hasWorked(*lane, repeat->trace->now());
    return busy == 0 ? 0 : std::max(0, workers - busy);
}

static QString sayIdle(const Variant &variant, const Outcome &outcome, const Figures &figures)
{
    const int idle = variant.isOneThread ? 0 : workersWithoutTask(outcome, figures.workers);
    if (idle == 0)
        return {};
    return translate("Explanation", "%1 of %2 workers got nothing to do.").arg(idle).arg(figures.workers);
}

static QString sayLimit(const Figures &figures)
{
    if (!figures.limit || *figures.limit < 0.01) // of nothing
        return {};
    const double above = figures.seconds / *figures.limit - 1;
    if (figures.speedup && !figures.efficiency)
        return above < 0.005
                   ? translate("Explanation", "The longest wait takes %1, and this run was as fast.")
                         .arg(formatSeconds(*figures.limit))
                   : translate("Explanation", "The longest wait takes %1; this run took %2 longer.")
                         .arg(formatSeconds(*figures.limit), formatPercent(above));
    if (figures.workers < 2)
        return {};
    QString text =
        above < 0.005
            ? translate("Explanation", "With these tasks in this order, no %1 workers can be faster "
                                       "than %2, and this run was as fast.")
                  .arg(figures.workers)
                  .arg(formatSeconds(*figures.limit))
            : translate("Explanation", "With these tasks in this order, no %1 workers can be faster "
                                       "than %2; this run took %3 longer.")
                  .arg(figures.workers)
                  .arg(formatSeconds(*figures.limit), formatPercent(above));
    if (figures.limitLongestFirst && *figures.limitLongestFirst < 0.98 * *figures.limit)
        text = followedBy(text, translate("Explanation", "Starting the longest tasks first would allow %1.")
                                    .arg(formatSeconds(*figures.limitLongestFirst)));
    return text;
}

/// Why it came out so. Where other programs bent the times, the reason says what they do not show.
static QString sayWhy(const Variant &variant, const Summary &summary)
{
    return summary.caveat.bendsTimes() ? translate("Explanation", "Undisturbed: %1").arg(variant.why.text())
                                       : variant.why.text();
}

static QString sayMistake(const Scenario &scenario, const Outcome &outcome, const Figures &figures,
                          const Summary &summary, const QString &cost)
{
    const Variant &variant = *scenario.variant(outcome.variant);
    const QString title = variant.title.text(), took = formatSeconds(figures.seconds);
    const QStringList worth = worthOf(scenario, figures, summary.headline(scenario));
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
        text = followedBy(text, translate("Explanation", "Proof: %1.").arg(proof));
    if (!cost.isEmpty())
        text = followedBy(text, translate("Explanation", "Cost: %1.").arg(cost));
    if (const Shares shares(outcome); shares.lock > 0.3)
        text = followedBy(
            text, translate("Explanation",
                            "Serialised by a lock: the workers spent %1 of their time waiting for it.")
                      .arg(formatPercent(shares.lock)));
    if (proof.isEmpty() && didAllTasksFail(outcome))
        return translate("Explanation", "%1: all of its tasks failed.").arg(title);
    return followedBy(text, proof.isEmpty()
                                ? translate("Explanation", "With these values the mistake did no harm.")
                                : sayWhy(variant, summary));
}

static QString sayStuck(const Scenario &scenario, const Outcome &outcome)
{
    const Variant &variant = *scenario.variant(outcome.variant);
    const QString text = translate("Explanation", "%1 got stuck after %2, %3: %4.")
                             .arg(variant.title.text(), formatSeconds(outcome.shown()->seconds),
                                  foundBy(*outcome.shown()->trace), whyStuck(outcome));
    const QString proof = proofOf(scenario, outcome);
    if (proof.isEmpty())
        return text;
    return followedBy(followedBy(text, translate("Explanation", "Proof: %1.").arg(proof)),
                      variant.why.text());
}

static QString sayOutcome(const Scenario &scenario, const Outcome &outcome, const Figures &figures,
                          const Summary &summary, const QString &cost)
{
    const Variant &variant = *scenario.variant(outcome.variant);
    switch (outcome.status()) {
    case Status::Failed:
        return translate("Explanation", "%1 failed: %2.")
            .arg(variant.title.text(), withoutStop(outcome.error()));
    case Status::Stuck:
        return sayStuck(scenario, outcome);
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
        return sayMistake(scenario, outcome, figures, summary, cost);
    QString text;
    if (figures.speedup) {
        const bool areTimesTold = figures.seconds + *figures.timeSaved >= leastTold;
        text = areTimesTold
                   ? followedBy(followedBy(followedBy(sayParallel(scenario, outcome, figures),
                                                      sayIdle(variant, outcome, figures)),
                                           sayBeside(scenario, figures, summary.headline(scenario))),
                                sayWhy(variant, summary))
                   : translate("Explanation", "%1: %2").arg(variant.title.text(), variant.why.text());
    }
    if (!figures.sameResult && didAllTasksFail(outcome))
        text = followedBy(text,
                          translate("Explanation", "%1: all of its tasks failed.").arg(variant.title.text()));
    else if (!figures.sameResult)
        text = followedBy(text, translate("Explanation", "Its result differs from the sequential one."));
    return text;
}

/// What was carried out again, because it was held up.
static QString sayAgain(const Scenario &scenario, const std::vector<Outcome> &outcomes)
{
    QStringList titles;
    for (const Outcome &outcome : outcomes) {
        if (std::ranges::any_of(outcome.repeats, &Repeat::wasHeldUp))
            titles << scenario.variant(outcome.variant)->title.text();
    }
    return titles.isEmpty()
               ? QString()
               : translate("Explanation", "The program was held up meanwhile, so this was carried "
                                          "out again: %1.")
                     .arg(listed(titles));
}

QString remarkOf(const Scenario &scenario, const Outcome &outcome, const Summary &summary)
{
    if (!summary.remark.english.isEmpty())
        return summary.remark.text();
    return scenario.remark ? scenario.remark(outcome) : QString();
}

QStringList explain(const Scenario &scenario, const std::vector<Outcome> &outcomes, const Summary &summary)
{
    if (const QString failure = failureOfAll(outcomes); !failure.isEmpty())
        return {failure};
    if (const QString failure = allTasksFailed(outcomes); !failure.isEmpty())
        return {failure};
    QStringList sentences{sayAgain(scenario, outcomes)};
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const Outcome &outcome = outcomes[i];
        if (i == 0 && outcome.status() == Status::Finished) {
            const QString failures =
                scenario.remark ? remarkOf(scenario, outcome, summary) : sayFailures(outcome);
            if (outcome.medianSeconds() >= leastTold)
                sentences << sayReference(outcome);
            sentences << failures;
            continue;
        }
        sentences << sayOutcome(scenario, outcome, summary.figures[i], summary,
                                costOf(scenario, outcomes, outcome));
        if (summary.headline(scenario) == &summary.figures[i] && summary.figures[i].speedup)
            sentences << sayLimit(summary.figures[i]);
        sentences << sayCores(scenario, outcome, summary.cores);
    }
    sentences.removeAll(QString());
    std::ranges::transform(sentences, sentences.begin(), spaced);
    return sentences;
}

} // namespace tenfold
