#include "core/analysis/readings.h"
#include "core/sync/stopped.h"
#include "core/workloads/files/slowdisk.h"
#include "tests/core/scratch.h"
#include "tests/patience.h"

#include <QTest>

#include <thread>

using namespace tenfold;
using namespace std::chrono_literals;

class TestSlowDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDiskServesSoManyAtOnce();
    void aReadTakesTheLatency();
    void stopEndsTheWaitForThePlaceAndForTheLatency();
    void whoHoldsMuchLetsOthersWait();
};

/// Threads that read `name` from `disk` all at once, on lanes of `trace`.
static std::vector<std::jthread> readers(SlowDisk &disk, const QString &name, int count, Trace &trace,
                                         const std::stop_token &stop = {})
{
    std::vector<std::jthread> threads;
    for (int i = 0; i < count; ++i) {
        threads.emplace_back([&disk, name, stop, lane = trace.addLane(LaneRole::Worker)] {
            const LaneScope scope(lane);
            try {
                disk.read(name, stop);
            } catch (const Stopped &) {
            }
        });
    }
    return threads;
}

void TestSlowDisk::theDiskServesSoManyAtOnce()
{
    const Scratch scratch;
    write(scratch.path("text"), "text\n");
    {
        SlowDisk disk(3, 1h);
        Trace trace;
        std::stop_source stop;
        auto threads = readers(disk, scratch.path("text"), 12, trace, stop.get_token());
        QTRY_COMPARE_WITH_TIMEOUT(peakOf(trace, "reading", trace.now()), 3.0, patience);
        QTRY_COMPARE_WITH_TIMEOUT(peakOf(trace, "waiting", trace.now()), 9.0, patience);
        stop.request_stop();
        threads.clear();
        QCOMPARE(peakOf(trace, "reading", trace.now()), 3.0);
        QCOMPARE(countSpans(trace, State::Queue, "disk", trace.now()), 9);
    }
    SlowDisk disk(3, 20ms);
    Trace trace;
    readers(disk, scratch.path("text"), 12, trace).clear();
    QVERIFY(peakOf(trace, "reading", trace.now()) <= 3);
    QCOMPARE(countSpans(trace, State::Io, "read", trace.now()), 12);
    QVERIFY(trace.now() >= 80'000'000); // four turns of three
}

void TestSlowDisk::aReadTakesTheLatency()
{
    const Scratch scratch;
    write(scratch.path("text"), "text\n");
    SlowDisk disk(1, 30ms);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(disk.read(scratch.path("text"), {}).bytes, "text\n");
    QVERIFY(clock.nsecsElapsed() >= 30'000'000);
}

void TestSlowDisk::whoHoldsMuchLetsOthersWait()
{
    const Scratch scratch;
    write(scratch.path("large"), QByteArray(16 << 20, ' '));
    SlowDisk disk(8, 0ms);
    std::vector<FileContent> held;
    for (int i = 0; i < 6; ++i)
        held.push_back(disk.read(scratch.path("large"), {}));
    Trace trace;
    auto threads = readers(disk, scratch.path("large"), 3, trace);
    QTRY_COMPARE_WITH_TIMEOUT(peakOf(trace, "waiting", trace.now()), 3.0, patience);
    QCOMPARE(countSpans(trace, State::Io, "read", trace.now()), 0);
    const FileContent copy = held.back();
    held.clear();    // but for a copy of the last one
    threads.clear(); // returns once all three have read
    QCOMPARE(countSpans(trace, State::Io, "read", trace.now()), 3);
    QCOMPARE(copy.bytes.size(), 16 << 20);
}

void TestSlowDisk::stopEndsTheWaitForThePlaceAndForTheLatency()
{
    const Scratch scratch;
    write(scratch.path("text"), "text\n");
    SlowDisk disk(1, 10min);
    std::stop_source stop;
    Trace trace;
    const auto now = [&](const char *series) {
        const QList<QPointF> steps = readSeries(trace, series, trace.now());
        return steps.isEmpty() ? 0.0 : steps.last().y();
    };
    auto threads = readers(disk, scratch.path("text"), 4, trace, stop.get_token());
    QTRY_COMPARE_WITH_TIMEOUT(now("waiting"), 3.0, patience);
    QTRY_COMPARE_WITH_TIMEOUT(now("reading"), 1.0, patience);
    stop.request_stop();
    threads.clear();
    QCOMPARE(now("waiting"), 0.0);
    QCOMPARE(now("reading"), 0.0);
    QVERIFY_THROWS_EXCEPTION(Stopped, disk.read(scratch.path("text"), stop.get_token()));
}

QTEST_GUILESS_MAIN(TestSlowDisk)
#include "tst_slowdisk.moc"
