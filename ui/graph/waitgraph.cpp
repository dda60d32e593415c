#include "ui/graph/waitgraph.h"

#include "core/analysis/readings.h"
#include "ui/timeline/rows.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>

namespace tenfold {

/// Links are looked at so far back from the last one: a lane may have waited a million times.
static constexpr std::size_t farthest = 64;

/// The index of the first entry of `log`, which is in the order of `time`, that is later than `instant`.
template<typename Record, typename Time>
static std::size_t endAt(const AppendLog<Record> &log, Time Record::*time, Nanoseconds instant)
{
    std::size_t from = 0;
    for (std::size_t to = log.size(); from < to;) {
        const std::size_t middle = from + (to - from) / 2;
        if (log[middle].*time <= instant)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/// The span in which `lane` waited at `instant`; null when it did not.
static const SpanRecord *waitAt(const Lane &lane, Nanoseconds instant)
{
    const auto &spans = lane.spans();
    const std::size_t end = endAt(spans, &SpanRecord::begin, instant);
    for (std::size_t back = 1; back <= std::min(end, farthest); ++back) {
        const SpanRecord &span = spans[end - back];
        if (span.shape != Shape::Nested || span.endOr(instant + 1) <= instant)
            continue;
        return isWaiting(span.state) ? &span : nullptr; // the innermost one
    }
    return nullptr;
}

static QString nameOf(const Lane &lane)
{
    const QString title = laneTitle(lane);
    if (lane.role() == LaneRole::Worker && title == translate("Timeline", "Worker %1").arg(lane.number()))
        return QStringLiteral("W%1").arg(lane.number());
    return title;
}

static QString resourceOf(const SpanRecord &wait)
{
    static constexpr std::array contexts{"", "", "lock", "queue", "event", "permit", "future"};
    const auto state = static_cast<std::size_t>(wait.state);
    const QString label =
        *wait.label ? translate(contexts.at(state < contexts.size() ? state : 0), wait.label) : QString();
    return label.isEmpty() ? QStringLiteral("?") : label;
}

/// What each lane waits for at the instant, one for each holder.
static std::vector<Waiter> waiters(const std::vector<const Lane *> &lanes, Nanoseconds instant)
{
    std::vector<Waiter> waiting;
    for (const Lane *lane : lanes) {
        const auto &links = lane->links();
        const std::size_t end = endAt(links, &LinkRecord::toTime, instant);
        if (end == 0)
            continue;
        const SpanRecord *wait = waitAt(*lane, instant);
        std::set<std::int32_t> holders;
        for (std::size_t back = 1; wait && back <= std::min(end, farthest); ++back) {
            const LinkRecord &link = links[end - back];
            if (link.toTime < wait->begin)
                break;
            const auto holder = static_cast<std::size_t>(link.fromLane);
            if (link.kind == LinkKind::WaitsFor && holder < lanes.size() &&
                holders.insert(link.fromLane).second)
                waiting.push_back({lane->index(), nameOf(*lane), resourceOf(*wait), link.fromLane,
                                   nameOf(*lanes[holder]), link.toTime});
        }
    }
    return waiting;
}

using Path = std::vector<const Waiter *>;
using ByLane = std::map<std::int32_t, Path>;

/// The shortest ring, of those the one of the first lane; empty without one.
static Path ringIn(const ByLane &waiting)
{
    Path best;
    for (const auto &[start, first] : waiting) {
        Path queue = first;
        std::vector<std::size_t> before(first.size(), SIZE_MAX);
        std::set<std::int32_t> seen{start};
        for (std::size_t i = 0; i < queue.size(); ++i) {
            const std::int32_t holder = queue[i]->holder;
            if (holder == start) {
                Path ring;
                for (std::size_t at = i; at != SIZE_MAX; at = before[at])
                    ring.insert(ring.begin(), queue[at]);
                if (best.empty() || ring.size() < best.size())
                    best = ring;
                break;
            }
            if (const auto next = waiting.find(holder); next != waiting.end() && seen.insert(holder).second) {
                queue.insert(queue.end(), next->second.begin(), next->second.end());
                before.resize(queue.size(), i);
            }
        }
    }
    return best;
}

/// Follows who waits for whom from the end of `path`, and keeps the longest way in `chain`; no more than
/// `steps`, as many who wait for many have more ways than can be gone. There is no ring.
static void follow(const ByLane &waiting, Path &path, Path &chain, int &steps)
{
    if (--steps < 0)
        return;
    if (path.size() > chain.size())
        chain = path;
    const auto next = waiting.find(path.back()->holder);
    if (next == waiting.end())
        return;
    for (const Waiter *waiter : next->second) {
        path.push_back(waiter);
        follow(waiting, path, chain, steps);
        path.pop_back();
    }
}

static WaitGraph graphOf(const std::vector<Waiter> &waiting)
{
    ByLane byLane;
    for (const Waiter &waiter : waiting)
        byLane[waiter.lane].push_back(&waiter);
    Path loop = ringIn(byLane);
    WaitGraph graph;
    graph.isRing = !loop.empty();
    int steps = 10'000;
    for (const Waiter &first : waiting) {
        Path path{&first};
        if (!graph.isRing)
            follow(byLane, path, loop, steps);
    }
    for (const Waiter *waiter : loop)
        graph.loop.push_back(*waiter);
    if (!graph.isRing && !loop.empty())
        graph.loop.push_back({loop.back()->holder, loop.back()->heldBy, {}, -1, {}, 0});
    for (const Waiter &waiter : waiting) {
        if (std::ranges::find(loop, &waiter) == loop.end())
            graph.others.push_back(waiter);
    }
    return graph;
}

WaitGraph waitGraphAt(const Trace &trace, Nanoseconds instant)
{
    const std::vector<const Lane *> lanes = trace.lanes();
    WaitGraph graph = graphOf(waiters(lanes, instant));
    graph.workers = static_cast<int>(std::ranges::count_if(
        lanes, [&](const Lane *lane) { return lane->began() <= instant && lane->role() != LaneRole::Main; }));
    return graph;
}

std::optional<Nanoseconds> lastRing(const Trace &trace)
{
    const std::vector<const Lane *> lanes = trace.lanes();
    std::vector<Nanoseconds> begins; // a ring closes where a wait begins
    for (const Lane *lane : lanes) {
        const auto &links = lane->links();
        for (std::size_t back = 1; back <= std::min(links.size(), farthest); ++back) {
            if (links[links.size() - back].kind == LinkKind::WaitsFor)
                begins.push_back(links[links.size() - back].toTime);
        }
    }
    std::ranges::sort(begins, std::greater());
    // Waits that began later, behind the ring, belong to the picture as well.
    for (std::size_t i = 0; i < std::min(begins.size(), 4 * farthest); ++i) {
        if (graphOf(waiters(lanes, begins[i])).isRing)
            return begins[i];
    }
    return {};
}

/// The ring in the order in which it will stand once it has closed, with what of it is already there: nothing
/// moves while it comes together.
static WaitGraph within(const WaitGraph &ring, const WaitGraph &now)
{
    WaitGraph graph = now;
    std::vector<Waiter> all = now.loop;
    all.insert(all.end(), now.others.begin(), now.others.end());
    graph.loop.clear();
    graph.others.clear();
    for (Waiter place : ring.loop) {
        const auto found = std::ranges::find_if(all, [&](const Waiter &w) {
            return w.lane == place.lane && w.holder == place.holder && !w.wants.isEmpty();
        });
        if (found == all.end())
            place = {place.lane, place.name, {}, -1, {}, 0};
        else
            place = *found;
        graph.loop.push_back(place);
    }
    for (const Waiter &waiter : all) {
        if (!waiter.wants.isEmpty() && std::ranges::find(graph.loop, waiter) == graph.loop.end())
            graph.others.push_back(waiter);
    }
    return graph;
}

WaitGraph waitsOf(const Scene &scene, const Outcome &outcome)
{
    const Repeat &repeat = *outcome.shown();
    const Trace &trace = *repeat.trace;
    const Nanoseconds instant = scene.instantOf(trace);
    const WaitGraph now = waitGraphAt(trace, instant);
    if (now.isRing || !trace.isStopped())
        return now;
    if (repeat.status == Status::Finished && !scene.variantOf(outcome)->isMistake())
        return now;
    const std::optional<Nanoseconds> closed = lastRing(trace);
    if (!closed)
        return now;
    WaitGraph ring = waitGraphAt(trace, *closed);
    if (instant >= *closed && (instant >= trace.now() || now.loop.empty()))
        return ring;
    const bool isToCome = instant < *closed && !now.loop.empty();
    return isToCome ? within(ring, now) : now;
}

} // namespace tenfold
