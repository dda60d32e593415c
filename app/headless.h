#pragma once

#include "app/options.h"
#include "core/recording/recording.h"

namespace tenfold {

/// Carries out the run that is asked for on the calling thread's event loop, with progress on standard error
/// when that is a terminal. Stops at Ctrl+C: ask wasInterrupted().
Recording carryOutHeadless(const Request &request, const Machine &machine);

/// `tenfold run`: the exit status.
int runCommand(const Options &options);
/// `tenfold sweep`: the exit status.
int sweepCommand(const Options &options);
/// `tenfold show`: the exit status.
int showCommand(const Options &options);
/// `tenfold report`: the exit status.
int reportCommand(const Options &options);
/// `tenfold list`: the exit status.
int listCommand(const Options &options);

} // namespace tenfold
