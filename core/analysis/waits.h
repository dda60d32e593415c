#pragma once

#include "core/trace/trace.h"

#include <QString>

namespace tenfold {

/// A lane that waits for a lock, a queue, an event, a permit or a future.
struct Wait
{
    const Lane *lane = nullptr;
    State state = State::Lock;
    const char *label = ""; ///< what it waits for
    Nanoseconds since = 0;
    SourceLine where;
    std::int32_t task = SpanRecord::noTask; ///< Future: whose result
    std::vector<const Lane *> holders;      ///< whom it waits for, where that is known
};

/// Who waits for whom at an instant.
struct Waits
{
    std::vector<Wait> all; ///< in the order of the lanes
    /// Indices into `all`: each waits for the next, and the last for the first. Empty: there is no such ring.
    std::vector<std::size_t> ring;
    /// When a span last began or ended, or a lane was closed: where all wait, nothing has gone on since.
    Nanoseconds since = 0;
};
/// Read from the spans and the links of the trace, which has to outlive the answer; what was dropped is
/// missing. An instant after the end of the trace is its end. Any thread.
Waits waitsAt(const Trace &trace, Nanoseconds instant);

/// Who found that `trace` is stuck, in the language of the moment: a lock table, at the moment when a ring
/// closed, or the watchdog, which saw that nothing changed any more.
QString foundBy(const Trace &trace);
/// Who waits for whom in a sentence without a full stop, in the language of the moment: the ring, or else
/// everybody.
QString inWords(const Waits &waits);

} // namespace tenfold
