#pragma once

#include "core/run/outcome.h"

#include <functional>
#include <optional>
#include <vector>

namespace tenfold {

/// Task numbers in the order in which they are taken; those that are missing come last, by number.
using Order = std::vector<std::size_t>;
/// The longest task first.
Order longestFirst(const std::vector<double> &durations);

/// Seconds until the last of `durations` is done when each free one of `workers` takes the first task whose
/// `dependencies` are done, without any overhead: list scheduling (Graham, "Bounds on multiprocessing timing
/// anomalies", 1969). Dependencies on or of tasks that are not there do not count; of tasks that depend on
/// one another in a ring, none is done.
double listSchedule(const std::vector<double> &durations, int workers, const Order &order = {},
                    const std::vector<Dependency> &dependencies = {});

enum class TaskTime : std::uint8_t {
    Whole,
    WithACore, ///< without the time in which it was ready to run but all cores were taken
};
/// How long each task has taken up to `until`, as its spans say, without the tasks that it carried out or
/// waited for meanwhile; by task number. Seconds.
std::vector<double> taskDurations(const Trace &trace, Nanoseconds until, TaskTime time = TaskTime::Whole);
/// How long each task takes: as configured, else as measured in `reference`, with a core; by task number.
/// Seconds.
std::vector<double> taskDurations(const Repeat &reference);

/// Seconds that these durations, in the order in which the tasks are taken, cannot be done in, whatever the
/// workers.
using Bound = std::function<double(const std::vector<double> &durations)>;

/// Seconds that no run of these tasks on `workers` can beat: the list schedule, the reference's computing
/// time over min(workers, effectiveCores), or `bound` (where there is one), whichever is largest. Empty when
/// the tasks are not known.
std::optional<double> limitOf(const Repeat &reference, int workers, double effectiveCores,
                              const Order &order = {}, const Bound &bound = {});

} // namespace tenfold
