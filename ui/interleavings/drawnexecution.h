#pragma once

#include "core/workloads/compute/interleavings/neighbour.h"
#include "ui/scene.h"

namespace tenfold {

/// The execution that a scene draws, and the one beside it.
struct DrawnExecution
{
    std::shared_ptr<const Executions> all;
    QString parameter; ///< the id of the one that says its number
    Count asked = 0;   ///< the number that was asked for
    Count number = 0;  ///< the last one where there are not so many
    Execution execution;
    Ending ending;
    std::shared_ptr<const Trace> trace; ///< counted in steps
    std::optional<Neighbour> neighbour;
    std::shared_ptr<const Trace> ghost; ///< the neighbour's; null without one

    bool isRight() const { return tenfold::isRight(all->program(), ending); }
    bool isNeighbourRight() const { return tenfold::isRight(all->program(), neighbour->ending); }
    /// The greatest step that can be shown; at a deadlock the one after the last, in which all wait.
    int lastStep() const;
    /// The step that is being taken at `instant`, from 1; 0: none yet. Without an instant the last one.
    int stepAt(std::optional<Nanoseconds> instant) const;
    /// An instant in the middle of a step; 0 for none.
    static Nanoseconds instantOf(int step);
};

/// Nothing where the scene has gone through no executions. Takes microseconds.
std::optional<DrawnExecution> drawnExecution(const Scene &scene);

/// "A" for thread 0.
QString threadLetter(int thread);

} // namespace tenfold
