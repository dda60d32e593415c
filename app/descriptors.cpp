#include "app/descriptors.h"

#include "core/workloads/descriptors.h"

#include <algorithm>
#include <fcntl.h>
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

/// 64 workers, each with its wake-up, its connection and the other end of that. Where there are fewer,
/// libraries abort in the midst of a run.
static constexpr int leastDescriptors = 256;

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

int missingDescriptors()
{
    if (canOpen(leastDescriptors))
        return 0;
    raiseDescriptorLimit();
    return canOpen(leastDescriptors) ? 0 : leastDescriptors;
}

} // namespace tenfold
