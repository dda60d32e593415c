#pragma once

#include "app/options.h"
#include "core/recording/recording.h"

namespace tenfold {

/// Writes all that `options` ask for of a run, and why variants failed on standard error. Returns a sentence
/// for each output that could not be written, which it has complained of.
QStringList writeRun(const Options &options, const Recording &recording);
/// The same of the sweep over `options.request.over`, which is all that is recorded.
QStringList writeSweep(const Options &options, const Recording &recording);

} // namespace tenfold
