#pragma once

#include "core/sync/awakeclock.h"

#include <QTimer>

#include <functional>

namespace tenfold {

/// Calls once, on its thread's event loop, when a limit of time of AwakeClock has passed. Never early.
class AwakeTimer
{
public:
    explicit AwakeTimer(std::function<void()> over) : over_(std::move(over))
    {
        timer_.setSingleShot(true);
        timer_.setTimerType(Qt::PreciseTimer); // a coarse one fires up to 5 % early
        QObject::connect(&timer_, &QTimer::timeout, [this] {
            if (const auto left = end_ - AwakeClock::now(); left > std::chrono::nanoseconds(0))
                return timer_.start(std::chrono::ceil<std::chrono::milliseconds>(left));
            const auto copy = over_; // it may destroy this
            copy();
        });
    }
    /// Again from now on, where it was started before.
    void start(std::chrono::milliseconds limit)
    {
        end_ = AwakeClock::now() + limit;
        timer_.start(limit);
    }
    void stop() { timer_.stop(); }
    bool isActive() const { return timer_.isActive(); }

private:
    const std::function<void()> over_;
    QTimer timer_;
    AwakeClock::time_point end_;
};

} // namespace tenfold
