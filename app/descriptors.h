#pragma once

namespace tenfold {

/// Gives what the program was started without, standard input, output or error, to nobody: the next file or
/// socket would take its number, and what is printed would be written into it.
void closeGaps();

/// How many files the program must be able to open and cannot, even with the limit raised as far as it may
/// (ulimit -n); else 0.
int missingDescriptors();

} // namespace tenfold
