// Who has something to compute but no core.

#include "core/analysis/limit.h"
#include "core/analysis/readings.h"
#include "core/executors/workerthread.h"
#include "core/run/coresampler.h"

#include <QTest>

#include <latch>
#include <list>
#include <unistd.h>

using namespace tenfold;

class TestCores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void betweenTwoLooksItIsAStraightLine();
    void whatRanWithoutACoreIsReady();
    void aTaskIsAsLongAsItHadACore();
    void aMeterCountsWhatAThreadComputes();
    void aThreadThatHasEndedTellsNothing();
    void moreThreadsThanCoresHaveToWait();
    void whoWaitsForSomethingElseIsNotReady();
    void whatAThreadDidBeforeItsLaneDoesNotCount();
    void aProcessIsLookedAtByItsNumber();
};

constexpr Nanoseconds ms = 1'000'000;

static Nanoseconds computed()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000'000 + time.tv_nsec;
}

static void compute(Nanoseconds time)
{
    for (const Nanoseconds end = computed() + time; computed() < end;) {
    }
}

void TestCores::initTestCase()
{
    compute(ms);
    if (!CoreMeter::ofThread(gettid()).read())
        QSKIP("the kernel does not tell");
}

/// Runs from 0 to 100 ms as task 0; from 20 to 60 ms without a core for half of the time.
static Lane *halfReady(Trace &trace)
{
    Lane *lane = trace.addLaneAt(0, LaneRole::Worker);
    lane->endAt(100 * ms, lane->beginAt(0, State::Running, "", 0, {}));
    for (const CoreRecord &look :
         {CoreRecord{0, 0, 0}, CoreRecord{20 * ms, 20 * ms, 0}, CoreRecord{60 * ms, 60 * ms, 20 * ms},
          CoreRecord{100 * ms, 100 * ms, 20 * ms}})
        trace.addCores(lane->index(), look);
    lane->closeAt(100 * ms);
    trace.stopAt(100 * ms);
    return lane;
}

void TestCores::betweenTwoLooksItIsAStraightLine()
{
    Trace trace;
    const Lane *lane = halfReady(trace);
    const std::pair<Nanoseconds, Nanoseconds> expected[] = {{-5, 0},  {0, 0},   {20, 0},   {30, 5},
                                                            {60, 20}, {80, 20}, {100, 20}, {500, 20}};
    for (const auto &[at, ready] : expected)
        QCOMPARE(lane->readyUntil(at * ms), ready * ms);
    QCOMPARE(trace.addLaneAt(0, LaneRole::Worker)->readyUntil(50 * ms), Nanoseconds(0));
}

void TestCores::whatRanWithoutACoreIsReady()
{
    Trace trace;
    const Lane *lane = halfReady(trace);
    QCOMPARE(sumsOf(*lane, 100 * ms).of(State::Running), 80 * ms);
    QCOMPARE(sumsOf(*lane, 100 * ms).of(State::Ready), 20 * ms);
    QCOMPARE(sumsOf(*lane, 40 * ms).of(State::Running), 30 * ms);
    QCOMPARE(sumsOf(trace, 40 * ms).of(State::Ready), 10 * ms);
}

void TestCores::aTaskIsAsLongAsItHadACore()
{
    Repeat repeat;
    const auto trace = std::make_shared<Trace>();
    halfReady(*trace);
    repeat.trace = trace;
    QCOMPARE(taskDurations(*repeat.trace, 100 * ms), std::vector{0.1});
    QCOMPARE(taskDurations(repeat), std::vector{0.08}); // what a limit rests on
    QCOMPARE(limitOf(repeat, 4, 4), std::optional(0.08));
}

void TestCores::aMeterCountsWhatAThreadComputes()
{
    const CoreMeter meter = CoreMeter::ofThread(gettid());
    const auto before = meter.read();
    const Nanoseconds begin = computed();
    compute(50 * ms);
    sched_yield(); // the kernel counts when the thread leaves its core, and at every tick
    const auto after = meter.read();
    const Nanoseconds own = computed() - begin, told = after->onCore - before->onCore;
    QVERIFY2(told > own / 2 && told < 2 * own, qPrintable(QString::number(told)));
}

void TestCores::aThreadThatHasEndedTellsNothing()
{
    std::optional<CoreMeter> meter;
    std::thread([&] { meter.emplace(CoreMeter::ofThread(gettid())); }).join();
    QTRY_VERIFY(!meter->read());
}

static int cores()
{
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

/// Threads that compute at once, four for each core.
static void crowd(Trace &trace)
{
    std::latch start(4 * cores());
    std::list<WorkerThread> workers;
    for (int i = 0; i < 4 * cores(); ++i)
        workers.emplace_back(trace, [&] {
            start.arrive_and_wait();
            const Span running(State::Running, "compute");
            compute(60 * ms);
        });
    for (WorkerThread &worker : workers)
        worker.join();
}

void TestCores::moreThreadsThanCoresHaveToWait()
{
    Trace trace;
    CoreSampler sampler(trace);
    crowd(trace);
    trace.stop();
    sampler.end();
    const Lane::Sums sums = sumsOf(trace, trace.now());
    const Nanoseconds ready = sums.of(State::Ready), running = sums.of(State::Running);
    QVERIFY2(ready > running / 2, qPrintable(QString("%1 of %2").arg(ready).arg(running)));
}

void TestCores::whoWaitsForSomethingElseIsNotReady()
{
    Trace trace;
    CoreSampler sampler(trace);
    std::latch begun(1), over(1);
    WorkerThread worker(trace, [&] {
        const Span running(State::Running, "waits, but does not say so");
        begun.count_down();
        over.wait();
    });
    begun.wait(); // which may take long beside other programs
    compute(60 * ms);
    over.count_down();
    worker.join();
    trace.stop();
    sampler.end();
    const Lane::Sums sums = sumsOf(trace, trace.now());
    QVERIFY(sums.of(State::Running) >= 50 * ms);
    QVERIFY(sums.of(State::Ready) < sums.of(State::Running) / 2);
}

void TestCores::whatAThreadDidBeforeItsLaneDoesNotCount()
{
    {
        Trace other;
        crowd(other); // this thread has waited and computed before
    }
    compute(20 * ms);
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Main);
    const LaneScope scope(lane);
    CoreSampler sampler(trace);
    trace.stop();
    sampler.end();
    QCOMPARE(lane->readyUntil(trace.now()), Nanoseconds(0));
    QVERIFY(lane->cores().size() >= 1);
    QCOMPARE(lane->cores()[0].running, Nanoseconds(0));
}

void TestCores::aProcessIsLookedAtByItsNumber()
{
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Process, getpid()); // its first thread is this one
    CoreSampler sampler(trace);
    std::list<std::jthread> others;
    std::atomic<bool> isOver{false};
    for (int i = 0; i < 4 * cores(); ++i)
        others.emplace_back([&] {
            while (!isOver) {
            }
        });
    SpanRecord *span = lane->begin(State::Running, "compute", 0, {});
    compute(60 * ms);
    lane->end(span);
    isOver = true;
    trace.stop();
    sampler.end();
    QVERIFY(sumsOf(*lane, trace.now()).of(State::Ready) > 0);
}

QTEST_GUILESS_MAIN(TestCores)
#include "tst_cores.moc"
