#pragma once

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utility>

namespace tenfold {

/// Closes `descriptor` unless it is closed.
inline void closeOnce(int &descriptor)
{
    if (descriptor >= 0)
        ::close(std::exchange(descriptor, -1));
}

/// In a child between fork and exec: makes `descriptor` its standard input or output.
inline void becomeStandard(int descriptor, int standard)
{
    // Not by dup2(): the child shares its parent's memory, where a sanitizer keeps its table of descriptors.
    if (descriptor != standard)
        ::syscall(SYS_dup3, descriptor, standard, 0);
    else // this program has no such standard one of its own
        ::fcntl(descriptor, F_SETFD, 0);
}

} // namespace tenfold
