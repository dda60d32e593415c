#pragma once

#include <QString>

namespace tenfold {

/// What `tenfold --help` prints.
QString usage();

} // namespace tenfold
