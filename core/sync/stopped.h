#pragma once

#include <exception>
#include <stop_token>

namespace tenfold {

/// Thrown by every wait whose stop token was asked to stop. What takes no wait looks at no token, and goes
/// on.
struct Stopped : std::exception
{
    const char *what() const noexcept override { return "stopped"; }
};

/// Throws Stopped when `stop` has been requested.
inline void throwIfStopped(const std::stop_token &stop)
{
    if (stop.stop_requested())
        throw Stopped();
}

} // namespace tenfold
