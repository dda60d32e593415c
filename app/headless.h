#pragma once

#include "app/options.h"
#include "core/recording/writers.h"
#include "core/run/plan.h"

namespace tenfold {

/// Carries out `plan` on the calling thread's event loop, with progress on standard error when that is a
/// terminal. Stops at Ctrl+C: ask wasInterrupted().
RunReport carryOutHeadless(const Plan &plan, const Machine &machine, int repeats);

/// `tenfold run`: the exit status.
int runCommand(const Options &options);
/// `tenfold sweep`: the exit status.
int sweepCommand(const Options &options);
/// `tenfold report`: the exit status.
int reportCommand(const Options &options);
/// `tenfold list`: the exit status.
int listCommand(const Options &options);

} // namespace tenfold
