#pragma once

#include "core/analysis/waits.h"

#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace tenfold {

/// Looks at a trace that is being recorded, and calls `onStuck` once, with who waits for whom, when nothing
/// can go on any more: every lane that is not closed waits for a lock, a queue, an event, a permit or a
/// future, or idles (not all of them), and nothing has changed for a second of looking. Where something
/// outside is awaited, a wait has a limit of time or a lane's thread computes (more than a twentieth of a
/// core), there is nothing to say. Its own looks are counted, not the clock: a program that was held up is
/// not stuck.
class Watchdog
{
public:
    /// Made on the thread that carries out the body. `onStuck` is called on a thread of its own; without such
    /// a thread, nobody looks.
    Watchdog(const Trace &trace, std::function<void(const Waits &)> onStuck);

    /// Ends the looking; what was seen when it called, if it did.
    std::optional<Waits> end();

    static constexpr int looks = 20; ///< that see no change, 50 ms apart
    static constexpr std::chrono::milliseconds interval{50};

private:
    void watch(const std::stop_token &stop);

    const Trace &trace_;
    const std::function<void(const Waits &)> onStuck_;
    std::optional<Waits> seen_; // written by the thread, read after its end
    std::jthread thread_;
};

} // namespace tenfold
