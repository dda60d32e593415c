#pragma once

#include "core/workloads/compute/interleavings/executions.h"

#include <optional>

namespace tenfold {

/// An execution that stands next to another one: two steps that follow one another are swapped, or, where
/// that cannot be, another thread takes a step.
struct Neighbour
{
    Execution execution;
    Count number = 0;
    Ending ending;
    std::size_t step = 0; ///< from 0: the first that differs
    bool isSwap = true;   ///< of this step and the next one
};

/// The neighbour of `execution` that says most: a swap where one of the two is right and one is wrong; else,
/// among locks alone, such a turn; else a swap with another ending, else any swap; else nothing.
std::optional<Neighbour> neighbourOf(const Executions &all, const Execution &execution);

/// What `execution` ends with.
Ending endingOf(const ProgramRules &rules, const Execution &execution);

} // namespace tenfold
