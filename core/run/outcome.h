#pragma once

#include "core/catalog/scenario.h"
#include "core/trace/trace.h"

#include <memory>
#include <optional>

namespace tenfold {

/// Stuck: nothing could go on any more, as the watchdog saw.
enum class Status { Pending, Running, Finished, Cancelled, Failed, Stuck };
QString idOf(Status status);

/// What came out of carrying out a variant once.
struct Repeat
{
    Status status = Status::Pending;
    QString error;      ///< why it failed, or who waits for whom where it got stuck; no full stop
    double seconds = 0; ///< wall time of the body, or until it got stuck; 0 while it runs
    Results results;
    std::shared_ptr<const Trace> trace;
    bool sameResult = false;                ///< as the reference's first repeat; true for that one itself
    std::optional<double> othersCores = {}; ///< that other programs used meanwhile, so far; empty: not known
    double bent = 0;      ///< by about this share of it they made the time longer; see bentBy()
    double throttled = 0; ///< seconds in which a quota kept from a core what was ready, of all cores together
    double heldUp = 0;    ///< seconds in which nobody could do anything: stopped, or the machine slept
    int again = 0;        ///< how often it was carried out again because of these; the best one stands
    bool wasHeldUp = false; ///< one before it, which is why this was carried out again

    /// Finished, and less bent than `other`, which was carried out before it.
    bool isBetterThan(const Repeat &other) const
    {
        return status == Status::Finished && heldUp == 0 && bent < other.bent;
    }
};

/// What came out of a variant, over its repeats. A value: copying it is cheap, the trace is shared.
struct Outcome
{
    QString variant;
    Values values;
    quint64 seed = 0;
    std::vector<Repeat> repeats;

    /// The worst of the repeats': Failed, Stuck, Cancelled, Running, Pending, Finished.
    Status status() const;
    QString error() const;
    std::vector<double> seconds() const;
    /// The median of the finished repeats; 0 when there is none.
    double medianSeconds() const;
    /// Every repeat finished with the reference's result.
    bool sameResult() const;
    /// The repeat that is drawn: the running one, else the finished one next to the median, else the last.
    const Repeat *shown() const;
    const Finding *finding(const QString &id) const;
    /// Seconds at `instant` (of the shown trace): the running time so far, the median once it is over.
    double secondsAt(Nanoseconds instant) const;
};

} // namespace tenfold
