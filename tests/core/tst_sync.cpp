#include "core/analysis/readings.h"
#include "core/sync/blockingqueue.h"
#include "core/sync/mutex.h"
#include "core/trace/span.h"
#include "tests/patience.h"

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
    void aQueueIsFirstInFirstOut();
    void everyItemIsTakenOnce_data();
    void everyItemIsTakenOnce();
    void aFullQueueHoldsUpItsProducer();
    void aClosedQueueGivesWhatItHas();
    void closingEndsEveryWait();
    void stopEndsTheWaitsOfAQueue();
    void aWaitForAnItemIsRecorded();
};

/// Spins until somebody waits for `mutex` in vain.
static void untilContended(const Mutex &mutex, std::uint64_t times = 1)
{
    QTRY_VERIFY_WITH_TIMEOUT(mutex.contended() >= times, patience);
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
        QTRY_COMPARE_WITH_TIMEOUT(waiting->spans().size(), std::size_t(1), patience);
        QVERIFY(waiting->spans()[0].isOpen());
        held.reset();
    }
    QCOMPARE(waiting->spans().size(), std::size_t(2));
    const SpanRecord &wait = waiting->spans()[0];
    const SpanRecord &hold = waiting->spans()[1];
    QCOMPARE(wait.state, State::Lock);
    QCOMPARE(std::string_view(wait.label), "account");
    QCOMPARE(wait.where.line, line);
    QCOMPARE(hold.shape, Shape::Hold);
    QCOMPARE(hold.where.line, line);
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

void TestSync::aQueueIsFirstInFirstOut()
{
    BlockingQueue<int> queue;
    for (int i = 0; i < 1000; ++i)
        QVERIFY(queue.push(i));
    QCOMPARE(queue.size(), std::size_t(1000));
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(queue.pop(), std::optional(i));
    BlockingQueue<std::unique_ptr<int>> ofMoved;
    ofMoved.push(std::make_unique<int>(7));
    QCOMPARE(**ofMoved.pop(), 7);
}

void TestSync::everyItemIsTakenOnce_data()
{
    QTest::addColumn<int>("producers");
    QTest::addColumn<int>("consumers");
    QTest::addColumn<int>("capacity");
    QTest::addRow("1 to 1, capacity 1") << 1 << 1 << 1;
    QTest::addRow("4 to 4, capacity 1") << 4 << 4 << 1;
    QTest::addRow("4 to 4, capacity 16") << 4 << 4 << 16;
    QTest::addRow("1 to 8, capacity 1000") << 1 << 8 << 1000;
    QTest::addRow("8 to 1, capacity 3") << 8 << 1 << 3;
}

void TestSync::everyItemIsTakenOnce()
{
    QFETCH(int, producers);
    QFETCH(int, consumers);
    QFETCH(int, capacity);
    constexpr int each = 2000;
    const auto most = static_cast<std::size_t>(capacity);
    BlockingQueue<int> queue("queue", most);
    std::vector<std::atomic<int>> taken(static_cast<std::size_t>(producers * each));
    std::atomic<std::size_t> deepest{0};
    {
        std::vector<std::jthread> takers;
        for (int c = 0; c < consumers; ++c)
            takers.emplace_back([&] {
                while (const auto item = queue.pop()) {
                    ++taken[static_cast<std::size_t>(*item)];
                    deepest = std::max(deepest.load(), queue.size());
                }
            });
        {
            std::vector<std::jthread> makers;
            for (int p = 0; p < producers; ++p)
                makers.emplace_back([&, p] {
                    for (int i = 0; i < each; ++i)
                        queue.push(p * each + i);
                });
        }
        queue.close();
    }
    QVERIFY(std::ranges::all_of(taken, [](const auto &times) { return times == 1; }));
    QVERIFY(deepest <= most);
}

/// The number of spans on `lane`, which is read from another thread.
#define UNTIL_IT_WAITS(lane) QTRY_COMPARE_WITH_TIMEOUT((lane)->spans().size(), std::size_t(1), patience)

void TestSync::aFullQueueHoldsUpItsProducer()
{
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    BlockingQueue<int> queue("jobs", 2);
    queue.push(1);
    queue.push(2);
    std::atomic<bool> pushed{false};
    std::jthread producer([&] {
        const LaneScope scope(lane);
        pushed = queue.push(3);
    });
    UNTIL_IT_WAITS(lane);
    QVERIFY(!pushed);
    QCOMPARE(queue.size(), std::size_t(2));
    QCOMPARE(queue.pop(), std::optional(1));
    producer.join();
    QVERIFY(pushed);
    QCOMPARE(lane->spans()[0].state, State::Queue);
    QCOMPARE(std::string_view(lane->spans()[0].label), "jobs");
}

void TestSync::aClosedQueueGivesWhatItHas()
{
    BlockingQueue<int> queue;
    queue.push(1);
    queue.push(2);
    queue.close();
    queue.close();
    QVERIFY(!queue.push(3));
    QCOMPARE(queue.pop(), std::optional(1));
    QCOMPARE(queue.pop(), std::optional(2));
    QCOMPARE(queue.pop(), std::nullopt);
}

void TestSync::closingEndsEveryWait()
{
    Trace trace;
    BlockingQueue<int> empty;
    BlockingQueue<int> full("full", 1);
    full.push(1);
    std::atomic<int> ended{0};
    std::vector<Lane *> lanes;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 6; ++i) {
            lanes.push_back(trace.addLane(LaneRole::Worker));
            threads.emplace_back([&, i, lane = lanes.back()] {
                const LaneScope scope(lane);
                if (i % 2 ? !empty.pop() : !full.push(2))
                    ++ended;
            });
        }
        for (const Lane *lane : lanes)
            UNTIL_IT_WAITS(lane);
        empty.close();
        full.close();
    }
    QCOMPARE(ended.load(), 6);
}

void TestSync::stopEndsTheWaitsOfAQueue()
{
    Trace trace;
    BlockingQueue<int> empty;
    BlockingQueue<int> full("full", 1);
    full.push(1);
    std::stop_source stop;
    std::atomic<int> stopped{0};
    Lane *taking = trace.addLane(LaneRole::Worker);
    Lane *putting = trace.addLane(LaneRole::Worker);
    {
        std::jthread taker([&] {
            const LaneScope scope(taking);
            try {
                empty.pop(stop.get_token());
            } catch (const Stopped &) {
                ++stopped;
            }
        });
        std::jthread putter([&] {
            const LaneScope scope(putting);
            try {
                full.push(2, stop.get_token());
            } catch (const Stopped &) {
                ++stopped;
            }
        });
        UNTIL_IT_WAITS(taking);
        UNTIL_IT_WAITS(putting);
        stop.request_stop();
    }
    QCOMPARE(stopped.load(), 2);
    QCOMPARE(full.pop(), std::optional(1)); // both are usable still
    QVERIFY(empty.push(1));
}

void TestSync::aWaitForAnItemIsRecorded()
{
    Trace trace;
    BlockingQueue<int> queue("jobs");
    Lane *giving = trace.addLane(LaneRole::Worker);
    Lane *taking = trace.addLane(LaneRole::Worker);
    unsigned line = 0;
    {
        const LaneScope scope(giving);
        std::jthread taker([&] {
            const LaneScope other(taking);
            line = std::source_location::current().line() + 1;
            queue.pop();
            queue.pop();
        });
        UNTIL_IT_WAITS(taking);
        queue.push(1);
        QTRY_COMPARE_WITH_TIMEOUT(taking->spans().size(), std::size_t(2), patience);
        queue.push(2);
    }
    const SpanRecord &wait = taking->spans()[0];
    QCOMPARE(wait.state, State::Queue);
    QCOMPARE(std::string_view(wait.label), "jobs");
    QCOMPARE(wait.where.line, line);
    QCOMPARE(taking->links().size(), std::size_t(2));
    const LinkRecord &link = taking->links()[0];
    QCOMPARE(link.kind, LinkKind::HandsOver);
    QCOMPARE(link.fromLane, giving->index());
    QVERIFY(link.fromTime <= link.toTime);
    trace.stop();
    QCOMPARE(peakOf(trace, "jobs", trace.now()), 1.0);
    QCOMPARE(readSeries(trace, "jobs", trace.now()).back().y(), 0.0);
}

QTEST_GUILESS_MAIN(TestSync)
#include "tst_sync.moc"
