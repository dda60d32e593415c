#pragma once

#include "core/sync/stopped.h"
#include "core/trace/span.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace tenfold {

/// Waits for `time`, as for something outside of the program that takes so long. Throws Stopped when `stop`
/// is requested first. The wait is a span (State::Io) with `label`, a literal.
inline void pauseFor(std::chrono::nanoseconds time, const std::stop_token &stop, const char *label = "wait",
                     std::source_location where = std::source_location::current())
{
    const Span waiting(State::Io, label, SpanRecord::noTask, where);
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, time, [] { return false; });
    if (stop.stop_requested())
        throw Stopped();
}

} // namespace tenfold
