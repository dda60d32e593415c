#include "core/run/watchdog.h"

#include <algorithm>
#include <condition_variable>
#include <pthread.h>
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

Watchdog::Watchdog(const Trace &trace, std::function<void()> onStuck)
    : trace_(trace), onStuck_(std::move(onStuck))
{
    if (!trace.isRecording())
        return;
    if (clockid_t clock{}; pthread_getcpuclockid(pthread_self(), &clock) == 0)
        bodyClock_ = clock;
    try {
        thread_ = std::jthread([this](const std::stop_token &stop) { watch(stop); });
    } catch (const std::system_error &) {
        // A limit on threads: the run goes on without.
    }
}

std::chrono::nanoseconds Watchdog::computed() const
{
    timespec time{};
    if (!bodyClock_ || clock_gettime(*bodyClock_, &time) != 0)
        return {};
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

void Watchdog::watch(const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    std::vector<Lane::Stretch> last;
    std::chrono::nanoseconds computedBefore = computed();
    for (int unchanged = 0; unchanged < looks; ++unchanged) {
        never.wait_for(lock, stop, interval, [] { return false; });
        if (stop.stop_requested())
            return;
        std::vector<Lane::Stretch> now = standstill(trace_);
        // A body may compute without a span: its lane seems to idle.
        const std::chrono::nanoseconds computedNow = computed();
        const bool computes = computedNow - computedBefore > interval / 10;
        if (now.empty() || now != last || computes)
            unchanged = -1;
        last = std::move(now);
        computedBefore = computedNow;
    }
    seen_ = waitsAt(trace_, trace_.now());
    onStuck_();
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
