// How tasks and pools end: the behaviours that CPython's tests of its thread pool executor ask for, in our
// own words.

#include "tests/core/blocker.h"

#include <QTest>

#include <barrier>
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

QTEST_GUILESS_MAIN(TestExecutorEnd)
#include "tst_executorend.moc"
