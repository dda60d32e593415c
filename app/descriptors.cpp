#include "app/descriptors.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <vector>

namespace tenfold {

// Writing to what is open for reading only fails, as it does with a closed one.
void closeGaps()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) < 0) [[maybe_unused]]
            const int same = ::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

static bool canOpen(int count)
{
    std::vector<int> opened;
    for (int next = 0; next >= 0 && static_cast<int>(opened.size()) < count;) {
        next = ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0);
        if (next >= 0)
            opened.push_back(next);
    }
    std::ranges::for_each(opened, ::close);
    return static_cast<int>(opened.size()) == count;
}

bool hasDescriptors()
{
    constexpr int least = 24; // an application and one run; with fewer, libraries abort
    if (canOpen(least))
        return true;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
    return canOpen(least);
}

} // namespace tenfold
