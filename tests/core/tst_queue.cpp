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
    void aWaitForAnItemIsRecorded();
    void aWaitForRoomIsRecorded();
    void whatIsPushedWithoutALaneCountsInTheDepth();
    void tryingTakesNoWait();
    void whatCouldNotBePushedIsKept();
    void aCapacityIsAtLeastOne();
    void aCopyThatFailsLeavesTheQueueAsItWas();
    void aPlaceThatIsNotUsedGoesToTheNext_data() { threadRows(); }
    void aPlaceThatIsNotUsedGoesToTheNext();
    void itemsKnowTheirAge();
    void whoPushesAndPopsKeepsTheSum_data() { threadRows(); }
    void whoPushesAndPopsKeepsTheSum();
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

void TestQueue::aCapacityIsAtLeastOne()
{
    BlockingQueue<int> queue("jobs", 0);
    QCOMPARE(queue.capacity(), std::size_t(1));
    QVERIFY(queue.tryPush(1));
    QVERIFY(!queue.tryPush(2));
    QCOMPARE(BlockingQueue<int>().capacity(), BlockingQueue<int>::unbounded);
}

/// An item whose next `failures` copies fail.
struct Fragile
{
    explicit Fragile(int v) : value(v) {}
    Fragile(const Fragile &other) : value(other.value)
    {
        for (int left = failures; left > 0;) {
            if (failures.compare_exchange_weak(left, left - 1))
                throw std::runtime_error("no copy");
        }
    }
    Fragile(Fragile &&) noexcept = default;

    int value;
    static inline std::atomic<int> failures{0};
};

void TestQueue::aCopyThatFailsLeavesTheQueueAsItWas()
{
    BlockingQueue<Fragile> queue("jobs", 2);
    const Fragile one(1), two(2);
    QVERIFY(queue.tryPush(one));
    Fragile::failures = 3;
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, queue.push(two));
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, queue.tryPush(two));
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, queue.tryPushFor(two, 24h));
    QCOMPARE(queue.size(), std::size_t(1));
    QVERIFY(queue.tryPush(two));
    QVERIFY(!queue.tryPush(two));
    QCOMPARE(queue.pop()->value, 1);
    QCOMPARE(queue.pop()->value, 2);
    QCOMPARE(queue.size(), std::size_t(0));
}

void TestQueue::aPlaceThatIsNotUsedGoesToTheNext()
{
    QFETCH(int, threads);
    BlockingQueue<Fragile> queue("jobs", 1);
    const Fragile item(7);
    queue.tryPush(item);
    std::atomic<int> failed{0}, pushed{0};
    Watched pushing(threads + 1, [&](int) {
        try {
            pushed += queue.tryPushFor(item, 24h);
        } catch (const std::runtime_error &) {
            ++failed;
        }
    });
    QVERIFY(pushing.wait(threads + 1, 2ms));
    Fragile::failures = 1;
    bool served = true;
    for (int i = 0; served && i < threads;
         ++i) { // the first one makes room for one that fails, so for another
        queue.pop();
        served = comes([&] { return pushed == i + 1; });
    }
    queue.close();
    pushing.join();
    QVERIFY(served);
    QCOMPARE(failed.load(), 1);
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

void TestQueue::whoPushesAndPopsKeepsTheSum()
{
    QFETCH(int, threads);
    constexpr int each = 500;
    BlockingQueue<int> queue("jobs", 4);
    for (int i = 0; i < 3; ++i)
        queue.push(0);
    std::atomic<long> sum{0};
    together(threads, [&](int) {
        for (int k = 1; k <= each; ++k) {
            const auto before = k % 2 ? queue.tryPop() : std::nullopt;
            queue.push(k);
            sum += before ? *before : *queue.pop();
        }
    });
    QCOMPARE(queue.size(), std::size_t(3));
    while (const auto item = queue.tryPop())
        sum += *item;
    QCOMPARE(sum.load(), long(threads) * each * (each + 1) / 2);
}

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
