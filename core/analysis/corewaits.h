#pragma once

#include "core/analysis/cores.h"
#include "core/run/outcome.h"

namespace tenfold {

/// By about which share of its time `repeat`, which was carried out by `workers` threads, took longer than it
/// would have without other programs: what they kept from a core, and a little for cores that slow one
/// another. `ownCores`, that it used itself, count where the kernel tells nothing of single threads, or
/// nobody knows what others used.
double bentBy(const Repeat &repeat, int workers, double ownCores, const Cores &cores = Cores::here());
/// What is less is noise.
inline constexpr double leastBent = 0.05;

/// How much of its time a variant with more workers than there are cores had none for them; empty where that
/// is little. A sentence in the language of the moment.
QString sayCores(const Scenario &scenario, const Outcome &outcome, const Cores &cores);

} // namespace tenfold
