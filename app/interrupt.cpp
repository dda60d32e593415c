#include "app/interrupt.h"

#include <csignal>

namespace tenfold {

static volatile std::sig_atomic_t interrupted = 0;

void catchInterrupts()
{
    struct sigaction action
    {};
    action.sa_handler = [](int) { interrupted = 1; };
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGHUP, &action, nullptr); // the terminal was closed
}

bool wasInterrupted()
{
    return interrupted != 0;
}

} // namespace tenfold
