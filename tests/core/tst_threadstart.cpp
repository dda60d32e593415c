// What happens where no further thread can be started, as under a limit on processes or memory.

#include "core/analysis/machine.h"
#include "core/catalog/pattern.h"
#include "core/executors/processpoolexecutor.h"
#include "core/executors/workerthread.h"
#include "core/run/runner.h"
#include "core/workloads/http/httpclient.h"
#include "core/workloads/site/loopbacksite.h"
#include "tests/core/blocker.h"
#include "tests/core/nothreads.h"
#include "tests/patience.h"

#include <QTest>

#include <list>
#include <thread>

using namespace tenfold;
using namespace std::chrono_literals;

class TestThreadStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPoolGoesOnWithTheThreadsThatStarted_data() { threadCounts(); }
    void aPoolGoesOnWithTheThreadsThatStarted();
    void whatIsMissingIsMarkedOnTheSubmittersLane();
    void aPoolWithoutAnyThreadSaysSo();
    void aPoolWithoutAnyThreadStopsAndEnds();
    void manySubmittersHearThatThereIsNoThread();
    void aLoopOnEachWorkerRunsOnThoseThatStarted();
    void aPoolMadeAfterwardsIsWhole();
    void aTaskThatBeginsTooLateIsNotCarriedOut();
    void aWorkerThreadSaysSo();
    void theRunnerSaysSoAndRunsAgain();
    void theProcessPoolSaysSo();
    void theSiteSaysSo();
    void theClientNeedsNone();
    void theMachineIsMeasuredWithTheThreadsThatThereAre();

private:
    static void threadCounts()
    {
        QTest::addColumn<int>("threads");
        for (const int threads : {1, 2, 7})
            QTest::addRow("%d of 8 threads", threads) << threads;
    }
    /// Tasks that keep so many workers busy.
    static void occupy(ThreadPoolExecutor &pool, int workers, std::list<Blocker> &blockers)
    {
        for (int i = 0; i < workers; ++i)
            blockers.emplace_back(pool);
    }
};

void TestThreadStart::aPoolGoesOnWithTheThreadsThatStarted()
{
    QFETCH(int, threads);
    Trace trace;
    {
        ThreadPoolExecutor pool(8, trace);
        std::list<Blocker> blockers;
        occupy(pool, threads, blockers);
        const NoThreads none;
        std::vector<Future<int>> futures;
        for (int i = 0; i < 50; ++i)
            futures.push_back(pool.submit([i] { return i * i; }));
        QCOMPARE(pool.pending(), 50);
        for (Blocker &blocker : blockers)
            blocker.release();
        for (int i = 0; i < 50; ++i)
            QCOMPARE(futures[static_cast<std::size_t>(i)].get(), i * i);
        QCOMPARE(pool.submit([] { return 5; }).get(), 5);
    }
    QCOMPARE(trace.lanes().size(), static_cast<std::size_t>(threads));
}

void TestThreadStart::whatIsMissingIsMarkedOnTheSubmittersLane()
{
    Trace trace;
    Lane *const lane = trace.addLane(LaneRole::Main);
    const LaneScope scope(lane);
    ThreadPoolExecutor pool(4, trace);
    std::list<Blocker> blockers;
    occupy(pool, 3, blockers);
    const NoThreads none;
    const auto future = pool.submit([] {});
    QCOMPARE(lane->marks().size(), std::size_t(1));
    QCOMPARE(lane->marks()[0].label, "only 3 of 4 threads could be started");
    blockers.front().release();
    future.get();
}

void TestThreadStart::aPoolWithoutAnyThreadSaysSo()
{
    const NoThreads none;
    Trace trace;
    ThreadPoolExecutor pool(3, trace);
    QVERIFY_THROWS_EXCEPTION(ThreadNotStarted, pool.submit([] { return 1; }).get());
    const auto future = pool.submit([] { return 1; });
    QVERIFY(future.isDone() && !future.isCancelled());
    QVERIFY_THROWS_EXCEPTION(ThreadNotStarted, pool.map(std::vector{1, 2}, [](std::size_t, int) {}));
    QVERIFY_THROWS_EXCEPTION(ThreadNotStarted, pool.onEachWorker([] {}));
    QVERIFY(QString::fromUtf8(ThreadNotStarted().what()).startsWith(QLatin1String("No further thread")));
}

void TestThreadStart::aPoolWithoutAnyThreadStopsAndEnds()
{
    Trace trace;
    std::stop_source stop;
    const NoThreads none;
    ThreadPoolExecutor pool(2, trace, stop.get_token());
    pool.submit([] {}).wait();
    stop.request_stop();
    QVERIFY(pool.submit([] {}).isCancelled());
    pool.shutdown();
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, pool.submit([] {}));
}

void TestThreadStart::manySubmittersHearThatThereIsNoThread()
{
    Trace trace;
    ThreadPoolExecutor pool(8, trace);
    std::latch start(9);
    std::atomic<int> heard{0};
    std::vector<std::jthread> submitters;
    for (int t = 0; t < 8; ++t) {
        submitters.emplace_back([&] {
            start.arrive_and_wait();
            for (int i = 0; i < 20; ++i) {
                try {
                    pool.submit([] {}).get();
                } catch (const ThreadNotStarted &) {
                    ++heard;
                }
            }
        });
    }
    const NoThreads none;
    start.arrive_and_wait();
    submitters.clear();
    QCOMPARE(heard, 160);
}

void TestThreadStart::aLoopOnEachWorkerRunsOnThoseThatStarted()
{
    Trace trace;
    ThreadPoolExecutor pool(8, trace);
    {
        std::list<Blocker> blockers;
        occupy(pool, 2, blockers);
    }
    const NoThreads none;
    std::atomic<int> runs{0};
    pool.onEachWorker([&] {
        ++runs;
        while (runs < 2)
            std::this_thread::yield();
    });
    QVERIFY(runs >= 2 && runs <= 8);
}

void TestThreadStart::aPoolMadeAfterwardsIsWhole()
{
    Trace trace;
    {
        const NoThreads none;
        ThreadPoolExecutor pool(2, trace);
        pool.submit([] {}).wait();
    }
    ThreadPoolExecutor pool(2, trace);
    std::latch both(2);
    pool.map(std::vector{1, 2}, [&](std::size_t, int) { both.arrive_and_wait(); });
}

void TestThreadStart::aTaskThatBeginsTooLateIsNotCarriedOut()
{
    StartWatch watch;
    QVERIFY(!watch.start([] { errno = EAGAIN; }));
    QVERIFY(!watch.begin());
    // What left errno set without a failure does not matter.
    QVERIFY(watch.start([&] {
        QVERIFY(watch.begin());
        errno = EAGAIN;
    }));
    watch.end();
    watch.waitForEnd();
}

void TestThreadStart::aWorkerThreadSaysSo()
{
    const NoThreads none;
    Trace trace;
    QVERIFY_THROWS_EXCEPTION(ThreadNotStarted, WorkerThread(trace, [] {}));
    QCOMPARE(trace.lanes().size(), std::size_t(1));
    QVERIFY(trace.lanes()[0]->closedOr(-1) >= 0);
}

void TestThreadStart::theRunnerSaysSoAndRunsAgain()
{
    const Scenario *scenario = findScenario(QStringLiteral("threads/file-processing"));
    QVERIFY(scenario);
    const Plan plan = planOf({.scenario = scenario,
                              .variants = {QStringLiteral("parallel")},
                              .values = scenario->preset(QStringLiteral("quick"))});
    Runner runner;
    {
        const NoThreads none;
        runner.start(plan);
        QVERIFY(!runner.isRunning());
        runner.wait();
        runner.stop();
        QCOMPARE(runner.progress(), (std::pair{2, 2}));
        for (const Outcome &outcome : runner.outcomes()) {
            QCOMPARE(outcome.repeats.front().status, Status::Failed);
            QVERIFY(outcome.repeats.front().error.contains(QLatin1String("thread")));
        }
    }
    runner.start(plan);
    runner.wait();
    for (const Outcome &outcome : runner.outcomes())
        QCOMPARE(outcome.repeats.front().status, Status::Finished);
}

void TestThreadStart::theProcessPoolSaysSo()
{
    const NoThreads none;
    Trace trace;
    QVERIFY_THROWS_EXCEPTION(ThreadNotStarted, ProcessPoolExecutor(2, trace));
}

void TestThreadStart::theSiteSaysSo()
{
    const NoThreads none;
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, LoopbackSite(1));
}

void TestThreadStart::theClientNeedsNone()
{
    const LoopbackSite site(1);
    const NoThreads none;
    QCOMPARE(HttpClient().get(site.url("/status/200"), 1min).status, 200);
}

void TestThreadStart::theMachineIsMeasuredWithTheThreadsThatThereAre()
{
    const NoThreads none;
    const Machine machine = measureMachine();
    QVERIFY(machine.effectiveCores >= 1);
}

QTEST_GUILESS_MAIN(TestThreadStart)
#include "tst_threadstart.moc"
