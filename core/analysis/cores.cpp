#include "core/analysis/cores.h"

#include "core/analysis/quota.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <sched.h>
#include <thread>

namespace tenfold {

std::vector<int> coreNumbers()
{
    // One set is of 1024 cores; of fewer than the kernel has it wants to hear nothing.
    for (std::size_t sets = 1; sets <= 64; sets *= 2) {
        std::vector<cpu_set_t> mask(sets);
        const std::size_t bytes = sets * sizeof(cpu_set_t);
        if (::sched_getaffinity(0, bytes, mask.data()) == 0) {
            std::vector<int> numbers;
            for (std::size_t core = 0; core < 8 * bytes; ++core) {
                if (CPU_ISSET_S(core, bytes, mask.data()))
                    numbers.push_back(static_cast<int>(core));
            }
            return numbers;
        }
        if (errno != EINVAL)
            break;
    }
    return {};
}

Cores Cores::here()
{
    const std::size_t numbers = coreNumbers().size();
    const int seen = std::max(1, static_cast<int>(numbers ? numbers : std::thread::hardware_concurrency()));
    return {seen, std::clamp(Quota::here().cores().value_or(seen), 0.01, static_cast<double>(seen))};
}

int Cores::atOnce() const
{
    return static_cast<int>(std::ceil(allowed));
}

int coresHere()
{
    return std::clamp(Cores::here().atOnce(), 2, 64);
}

} // namespace tenfold
