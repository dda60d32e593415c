#include "core/sync/mutex.h"
#include "core/trace/span.h"

#include <QTest>

#include <barrier>
#include <latch>
#include <thread>

using namespace tenfold;

template<typename T>
concept LockableByTheStandard = requires(T &mutex)
{
    mutex.lock();
    mutex.unlock();
};
static_assert(!LockableByTheStandard<Mutex>, "std::lock_guard would record the standard library's line");

class TestSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyOneHoldsIt_data();
    void onlyOneHoldsIt();
    void theWaitIsRecorded();
    void theReleaseIsLinkedToWhoGotIt();
    void stopEndsTheWait();
    void aStopLeavesTheMutexUsable();
    void noLaneNoRecord();
};

/// Spins until somebody waits for `mutex` in vain.
static void untilContended(const Mutex &mutex, std::uint64_t times = 1)
{
    QTRY_VERIFY(mutex.contended() >= times);
}

void TestSync::onlyOneHoldsIt_data()
{
    QTest::addColumn<int>("threads");
    for (const int threads : {1, 2, 3, 8, 31})
        QTest::addRow("%d threads", threads) << threads;
}

void TestSync::onlyOneHoldsIt()
{
    QFETCH(int, threads);
    Mutex mutex;
    std::barrier start(threads);
    long counter = 0; // not atomic: the mutex alone protects it
    {
        std::vector<std::jthread> all;
        for (int t = 0; t < threads; ++t) {
            all.emplace_back([&] {
                start.arrive_and_wait();
                for (int i = 0; i < 2000; ++i) {
                    const Lock lock(mutex);
                    counter = counter + 1;
                }
            });
        }
    }
    QCOMPARE(counter, 2000L * threads);
}

void TestSync::theWaitIsRecorded()
{
    Trace trace;
    Mutex mutex("account");
    Lane *waiting = trace.addLane(LaneRole::Worker);
    unsigned line = 0;
    {
        std::optional<Lock> held(std::in_place, mutex);
        std::jthread thread([&] {
            const LaneScope scope(waiting);
            line = std::source_location::current().line() + 1;
            const Lock lock(mutex);
        });
        untilContended(mutex);
        QTRY_COMPARE(waiting->spans().size(), std::size_t(1));
        QVERIFY(waiting->spans()[0].isOpen());
        held.reset();
    }
    QCOMPARE(waiting->spans().size(), std::size_t(2));
    const SpanRecord &wait = waiting->spans()[0];
    const SpanRecord &hold = waiting->spans()[1];
    QCOMPARE(wait.state, State::Lock);
    QCOMPARE(std::string_view(wait.label), "account");
    QCOMPARE(wait.where.line(), line);
    QCOMPARE(hold.shape, Shape::Hold);
    QCOMPARE(hold.where.line(), line);
    QVERIFY(hold.begin >= wait.endOr(0));
    QVERIFY(!hold.isOpen());
}

void TestSync::theReleaseIsLinkedToWhoGotIt()
{
    Trace trace;
    Mutex mutex;
    Lane *first = trace.addLane(LaneRole::Worker);
    Lane *second = trace.addLane(LaneRole::Worker);
    const LaneScope scope(first);
    {
        std::optional<Lock> held(std::in_place, mutex);
        std::jthread thread([&] {
            const LaneScope other(second);
            const Lock lock(mutex);
        });
        untilContended(mutex);
        held.reset();
    }
    QCOMPARE(second->links().size(), std::size_t(1));
    const LinkRecord &link = second->links()[0];
    QCOMPARE(link.kind, LinkKind::Releases);
    QCOMPARE(link.fromLane, first->index());
    QCOMPARE(link.toLane, second->index());
    QVERIFY(link.fromTime <= link.toTime);
}

void TestSync::stopEndsTheWait()
{
    Mutex mutex;
    const Lock held(mutex);
    std::stop_source stop;
    bool stopped = false;
    {
        std::jthread thread([&] {
            try {
                const Lock lock(mutex, stop.get_token());
            } catch (const Stopped &) {
                stopped = true;
            }
        });
        untilContended(mutex);
        stop.request_stop();
    }
    QVERIFY(stopped);
}

void TestSync::aStopLeavesTheMutexUsable()
{
    Mutex mutex;
    std::stop_source stop;
    std::atomic<int> taken{0};
    {
        std::optional<Lock> held(std::in_place, mutex);
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&, i] {
                try {
                    const Lock lock(mutex, i % 2 ? stop.get_token() : std::stop_token());
                    ++taken;
                } catch (const Stopped &) {
                }
            });
        }
        untilContended(mutex, 8);
        stop.request_stop();
        held.reset();
    }
    QVERIFY(taken >= 4); // those without the token all got it
    const Lock again(mutex);
}

void TestSync::noLaneNoRecord()
{
    Mutex mutex;
    {
        const Lock lock(mutex);
    }
    QCOMPARE(mutex.contended(), std::uint64_t(0));
}

QTEST_GUILESS_MAIN(TestSync)
#include "tst_sync.moc"
