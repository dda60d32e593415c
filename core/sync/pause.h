#pragma once

#include "core/sync/waiting.h"

namespace tenfold {

/// Waits for `time`, as for something outside of the program that takes so long. Throws Stopped when `stop`
/// is requested first. The wait is a span (State::Io) with `label`, a literal.
inline void pauseFor(std::chrono::nanoseconds time, const std::stop_token &stop, const char *label = "wait",
                     std::source_location where = std::source_location::current())
{
    const Waiting waiting(State::Io, label, where);
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    if (sleepUntil(never, lock, stop, deadlineAfter(time), [] { return false; }) == WaitEnd::Stopped)
        throw Stopped();
}

} // namespace tenfold
