#pragma once

#include <exception>

namespace tenfold {

/// Thrown by every wait whose stop token was asked to stop.
struct Stopped : std::exception
{
    const char *what() const noexcept override { return "stopped"; }
};

} // namespace tenfold
