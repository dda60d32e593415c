#pragma once

#include "core/catalog/scenario.h"

namespace tenfold {

/// The command line that repeats a run: only what differs from the defaults, quoted for a shell: as POSIX has
/// it, but $'a\nb' where a value has several lines.
/// `variants` empty means every variant that is not a mistake.
QString reproducingCommand(const Scenario &scenario, const QStringList &variants, const Values &values,
                           quint64 seed = 1, int repeats = 1);

} // namespace tenfold
