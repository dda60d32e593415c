#include "core/analysis/noise.h"

#include <algorithm>

namespace tenfold {

Spread spreadOf(std::vector<double> seconds)
{
    if (seconds.empty())
        return {};
    std::ranges::sort(seconds);
    const std::size_t middle = seconds.size() / 2;
    const double median = seconds.size() % 2 ? seconds[middle] : (seconds[middle - 1] + seconds[middle]) / 2;
    return {median, seconds.front(), seconds.back(), static_cast<int>(seconds.size())};
}

bool doOverlap(const Spread &longer, const Spread &shorter)
{
    return shorter.repeats < 2 || longer.least <= shorter.most;
}

bool mayBeChance(const Spread &longer, const Spread &shorter)
{
    if (longer.median <= leastGain * shorter.median)
        return true;
    return doOverlap(longer, shorter) && longer.median <= mostNoise * shorter.median;
}

} // namespace tenfold
