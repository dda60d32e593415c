#include "core/sync/blockingqueue.h"
#include "tests/core/together.h"

#include <memory>
#include <numeric>

using namespace tenfold;
using namespace std::chrono_literals;

class TestQueueOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersOfAQueue();
    void equalItemsStayInOrder();
    void everyOrderKeepsItsBound();
    void everyOrderLetsItsItemsGo();
    void noOrderLosesAnything_data() { threadRows(); }
    void noOrderLosesAnything();
    void itemsOfAProducerStayInOrder_data() { threadRows(); }
    void itemsOfAProducerStayInOrder();
    void everybodyTakesTheSmallestFirst_data() { threadRows(); }
    void everybodyTakesTheSmallestFirst();
};

/// Calls `body` with a queue of each order.
template<typename T, typename Body> static void inEveryOrder(std::size_t capacity, Body body)
{
    BlockingQueue<T> first("jobs", capacity);
    BlockingQueue<T, LastInFirstOut> last("jobs", capacity);
    BlockingQueue<T, SmallestFirst<>> smallest("jobs", capacity);
    body(first);
    body(last);
    body(smallest);
}

/// What is in `queue`, in its order.
template<typename Queue> static auto all(Queue &queue)
{
    std::vector<int> result;
    while (const auto item = queue.tryPop())
        result.push_back(*item);
    return result;
}

void TestQueueOrder::ordersOfAQueue()
{
    BlockingQueue<int, LastInFirstOut> stack;
    BlockingQueue<int, SmallestFirst<>> smallest;
    BlockingQueue<int, SmallestFirst<std::greater<>>> greatest;
    for (const int i : {3, 1, 4, 1, 5}) {
        stack.push(i);
        smallest.push(i);
        greatest.push(i);
    }
    QCOMPARE(all(stack), (std::vector{5, 1, 4, 1, 3}));
    QCOMPARE(all(smallest), (std::vector{1, 1, 3, 4, 5}));
    QCOMPARE(all(greatest), (std::vector{5, 4, 3, 1, 1}));
}

void TestQueueOrder::equalItemsStayInOrder()
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

void TestQueueOrder::everyOrderKeepsItsBound()
{
    inEveryOrder<int>(3, [](auto &queue) {
        for (int round = 0; round < 2; ++round) { // what was full and empty once is as good as new
            for (int i = 1; i <= 3; ++i)
                QVERIFY(queue.tryPush(i));
            QCOMPARE(queue.size(), queue.capacity());
            QVERIFY(!queue.tryPush(4));
            QVERIFY(!queue.tryPushFor(4, 1ms));
            bool pushed = false;
            {
                Trace trace;
                Lane *lane = trace.addLane(LaneRole::Worker);
                const auto waiting = on(lane, [&] { pushed = queue.push(4); });
                QVERIFY(waits(lane));
                QVERIFY(queue.pop());
            }
            QVERIFY(pushed);
            QCOMPARE(all(queue).size(), std::size_t(3));
            QCOMPARE(queue.size(), std::size_t(0));
            QVERIFY(!queue.tryPopFor(1ms));
            std::optional<int> popped;
            {
                Trace trace;
                Lane *lane = trace.addLane(LaneRole::Worker);
                const auto waiting = on(lane, [&] { popped = queue.pop(); });
                QVERIFY(waits(lane));
                QVERIFY(queue.push(5));
            }
            QCOMPARE(popped, std::optional(5));
        }
    });
}

void TestQueueOrder::everyOrderLetsItsItemsGo()
{
    const auto item = std::make_shared<int>(7);
    inEveryOrder<std::shared_ptr<int>>(20, [&item](auto &queue) {
        const long before = item.use_count();
        for (int i = 0; i < 20; ++i)
            QVERIFY(queue.push(item));
        QVERIFY(!queue.tryPush(item));
        for (long left = 20; left > 5; --left) {
            QCOMPARE(item.use_count(), before + left);
            QVERIFY(queue.pop());
        }
    });
    QCOMPARE(item.use_count(), 1L); // the rest went with the queues
}

void TestQueueOrder::noOrderLosesAnything()
{
    QFETCH(int, threads);
    constexpr int each = 400;
    inEveryOrder<int>(5, [threads](auto &queue) {
        std::vector<std::atomic<int>> taken(static_cast<std::size_t>(threads * each));
        std::atomic<int> producing{threads};
        together(2 * threads, [&](int i) {
            if (i >= threads) {
                while (const auto item = queue.pop())
                    ++taken[static_cast<std::size_t>(*item)];
                return;
            }
            for (int k = 0; k < each; ++k)
                queue.push(i * each + k);
            if (--producing == 0)
                queue.close();
        });
        QVERIFY(std::ranges::all_of(taken, [](const auto &times) { return times == 1; }));
    });
}

void TestQueueOrder::itemsOfAProducerStayInOrder()
{
    QFETCH(int, threads);
    constexpr int each = 800;
    struct Item
    {
        int producer, number;
    };
    BlockingQueue<Item> queue("jobs", 7);
    std::atomic<int> producing{threads}, taken{0}, wrong{0};
    together(2 * threads, [&](int i) {
        if (i < threads) {
            for (int k = 0; k < each; ++k)
                queue.push({i, k});
            if (--producing == 0)
                queue.close();
            return;
        }
        std::vector<int> last(static_cast<std::size_t>(threads), -1);
        while (const auto item = queue.pop()) {
            int &before = last[static_cast<std::size_t>(item->producer)];
            wrong += item->number <= before;
            before = item->number;
            ++taken;
        }
    });
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(taken.load(), threads * each);
}

void TestQueueOrder::everybodyTakesTheSmallestFirst()
{
    QFETCH(int, threads);
    constexpr int each = 500;
    BlockingQueue<int, SmallestFirst<>> queue;
    std::barrier full(threads);
    std::vector<std::vector<int>> taken(static_cast<std::size_t>(threads));
    together(threads, [&](int i) {
        for (int k = 0; k < each; ++k)
            queue.push(threads * (k * 7919 % each) + i); // each number once
        full.arrive_and_wait();
        taken[static_cast<std::size_t>(i)] = all(queue);
    });
    std::vector<int> together;
    for (const auto &some : taken) {
        QVERIFY(std::ranges::is_sorted(some));
        together.insert(together.end(), some.begin(), some.end());
    }
    std::ranges::sort(together);
    std::vector<int> expected(static_cast<std::size_t>(threads * each));
    std::iota(expected.begin(), expected.end(), 0);
    QCOMPARE(together, expected);
}

QTEST_GUILESS_MAIN(TestQueueOrder)
#include "tst_queueorder.moc"
