#pragma once

namespace tenfold {

/// The life of a worker process: says hello, carries out what comes on standard input, answers on standard
/// output until the input ends. Returns the exit status: 0, or 3 with a sentence on standard error when the
/// input is not a frame. What tasks print goes to standard error. Ignores SIGINT: Ctrl+C in a terminal
/// reaches the whole group, and the parent decides.
int serveTasks();

} // namespace tenfold
