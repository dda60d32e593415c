#pragma once

namespace tenfold {

/// Gives what the program was started without, standard input, output or error, to nobody: the next file or
/// socket would take its number, and what is printed would be written into it.
void closeGaps();

/// Whether so many files can be opened as the program takes at least: raises the limit where it may (ulimit
/// -n).
bool hasDescriptors();

} // namespace tenfold
