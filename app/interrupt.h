#pragma once

namespace tenfold {

/// From now on Ctrl+C (SIGINT), SIGTERM and SIGHUP are remembered instead of ending the program; a second one
/// ends it.
void catchInterrupts();
/// Whether one came. Any thread.
bool wasInterrupted();

} // namespace tenfold
