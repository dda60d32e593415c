#include "core/workloads/descriptors.h"

#include <mutex>
#include <sys/resource.h>

namespace tenfold {

void raiseDescriptorLimit()
{
    static std::once_flag once;
    std::call_once(once, [] {
        rlimit limit{};
        if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
            limit.rlim_cur = limit.rlim_max;
            setrlimit(RLIMIT_NOFILE, &limit); // a refusal costs only the largest runs
        }
    });
}

} // namespace tenfold
