#include "core/analysis/waits.h"

#include "core/analysis/format.h"
#include "core/analysis/lanetitle.h"
#include "core/catalog/words.h"
#include "core/sync/locktable.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

namespace tenfold {

/// What is open on a lane at an instant.
struct OpenSpans
{
    const Lane *lane = nullptr;
    const SpanRecord *innermost = nullptr; ///< null where the lane is idle
    std::vector<std::string_view> held;    ///< labels
    std::vector<std::string_view> alone;   ///< of these, what nobody can hold beside it
    Nanoseconds changed = 0;               ///< when something last began or ended on it
};

static OpenSpans openSpans(const Lane &lane, Nanoseconds instant)
{
    OpenSpans open{&lane, nullptr, {}, {}, std::min(lane.began(), instant)};
    const auto note = [&](Nanoseconds t) {
        if (t <= instant)
            open.changed = std::max(open.changed, t);
    };
    note(lane.closedOr(instant + 1));
    lane.spans().forEach([&](const SpanRecord &span) {
        note(span.begin);
        note(span.endOr(instant + 1));
        if (span.begin > instant || span.endOr(instant + 1) <= instant)
            return;
        if (span.shape == Shape::Nested)
            open.innermost = &span; // a later one that is open lies within those before it
        else if (isHolding(span.shape))
            open.held.emplace_back(span.label);
        if (span.shape == Shape::Hold)
            open.alone.emplace_back(span.label);
    });
    return open;
}

/// Whether `lane` has let go of `name` between `from` and `instant`, and has not taken it again.
static bool hasLetGo(const Lane &lane, std::string_view name, Nanoseconds from, Nanoseconds instant)
{
    for (std::size_t i = lane.spans().size(); i-- > 0;) {
        const SpanRecord &span = lane.spans()[i];
        if (!isHolding(span.shape) || span.begin > instant || span.label != name)
            continue;
        const Nanoseconds end = span.endOr(instant + 1); // the last one decides
        return end >= from && end <= instant;
    }
    return false;
}

/// As the links say, which were written when the wait began. A lock may have gone to somebody else since.
static std::vector<const Lane *> holdersOf(const std::vector<OpenSpans> &lanes, const OpenSpans &waiting,
                                           Nanoseconds instant)
{
    const SpanRecord &wait = *waiting.innermost;
    std::vector<const Lane *> holders;
    Nanoseconds linked = wait.begin;
    waiting.lane->links().forEach([&](const LinkRecord &link) {
        if (link.kind == LinkKind::WaitsFor && link.toTime >= wait.begin && link.toTime <= instant) {
            holders.push_back(lanes[static_cast<std::size_t>(link.fromLane)].lane);
            linked = link.toTime;
        }
    });
    if (wait.state != State::Lock)
        return holders;
    const std::string_view name = wait.label;
    std::vector<const Lane *> holding, alone; // something of that name
    for (const OpenSpans &other : lanes) {
        if (&other != &waiting && std::ranges::count(other.held, name))
            holding.push_back(other.lane);
        if (&other != &waiting && std::ranges::count(other.alone, name))
            alone.push_back(other.lane);
    }
    std::vector<const Lane *> still;
    std::ranges::copy_if(holders, std::back_inserter(still),
                         [&](const Lane *holder) { return std::ranges::count(holding, holder) > 0; });
    if (!still.empty())
        return still;
    if (alone.size() == 1) // a reader inside is not in the way of one that waits behind a writer
        return alone;
    // Let go of, and not yet taken by whoever gets it: nobody is waited for then.
    std::erase_if(holders, [&](const Lane *holder) { return hasLetGo(*holder, name, linked, instant); });
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
    std::vector<OpenSpans> lanes;
    for (const Lane *lane : trace.lanes())
        lanes.push_back(openSpans(*lane, instant));
    for (const OpenSpans &lane : lanes) {
        waits.since = std::max(waits.since, lane.changed);
        const SpanRecord *span = lane.innermost;
        if (span && isWaiting(span->state) && span->state != State::Io)
            waits.all.push_back({lane.lane, span->state, span->label, span->begin, span->where, span->task,
                                 holdersOf(lanes, lane, instant)});
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
        return wait.task >= 0 ? translate("Waits", "the result of task %1").arg(wait.task + 1)
                              : translate("Waits", "the result of a task");
    }
}

static QString sayWait(const Wait &wait, const Lane *holder)
{
    const QString who = laneTitle(*wait.lane);
    if (!holder)
        return translate("Waits", "%1 waits for %2").arg(who, thingOf(wait));
    const bool isHeld = wait.state == State::Lock || wait.state == State::Permit;
    return (isHeld ? translate("Waits", "%1 waits for %2, held by %3")
                   : translate("Waits", "%1 waits for %2, which is up to %3"))
        .arg(who, thingOf(wait), laneTitle(*holder));
}

QString foundBy(const Trace &trace)
{
    bool isRing = false;
    for (const Lane *lane : trace.lanes())
        lane->marks().forEach(
            [&](const MarkRecord &mark) { isRing |= std::string_view(mark.label) == LockTable::foundRing; });
    return isRing ? translate("Waits", "found by the lock table")
                  : translate("Waits", "found by the watchdog");
}

/// Who waits for the same thing, which nobody is known to hold, in the order of the first of them.
static std::vector<std::vector<const Wait *>> together(const std::vector<Wait> &all)
{
    std::vector<std::vector<const Wait *>> groups;
    for (const Wait &wait : all) {
        const auto same = std::ranges::find_if(groups, [&](const auto &group) {
            const Wait &first = *group.front();
            return first.holders.empty() && wait.holders.empty() && first.state == wait.state &&
                   std::string_view(first.label) == wait.label && first.task == wait.task;
        });
        if (same == groups.end())
            groups.push_back({&wait});
        else
            same->push_back(&wait);
    }
    return groups;
}

static QString sayWaits(const std::vector<const Wait *> &group)
{
    constexpr std::size_t most = 4;
    const Wait &first = *group.front();
    if (group.size() == 1)
        return sayWait(first, first.holders.empty() ? nullptr : first.holders.front());
    QStringList names;
    for (std::size_t i = 0; i < std::min(group.size(), most); ++i)
        names << laneTitle(*group[i]->lane);
    QString who = listed(names);
    if (group.size() > most)
        who = translate("Waits", "%1 and %2 more").arg(who).arg(group.size() - most);
    return translate("Waits", "%1 wait for %2", "several").arg(who, thingOf(first));
}

QString inWords(const Waits &waits)
{
    constexpr qsizetype most = 8;
    QStringList parts;
    if (waits.ring.empty()) {
        for (const auto &group : together(waits.all))
            parts << sayWaits(group);
    }
    for (std::size_t i = 0; i < waits.ring.size(); ++i)
        parts << sayWait(waits.all[waits.ring[i]], waits.all[waits.ring[(i + 1) % waits.ring.size()]].lane);
    if (parts.size() > most) {
        const qsizetype more = parts.size() - most;
        parts.resize(most);
        parts << translate("Waits", "and %1 more").arg(more);
    }
    return parts.join(translate("Waits", "; ", "between who waits for what"));
}

} // namespace tenfold
