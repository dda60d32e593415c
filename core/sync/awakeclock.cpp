#include "core/sync/awakeclock.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <ctime>
#include <limits>
#include <mutex>
#include <system_error>

namespace tenfold {

namespace {

using Nanos = std::int64_t;

Nanos readClock(clockid_t clock) noexcept
{
    timespec time{};
    clock_gettime(clock, &time);
    return Nanos{1'000'000'000} * time.tv_sec + time.tv_nsec;
}

constexpr Nanos nobodyLooks = std::numeric_limits<Nanos>::max();
constexpr Nanos nanos(std::chrono::nanoseconds time)
{
    return time.count();
}

std::atomic<Nanos> lastBeat{nobodyLooks}; // CLOCK_MONOTONIC, which stops while the machine sleeps
std::atomic<Nanos> stoodStill{0};         // of that clock
std::atomic<Nanos> allHeldUp{0};          // with the sleep
std::atomic<Nanos> latest{std::numeric_limits<Nanos>::min()}; // that was told

std::mutex &pulseMutex() // guards what follows
{
    static std::mutex one;
    return one;
}
int pulses = 0;
Nanos lastBoot = 0, lastComputed = 0, lastThrottled = 0;
Throttling quota;

Nanos throttledSoFar()
{
    return quota.soFar ? nanos(quota.soFar()) : 0;
}

/// Whoever wakes first after a gap sees it, whether it is the pulse or somebody whose time seems to be up.
void beat()
{
    const std::scoped_lock lock(pulseMutex());
    const Nanos last = lastBeat.load(std::memory_order_relaxed);
    if (last == nobodyLooks)
        return;
    const Nanos now = readClock(CLOCK_MONOTONIC), boot = readClock(CLOCK_BOOTTIME),
                computed = readClock(CLOCK_PROCESS_CPUTIME_ID);
    const Nanos throttled = throttledSoFar();
    const Gap gap{std::chrono::nanoseconds(boot - lastBoot),
                  std::chrono::nanoseconds(computed - lastComputed),
                  std::chrono::nanoseconds(throttled - lastThrottled)};
    if (gap.isStandstill(quota.atOnce)) {
        stoodStill.fetch_add(now - last, std::memory_order_relaxed);
        allHeldUp.fetch_add(nanos(gap.heldUp()), std::memory_order_relaxed);
    }
    lastBoot = boot;
    lastComputed = computed;
    lastThrottled = throttled;
    lastBeat.store(now, std::memory_order_release);
}

} // namespace

AwakeClock::time_point AwakeClock::now() noexcept
{
    Nanos now = 0, still = 0;
    do { // else a gap that ends meanwhile would be taken from an instant before it
        still = stoodStill.load(std::memory_order_acquire);
        now = readClock(CLOCK_MONOTONIC);
        const Nanos last = lastBeat.load(std::memory_order_acquire);
        if (last != nobodyLooks && now - last >= nanos(Pulse::leastGap))
            beat();
    } while (still != stoodStill.load(std::memory_order_relaxed));
    now -= still;
    // A gap begins with the last beat: what was told after that beat is later than what follows the gap.
    Nanos told = latest.load(std::memory_order_relaxed);
    while (told < now && !latest.compare_exchange_weak(told, now, std::memory_order_relaxed)) {
    }
    return time_point(duration(std::max(told, now)));
}

std::chrono::nanoseconds AwakeClock::heldUp() noexcept
{
    now();
    return std::chrono::nanoseconds(allHeldUp.load(std::memory_order_relaxed));
}

bool Gap::isStandstill(int atOnce) const
{
    const int threads =
        atOnce > 0 ? atOnce : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    return length >= Pulse::leastGap && computed <= length / 4 + Pulse::interval * threads;
}

std::chrono::nanoseconds Gap::heldUp() const
{
    const auto rest = length - std::max(throttled, std::chrono::nanoseconds(0));
    return rest >= Pulse::leastGap ? rest : std::chrono::nanoseconds(0);
}

Pulse::Pulse(const Throttling &throttling)
{
    try {
        thread_ = std::jthread([](const std::stop_token &stop) {
            std::mutex own;
            std::condition_variable_any never;
            std::unique_lock lock(own);
            while (!never.wait_for(lock, stop, interval, [&] { return stop.stop_requested(); }) &&
                   !stop.stop_requested())
                beat();
        });
    } catch (const std::system_error &) {
        return; // a limit on threads
    }
    const std::scoped_lock lock(pulseMutex());
    if (throttling.soFar || throttling.atOnce > 0) {
        quota = throttling;
        lastThrottled = throttledSoFar();
    }
    if (pulses++ > 0)
        return;
    lastBoot = readClock(CLOCK_BOOTTIME);
    lastComputed = readClock(CLOCK_PROCESS_CPUTIME_ID);
    lastBeat.store(readClock(CLOCK_MONOTONIC), std::memory_order_release);
}

Pulse::~Pulse()
{
    if (!thread_.joinable())
        return;
    const std::scoped_lock lock(pulseMutex());
    if (--pulses == 0) {
        lastBeat.store(nobodyLooks, std::memory_order_release);
        quota = {};
    }
}

} // namespace tenfold
