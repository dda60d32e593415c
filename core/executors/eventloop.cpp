#include "core/executors/eventloop.h"

#include "core/executors/bell.h"
#include "core/executors/looplane.h"
#include "core/trace/coremeter.h"

#include <condition_variable>
#include <mutex>

namespace tenfold {

/// A timer that is due every few milliseconds, and says how late it is.
class EventLoop::Probe
{
public:
    Probe(EventLoop &loop, Lane &lane)
        : loop_(loop),
          lane_(lane),
          meter_(CoreMeter::ofThread(lane.thread())),
          last_(now()),
          due_(last_.wall + interval)
    {
        timer_.setTimerType(Qt::PreciseTimer);
        QObject::connect(&timer_, &QTimer::timeout, [this] { tick(); });
        timer_.start(
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::nanoseconds(interval)));
    }

    /// What has been since the last time. The loop calls it once more at its end: what kept it from its last
    /// callback has no tick of its own.
    void tick()
    {
        const Times times = now();
        for (; due_ <= times.wall + early; due_ += interval)
            loop_.recordLag(std::min(due_, times.wall));
        const Nanoseconds blocked = (times.wall - last_.wall) - (times.waiting - last_.waiting) -
                                    (times.onCore - last_.onCore) - (times.withoutCore - last_.withoutCore);
        if (blocked >= leastBlocked)
            loop_.blockedMs_ = std::max(loop_.blockedMs_, static_cast<double>(blocked) * 1e-6);
        last_ = times;
    }

private:
    static constexpr Nanoseconds interval = 5'000'000;
    static constexpr Nanoseconds early = 1'000'000;         ///< a timer counts in milliseconds
    static constexpr Nanoseconds leastBlocked = 50'000'000; ///< less is any busy machine's noise

    struct Times
    {
        Nanoseconds wall = 0, waiting = 0, onCore = 0, withoutCore = 0;
    };
    Times now() const
    {
        const Nanoseconds wall = lane_.now();
        return {wall, lane_.sums(wall).of(State::Io), lane_.computed().count(),
                meter_.read().value_or(CoreMeter::Times()).ready};
    }

    EventLoop &loop_;
    Lane &lane_;
    CoreMeter meter_;
    Times last_;
    Nanoseconds due_;
    QTimer timer_;
};

EventLoop::~EventLoop()
{
    stopWaits();
}

void EventLoop::recordLag(Nanoseconds due) const
{
    if (Lane *lane = Lane::current(); lane && recordsLag())
        lane->sampleAt(due, lane->seriesIndex("loop-lag", SeriesKind::Gauge),
                       static_cast<double>(lane->now() - due) * 1e-6);
}

void EventLoop::stopWaits()
{
    isStopped_ = true;
    while (!waits_.empty())
        (*waits_.begin())->resume();
}

/// Catches what leaves `main`: an exception within QCoro::waitFor() would wait for ever.
QCoro::Task<> EventLoop::guarded(const std::function<QCoro::Task<>()> &main)
{
    try {
        const QCoro::Task<> task = main();
        co_await task;
    } catch (...) {
        error_ = std::current_exception();
    }
}

void EventLoop::run(const std::function<QCoro::Task<>()> &main, std::source_location where)
{
    const LoopLane recorded(where);
    std::optional<Probe> probe;
    if (Lane *lane = Lane::current(); lane && recordsLag())
        probe.emplace(*this, *lane);
    // The stop comes from another thread, and what waits belongs to this one.
    Bell bell([this] { stopWaits(); });
    const std::stop_callback onStop(stop_, [&bell] { bell.ring(); });
    isStopped_ = false;
    error_ = nullptr;
    QCoro::waitFor(guarded(main));
    if (probe)
        probe->tick();
    stopWaits();
    if (error_)
        std::rethrow_exception(std::exchange(error_, nullptr));
    throwIfStopped(stop_);
}

LoopDeadline::LoopDeadline(std::chrono::milliseconds limit, std::function<void()> late)
    : timer_(std::move(late))
{
    timer_.start(limit);
}

void blockThread(std::chrono::milliseconds time, const std::stop_token &stop, std::source_location where)
{
    const Span blocking(State::Running, "blocking call", SpanRecord::noTask, where);
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, time, [] { return false; });
    throwIfStopped(stop);
}

QCoro::Task<> gathered(std::vector<QCoro::Task<>> coroutines)
{
    std::exception_ptr first;
    for (const QCoro::Task<> &coroutine : coroutines) {
        try {
            co_await coroutine;
        } catch (...) {
            if (!first)
                first = std::current_exception();
        }
    }
    if (first)
        std::rethrow_exception(first);
}

} // namespace tenfold
