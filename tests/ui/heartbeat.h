#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <utility>

namespace tenfold {

/// A timer of 16 ms that notes how long the window kept it waiting.
class Heartbeat : public QTimer
{
public:
    Heartbeat()
    {
        setTimerType(Qt::PreciseTimer);
        callOnTimeout([this] {
            worst = std::max(worst, static_cast<double>(clock_.restart()));
            const double cpu = cpuMilliseconds();
            worstCpu = std::max(worstCpu, cpu - std::exchange(cpu_, cpu));
        });
        begin();
    }
    /// What came before, such as making a window, does not count.
    void begin()
    {
        clock_.start();
        cpu_ = cpuMilliseconds();
        start(16);
    }

    double worst = 0; ///< milliseconds between two beats
    double worstCpu =
        0; ///< milliseconds that this thread computed between two beats: no other program's fault

private:
    static double cpuMilliseconds()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
    }

    QElapsedTimer clock_;
    double cpu_ = 0;
};

} // namespace tenfold
