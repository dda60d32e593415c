#pragma once

#include <vector>

namespace tenfold {

/// What this process may compute on.
struct Cores
{
    int seen = 1;       ///< cores that its threads may run on, which other programs use as well
    double allowed = 1; ///< of their time as much as this many give: less where a container has a quota

    /// How many threads can compute at once: `allowed`, rounded up.
    int atOnce() const;
    /// As the system tells: affinity and cpusets, and the quota; at least 1 and 0.01. Any thread.
    static Cores here();
};

/// The numbers, from 0, of the cores that the calling thread may run on; empty where the system does not
/// tell.
std::vector<int> coreNumbers();

/// The default of `workers` where every worker computes: the cores that this process may use, from 2 to 64.
int coresHere();

} // namespace tenfold
