#pragma once

#include "ui/scene.h"

namespace tenfold {

/// A worker, what it wants and who holds that. It wants nothing while `wants` is empty.
struct Waiter
{
    std::int32_t lane = 0;
    QString name;
    QString wants;
    std::int32_t holder = -1; ///< a lane
    QString heldBy;
    Nanoseconds since = 0;
    QString kind = {}; ///< of what it wants, where that is one of many: "account" for "account 3"

    bool operator==(const Waiter &) const = default;
};

/// Who waits for whom at an instant: the wait-for graph, as LinkKind::WaitsFor says it.
struct WaitGraph
{
    /// Each wants what the next one holds: a ring, or the longest chain of those who wait. The last of a
    /// chain wants nothing; where a ring closes later, neither do those of it who do not wait yet.
    std::vector<Waiter> loop;
    bool isRing = false;        ///< the last of the loop wants what the first one holds
    std::vector<Waiter> others; ///< who else waits
    std::vector<QString> free;  ///< what is like what they wait for ("account 5"), and nobody has or wants
    int workers = 0;            ///< lanes that have begun, without a main lane that only waits for results

    bool operator==(const WaitGraph &) const = default;
};

/// Of `trace` at `instant`; the ring is the one of waitsAt().
WaitGraph waitGraphAt(const Trace &trace, Nanoseconds instant);
/// The instant at which the last ring of a trace that has ended stood; empty where there was none.
std::optional<Nanoseconds> lastRing(const Trace &trace);
/// Of the outcome at the scene's instant. Once it has ended, and not well, its last ring still stands: that
/// it was broken up was the end of it.
WaitGraph waitsOf(const Scene &scene, const Outcome &outcome);

} // namespace tenfold
