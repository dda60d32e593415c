// The behaviours that CPython's tests of its thread pool executor ask for, in our own words.

#include "tests/core/blocker.h"
#include "tests/patience.h"

#include <QTest>

#include <barrier>
#include <latch>
#include <numeric>
#include <set>
#include <thread>

using namespace tenfold;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(ThreadPoolExecutor::Pending)

class TestExecutor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversWhatTheTaskReturns_data() { workerCounts(); }
    void deliversWhatTheTaskReturns();
    void deliversWhatTheTaskThrows();
    void otherTasksSurviveAnException();
    void mapKeepsTheOrderOfTheItems_data() { workerCounts(); }
    void mapKeepsTheOrderOfTheItems();
    void mapThrowsTheFirstExceptionAndCancelsTheRest();
    void mapOfNothingIsNothing();
    void aLoopRunsOnEachWorker_data() { workerCounts(); }
    void aLoopRunsOnEachWorker();
    void aLoopThatThrowsIsReportedAfterTheOthersHaveEnded();
    void neverMoreTasksAtOnceThanWorkers_data() { workerCounts(); }
    void neverMoreTasksAtOnceThanWorkers();
    void tasksStartInTheOrderOfSubmission();
    void threadsAreReused();
    void manyThreadsSubmitAtOnce_data() { workerCounts(); }
    void manyThreadsSubmitAtOnce();
    void aTaskMaySubmitAnother();
    void needsAWorker();
    void aTaskIsASpanOnAWorkersLane();
    void theWaitForAFutureIsRecorded();

private:
    static void workerCounts()
    {
        QTest::addColumn<int>("workers");
        for (const int workers : {1, 2, 3, 8, 31})
            QTest::addRow("%d workers", workers) << workers;
    }
    Trace trace_;
};

void TestExecutor::deliversWhatTheTaskReturns()
{
    QFETCH(int, workers);
    ThreadPoolExecutor pool(workers, trace_);
    std::vector<Future<int>> futures;
    for (int i = 0; i < 100; ++i)
        futures.push_back(pool.submit([i] { return i * i; }));
    for (int i = 0; i < 100; ++i)
        QCOMPARE(futures[static_cast<std::size_t>(i)].get(), i * i);
    const Future<int> copy = futures[7];
    QCOMPARE(copy.get(), 49);
    QVERIFY(copy.isDone());
    QVERIFY(!copy.exception());
}

void TestExecutor::deliversWhatTheTaskThrows()
{
    ThreadPoolExecutor pool(1, trace_);
    const auto future = pool.submit([]() -> int { throw std::out_of_range("too far"); });
    for (int again = 0; again < 2; ++again) {
        try {
            future.get();
            QFAIL("no exception");
        } catch (const std::out_of_range &error) {
            QCOMPARE(error.what(), "too far");
        }
    }
    QVERIFY(future.exception());
    QVERIFY(!future.isCancelled());
}

void TestExecutor::otherTasksSurviveAnException()
{
    ThreadPoolExecutor pool(2, trace_);
    const auto bad = pool.submit([] { throw std::runtime_error("bad"); });
    const auto good = pool.submit([] { return 5; });
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, bad.get());
    QCOMPARE(good.get(), 5);
    QCOMPARE(pool.submit([] { return 6; }).get(), 6);
}

void TestExecutor::mapKeepsTheOrderOfTheItems()
{
    QFETCH(int, workers);
    ThreadPoolExecutor pool(workers, trace_);
    std::vector<int> items(200);
    std::iota(items.begin(), items.end(), 0);
    const auto results =
        pool.map(items, [](std::size_t index, int item) { return std::pair(index, item * 3); });
    QCOMPARE(results.size(), items.size());
    for (std::size_t i = 0; i < results.size(); ++i)
        QCOMPARE(results[i], std::pair(i, static_cast<int>(i) * 3));
}

void TestExecutor::mapThrowsTheFirstExceptionAndCancelsTheRest()
{
    ThreadPoolExecutor pool(1, trace_);
    std::atomic<int> ran{0};
    const std::vector<int> items{0, 1, 2, 3, 4, 5};
    Lane *caller = trace_.addLane(LaneRole::Main);
    const LaneScope scope(caller);
    const auto isAwaited = [caller](int task) {
        const std::size_t size = caller->spans().size();
        return size > 0 && caller->spans()[size - 1].task == task;
    };
    const auto work = [&](std::size_t, int item) {
        ++ran;
        if (item == 1)
            throw std::runtime_error("the second");
        while (item == 2 && !isAwaited(2)) // map() has cancelled the others by then
            std::this_thread::yield();
    };
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, pool.map(items, work));
    QVERIFY(ran == 2 || ran == 3); // the third may have started, no other
    QCOMPARE(pool.submit([] { return 1; }).get(), 1);
}

void TestExecutor::mapOfNothingIsNothing()
{
    ThreadPoolExecutor pool(2, trace_);
    QVERIFY(pool.map(std::vector<int>{}, [](std::size_t, int) { return 1; }).empty());
}

void TestExecutor::aLoopRunsOnEachWorker()
{
    QFETCH(int, workers);
    Trace trace;
    ThreadPoolExecutor pool(workers, trace);
    std::barrier all(workers);
    std::atomic<int> runs{0};
    pool.onEachWorker([&] {
        all.arrive_and_wait(); // passes only when every worker is here
        ++runs;
    });
    QCOMPARE(runs.load(), workers);
    for (const Lane *lane : trace.lanes()) {
        QCOMPARE(lane->spans().size(), std::size_t(1));
        QCOMPARE(lane->spans()[0].task, SpanRecord::noTask);
    }
    QCOMPARE(pool.submit([] { return 1; }).get(), 1);
}

void TestExecutor::aLoopThatThrowsIsReportedAfterTheOthersHaveEnded()
{
    ThreadPoolExecutor pool(3, trace_);
    std::barrier all(3);
    std::atomic<int> number{0};
    std::atomic<int> ended{0};
    const auto work = [&] {
        const bool fails = number++ == 1;
        all.arrive_and_wait();
        ++ended;
        if (fails)
            throw std::runtime_error("one of them");
    };
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, pool.onEachWorker(work));
    QCOMPARE(ended.load(), 3);
}

void TestExecutor::neverMoreTasksAtOnceThanWorkers()
{
    QFETCH(int, workers);
    ThreadPoolExecutor pool(workers, trace_);
    std::atomic<int> now{0}, most{0};
    std::barrier all(workers);
    for (int i = 0; i < workers * 4; ++i) {
        pool.submit([&] {
            const int busy = ++now;
            int seen = most;
            while (busy > seen && !most.compare_exchange_weak(seen, busy)) {
            }
            all.arrive_and_wait(); // gets through only when all workers are here at once
            --now;
        });
    }
    pool.shutdown();
    QCOMPARE(most, workers);
}

void TestExecutor::tasksStartInTheOrderOfSubmission()
{
    ThreadPoolExecutor pool(1, trace_);
    std::vector<int> order;
    for (int i = 0; i < 100; ++i)
        pool.submit([&order, i] { order.push_back(i); });
    pool.shutdown();
    QCOMPARE(order.size(), std::size_t(100));
    QVERIFY(std::ranges::is_sorted(order));
}

void TestExecutor::threadsAreReused()
{
    ThreadPoolExecutor pool(2, trace_);
    std::mutex mutex;
    std::set<std::thread::id> ids;
    for (int i = 0; i < 200; ++i) {
        pool.submit([&] {
            const std::scoped_lock lock(mutex);
            ids.insert(std::this_thread::get_id());
        });
    }
    pool.shutdown();
    QVERIFY(ids.size() >= 1 && ids.size() <= 2);
}

void TestExecutor::manyThreadsSubmitAtOnce()
{
    QFETCH(int, workers);
    ThreadPoolExecutor pool(4, trace_);
    std::atomic<long> sum{0};
    std::barrier start(workers);
    {
        std::vector<std::jthread> submitters;
        for (int t = 0; t < workers; ++t) {
            submitters.emplace_back([&] {
                start.arrive_and_wait();
                std::vector<Future<int>> mine;
                for (int i = 0; i < 50; ++i)
                    mine.push_back(pool.submit([&sum, i] {
                        sum += i;
                        return i;
                    }));
                for (int i = 0; i < 50; ++i)
                    QCOMPARE(mine[static_cast<std::size_t>(i)].get(), i);
            });
        }
    }
    QCOMPARE(sum, 1225L * workers);
}

void TestExecutor::aTaskMaySubmitAnother()
{
    ThreadPoolExecutor pool(1, trace_);
    const auto outer = pool.submit([&] { return pool.submit([] { return 11; }); });
    QCOMPARE(outer.get().get(), 11);
}

void TestExecutor::needsAWorker()
{
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, ThreadPoolExecutor(0, trace_));
}

void TestExecutor::aTaskIsASpanOnAWorkersLane()
{
    Trace trace;
    {
        ThreadPoolExecutor pool(2, trace);
        std::barrier both(2);
        pool.map(std::vector{1, 2}, [&](std::size_t, int) { both.arrive_and_wait(); });
    }
    trace.stop();
    const auto lanes = trace.lanes();
    QCOMPARE(lanes.size(), std::size_t(2));
    std::set<int> tasks;
    for (const Lane *lane : lanes) {
        QCOMPARE(lane->role(), LaneRole::Worker);
        QCOMPARE(lane->spans().size(), std::size_t(1));
        QVERIFY(!lane->spans()[0].isOpen());
        tasks.insert(lane->spans()[0].task);
    }
    QCOMPARE(tasks, (std::set{0, 1}));
}

void TestExecutor::theWaitForAFutureIsRecorded()
{
    Trace trace;
    Lane *main = trace.addLane(LaneRole::Main);
    const LaneScope scope(main);
    ThreadPoolExecutor pool(1, trace);
    Blocker blocker(pool);
    std::jthread opener([&] {
        QTRY_COMPARE_WITH_TIMEOUT(main->spans().size(), std::size_t(1), patience);
        blocker.release();
    });
    blocker.future().get();
    opener.join();
    const SpanRecord &wait = main->spans()[0];
    QCOMPARE(wait.state, State::Future);
    QCOMPARE(wait.task, 0);
    QVERIFY(QString::fromUtf8(wait.where.file).endsWith("tst_executor.cpp"));
}

QTEST_GUILESS_MAIN(TestExecutor)
#include "tst_executor.moc"
