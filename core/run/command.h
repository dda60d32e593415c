#pragma once

#include "core/run/request.h"

namespace tenfold {

/// The command line that repeats `request`: only what differs from the defaults, or
/// may on another machine, quoted for a shell: as POSIX
/// has it, but $'a\nb' where a value has several lines. Passwords in URLs are "***".
QString commandOf(const Request &request);

} // namespace tenfold
