#pragma once

#include "core/sync/awakeclock.h"
#include "core/sync/stopped.h"
#include "core/trace/span.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace tenfold {

/// An instant on a lane: who did something, and when. It may be kept longer than the lane lives.
class LaneInstant
{
public:
    LaneInstant() = default;
    /// Now, on `lane`; nothing when it is null.
    explicit LaneInstant(const Lane *lane) : LaneInstant(lane, lane ? lane->now() : 0) {}
    /// At `time` on `lane`; nothing when that is null.
    LaneInstant(const Lane *lane, Nanoseconds time)
        : lane_(lane),
          trace_(lane ? &lane->trace() : nullptr),
          origin_(lane ? trace_->origin() : 0),
          time_(time)
    {}
    /// Now, on the calling thread's lane.
    static LaneInstant now() { return LaneInstant(Lane::current()); }

    /// The lane, where it is of the trace of `reader`, and so alive with it; else null.
    const Lane *laneFor(const Lane &reader) const
    {
        // Without a look into the lane: its trace may be gone, and a later one may stand at that address.
        return trace_ == &reader.trace() && origin_ == reader.trace().origin() ? lane_ : nullptr;
    }
    Nanoseconds time() const { return time_; }

private:
    const Lane *lane_ = nullptr;
    const Trace *trace_ = nullptr;
    std::int64_t origin_ = 0;
    Nanoseconds time_ = 0;
};

using Deadline = AwakeClock::time_point;
inline constexpr Deadline noDeadline = Deadline::max();
/// The instant `limit` from now; at once for a negative one, never for one of a century.
Deadline deadlineAfter(std::chrono::nanoseconds limit);

/// How a wait ended. What was waited for wins: who gets it is neither stopped nor late.
enum class WaitEnd : std::uint8_t { Ready, TimedOut, Stopped };

/// Sleeps on `condition` until `ready()`, the deadline or a stop. `lock` is held, and guards `ready`.
template<typename Lock, typename Ready>
WaitEnd sleepUntil(std::condition_variable_any &condition, Lock &lock, const std::stop_token &stop,
                   Deadline deadline, Ready ready)
{
    const TimedWait timed(deadline != noDeadline);
    const bool done = deadline == noDeadline ? condition.wait(lock, stop, ready)
                                             : condition.wait_until(lock, stop, deadline, ready);
    return done ? WaitEnd::Ready : stop.stop_requested() ? WaitEnd::Stopped : WaitEnd::TimedOut;
}

/// Tells the core that the thread spins.
inline void relaxCore() noexcept
{
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    asm volatile("yield");
#endif
}

/// Looks at `ready()`, and between the looks gives the core to others who want it: on a busy machine a
/// sleeper is woken sooner than a spinner, and who is waited for may be on this core.
template<typename Ready> bool yieldUntil(Ready ready, std::chrono::microseconds most)
{
    using std::chrono::steady_clock;
    const auto limit = steady_clock::now() + most;
    do {
        std::this_thread::yield();
        if (ready())
            return true;
    } while (steady_clock::now() < limit);
    return false;
}

/// Looks at `ready()`, which is but a look into memory, for some microseconds, without a lock: a wait that
/// ends soon costs no sleep.
template<typename Ready>
bool spinUntil(Ready ready, std::chrono::microseconds most = std::chrono::microseconds(15))
{
    for (int i = 0; i < 16; ++i) {
        if (ready())
            return true;
        relaxCore();
    }
    return yieldUntil(ready, most);
}

/// yieldUntil() as long as it pays: after some in vain only now and then, until one is not. `ready()` may be
/// a system call. Any thread.
class PayingSpin
{
public:
    explicit PayingSpin(std::chrono::microseconds most) : most_(most) {}

    template<typename Ready> bool until(Ready ready)
    {
        const int inVain = inVain_.load(std::memory_order_relaxed);
        if (inVain >= patience && inVain % probe != 0) {
            inVain_.store(inVain + 1, std::memory_order_relaxed);
            return ready();
        }
        const bool isReady = yieldUntil(ready, most_);
        inVain_.store(isReady ? 0 : inVain + 1, std::memory_order_relaxed);
        return isReady;
    }

private:
    static constexpr int patience = 4, probe = 16;
    const std::chrono::microseconds most_;
    std::atomic<int> inVain_ = 0; ///< in a row; what is lost between two threads does no harm
};

/// What two threads write and read in turn stands so far apart.
inline constexpr std::size_t cacheLine = 64;

/// A lock for what takes less than a microsecond: who finds it taken looks again for a while, and then
/// sleeps. It looks rarely and without writing, which would take the word away from who has to free it.
/// It has to outlive every call on it, unlock() as well.
class ShortMutex
{
public:
    void lock()
    {
        for (int looks = 0; looks < 25; ++looks) {
            int expected = Free;
            if (state_.load(std::memory_order_relaxed) == Free &&
                state_.compare_exchange_weak(expected, Held, std::memory_order_acquire,
                                             std::memory_order_relaxed))
                return;
            for (int i = 0; i < 8; ++i)
                relaxCore();
        }
        while (state_.exchange(HeldAndWanted, std::memory_order_acquire) != Free)
            state_.wait(HeldAndWanted, std::memory_order_relaxed);
    }
    void unlock()
    {
        if (state_.exchange(Free, std::memory_order_release) == HeldAndWanted)
            state_.notify_one();
    }

private:
    enum : int { Free, Held, HeldAndWanted };
    std::atomic<int> state_{Free};
};

/// A wait of the calling thread, from its begin to the end of the scope: a span in `state` that carries the
/// name of what is waited for (a literal, or interned by the trace). A thread without a lane waits as well.
class Waiting
{
public:
    Waiting(State state, const char *name, std::source_location where, std::int32_t task = SpanRecord::noTask)
        : span_(state, name, task, where), lane_(Lane::current())
    {}

    /// Links to `holder`, who has what is waited for (null when unknown); once for as long as it is the same.
    /// The caller makes sure that the lane is alive.
    void waitsFor(const Lane *holder);
    /// Links from the one who ended the wait.
    void endedBy(const LaneInstant &by, LinkKind kind = LinkKind::Releases);

private:
    const Span span_;
    Lane *const lane_;
    const Lane *linked_ = nullptr;
};

} // namespace tenfold
