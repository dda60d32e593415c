#pragma once

#include <chrono>
#include <ctime>

namespace tenfold {

/// How often a live picture is drawn: 10 times a second, and less often where that would take more of the
/// machine than a measured run can spare. Used by the thread that draws.
class Pace
{
public:
    static constexpr std::chrono::milliseconds shortest{100}, longest{400};

    /// How long to wait until the next picture, going by the processor time that this thread has taken since
    /// the last call, or since this was made: between shortest and longest.
    std::chrono::milliseconds next(int cores);

private:
    std::chrono::nanoseconds taken_ = now();
    static std::chrono::nanoseconds now();
};

} // namespace tenfold
