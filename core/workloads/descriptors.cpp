#include "core/workloads/descriptors.h"

#include "core/analysis/format.h"
#include "core/catalog/words.h"

#include <mutex>
#include <stdexcept>
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

void requireConnections(int connections)
{
    constexpr int others = 100; // files that are open anyway
    const int count = 2 * connections + others;
    raiseDescriptorLimit();
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < static_cast<rlim_t>(count))
        throw std::runtime_error(translate("Descriptors",
                                           "So many connections at once take %1 open files, but the system "
                                           "allows this program only %2 (ulimit -n): take fewer requests")
                                     .arg(formatCount(count), formatCount(limit.rlim_cur))
                                     .toStdString());
}

} // namespace tenfold
