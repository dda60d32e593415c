#include "ui/graph/waitgraph.h"

#include "core/analysis/lanetitle.h"
#include "core/analysis/waits.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>

namespace tenfold {

static QString nameOf(const Lane &lane)
{
    const bool isPlain = lane.role() == LaneRole::Worker && !*lane.name().text;
    return isPlain ? QStringLiteral("W%1").arg(lane.number()) : laneTitle(lane);
}

/// "account 3" without its number; empty for a name that has none.
static std::string_view kindOf(std::string_view label)
{
    const auto space = label.rfind(' ');
    const bool isNumbered =
        space != label.npos && label.find_first_not_of("0123456789", space + 1) == label.npos;
    return isNumbered ? label.substr(0, space) : std::string_view();
}

static Waiter waiterOf(const Wait &wait, const Lane &holder)
{
    const QString wants = *wait.label ? lockTitle(wait.label) : QStringLiteral("?");
    const QString kind = lockTitle(std::string(kindOf(wait.label)).c_str());
    return {wait.lane->index(), nameOf(*wait.lane), wants, holder.index(), nameOf(holder), wait.since, kind};
}

/// A wait and one of those whom it waits for.
struct Edge
{
    const Wait *wait = nullptr;
    const Lane *holder = nullptr;

    bool operator==(const Edge &) const = default;
};
using Path = std::vector<Edge>;

/// The ring that was found, from its first lane on.
static Path ringOf(const Waits &waits)
{
    Path ring;
    for (std::size_t i = 0; i < waits.ring.size(); ++i)
        ring.push_back({&waits.all[waits.ring[i]], waits.all[waits.ring[(i + 1) % waits.ring.size()]].lane});
    std::ranges::rotate(
        ring, std::ranges::min_element(ring, {}, [](const Edge &edge) { return edge.wait->lane->index(); }));
    return ring;
}

/// Follows who waits for whom from the end of `path`, and keeps the longest way in `chain`; no more than
/// `steps`, as many who wait for many have more ways than can be gone. There is no ring.
static void follow(const Waits &waits, Path &path, Path &chain, int &steps)
{
    if (--steps < 0)
        return;
    if (path.size() > chain.size())
        chain = path;
    const auto next = std::ranges::find(waits.all, path.back().holder, &Wait::lane);
    if (next == waits.all.end())
        return;
    for (const Lane *holder : next->holders) {
        path.push_back({&*next, holder});
        follow(waits, path, chain, steps);
        path.pop_back();
    }
}

static Path longestChain(const Waits &waits)
{
    Path chain;
    int steps = 10'000;
    for (const Wait &first : waits.all) {
        for (const Lane *holder : first.holders) {
            Path path{{&first, holder}};
            follow(waits, path, chain, steps);
        }
    }
    return chain;
}

/// What was held at some time, is numbered as what `waits` wait for, and is neither held nor wanted now.
static std::vector<QString> freeAt(const Trace &trace, Nanoseconds instant, const Waits &waits)
{
    const auto numbered =
        std::ranges::find_if(waits.all, [](const Wait &wait) { return !kindOf(wait.label).empty(); });
    if (numbered == waits.all.end())
        return {};
    const std::string_view kind = kindOf(numbered->label);
    std::map<const char *, bool> isTaken; // interned: one address a name
    for (const Lane *lane : trace.lanes()) {
        lane->spans().forEach([&](const SpanRecord &span) {
            if (isHolding(span.shape) && span.begin <= instant)
                isTaken[span.label] |= span.endOr(instant + 1) > instant;
        });
    }
    std::map<int, QString> free; // by number
    for (const auto &[label, taken] : isTaken) {
        const bool isWanted =
            std::ranges::any_of(waits.all, [&](const Wait &w) { return std::string_view(w.label) == label; });
        if (!taken && !isWanted && kindOf(label) == kind)
            free[std::atoi(label + kind.size())] = lockTitle(label);
    }
    std::vector<QString> names;
    for (const auto &[number, name] : free)
        names.push_back(name);
    return names;
}

WaitGraph waitGraphAt(const Trace &trace, Nanoseconds instant)
{
    const Waits waits = waitsAt(trace, instant);
    WaitGraph graph;
    graph.isRing = !waits.ring.empty();
    const Path loop = graph.isRing ? ringOf(waits) : longestChain(waits);
    for (const Edge &edge : loop)
        graph.loop.push_back(waiterOf(*edge.wait, *edge.holder));
    if (!graph.isRing && !loop.empty())
        graph.loop.push_back({graph.loop.back().holder, graph.loop.back().heldBy, {}, -1, {}, 0, {}});
    for (const Wait &wait : waits.all) {
        for (const Lane *holder : wait.holders) {
            if (std::ranges::find(loop, Edge{&wait, holder}) == loop.end())
                graph.others.push_back(waiterOf(wait, *holder));
        }
    }
    graph.free = freeAt(trace, instant, waits);
    const std::vector<const Lane *> lanes = trace.lanes();
    graph.workers = static_cast<int>(std::ranges::count_if(
        lanes, [&](const Lane *lane) { return lane->began() <= instant && lane->role() != LaneRole::Main; }));
    return graph;
}

std::optional<Nanoseconds> lastRing(const Trace &trace)
{
    const std::vector<const Lane *> lanes = trace.lanes();
    // A ring closes where a wait begins. Behind the last one each lane may have begun another wait or two:
    // who waits for the ring, and who got on when it was broken up.
    const std::size_t most = 2 * lanes.size() + 8;
    std::vector<Nanoseconds> begins;
    for (const Lane *lane : lanes) {
        const auto &links = lane->links();
        for (std::size_t back = 1; back <= std::min(links.size(), most); ++back) {
            if (links[links.size() - back].kind == LinkKind::WaitsFor)
                begins.push_back(links[links.size() - back].toTime);
        }
    }
    std::ranges::sort(begins, std::greater());
    for (std::size_t i = 0; i < std::min(begins.size(), most); ++i) {
        if (!waitsAt(trace, begins[i]).ring.empty())
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
            place = {place.lane, place.name, {}, -1, {}, 0, {}};
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
