#pragma once

#include "app/options.h"

namespace tenfold {

/// Opens the main window and runs until it is closed: the exit status. 2, with a sentence, where there is no
/// display.
int openWindow(int argc, char **argv, const Options &options);

} // namespace tenfold
