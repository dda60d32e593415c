#pragma once

#include "core/sync/waitline.h"

#include <cstdint>

namespace tenfold {

/// A number of permits. First come, first served: who asks for one never passes somebody who waits for three.
/// Records the permits in use as the series of its name (a level), who waits, and who released whom. Any
/// thread may release, also more than was acquired. Every member may be called from any thread. It has to
/// outlive every call on it.
class Semaphore
{
public:
    /// `permits` >= 0 to begin with; `name` is a literal: the series, and what a waiting lane shows.
    explicit Semaphore(int permits, const char *name = "permits");
    Semaphore(const Semaphore &) = delete;
    Semaphore &operator=(const Semaphore &) = delete;

    /// Takes `count` permits, all at once, after waiting for them. Throws Stopped when `stop` is requested
    /// first. Asking for more than there will ever be waits until then.
    void acquire(int count = 1, const std::stop_token &stop = {},
                 std::source_location where = std::source_location::current())
    {
        if (!takeAtOnce(count)) [[unlikely]]
            waitUntil(count, stop, noDeadline, where);
        record(count);
    }
    /// The same without waiting; false when there are not enough, or somebody waits for them.
    bool tryAcquire(int count = 1)
    {
        const bool taken = takeAtOnce(count);
        if (taken)
            record(count);
        return taken;
    }
    /// The same after at most `limit`; false, without any, when it has passed.
    bool tryAcquireFor(std::chrono::nanoseconds limit, int count = 1, const std::stop_token &stop = {},
                       std::source_location where = std::source_location::current())
    {
        const bool taken = takeAtOnce(count) || waitUntil(count, stop, deadlineAfter(limit), where);
        if (taken)
            record(count);
        return taken;
    }
    /// Gives `count` permits (>= 0), to those who wait first.
    void release(int count = 1)
    {
        record(-count); // before somebody else can have them: the series never passes the limit
        if (state_.fetch_add(count * one, std::memory_order_acq_rel) & wanted) [[unlikely]]
            serve();
    }
    /// Permits that nobody has.
    int available() const { return static_cast<int>(state_.load(std::memory_order_acquire) / one); }
    /// How many threads wait now.
    int waiting() const;

private:
    // One word: the permits, and in its lowest bit whether somebody stands in the line. While that is set,
    // permits are taken under the mutex only.
    static constexpr std::int64_t wanted = 1, one = 2;

    bool takeAtOnce(int count) noexcept
    {
        auto state = state_.load(std::memory_order_relaxed);
        while (!(state & wanted) && state >= count * one) {
            if (state_.compare_exchange_weak(state, state - count * one, std::memory_order_acquire,
                                             std::memory_order_relaxed))
                return true;
        }
        return false;
    }
    void record(int change) const
    {
        if (Lane *lane = Lane::current())
            lane->sample(lane->seriesIndex(name_), change);
    }
    bool waitUntil(int count, const std::stop_token &stop, Deadline deadline, std::source_location where);
    void serve();
    void serveLine(const LaneInstant &by);

    const char *const name_;
    std::atomic<std::int64_t> state_;
    mutable std::mutex mutex_; // guards the line
    WaitLine line_;
};

/// Has permits of a Semaphore for the length of a scope.
class Permit
{
public:
    /// Waits for `count` permits; throws Stopped when `stop` is requested first.
    explicit Permit(Semaphore &semaphore, const std::stop_token &stop = {}, int count = 1,
                    std::source_location where = std::source_location::current())
        : semaphore_(semaphore), count_(count)
    {
        semaphore_.acquire(count_, stop, where);
    }
    ~Permit() { semaphore_.release(count_); }
    Permit(const Permit &) = delete;
    Permit &operator=(const Permit &) = delete;

private:
    Semaphore &semaphore_;
    const int count_;
};

} // namespace tenfold
