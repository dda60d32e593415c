// How tasks and pools end: the behaviours that CPython's tests of its thread pool executor ask for, in our
// own words.

#include "core/executors/continuations.h"
#include "tests/core/blocker.h"

#include <QTest>

#include <barrier>
#include <functional>
#include <latch>
#include <numeric>
#include <set>
#include <thread>

using namespace tenfold;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(ThreadPoolExecutor::Pending)

class TestExecutorEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitingHasALimit();
    void aPendingTaskCanBeCancelled();
    void aRunningTaskCannotBeCancelled();
    void shutdownFinishesWhatWasSubmitted();
    void shutdownCancelsWhatHasNotStarted();
    void noSubmissionAfterShutdown();
    void theDestructorWaits();
    void stopCancelsPendingTasksAndWakesWhoWaits();
    void submittingToAStoppedPoolIsCancelled();
    void whatATaskCapturedGoesWithIt();
    void resultsAreThereAfterShutdown();
    void aTaskThatSubmitsTooLateFails();
    void aTaskMayShutItsPoolDown();
    void nestedWaitsEndInAPoolThatIsLargeEnough();
    void eachTaskIsCancelledOrCarriedOut();
    void abandonedFuturesAreCarriedOut();
    void shutdownWaitsForWhoRunsATaskHimself();

private:
    Trace trace_;
};

void TestExecutorEnd::waitingHasALimit()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    QVERIFY_THROWS_EXCEPTION(TimedOut, blocker.future().get(1ms));
    QVERIFY(blocker.future().isRunning());
    blocker.release();
    blocker.future().get(10min);
}

void TestExecutorEnd::aPendingTaskCanBeCancelled()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    std::atomic<bool> ran{false};
    const auto future = pool.submit([&] { ran = true; });
    QCOMPARE(pool.pending(), 1);
    QVERIFY(!future.isDone());
    QVERIFY(future.cancel());
    QVERIFY(future.cancel());
    QVERIFY(future.isCancelled() && future.isDone());
    QVERIFY_THROWS_EXCEPTION(Cancelled, future.get());
    blocker.release();
    pool.shutdown();
    QVERIFY(!ran);
}

void TestExecutorEnd::aRunningTaskCannotBeCancelled()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    QVERIFY(!blocker.future().cancel());
    QVERIFY(blocker.future().isRunning());
    blocker.release();
    blocker.future().get();
    QVERIFY(!blocker.future().cancel());
    QVERIFY(!blocker.future().isCancelled());
}

void TestExecutorEnd::shutdownFinishesWhatWasSubmitted()
{
    ThreadPoolExecutor pool(2, trace_);
    std::atomic<int> ran{0};
    for (int i = 0; i < 50; ++i)
        pool.submit([&] { ++ran; });
    pool.shutdown();
    QCOMPARE(ran, 50);
    pool.shutdown();
}

void TestExecutorEnd::shutdownCancelsWhatHasNotStarted()
{
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    std::vector<Future<void>> futures;
    for (int i = 0; i < 20; ++i)
        futures.push_back(pool.submit([] {}));
    std::jthread closer([&] { pool.shutdown(ThreadPoolExecutor::Pending::Cancel); });
    for (const auto &future : futures) // while the running task still runs
        QVERIFY_THROWS_EXCEPTION(Cancelled, future.get());
    QVERIFY(blocker.future().isRunning());
    blocker.release();
    closer.join();
    blocker.future().get();
}

void TestExecutorEnd::noSubmissionAfterShutdown()
{
    ThreadPoolExecutor pool(1, trace_);
    pool.shutdown();
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, pool.submit([] {}));
}

void TestExecutorEnd::theDestructorWaits()
{
    std::atomic<int> ran{0};
    std::optional<Future<int>> last;
    {
        ThreadPoolExecutor pool(3, trace_);
        for (int i = 0; i < 100; ++i)
            last = pool.submit([&] { return ++ran; });
    }
    QCOMPARE(ran, 100);
    QVERIFY(last->get() > 0);
}

void TestExecutorEnd::stopCancelsPendingTasksAndWakesWhoWaits()
{
    std::stop_source stop;
    ThreadPoolExecutor pool(1, trace_, stop.get_token());
    Blocker blocker(pool);
    std::atomic<bool> ran{false};
    const auto pending = pool.submit([&] { ran = true; });
    std::jthread stopper([&] { stop.request_stop(); });
    QVERIFY_THROWS_EXCEPTION(Stopped, blocker.future().get(stop.get_token()));
    pending.wait();
    QVERIFY(pending.isCancelled());
    blocker.release();
    pool.shutdown();
    QVERIFY(!ran);
}

void TestExecutorEnd::submittingToAStoppedPoolIsCancelled()
{
    std::stop_source stop;
    stop.request_stop();
    ThreadPoolExecutor pool(2, trace_, stop.get_token());
    QVERIFY(pool.submit([] {}).isCancelled());
    QVERIFY_THROWS_EXCEPTION(std::exception, pool.map(std::vector{1, 2}, [](std::size_t, int) {}));
}

void TestExecutorEnd::whatATaskCapturedGoesWithIt()
{
    auto captured = std::make_shared<int>(1);
    const std::weak_ptr<int> watch = captured;
    {
        ThreadPoolExecutor pool(1, trace_);
        pool.submit([captured = std::move(captured)] { return *captured; }).get();
    }
    QVERIFY(watch.expired());
}

void TestExecutorEnd::resultsAreThereAfterShutdown()
{
    ThreadPoolExecutor pool(2, trace_);
    std::vector<Future<int>> futures;
    for (int i = 0; i < 50; ++i)
        futures.push_back(pool.submit([i] { return i; }));
    pool.shutdown();
    for (int i = 0; i < 50; ++i)
        QCOMPARE(futures[static_cast<std::size_t>(i)].get(0ns), i);
}

void TestExecutorEnd::aTaskThatSubmitsTooLateFails()
{
    ThreadPoolExecutor pool(1, trace_);
    std::latch isShut(1);
    const auto late = pool.submit([&] {
        isShut.wait();
        pool.submit([] {});
    });
    std::jthread closer([&] { pool.shutdown(); });
    while (true) { // it takes no task any more
        try {
            pool.submit([] {});
        } catch (const std::runtime_error &) {
            break;
        }
        std::this_thread::yield();
    }
    isShut.count_down();
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, late.get());
}

void TestExecutorEnd::aTaskMayShutItsPoolDown()
{
    std::atomic<int> ran{0};
    {
        ThreadPoolExecutor pool(1, trace_);
        Blocker blocker(pool);
        const auto closing = pool.submit([&] { pool.shutdown(); });
        pool.submit([&] { ++ran; });
        blocker.release();
        closing.get();
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, pool.submit([] {}));
    }
    QCOMPARE(ran, 1); // submitted before
    ThreadPoolExecutor pool(1, trace_);
    Blocker blocker(pool);
    const auto closing = pool.submit([&] { pool.shutdown(ThreadPoolExecutor::Pending::Cancel); });
    const auto pending = pool.submit([&] { ++ran; });
    blocker.release();
    closing.get();
    QVERIFY(pending.isCancelled());
    QCOMPARE(ran, 1);
}

void TestExecutorEnd::nestedWaitsEndInAPoolThatIsLargeEnough()
{
    constexpr int depth = 16;
    ThreadPoolExecutor pool(depth + 1, trace_);
    std::function<int(int)> descend = [&](int left) -> int {
        return left == 0 ? 0 : 1 + pool.submit([&descend, left] { return descend(left - 1); }).get();
    };
    QCOMPARE(pool.submit([&] { return descend(depth); }).get(), depth);
}

void TestExecutorEnd::eachTaskIsCancelledOrCarriedOut()
{
    constexpr int tasks = 2000;
    ThreadPoolExecutor pool(2, trace_);
    std::vector<std::atomic<int>> ran(tasks);
    std::vector<Future<void>> futures;
    for (std::size_t i = 0; i < tasks; ++i)
        futures.push_back(pool.submit([&ran, i] { ++ran[i]; }));
    std::vector<std::atomic<int>> cancelled(tasks);
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 2; ++thread)
            threads.emplace_back([&] {
                for (std::size_t i = tasks; i-- > 0;)
                    cancelled[i] += futures[i].cancel() ? 1 : 0;
            });
    }
    pool.shutdown();
    for (std::size_t i = 0; i < tasks; ++i) {
        QCOMPARE(futures[i].isCancelled(), ran[i] == 0);
        QCOMPARE(cancelled[i].load(), ran[i] == 0 ? 2 : 0); // both are told the same
    }
}

void TestExecutorEnd::abandonedFuturesAreCarriedOut()
{
    std::atomic<int> ran{0};
    auto captured = std::make_shared<int>(1);
    const std::weak_ptr<int> watch = captured;
    {
        ThreadPoolExecutor pool(2, trace_);
        for (int i = 0; i < 100; ++i)
            pool.submit([&ran, captured] { return ++ran; }).then([&ran, captured](int) { ++ran; });
        captured.reset();
    }
    QCOMPARE(ran, 200);
    QVERIFY(watch.expired());
}

void TestExecutorEnd::shutdownWaitsForWhoRunsATaskHimself()
{
    ThreadPoolExecutor pool(1, trace_);
    std::latch begun(1), release(1);
    std::atomic<bool> isOver{false};
    std::optional<Blocker> blocker;
    blocker.emplace(pool);
    const auto pending = pool.submit([&] {
        begun.count_down();
        release.wait();
        isOver = true;
    });
    std::jthread waiting([&] { pool.runNow(pending); });
    begun.wait();
    blocker.reset(); // the worker has nothing to do any more
    std::jthread releaser([&] { release.count_down(); });
    pool.shutdown();
    QVERIFY(isOver);
}

QTEST_GUILESS_MAIN(TestExecutorEnd)
#include "tst_executorend.moc"
