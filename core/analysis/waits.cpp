#include "core/analysis/waits.h"

#include "core/analysis/format.h"
#include "core/analysis/lanetitle.h"
#include "core/catalog/words.h"

#include <QStringList>

#include <algorithm>

namespace tenfold {

/// The innermost span that is open on `lane` at `instant`; null where it is idle.
static const SpanRecord *innermost(const Lane &lane, Nanoseconds instant)
{
    const SpanRecord *found = nullptr;
    lane.spans().forEach([&](const SpanRecord &span) {
        const bool isOpen = span.begin <= instant && span.endOr(instant + 1) > instant;
        if (span.shape == Shape::Nested && isOpen)
            found = &span; // a later one that is open lies within those before it
    });
    return found;
}

static std::vector<const Lane *> holdersOf(const std::vector<const Lane *> &lanes, const Lane &lane,
                                           Nanoseconds since, Nanoseconds instant)
{
    std::vector<const Lane *> holders;
    lane.links().forEach([&](const LinkRecord &link) {
        if (link.kind == LinkKind::WaitsFor && link.toTime >= since && link.toTime <= instant)
            holders.push_back(lanes[static_cast<std::size_t>(link.fromLane)]);
    });
    return holders;
}

/// Walks from wait to wait along the holders; returns the ring that closes on the way, if one does.
static bool findRing(const std::vector<Wait> &all, std::size_t at, std::vector<std::size_t> &path,
                     std::vector<bool> &isDone)
{
    if (const auto known = std::ranges::find(path, at); known != path.end()) {
        path.erase(path.begin(), known);
        return true;
    }
    if (isDone[at])
        return false;
    path.push_back(at);
    for (const Lane *holder : all[at].holders) {
        const auto next = std::ranges::find(all, holder, &Wait::lane);
        if (next != all.end() && findRing(all, static_cast<std::size_t>(next - all.begin()), path, isDone))
            return true;
    }
    path.pop_back();
    isDone[at] = true;
    return false;
}

Waits waitsAt(const Trace &trace, Nanoseconds instant)
{
    Waits waits;
    const std::vector<const Lane *> lanes = trace.lanes();
    for (const Lane *lane : lanes) {
        const SpanRecord *span = innermost(*lane, instant);
        if (span && isWaiting(span->state) && span->state != State::Io && span->state != State::Idle)
            waits.all.push_back({lane, span->state, span->label, span->begin, span->where,
                                 holdersOf(lanes, *lane, span->begin, instant)});
    }
    std::vector<bool> isDone(waits.all.size());
    for (std::size_t i = 0; i < waits.all.size() && waits.ring.empty(); ++i)
        findRing(waits.all, i, waits.ring, isDone);
    return waits;
}

static QString thingOf(const Wait &wait)
{
    const QString name = lockTitle(wait.label);
    switch (wait.state) {
    case State::Lock:
        return translate("Waits", "the lock \"%1\"").arg(name);
    case State::Queue:
        return translate("Waits", "the queue \"%1\"").arg(name);
    case State::Event:
        return translate("Waits", "the event \"%1\"").arg(name);
    case State::Permit:
        return translate("Waits", "a permit of \"%1\"").arg(name);
    default:
        return translate("Waits", "the result of a task");
    }
}

QString inWords(const Waits &waits)
{
    constexpr std::size_t most = 8;
    const bool isRing = !waits.ring.empty();
    const std::size_t count = isRing ? waits.ring.size() : waits.all.size();
    QStringList parts;
    for (std::size_t i = 0; i < std::min(count, most); ++i) {
        const Wait &wait = waits.all[isRing ? waits.ring[i] : i];
        const Lane *holder = isRing                 ? waits.all[waits.ring[(i + 1) % count]].lane
                             : wait.holders.empty() ? nullptr
                                                    : wait.holders.front();
        parts << (holder ? translate("Waits", "%1 waits for %2, which %3 has")
                               .arg(laneTitle(*wait.lane), thingOf(wait), laneTitle(*holder))
                         : translate("Waits", "%1 waits for %2").arg(laneTitle(*wait.lane), thingOf(wait)));
    }
    if (count > most)
        parts << translate("Waits", "and %1 more").arg(count - most);
    return parts.join(translate("Waits", "; ", "between who waits for what"));
}

} // namespace tenfold
