#include "core/analysis/readings.h"
#include "core/sync/blockingqueue.h"
#include "tests/core/together.h"

#include <memory>

using namespace tenfold;
using namespace std::chrono_literals;

class TestQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQueueIsFirstInFirstOut();
    void everyItemIsTakenOnce_data();
    void everyItemIsTakenOnce();
    void aFullQueueHoldsUpItsProducer();
    void aClosedQueueGivesWhatItHas();
    void closingEndsEveryWait();
    void stopEndsTheWaitsOfAQueue();
    void aWaitForAnItemIsRecorded();
    void aWaitForRoomIsRecorded();
    void whatIsPushedWithoutALaneCountsInTheDepth();
    void tryingTakesNoWait();
    void whatCouldNotBePushedIsKept();
    void aLimitEndsTheWaits();
    void whoComesInTimeIsServed();
    void ordersOfAQueue();
    void equalItemsStayInOrder();
    void itemsKnowTheirAge();
    void mixedWaysLoseNothing_data() { threadRows(); }
    void mixedWaysLoseNothing();
};

void TestQueue::aQueueIsFirstInFirstOut()
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

void TestQueue::everyItemIsTakenOnce_data()
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

void TestQueue::everyItemIsTakenOnce()
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

void TestQueue::aFullQueueHoldsUpItsProducer()
{
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    BlockingQueue<int> queue("jobs", 2);
    queue.push(1);
    queue.push(2);
    std::atomic<bool> pushed{false};
    auto producer = on(lane, [&] { pushed = queue.push(3); });
    QVERIFY(waits(lane));
    QVERIFY(!pushed);
    QCOMPARE(queue.size(), std::size_t(2));
    QCOMPARE(queue.pop(), std::optional(1));
    producer.join();
    QVERIFY(pushed);
    QCOMPARE(lane->spans()[0].state, State::Queue);
    QCOMPARE(std::string_view(lane->spans()[0].label), "jobs");
}

void TestQueue::aClosedQueueGivesWhatItHas()
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

void TestQueue::closingEndsEveryWait()
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
            threads.push_back(on(lanes.back(), [&, i] { ended += i % 2 ? !empty.pop() : !full.push(2); }));
        }
        for (const Lane *lane : lanes)
            QVERIFY(waits(lane));
        empty.close();
        full.close();
    }
    QCOMPARE(ended.load(), 6);
}

void TestQueue::stopEndsTheWaitsOfAQueue()
{
    Trace trace;
    BlockingQueue<int> empty;
    BlockingQueue<int> full("full", 1);
    full.push(1);
    std::stop_source stop;
    std::atomic<int> stopped{0};
    Lane *taking = trace.addLane(LaneRole::Worker);
    Lane *putting = trace.addLane(LaneRole::Worker);
    const auto untilStopped = [&](auto wait) {
        return [&stopped, wait] {
            try {
                wait();
            } catch (const Stopped &) {
                ++stopped;
            }
        };
    };
    {
        const auto taker = on(taking, untilStopped([&] { empty.pop(stop.get_token()); }));
        const auto putter = on(putting, untilStopped([&] { full.push(2, stop.get_token()); }));
        QVERIFY(waits(taking));
        QVERIFY(waits(putting));
        stop.request_stop();
    }
    QCOMPARE(stopped.load(), 2);
    QCOMPARE(full.pop(), std::optional(1)); // both are usable still
    QVERIFY(empty.push(1));
}

void TestQueue::aWaitForAnItemIsRecorded()
{
    Trace trace;
    BlockingQueue<int> queue("jobs");
    Lane *giving = trace.addLane(LaneRole::Worker);
    Lane *taking = trace.addLane(LaneRole::Worker);
    unsigned line = 0;
    {
        const LaneScope scope(giving);
        const auto taker = on(taking, [&] {
            line = std::source_location::current().line() + 1;
            queue.pop();
            queue.pop();
        });
        QVERIFY(waits(taking));
        queue.push(1);
        QVERIFY(comes([&] { return taking->spans().size() == 2; }));
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

void TestQueue::aWaitForRoomIsRecorded()
{
    Trace trace;
    BlockingQueue<int> queue("jobs", 1);
    Lane *putting = trace.addLane(LaneRole::Worker);
    Lane *taking = trace.addLane(LaneRole::Worker);
    const LaneScope scope(taking);
    queue.push(1);
    {
        const auto putter = on(putting, [&] { queue.push(2); });
        QVERIFY(waits(putting));
        queue.pop();
    }
    QCOMPARE(putting->links().size(), std::size_t(1));
    QCOMPARE(putting->links()[0].kind, LinkKind::Releases);
    QCOMPARE(putting->links()[0].fromLane, taking->index());
}

void TestQueue::whatIsPushedWithoutALaneCountsInTheDepth()
{
    Trace trace;
    BlockingQueue<int> queue("jobs");
    queue.push(1);
    queue.push(2);
    const LaneScope scope(trace.addLane(LaneRole::Worker));
    queue.pop();
    trace.stop();
    QCOMPARE(readSeries(trace, "jobs", trace.now()).back().y(), 1.0);
}

void TestQueue::tryingTakesNoWait()
{
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    const LaneScope scope(lane);
    BlockingQueue<int> queue("jobs", 2);
    QCOMPARE(queue.tryPop(), std::nullopt);
    QVERIFY(queue.tryPush(1));
    QVERIFY(queue.tryPush(2));
    QVERIFY(!queue.tryPush(3));
    QCOMPARE(queue.size(), std::size_t(2));
    QCOMPARE(queue.tryPop(), std::optional(1));
    QVERIFY(queue.tryPush(4));
    queue.close();
    QVERIFY(queue.isClosed());
    QVERIFY(!queue.tryPush(5));
    QCOMPARE(queue.tryPop(), std::optional(2));
    QVERIFY(!queue.tryPush(5));
    QCOMPARE(queue.tryPop(), std::optional(4));
    QCOMPARE(queue.tryPop(), std::nullopt);
    QCOMPARE(lane->spans().size(), std::size_t(0));
}

void TestQueue::whatCouldNotBePushedIsKept()
{
    BlockingQueue<std::unique_ptr<int>> queue("jobs", 1);
    QVERIFY(queue.tryPush(std::make_unique<int>(1)));
    auto item = std::make_unique<int>(2);
    QVERIFY(!queue.tryPush(std::move(item)));
    QVERIFY(!queue.tryPushFor(std::move(item), 1ms));
    QCOMPARE(*item, 2);
    queue.pop();
    QVERIFY(queue.tryPushFor(std::move(item), 0s));
    QVERIFY(!item);
}

void TestQueue::aLimitEndsTheWaits()
{
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    const LaneScope scope(lane);
    BlockingQueue<int> queue("jobs", 1);
    QCOMPARE(queue.tryPopFor(10ms), std::nullopt);
    QCOMPARE(queue.tryPopFor(-1s), std::nullopt);
    queue.push(1);
    QVERIFY(!queue.tryPushFor(2, 10ms));
    QCOMPARE(queue.size(), std::size_t(1));
    QCOMPARE(lane->spans().size(), std::size_t(3));
    QVERIFY(lane->spans()[0].endOr(0) - lane->spans()[0].begin >= 10'000'000);
    QVERIFY(lane->spans()[2].endOr(0) - lane->spans()[2].begin >= 10'000'000);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Stopped, queue.tryPushFor(2, 24h, stop.get_token()));
    QCOMPARE(queue.tryPopFor(24h, stop.get_token()), std::optional(1)); // what is there wins
    QVERIFY_THROWS_EXCEPTION(Stopped, queue.tryPopFor(24h, stop.get_token()));
}

void TestQueue::whoComesInTimeIsServed()
{
    Trace trace;
    Lane *taking = trace.addLane(LaneRole::Worker);
    Lane *putting = trace.addLane(LaneRole::Worker);
    BlockingQueue<int> empty;
    BlockingQueue<int> full("full", 1);
    full.push(1);
    std::optional<int> taken;
    bool put = false;
    {
        const auto taker = on(taking, [&] { taken = empty.tryPopFor(24h); });
        const auto putter = on(putting, [&] { put = full.tryPushFor(2, 24h); });
        QVERIFY(waits(taking));
        QVERIFY(waits(putting));
        empty.push(7);
        full.pop();
    }
    QCOMPARE(taken, std::optional(7));
    QVERIFY(put);
}

void TestQueue::ordersOfAQueue()
{
    BlockingQueue<int, LastInFirstOut> stack;
    BlockingQueue<int, SmallestFirst<>> smallest;
    BlockingQueue<int, SmallestFirst<std::greater<>>> greatest;
    for (const int i : {3, 1, 4, 1, 5}) {
        stack.push(i);
        smallest.push(i);
        greatest.push(i);
    }
    const auto all = [](auto &queue) {
        std::vector<int> result;
        while (const auto item = queue.tryPop())
            result.push_back(*item);
        return result;
    };
    QCOMPARE(all(stack), (std::vector{5, 1, 4, 1, 3}));
    QCOMPARE(all(smallest), (std::vector{1, 1, 3, 4, 5}));
    QCOMPARE(all(greatest), (std::vector{5, 4, 3, 1, 1}));
}

void TestQueue::equalItemsStayInOrder()
{
    struct Job
    {
        int level, number;
        bool operator<(const Job &other) const { return level < other.level; }
    };
    BlockingQueue<Job, SmallestFirst<>> queue;
    for (int i = 0; i < 300; ++i)
        queue.push({i % 3, i});
    for (int last = -1, level = 0, i = 0; i < 300; ++i) {
        const auto job = queue.pop();
        if (job->level != level)
            last = -1;
        QVERIFY(job->level >= level);
        QVERIFY(job->number > last);
        level = job->level;
        last = job->number;
    }
}

void TestQueue::itemsKnowTheirAge()
{
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    const LaneScope scope(lane);
    BlockingQueue<int> queue("jobs", 8, "age");
    queue.push(1);
    const auto pushed = trace.now();
    while (trace.now() < pushed + 2'000'000) {
    }
    queue.pop();
    trace.stop();
    const auto age = readSeries(trace, "age", trace.now());
    QVERIFY(age.back().y() >= 0.002);
    QVERIFY(age.back().y() <= toSeconds(trace.now()));
    QCOMPARE(readSeries(trace, "jobs", trace.now()).back().y(), 0.0);
}

void TestQueue::mixedWaysLoseNothing()
{
    QFETCH(int, threads);
    constexpr int each = 500;
    BlockingQueue<int> queue("queue", 3);
    std::atomic<long> sum{0};
    std::atomic<int> left{threads * each};
    together(2 * threads, [&](int i) {
        if (i < threads) {
            for (int k = 1; k <= each; ++k) {
                if (k % 3 == 0 && queue.tryPush(k))
                    continue;
                while (k % 2 && !queue.tryPushFor(k, 50us)) {
                }
                if (k % 2 == 0)
                    queue.push(k);
            }
            return;
        }
        while (left > 0) {
            const auto item = i % 2 ? queue.tryPop() : queue.tryPopFor(100us);
            sum += item.value_or(0);
            left -= item.has_value();
            std::this_thread::yield();
        }
    });
    QCOMPARE(sum.load(), long(threads) * each * (each + 1) / 2);
    QCOMPARE(queue.size(), std::size_t(0));
}

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
