#pragma once

#include <chrono>
#include <thread>

namespace tenfold {

/// A steady clock for limits of time. It stands still where nobody in this program could do anything: it was
/// stopped (SIGSTOP) or had no core at all. It knows that while a Pulse lives; else it is steady_clock.
/// Any thread.
class AwakeClock
{
public:
    using duration = std::chrono::nanoseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<AwakeClock>;
    static constexpr bool is_steady = true;

    static time_point now() noexcept;
    /// How long nobody could do anything so far, the sleep of the machine with it.
    static std::chrono::nanoseconds heldUp() noexcept;
};

/// What a quota takes from this program, so that nobody takes that for a hold-up.
struct Throttling
{
    int atOnce = 0;                                ///< threads that can compute at once; 0: one for each core
    std::chrono::nanoseconds (*soFar)() = nullptr; ///< that a thread waited for the next period; any thread
};

/// Two beats that are far apart.
struct Gap
{
    std::chrono::nanoseconds length, computed, throttled;
    /// Whether nobody could do anything in between; before it there may have been a beat's time to compute.
    bool isStandstill(int atOnce) const;
    /// How much of it is a hold-up: what was throttled is none.
    std::chrono::nanoseconds heldUp() const;
};

/// Beats while it lives, on a thread of its own: between two beats that are far apart nobody could do
/// anything, unless the program computed. Where no thread can be started, nobody looks.
class Pulse
{
public:
    /// `throttling` counts for all that live meanwhile.
    explicit Pulse(const Throttling &throttling = {});
    ~Pulse();
    Pulse(const Pulse &) = delete;
    Pulse &operator=(const Pulse &) = delete;

    static constexpr std::chrono::milliseconds interval{50};
    static constexpr std::chrono::milliseconds leastGap{500};

private:
    std::jthread thread_;
};

} // namespace tenfold
