#include "core/sync/tokenbucket.h"

#include <algorithm>

namespace tenfold {

/// Rounded up, so that there is never one more in a second.
static TokenBucket::Clock::duration intervalOf(int rate)
{
    using Duration = TokenBucket::Clock::duration;
    const auto second = std::chrono::duration_cast<Duration>(std::chrono::seconds(1)).count();
    return Duration((second + std::max(rate, 1) - 1) / std::max(rate, 1));
}

TokenBucket::TokenBucket(int rate, int burst, const char *name)
    : interval_(intervalOf(rate)), ahead_(interval_ * (std::max(burst, 1) - 1)), name_(name), line_(1, name)
{}

TokenBucket::Clock::time_point TokenBucket::take(const std::stop_token &stop, std::source_location where)
{
    const Permit first(line_, stop, 1, where);
    Clock::time_point now = Clock::now();
    if (const auto ready = due_ - ahead_; now < ready) {
        const Waiting waiting(State::Permit, name_, where);
        std::mutex mutex;
        std::condition_variable_any never;
        std::unique_lock lock(mutex);
        if (sleepUntil(never, lock, stop, ready, [] { return false; }) == WaitEnd::Stopped)
            throw Stopped();
        now = std::max(Clock::now(), ready);
    }
    due_ = std::max(due_, now) + interval_;
    return now;
}

} // namespace tenfold
