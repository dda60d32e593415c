#include "core/analysis/readings.h"
#include "core/sync/semaphore.h"
#include "tests/core/together.h"

using namespace tenfold;
using namespace std::chrono_literals;

class TestSemaphore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void permitsAreTakenAndGiven();
    void asManyTriesSucceedAsThereArePermits_data() { threadRows(); }
    void asManyTriesSucceedAsThereArePermits();
    void aReleaseServesAsManyAsItGives_data() { threadRows(); }
    void aReleaseServesAsManyAsItGives();
    void neverMoreThanThePermits_data();
    void neverMoreThanThePermits();
    void severalAtOnceLoseNothing_data() { threadRows(); }
    void severalAtOnceLoseNothing();
    void aLimitEndsTheWait();
    void theLimitOfEachEndsItsWait_data() { threadRows(); }
    void theLimitOfEachEndsItsWait();
    void stopEndsTheWait();
    void aStopBesideAReleaseLosesNothing_data() { threadRows(); }
    void aStopBesideAReleaseLosesNothing();
    void releasingTooOftenRaisesTheLimit();
    void permitsInUseAreASeries();
    void theWaitAndWhoReleasedAreRecorded();
};

void TestSemaphore::permitsAreTakenAndGiven()
{
    Semaphore semaphore(3);
    QCOMPARE(semaphore.available(), 3);
    semaphore.acquire();
    QVERIFY(semaphore.tryAcquire(2));
    QCOMPARE(semaphore.available(), 0);
    QVERIFY(!semaphore.tryAcquire());
    QVERIFY(semaphore.tryAcquire(0));
    semaphore.release(2);
    QVERIFY(!semaphore.tryAcquire(3));
    QCOMPARE(semaphore.available(), 2);
    semaphore.release();
    QVERIFY(semaphore.tryAcquireFor(24h, 3));
    QCOMPARE(Semaphore(0).available(), 0);
    QCOMPARE(Semaphore(-5).available(), 0);
}

void TestSemaphore::asManyTriesSucceedAsThereArePermits()
{
    QFETCH(int, threads);
    Semaphore semaphore(4);
    std::atomic<int> taken{0};
    together(threads, [&](int) {
        for (int k = 0; k < 2; ++k)
            taken += semaphore.tryAcquire();
    });
    QCOMPARE(taken.load(), std::min(4, 2 * threads));
    QCOMPARE(semaphore.available(), 4 - taken);
    semaphore.release();
    QVERIFY(semaphore.tryAcquire());
}

void TestSemaphore::aReleaseServesAsManyAsItGives()
{
    QFETCH(int, threads);
    Semaphore semaphore(0);
    std::atomic<int> served{0};
    std::vector<std::jthread> waiters;
    for (int i = 0; i < threads; ++i) {
        waiters.emplace_back([&] {
            for (int k = 0; k < 2; ++k) { // who was served stands at the end of the line again
                semaphore.acquire();
                ++served;
            }
        });
    }
    for (int given = 0, next = 1; given < 2 * threads; next = next % 5 + 1) {
        QVERIFY(comes([&] { return semaphore.waiting() == std::min(threads, 2 * threads - given); }));
        QCOMPARE(served.load(), given);
        const int count = std::min(next, semaphore.waiting());
        semaphore.release(count);
        given += count;
        QVERIFY(comes([&] { return served == given; }));
    }
    waiters.clear();
    QCOMPARE(served.load(), 2 * threads);
    QVERIFY(!semaphore.tryAcquire());
}

void TestSemaphore::neverMoreThanThePermits_data()
{
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("permits");
    for (const int threads : {1, 2, 3, 8, 31}) {
        for (const int permits : {1, 2, 7, 31})
            QTest::addRow("%d threads, %d permits", threads, permits) << threads << permits;
    }
}

void TestSemaphore::neverMoreThanThePermits()
{
    QFETCH(int, threads);
    QFETCH(int, permits);
    Semaphore semaphore(permits);
    std::atomic<int> inside{0}, most{0}, taken{0};
    together(threads, [&](int i) {
        for (int k = 0; k < 500; ++k) {
            if ((i + k) % 3 == 0)
                semaphore.acquire();
            else if ((i + k) % 3 == 1 ? !semaphore.tryAcquireFor(24h) : !semaphore.tryAcquire())
                continue;
            const int now = ++inside;
            for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) {
            }
            if (k % 50 == 0)
                std::this_thread::yield();
            ++taken;
            --inside;
            semaphore.release();
        }
    });
    QVERIFY(most <= std::min(permits, threads));
    QVERIFY(taken >= threads * 333);
    QCOMPARE(semaphore.available(), permits);
    QCOMPARE(semaphore.waiting(), 0);
}

void TestSemaphore::severalAtOnceLoseNothing()
{
    QFETCH(int, threads);
    Semaphore semaphore(5);
    std::atomic<int> inUse{0}, tooMany{0};
    together(threads, [&](int i) {
        for (int k = 0; k < 300; ++k) {
            const int count = 1 + (i + k) % 5;
            semaphore.acquire(count);
            tooMany += inUse.fetch_add(count) + count > 5;
            inUse -= count;
            semaphore.release(count);
        }
    });
    QCOMPARE(tooMany.load(), 0);
    QCOMPARE(semaphore.available(), 5);
}

void TestSemaphore::aLimitEndsTheWait()
{
    Semaphore semaphore(1);
    const auto before = Deadline::clock::now();
    QVERIFY(!semaphore.tryAcquireFor(10ms, 2));
    QVERIFY(Deadline::clock::now() - before >= 10ms);
    QVERIFY(!semaphore.tryAcquireFor(-1s, 2));
    QCOMPARE(semaphore.available(), 1);
    QVERIFY(semaphore.tryAcquire());
}

void TestSemaphore::theLimitOfEachEndsItsWait()
{
    QFETCH(int, threads);
    Semaphore semaphore(2);
    std::atomic<int> taken{0}, early{0};
    together(threads, [&](int) {
        const auto before = Deadline::clock::now();
        if (semaphore.tryAcquireFor(5ms))
            ++taken;
        else
            early += Deadline::clock::now() - before < 5ms;
    });
    QCOMPARE(taken.load(), std::min(2, threads));
    QCOMPARE(early.load(), 0);
    QCOMPARE(semaphore.waiting(), 0);
    semaphore.release(taken);
    together(2, [&](int) { taken += semaphore.tryAcquireFor(24h); }); // nobody stands in the way
    QCOMPARE(taken.load(), std::min(2, threads) + 2);
}

void TestSemaphore::stopEndsTheWait()
{
    Semaphore semaphore(0);
    std::stop_source stop;
    std::atomic<int> stopped{0};
    together(9, [&](int i) {
        if (i == 8) {
            comes([&] { return semaphore.waiting() == 8; });
            stop.request_stop();
            return;
        }
        try {
            const Permit permit(semaphore, stop.get_token(), 1 + i % 3);
        } catch (const Stopped &) {
            ++stopped;
        }
    });
    QCOMPARE(stopped.load(), 8);
    QCOMPARE(semaphore.waiting(), 0);
    QCOMPARE(semaphore.available(), 0);
}

void TestSemaphore::aStopBesideAReleaseLosesNothing()
{
    QFETCH(int, threads);
    for (int round = 0; round < 20; ++round) {
        Semaphore semaphore(0);
        std::stop_source stop;
        std::atomic<int> taken{0}, stopped{0};
        std::vector<std::jthread> waiters;
        for (int i = 0; i < threads; ++i) {
            waiters.emplace_back([&] {
                try {
                    semaphore.acquire(1, stop.get_token());
                    ++taken;
                } catch (const Stopped &) {
                    ++stopped;
                }
            });
        }
        QVERIFY(comes([&] { return semaphore.waiting() == threads; }));
        const int given = threads / 2 + 1;
        together(2, [&](int i) {
            if (i)
                stop.request_stop();
            else
                semaphore.release(given);
        });
        waiters.clear();
        QCOMPARE(taken + stopped, threads);
        QCOMPARE(semaphore.available(), given - taken);
        QCOMPARE(semaphore.waiting(), 0);
    }
}

void TestSemaphore::releasingTooOftenRaisesTheLimit()
{
    Semaphore semaphore(2);
    semaphore.acquire();
    semaphore.release();
    semaphore.release(3);
    QCOMPARE(semaphore.available(), 5);
    QVERIFY(semaphore.tryAcquire(5));
}

void TestSemaphore::permitsInUseAreASeries()
{
    Trace trace;
    Semaphore semaphore(3, "in-flight");
    std::vector<Lane *> lanes;
    for (int i = 0; i < 8; ++i)
        lanes.push_back(trace.addLane(LaneRole::Worker));
    together(8, [&](int i) {
        const LaneScope scope(lanes[static_cast<std::size_t>(i)]);
        for (int k = 0; k < 200; ++k)
            const Permit permit(semaphore, {}, 1 + k % 3);
    });
    trace.stop();
    QCOMPARE(peakOf(trace, "in-flight", trace.now()), 3.0);
    const auto steps = readSeries(trace, "in-flight", trace.now());
    QVERIFY(std::ranges::all_of(steps, [](const QPointF &at) { return at.y() >= 0 && at.y() <= 3; }));
    QCOMPARE(steps.back().y(), 0.0);
}

void TestSemaphore::theWaitAndWhoReleasedAreRecorded()
{
    Trace trace;
    Semaphore semaphore(1, "connections");
    Lane *first = trace.addLane(LaneRole::Worker);
    Lane *second = trace.addLane(LaneRole::Worker);
    unsigned line = 0;
    {
        const LaneScope scope(first);
        semaphore.acquire();
        const auto thread = on(second, [&] {
            line = std::source_location::current().line() + 1;
            semaphore.acquire();
        });
        QVERIFY(comes([&] { return semaphore.waiting() == 1; }));
        semaphore.release();
    }
    QCOMPARE(first->spans().size(), std::size_t(0));
    QCOMPARE(second->spans().size(), std::size_t(1));
    const SpanRecord &wait = second->spans()[0];
    QVERIFY(!wait.isOpen());
    QCOMPARE(wait.state, State::Permit);
    QCOMPARE(std::string_view(wait.label), "connections");
    QCOMPARE(wait.where.line, line);
    QCOMPARE(second->links().size(), std::size_t(1));
    const LinkRecord &link = second->links()[0];
    QCOMPARE(link.kind, LinkKind::Releases);
    QCOMPARE(link.fromLane, first->index());
    QVERIFY(link.fromTime >= wait.begin && link.fromTime <= link.toTime);
}

QTEST_GUILESS_MAIN(TestSemaphore)
#include "tst_semaphore.moc"
