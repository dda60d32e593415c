#pragma once

#include "core/executors/awaketimer.h"
#include "core/sync/stopped.h"
#include "core/trace/span.h"

#include <QCoroTask>
#include <QEventLoop>
#include <QTimer>

#include <functional>
#include <unordered_set>

namespace tenfold {

class LoopAwaiter;
class LoopWait;

/// Carries out coroutines on the calling thread: each runs until it waits, and meanwhile the loop goes on
/// with those whose wait is over. Waits that are not a LoopWait are not ended by a stop. Who awaits one that
/// has waited goes on within its end: coroutines that await one another in a row of thousands take as many
/// stack frames. On the thread's lane the loop records when it runs and when it waits.
class EventLoop
{
public:
    enum class Lag : std::uint8_t {
        Ignored,
        Recorded ///< as gauge "loop-lag": milliseconds from when something was due, at that time, until it
                 ///< ran
    };
    explicit EventLoop(std::stop_token stop, Lag lag = Lag::Ignored) : stop_(std::move(stop)), lag_(lag) {}
    ~EventLoop();
    EventLoop(const EventLoop &) = delete;
    EventLoop &operator=(const EventLoop &) = delete;

    /// Calls `main`, a coroutine, and returns when it has ended. Throws what it throws, and Stopped when stop
    /// was requested before its end. Whatever still waits on the loop then is stopped.
    void run(const std::function<QCoro::Task<>()> &main,
             std::source_location where = std::source_location::current());

    bool recordsLag() const { return lag_ == Lag::Recorded; }
    /// What was due at `due` of the lane's time runs now.
    void recordLag(Nanoseconds due) const;
    /// With Lag::Recorded: the longest time that a callback slept so far, neither computing nor waiting for a
    /// core. In milliseconds; 0 where it is shorter than what a busy machine does to anybody.
    double blockedMs() const { return blockedMs_; }

    bool isStopped() const { return isStopped_ || stop_.stop_requested(); }

private:
    friend class LoopWait;
    class Probe;
    QCoro::Task<> guarded(const std::function<QCoro::Task<>()> &main);
    void stopWaits();

    const QEventLoop dispatcher_; // there is one of the thread from here on
    const std::stop_token stop_;
    const Lag lag_;
    bool isStopped_ = false;
    std::exception_ptr error_; // of main
    double blockedMs_ = 0;
    std::unordered_set<LoopWait *> waits_; // that a coroutine is suspended in
};

/// What one coroutine may wait for on an event loop, as often as it likes. Ready once finish() was called, or
/// the loop stopped: then whoever waits gets Stopped. Of the loop's thread; no longer than the loop. A wait
/// for what is ready suspends nothing, so that a coroutine may do it 100,000 times in a row.
class LoopWait
{
public:
    explicit LoopWait(EventLoop &loop) : loop_(loop) {}
    virtual ~LoopWait() { loop_.waits_.erase(this); }
    LoopWait(const LoopWait &) = delete;
    LoopWait &operator=(const LoopWait &) = delete;

    LoopAwaiter operator co_await();
    bool isReady() const { return isReady_; }
    EventLoop &loop() const { return loop_; }

    /// What was waited for is there. Goes on with whoever waits, who may destroy this object.
    void finish()
    {
        isReady_ = true;
        resume();
    }

private:
    friend class EventLoop;
    friend class LoopAwaiter;
    void suspend(std::coroutine_handle<> waiter)
    {
        waiter_ = waiter;
        loop_.waits_.insert(this);
    }
    void resume()
    {
        loop_.waits_.erase(this);
        if (const auto waiter = std::exchange(waiter_, nullptr))
            waiter.resume();
    }

    EventLoop &loop_;
    bool isReady_ = false;
    std::coroutine_handle<> waiter_;
};

/// What co_await does with a LoopWait. A value of its own: g++ 12 would copy one that QCoro passes on by
/// reference.
class LoopAwaiter
{
public:
    explicit LoopAwaiter(LoopWait &wait) : wait_(wait) {}
    bool await_ready() const noexcept { return wait_.isReady_ || wait_.loop_.isStopped(); }
    void await_suspend(std::coroutine_handle<> waiter) { wait_.suspend(waiter); }
    /// Throws Stopped when it is not ready.
    void await_resume() const
    {
        if (!wait_.isReady_)
            throw Stopped();
    }

private:
    LoopWait &wait_;
};

inline LoopAwaiter LoopWait::operator co_await()
{
    return LoopAwaiter(*this);
}

/// Calls `late` on the loop after `limit` (by a timer that is exact to the millisecond), unless it is gone
/// before.
class LoopDeadline
{
public:
    LoopDeadline(std::chrono::milliseconds limit, std::function<void()> late);

private:
    AwakeTimer timer_;
};

/// Keeps the calling thread, and so everybody on its loop, for `time`. Throws Stopped when `stop` is
/// requested first. Recorded as running: to the loop it is a callback that takes so long.
void blockThread(std::chrono::milliseconds time, const std::stop_token &stop,
                 std::source_location where = std::source_location::current());

/// Waits until all of `coroutines` have ended; throws the first error then.
QCoro::Task<> gathered(std::vector<QCoro::Task<>> coroutines);

} // namespace tenfold
