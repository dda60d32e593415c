#include "core/analysis/cores.h"

#include "core/analysis/quota.h"

#include <algorithm>

namespace tenfold {

int coresHere()
{
    return std::clamp(coresAtOnce(), 2, 64);
}

} // namespace tenfold
