#pragma once

#include "ui/interleavings/drawnexecution.h"

namespace tenfold {

// What is said of executions, in the language of the moment.

/// "x = 2", "deadlock", "finished".
QString endingInWords(const Program &program, const Ending &ending);
/// "an update is lost", "right", "deadlock": what the executions with this ending have in common.
QString judgement(const Program &program, const Ending &ending);
/// What happens in it, and why that is right or wrong.
QString storyOf(const DrawnExecution &drawn);
/// By what its neighbour differs, and what that changes.
QString neighbourInWords(const DrawnExecution &drawn);
/// "2 / 6".
QString numberInWords(const DrawnExecution &drawn);

} // namespace tenfold
