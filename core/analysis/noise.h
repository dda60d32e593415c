#pragma once

#include <vector>

namespace tenfold {

/// What repeats of the same took, in seconds; all 0 without any.
struct Spread
{
    double median = 0, least = 0, most = 0;
    int repeats = 0;
};
Spread spreadOf(std::vector<double> seconds);

inline constexpr double leastGain = 1.02; ///< a ratio of medians; less is none, however little repeats differ
inline constexpr double mostNoise = 1.1;  ///< a ratio of medians; what is greater is none by chance

/// Whether the repeats overlap, or are too few to tell.
bool doOverlap(const Spread &longer, const Spread &shorter);
/// Whether chance may be all that `longer` took more than `shorter`: it is within a tenth, and where there
/// are repeats to tell, one of its own was as fast as one of those of the shorter.
bool mayBeChance(const Spread &longer, const Spread &shorter);

} // namespace tenfold
