#pragma once

#include "core/trace/trace.h"
#include "core/workloads/compute/interleavings/programstate.h"

#include <memory>

namespace tenfold {

/// How long a step lasts in a trace that counts steps. It takes effect at its end.
inline constexpr Nanoseconds oneStep = 1'000'000'000;

/// `execution` as a trace counted in steps: a lane for each thread; a running span for each step, with its
/// line; a gauge for the variable ("x"), for each thread's r ("r 1") and for each lock ("lock a": the number
/// of the thread that holds it, or 0). Where it ends in a deadlock, each thread that is left waits for
/// another step.
std::shared_ptr<const Trace> traceOf(const Program &program, const Execution &execution);

} // namespace tenfold
