// What hangs on a future: the behaviours that CPython's tests of concurrent.futures (callbacks, as_completed)
// and Qt's of QFuture (then, whenAll) ask for, in our own words.

#include "core/executors/continuations.h"
#include "tests/core/blocker.h"
#include "tests/patience.h"

#include <QTest>

#include <numeric>
#include <thread>

using namespace tenfold;
using namespace std::chrono_literals;

class TestContinuations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callbacksRunInTheOrderOfTheirRegistration();
    void aCallbackOfADoneTaskRunsAtOnce();
    void aCallbackRunsOnTheThreadThatFinishes();
    void callbacksRunExactlyOnce_data() { threadCounts(); }
    void callbacksRunExactlyOnce();
    void aCallbackThatThrowsHarmsNobody();
    void cancellingCallsTheCallbacks();
    void aCallbackMayRegisterAnother();
    void aStateThatIsNeverDoneDropsItsCallbacks();
    void aCallbackMaySubmitToAStoppedPool();

    void whenAllFinishesHoweverItsMembersEnd();
    void whenAllOfNothingIsDone();
    void cancellingWhenAllLeavesItsMembers();
    void asCompletedTellsTheOrder();
    void waitingForTheNextCompletedCanBeStopped();

    void aDependencyIsALinkFromItsEndToItsSuccessor();
    void whenAllLinksEachMember();

private:
    static void threadCounts()
    {
        QTest::addColumn<int>("threads");
        for (const int threads : {1, 2, 3, 8, 31})
            QTest::addRow("%d threads", threads) << threads;
    }
    Trace trace_;
};

void TestContinuations::callbacksRunInTheOrderOfTheirRegistration()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    std::vector<int> order;
    for (int i = 0; i < 100; ++i)
        blocker.future().whenDone([&order, i] { order.push_back(i); });
    QVERIFY(order.empty());
    blocker.release();
    pool.shutdown();
    QCOMPARE(order.size(), std::size_t(100));
    QVERIFY(std::ranges::is_sorted(order));
}

void TestContinuations::aCallbackOfADoneTaskRunsAtOnce()
{
    ThreadPoolExecutor pool(1, trace_);
    const auto future = pool.submit([] { return 1; });
    future.wait();
    std::thread::id where;
    future.whenDone([&] { where = std::this_thread::get_id(); });
    QCOMPARE(where, std::this_thread::get_id());
}

void TestContinuations::aCallbackRunsOnTheThreadThatFinishes()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    std::thread::id where;
    blocker.future().whenDone([&] { where = std::this_thread::get_id(); });
    const auto worker = pool.submit([] { return std::this_thread::get_id(); });
    blocker.release();
    QCOMPARE(worker.get(), where);
}

// Registered by many threads while the task finishes: each callback is called once, whoever comes first.
void TestContinuations::callbacksRunExactlyOnce()
{
    QFETCH(int, threads);
    ThreadPoolExecutor pool(1, trace_);
    for (int round = 0; round < 20; ++round) {
        std::vector<std::atomic<int>> calls(static_cast<std::size_t>(threads) * 10);
        std::latch start(threads + 1);
        const auto future = pool.submit([&] { start.arrive_and_wait(); });
        {
            std::vector<std::jthread> registering;
            for (int t = 0; t < threads; ++t) {
                registering.emplace_back([&, t] {
                    start.arrive_and_wait();
                    for (int i = 0; i < 10; ++i)
                        future.whenDone([&calls, at = static_cast<std::size_t>(t * 10 + i)] { ++calls[at]; });
                });
            }
        }
        pool.submit([] {}).get(); // the worker has left the task before by then
        for (const auto &count : calls)
            QCOMPARE(count.load(), 1);
    }
}

void TestContinuations::aCallbackThatThrowsHarmsNobody()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    std::atomic<int> called{0};
    blocker.future().whenDone([] { throw std::runtime_error("nobody hears it"); });
    blocker.future().whenDone([] { throw 5; });
    blocker.future().whenDone([&] { ++called; });
    blocker.release();
    QCOMPARE(pool.submit([] { return 1; }).get(), 1);
    QCOMPARE(called, 1);
    blocker.future().whenDone([] { throw std::runtime_error("nor this"); });
}

void TestContinuations::cancellingCallsTheCallbacks()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    const auto future = pool.submit([] { return 1; });
    int called = 0;
    future.whenDone([&] { called += future.isCancelled() ? 1 : 0; });
    QVERIFY(future.cancel());
    QCOMPARE(called, 1);
    QVERIFY(future.cancel());
    QCOMPARE(called, 1);
}

void TestContinuations::aCallbackMayRegisterAnother()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    std::atomic<int> called{0};
    const auto future = blocker.future();
    future.whenDone([&] { future.whenDone([&] { future.whenDone([&] { ++called; }); }); });
    blocker.release();
    pool.shutdown();
    QCOMPARE(called, 1);
}

void TestContinuations::aStateThatIsNeverDoneDropsItsCallbacks()
{
    const auto captured = std::make_shared<int>(1);
    {
        Future<int> never(std::make_shared<Future<int>::Shared>(0));
        never.whenDone([captured] {});
        const auto next = never.then([captured](int) {});
        QCOMPARE(captured.use_count(), 3L);
        never = next.then([] { return 1; });
        QVERIFY(next.isCancelled() && never.isCancelled());
    }
    QCOMPARE(captured.use_count(), 1L);
}

// Whoever cancels is not within the pool's lock: a callback may come back to it.
void TestContinuations::aCallbackMaySubmitToAStoppedPool()
{
    std::stop_source stop;
    ThreadPoolExecutor pool(1, trace_, stop.get_token());
    Blocker blocker(pool);
    std::atomic<int> cancelled{0};
    const auto waiting = pool.submit([] {});
    const auto next = waiting.then(pool, [] {});
    waiting.whenDone([&] { cancelled += pool.submit([] {}).isCancelled() ? 1 : 0; });
    stop.request_stop();
    QCOMPARE(cancelled, 1);
    QVERIFY(next.isCancelled());
    const auto late = blocker.future().then(pool, [] {});
    late.whenDone([&] { cancelled += pool.submit([] {}).isCancelled() ? 1 : 0; });
    blocker.release();
    late.wait();
    pool.shutdown();
    QVERIFY(late.isCancelled());
    QVERIFY(cancelled >= 1);
}

void TestContinuations::whenAllFinishesHoweverItsMembersEnd()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    const auto good = pool.submit([] { return 1; });
    const auto bad = pool.submit([]() -> int { throw std::runtime_error("bad"); });
    const auto cancelled = pool.submit([] { return 3; });
    const auto all = whenAll(std::vector{good, bad, cancelled});
    QVERIFY(cancelled.cancel());
    QVERIFY(!all.isDone());
    const auto sum = all.then([](const std::vector<Future<int>> &members) {
        return std::ranges::count_if(members,
                                     [](const auto &m) { return !m.exception() && !m.isCancelled(); });
    });
    blocker.release();
    QCOMPARE(sum.get(), 1);
    const auto &members = all.get();
    QCOMPARE(members.size(), std::size_t(3));
    QCOMPARE(members[0].get(), 1);
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, members[1].get());
    QVERIFY_THROWS_EXCEPTION(Cancelled, members[2].get());
}

void TestContinuations::whenAllOfNothingIsDone()
{
    QVERIFY(whenAll(std::vector<Future<int>>{}).get().empty());
    QVERIFY(asCompleted(std::vector<Future<int>>{}).empty());
}

void TestContinuations::cancellingWhenAllLeavesItsMembers()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    const auto member = pool.submit([] { return 1; });
    const auto all = whenAll(std::vector{member});
    QVERIFY(all.cancel());
    blocker.release();
    QCOMPARE(member.get(), 1);
    QVERIFY(all.isCancelled());
}

void TestContinuations::asCompletedTellsTheOrder()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    std::vector<Future<int>> futures;
    for (int i = 0; i < 4; ++i)
        futures.push_back(pool.submit([i]() -> int {
            if (i == 1)
                throw std::runtime_error("done all the same");
            return i;
        }));
    const auto completed = asCompleted(futures);
    QVERIFY(futures[2].cancel());
    QCOMPARE(completed[0].get(), std::size_t(2));
    blocker.release();
    QCOMPARE(completed[1].get(), std::size_t(0));
    QCOMPARE(completed[2].get(), std::size_t(1));
    QCOMPARE(completed[3].get(), std::size_t(3));
}

void TestContinuations::waitingForTheNextCompletedCanBeStopped()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    const auto completed = asCompleted(std::vector{blocker.future()});
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Stopped, completed[0].get(stop.get_token()));
    QVERIFY_THROWS_EXCEPTION(TimedOut, completed[0].get(1ms));
}

void TestContinuations::aDependencyIsALinkFromItsEndToItsSuccessor()
{
    Trace trace;
    {
        ThreadPoolExecutor first(1, trace);
        ThreadPoolExecutor second(1, trace);
        first.submit([] { return 1; }).then(second, [](int) {}).get();
    }
    const auto lanes = trace.lanes();
    QCOMPARE(lanes.size(), std::size_t(2));
    const Lane &from = *lanes[0];
    const Lane &to = *lanes[1];
    QCOMPARE(from.links().size(), std::size_t(0));
    QCOMPARE(to.links().size(), std::size_t(1));
    const LinkRecord &link = to.links()[0];
    QCOMPARE(link.kind, LinkKind::DependsOn);
    QCOMPARE(link.fromLane, from.index());
    QCOMPARE(link.toLane, to.index());
    QCOMPARE(link.fromTime, from.spans()[0].endOr(-1));
    QVERIFY(link.toTime >= to.spans()[0].begin && link.toTime <= to.spans()[0].endOr(-1));
}

void TestContinuations::whenAllLinksEachMember()
{
    Trace trace;
    {
        ThreadPoolExecutor pool(2, trace);
        ThreadPoolExecutor after(1, trace);
        std::latch both(2);
        const auto task = [&both] {
            both.arrive_and_wait();
            return 1;
        };
        const auto all = whenAll(std::vector{pool.submit(task), pool.submit(task)});
        all.then(after, [](const auto &) { return 0; }).get();
    }
    std::set<std::int32_t> from;
    for (const Lane *lane : trace.lanes())
        lane->links().forEach([&](const LinkRecord &link) { from.insert(link.fromLane); });
    QCOMPARE(from.size(), std::size_t(2));
}

QTEST_GUILESS_MAIN(TestContinuations)
#include "tst_continuations.moc"
