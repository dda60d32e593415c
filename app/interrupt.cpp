#include "app/interrupt.h"

#include <atomic>
#include <csignal>

namespace tenfold {

// The kernel lets any thread take the signal: sig_atomic_t, which holds within one thread, is not enough.
static std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free); // as a signal handler must have it

void catchInterrupts()
{
    struct sigaction action
    {};
    action.sa_handler = [](int) { interrupted = true; };
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGHUP, &action, nullptr); // the terminal was closed
}

bool wasInterrupted()
{
    return interrupted;
}

} // namespace tenfold
