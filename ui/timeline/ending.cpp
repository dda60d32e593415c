#include "ui/timeline/ending.h"

#include "core/analysis/format.h"
#include "core/analysis/verdict.h"
#include "core/analysis/waits.h"
#include "ui/timeline/focus.h"
#include "ui/timeline/lanenotes.h"

namespace tenfold {

/// What the marks of the lanes tell: "W3 crashed at 0.64 s", "3 tasks failed".
static QStringList happenedIn(const Trace &trace, Nanoseconds instant, LaneNotes &notes)
{
    std::array<int, markKinds> counts{};
    const MarkRecord *first = nullptr;
    const Lane *where = nullptr;
    for (const Lane *lane : trace.lanes()) {
        if (lane->marks().size() == 0)
            continue;
        for (std::size_t kind = 0; kind < markKinds; ++kind)
            counts[kind] += notes.countMarks(*lane, static_cast<MarkKind>(kind), instant);
        if (notes.countMarks(*lane, MarkKind::Crash, instant) == 0)
            continue;
        const MarkRecord &mark = lane->marks()[notes.marks(*lane, MarkKind::Crash).front()];
        if (!first || mark.time < first->time) {
            first = &mark;
            where = lane;
        }
    }
    const auto count = [&](MarkKind kind) { return counts[static_cast<std::size_t>(kind)]; };
    QStringList words;
    if (first) {
        const QString time = formatSeconds(toSeconds(first->time));
        words << (count(MarkKind::Crash) == 1
                      ? translate("Timeline", "W%1 crashed at %2").arg(QString::number(placeOf(*where)), time)
                      : translate("Timeline", "%1 crashes, the first at %2")
                            .arg(QString::number(count(MarkKind::Crash)), time));
    }
    if (const int failed = count(MarkKind::Failed))
        words << translate("Timeline", "failed: %1").arg(failed);
    if (const int late = count(MarkKind::TimedOut))
        words << translate("Timeline", "timed out: %1").arg(late);
    if (const int cancelled = count(MarkKind::Cancelled))
        words << translate("Timeline", "cancelled: %1").arg(cancelled);
    return words;
}

QStringList wordsAtEnd(const Scene &scene, int index, LaneNotes &notes)
{
    const Outcome &outcome = scene.outcomes[static_cast<std::size_t>(index)];
    const QString time = formatSeconds(scene.secondsOf(outcome));
    const QString title = scene.variantOf(outcome)->title.text();
    if (outcome.status() == Status::Stuck)
        return {translate("Timeline", "stuck after %1").arg(time), foundBy(*outcome.shown()->trace)};
    QStringList words{translate("Timeline", "%1: %2", "a variant and its time").arg(title, time)};
    if (outcome.status() != Status::Finished)
        return words;
    const Trace &trace = *outcome.shown()->trace;
    words << proofOf(*scene.scenario(), outcome) << happenedIn(trace, scene.instantOf(trace), notes);
    const Figures *figures = scene.summary.of(outcome.variant);
    if (!scene.variantOf(outcome)->isMistake() && figures && figures->timeSaved && *figures->timeSaved > 0)
        words << translate("Timeline", "saved %1").arg(formatSeconds(*figures->timeSaved));
    words.removeAll(QString());
    return words;
}

} // namespace tenfold
