#pragma once

#include "tests/patience.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <utility>

namespace tenfold {

/// A timer of 16 ms that notes how long the window kept it waiting: how long by the clock, and how long of
/// that the window computed, in which no other program has a part.
class Heartbeat : public QTimer
{
public:
    Heartbeat()
    {
        setTimerType(Qt::PreciseTimer);
        callOnTimeout([this] {
            ++beats_;
            worst_ = std::max(worst_, static_cast<double>(clock_.restart()));
            const double cpu = cpuMilliseconds();
            worstCpu_ = std::max(worstCpu_, cpu - std::exchange(cpu_, cpu));
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

    /// Fails the test where the window computed for ten times as long as a user may notice, or waited for
    /// what takes as long as it likes.
    void verify()
    {
        const int before = beats_; // what came last counts, too
        QTRY_VERIFY_WITH_TIMEOUT(beats_ > before, patience);
        qInfo("worst gap between two beats: %.0f ms, %.0f ms of it computed", worst_, worstCpu_);
        QVERIFY2(worstCpu_ < 1000 * slowdown, qPrintable(QString::number(worstCpu_)));
        QVERIFY2(worst_ < patience, qPrintable(QString::number(worst_)));
    }

private:
    static double cpuMilliseconds()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
    }

    QElapsedTimer clock_;
    double cpu_ = 0;
    double worst_ = 0;    // milliseconds between two beats
    double worstCpu_ = 0; // milliseconds that this thread computed between two beats
    int beats_ = 0;
};

} // namespace tenfold
