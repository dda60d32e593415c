#include "core/run/watchdog.h"

#include <condition_variable>
#include <system_error>
#include <utility>

namespace tenfold {

/// What the lanes do; empty when one of them may go on by itself.
static std::vector<Lane::Stretch> standstill(const Trace &trace)
{
    std::vector<Lane::Stretch> stretches;
    bool anyWaits = false;
    for (const Lane *lane : trace.lanes()) {
        if (lane->isClosed())
            continue;
        const Lane::Stretch stretch = lane->stretch();
        const bool waits = isWaiting(stretch.state) && stretch.state != State::Io;
        if ((!waits && stretch.state != State::Idle) || lane->isTimed())
            return {};
        anyWaits |= waits;
        stretches.push_back(stretch);
    }
    if (!anyWaits)
        stretches.clear();
    return stretches;
}

Watchdog::Watchdog(const Trace &trace, std::function<void(const Waits &)> onStuck)
    : trace_(trace), onStuck_(std::move(onStuck))
{
    if (!trace.isRecording())
        return;
    try {
        thread_ = std::jthread([this](const std::stop_token &stop) { watch(stop); });
    } catch (const std::system_error &) {
        // A limit on threads: the run goes on without.
    }
}

/// What the threads of the lanes have computed so far.
static std::chrono::nanoseconds computed(const Trace &trace)
{
    std::chrono::nanoseconds sum{};
    for (const Lane *lane : trace.lanes()) {
        if (!lane->isClosed())
            sum += lane->computed();
    }
    return sum;
}

void Watchdog::watch(const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    std::vector<Lane::Stretch> last;
    std::chrono::nanoseconds computedBefore{};
    for (int unchanged = 0; unchanged < looks; ++unchanged) {
        never.wait_for(lock, stop, interval, [] { return false; });
        if (stop.stop_requested())
            return;
        std::vector<Lane::Stretch> now = standstill(trace_);
        if (now.empty()) {
            unchanged = -1;
        } else if (const auto computedNow = computed(trace_);
                   now != last || computedNow - computedBefore > interval) {
            unchanged = -1; // also where somebody computes without a span, and only seems to idle
            computedBefore = computedNow;
        }
        last = std::move(now);
    }
    seen_ = waitsAt(trace_, trace_.now());
    onStuck_(*seen_);
}

std::optional<Waits> Watchdog::end()
{
    if (thread_.joinable()) {
        thread_.request_stop();
        thread_.join();
    }
    return std::exchange(seen_, {});
}

} // namespace tenfold
