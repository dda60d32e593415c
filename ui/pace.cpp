#include "ui/pace.h"

#include <algorithm>
#include <utility>

namespace tenfold {

static constexpr double share = 0.01; // of all cores

std::chrono::nanoseconds Pace::now()
{
    timespec taken{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &taken);
    return std::chrono::seconds(taken.tv_sec) + std::chrono::nanoseconds(taken.tv_nsec);
}

std::chrono::milliseconds Pace::next(int cores)
{
    const std::chrono::nanoseconds before = std::exchange(taken_, now());
    const std::chrono::duration<double> drawing = taken_ - before;
    return std::clamp(std::chrono::duration_cast<std::chrono::milliseconds>(drawing / (share * cores)),
                      shortest, longest);
}

} // namespace tenfold
