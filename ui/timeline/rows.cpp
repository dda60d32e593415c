#include "ui/timeline/rows.h"

#include "core/analysis/readings.h"
#include "ui/timeline/lanenotes.h"

#include <set>

namespace tenfold {

Lane::Sums sumsIn(const Scene &scene, const Lane &lane)
{
    const Nanoseconds instant = scene.instantOf(lane.trace());
    const bool isEnd = !scene.instant && !lane.trace().isStopped();
    const Nanoseconds now = lane.trace().now();
    return isEnd ? withReady(lane.sums(now), lane, now) : sumsOf(lane, instant);
}

/// The labels of the locks that were held up to `instant`.
static std::set<QByteArray> locksOf(const Trace &trace, Nanoseconds instant, LaneNotes &notes)
{
    std::set<QByteArray> locks;
    for (const Lane *lane : trace.lanes()) {
        for (const SpanRecord *lock : notes.locks(*lane)) {
            if (lock->begin <= instant)
                locks.insert(lock->label);
        }
    }
    return locks;
}

static void addSubRows(std::vector<TimelineRow> &rows, const Lane &lane, int outcome, int mostSubRows)
{
    const int all = lane.subRows();
    for (int i = 0; i < std::min(all, mostSubRows); ++i)
        rows.push_back({.kind = TimelineRow::Kind::SubRow,
                        .title = i == 1 // low rows have no room for one below their lane's
                                     ? translate("Timeline", "%1 waits").arg(std::min(all, mostSubRows))
                                     : QString(),
                        .outcome = outcome,
                        .loop = &lane,
                        .subRow = i});
    if (all > mostSubRows)
        rows.push_back({.kind = TimelineRow::Kind::Rest,
                        .title = translate("Timeline", "up to %1 more").arg(all - mostSubRows),
                        .outcome = outcome,
                        .loop = &lane,
                        .subRow = mostSubRows});
}

std::vector<const Lane *> TimelineRow::chain() const
{
    std::vector<const Lane *> own;
    if (lane)
        own.push_back(lane);
    own.insert(own.end(), heirs.begin(), heirs.end());
    return own;
}

bool TimelineRow::shows(const Trace &trace, std::int32_t index) const
{
    const auto is = [&](const Lane *one) { return one->index() == index && &one->trace() == &trace; };
    return lane && (is(lane) || std::ranges::any_of(heirs, is));
}

std::vector<TimelineRow> timelineRows(const Scene &scene, const QString &variant, int mostSubRows,
                                      LaneNotes *kept)
{
    LaneNotes own;
    LaneNotes &notes = kept ? *kept : own;
    std::vector<TimelineRow> rows;
    const auto isDrawn = [&](const Outcome &outcome) {
        const Repeat *repeat = outcome.shown();
        return repeat && repeat->trace && (variant.isEmpty() || variant == outcome.variant);
    };
    const auto isReference = [&](const Outcome &outcome) {
        return scene.variantOf(outcome)->kind == VariantKind::Sequential;
    };
    const auto isHeadline = [&](const Outcome &outcome) {
        return scene.scenario()->variants.size() > 1 && outcome.variant == scene.scenario()->variants[1].id;
    };
    const auto others = std::ranges::count_if(
        scene.outcomes, [&](const Outcome &o) { return isDrawn(o) && !isReference(o); });
    const auto isLoop = [&](const Outcome &outcome) {
        return isDrawn(outcome) && std::ranges::any_of(outcome.shown()->trace->lanes(),
                                                       [](const Lane *lane) { return lane->subRows() > 0; });
    };
    const QString oneThread = translate("Timeline", "%1 (one thread)");
    // Beside one thread that waits for many things, many threads share a strip as those do.
    const bool hasLoop = std::ranges::any_of(scene.outcomes, isLoop);
    for (std::size_t i = 0; i < scene.outcomes.size(); ++i) {
        const Outcome &outcome = scene.outcomes[i];
        if (!isDrawn(outcome))
            continue;
        const auto index = static_cast<int>(i);
        const Trace &trace = *outcome.shown()->trace;
        const Nanoseconds instant = scene.instantOf(trace);
        const QString title = scene.variantOf(outcome)->title.text();
        // A picture of one variant is named wherever it is taken.
        const bool hasHeading =
            !isReference(outcome) && (!variant.isEmpty() || others > 1 || !isHeadline(outcome));
        if (hasHeading)
            rows.push_back({.kind = TimelineRow::Kind::Heading,
                            .title = isLoop(outcome) ? oneThread.arg(title) : title,
                            .outcome = index});
        bool isFirst = true;
        std::vector<const Lane *> shown, rest;
        for (const Lane *lane : trace.lanes()) {
            if (lane->began() <= instant && notes.isShown(*lane, instant))
                (hasLoop && static_cast<int>(shown.size()) >= mostSubRows ? rest : shown).push_back(lane);
        }
        for (const Lane *lane : shown) {
            const bool isLoopLane = lane->subRows() > 0; // of one thread, whose name would say nothing
            const bool isNamed = isLoopLane && !hasHeading;
            const bool isTitle = isFirst && (isReference(outcome) || isNamed);
            const QString name = isTitle ? title : isLoopLane ? QString() : laneTitle(*lane);
            rows.push_back({.title = isNamed ? oneThread.arg(name) : name, .outcome = index, .lane = lane});
            addSubRows(rows, *lane, index, mostSubRows);
            isFirst = false;
        }
        if (!rest.empty())
            rows.push_back({.kind = TimelineRow::Kind::Rest,
                            .title = translate("Timeline", "and %1 more").arg(rest.size()),
                            .outcome = index,
                            .lanes = rest});
        for (const QByteArray &lock : locksOf(trace, instant, notes))
            rows.push_back({.kind = TimelineRow::Kind::Lock,
                            .title = translate("Timeline", "lock: %1").arg(lockTitle(lock)),
                            .outcome = index,
                            .lock = lock});
    }
    return rows;
}

} // namespace tenfold
