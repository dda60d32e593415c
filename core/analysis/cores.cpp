#include "core/analysis/cores.h"

#include <algorithm>
#include <thread>

namespace tenfold {

int coresHere()
{
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 2, 64);
}

} // namespace tenfold
