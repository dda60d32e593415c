#pragma once

#include "core/catalog/measure.h"
#include "core/trace/records.h"

namespace tenfold {

// What the measures of a scenario are read from: the trace up to its end, the table and the values. All names
// are literals.

/// The greatest value of a series; 0 when it has no samples.
Reading peak(const char *series);
/// The median of a gauge's values, the upper one of two; 0 when it has none.
Reading medianOf(const char *series);
/// How often a level rose to more than `above`: how many entered while so many were there.
Reading rises(const char *series, double above);
/// How many spans of `state` with this label there were.
Reading spans(State state, const char *label);
/// How often the lock was taken.
Reading holds(const char *lock);
/// How many rows have this text in a column.
Reading rowsWith(const char *column, const char *text);
/// Worker-seconds spent in these states.
Reading secondsIn(std::initializer_list<State> states);
/// The share of worker-seconds spent in `states` among those spent in `all`, in percent.
Reading percentIn(std::initializer_list<State> states, std::initializer_list<State> all);
/// Worker lanes made, those of processes with them, and the most of them at once.
Reading threadsMade();
Reading threadsAtOnce();
/// The value of an integer parameter.
Reading setting(const char *parameter);
/// By how much `reading` is above `allowed`; 0 when it is not.
Reading beyond(const Reading &reading, const Reading &allowed);

} // namespace tenfold
