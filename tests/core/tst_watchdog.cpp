// Who waits for whom, and what becomes of a run in which nothing can go on.

#include "core/analysis/explanation.h"
#include "core/analysis/reading.h"
#include "core/analysis/waits.h"
#include "core/executors/workerthread.h"
#include "core/run/run.h"
#include "core/run/runner.h"
#include "core/run/watchdog.h"
#include "core/sync/mutex.h"
#include "tests/core/together.h"

#include <barrier>
#include <condition_variable>
#include <list>

using namespace tenfold;

class TestWatchdog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRingIsFoundAndToldInOrder();
    void aWaitEndsWithItsSpan();
    void aLockThatWentOnIsHeldByWhoHasIt();
    void whatIsAwaitedIsNamed();
    void nothingHasGoneOnSinceTheLastChange();
    void withoutARingEverybodyIsTold();
    void aMistakeThatGetsStuckIsAFinding();
    void aRightVariantThatGetsStuckIsAFailure();
    void twoLocksInOppositeOrderAreARing();
    void aMistakeIsRecordedEvenWithRecordingOff();
    void stopComesBeforeTheWatchdog();
    void aWaitWithALimitIsNotStuck();
    void aThreadThatComputesIsNotStuck();
    void aTimeUntilItGotStuckIsToldWithoutTheLooking();
    void whoAwaitsSomethingOutsideIsNotStuck_data();
    void whoAwaitsSomethingOutsideIsNotStuck();
};

/// A trace of `workers` workers, each of which waits for the lock of its own number from 10 * number on, and
/// for the worker that `holders` names (from 1; 0: nobody who is known).
static std::unique_ptr<Trace> waiting(const std::vector<int> &holders)
{
    static constexpr std::array locks{"A", "B", "C", "D", "E", "F", "G", "H", "I", "J"};
    auto trace = std::make_unique<Trace>();
    std::vector<Lane *> lanes;
    for (std::size_t i = 0; i < holders.size(); ++i)
        lanes.push_back(trace->addLaneAt(0, LaneRole::Worker));
    for (std::size_t i = 0; i < holders.size(); ++i) {
        const auto at = static_cast<Nanoseconds>(10 * (i + 1));
        lanes[i]->beginAt(at, State::Lock, locks[i], SpanRecord::noTask, {});
        if (holders[i] > 0)
            lanes[i]->linkAt(at, LinkKind::WaitsFor, *lanes[static_cast<std::size_t>(holders[i] - 1)], 1);
    }
    return trace;
}

void TestWatchdog::aRingIsFoundAndToldInOrder()
{
    const auto trace = waiting({2, 3, 2, 1}); // 2 and 3 wait for one another, 1 and 4 for one of them
    const Waits open = waitsAt(*trace, 29);
    QCOMPARE(open.all.size(), std::size_t(2));
    QVERIFY(open.ring.empty());
    const Waits closed = waitsAt(*trace, 30);
    QCOMPARE(closed.ring, (std::vector<std::size_t>{1, 2}));
    QCOMPARE(inWords(waitsAt(*trace, 100)), "Worker 2 waits for the lock \"B\", held by Worker 3; "
                                            "Worker 3 waits for the lock \"C\", held by Worker 2");
}

void TestWatchdog::aWaitEndsWithItsSpan()
{
    Trace trace;
    Lane *one = trace.addLaneAt(0, LaneRole::Worker), *two = trace.addLaneAt(0, LaneRole::Worker);
    SpanRecord *wait = one->beginAt(10, State::Event, "go", SpanRecord::noTask, {});
    one->linkAt(10, LinkKind::WaitsFor, *two, 0);
    one->endAt(20, wait);
    one->beginAt(30, State::Event, "go", SpanRecord::noTask, {}); // it is not known for whom
    QCOMPARE(waitsAt(trace, 15).all.front().holders, (std::vector<const Lane *>{two}));
    QVERIFY(waitsAt(trace, 25).all.empty());
    QVERIFY(waitsAt(trace, 35).all.front().holders.empty());
}

void TestWatchdog::aLockThatWentOnIsHeldByWhoHasIt()
{
    Trace trace;
    std::vector<Lane *> lanes;
    for (int i = 0; i < 3; ++i)
        lanes.push_back(trace.addLaneAt(0, LaneRole::Worker));
    SpanRecord *first = lanes[1]->beginAsideAt(1, Shape::Hold, State::Running, "A", SpanRecord::noTask, {});
    lanes[0]->beginAt(2, State::Lock, "A", SpanRecord::noTask, {});
    lanes[0]->linkAt(2, LinkKind::WaitsFor, *lanes[1], 1);
    QCOMPARE(waitsAt(trace, 3).all.front().holders, (std::vector<const Lane *>{lanes[1]}));
    lanes[1]->endAsideAt(4, first);
    lanes[2]->beginAsideAt(5, Shape::Hold, State::Running, "A", SpanRecord::noTask, {});
    QCOMPARE(waitsAt(trace, 6).all.front().holders, (std::vector<const Lane *>{lanes[2]}));
    QCOMPARE(waitsAt(trace, 3).all.front().holders, (std::vector<const Lane *>{lanes[1]})); // as it was
}

void TestWatchdog::whatIsAwaitedIsNamed()
{
    Trace trace;
    Lane *producer = trace.addLaneAt(0, LaneRole::Worker, 0, {"producer"});
    Lane *main = trace.addLaneAt(0, LaneRole::Main);
    producer->beginAt(1, State::Event, "go", SpanRecord::noTask, {});
    producer->linkAt(1, LinkKind::WaitsFor, *main, 1);
    main->beginAt(2, State::Future, "future", 4, {});
    const Waits waits = waitsAt(trace, 3);
    QCOMPARE(inWords(waits), "producer 1 waits for the event \"go\", which is up to Main; "
                             "Main waits for the result of task 5");
    QCOMPARE(waits.since, Nanoseconds(2));
}

void TestWatchdog::nothingHasGoneOnSinceTheLastChange()
{
    // Two wait for one another early; a third computes on, and then is closed.
    const auto trace = waiting({2, 1});
    Lane *third = trace->addLaneAt(0, LaneRole::Worker);
    third->endAt(70, third->beginAt(5, State::Running, "task", 0, {}));
    QCOMPARE(waitsAt(*trace, 60).since, Nanoseconds(20)); // it still computes, as it did before
    QCOMPARE(waitsAt(*trace, 75).since, Nanoseconds(70));
    third->closeAt(80);
    QCOMPARE(waitsAt(*trace, 90).since, Nanoseconds(80));
}

void TestWatchdog::withoutARingEverybodyIsTold()
{
    QCOMPARE(inWords(waitsAt(*waiting({0, 1}), 100)),
             "Worker 1 waits for the lock \"A\"; Worker 2 waits for the lock \"B\", held by Worker 1");
    Trace trace;
    for (int i = 0; i < 11; ++i)
        trace.addLaneAt(0, LaneRole::Worker)->beginAt(0, State::Queue, "jobs", SpanRecord::noTask, {});
    trace.addLaneAt(0, LaneRole::Worker)->beginAt(0, State::Event, "start", SpanRecord::noTask, {});
    QCOMPARE(inWords(waitsAt(trace, 1)),
             "Worker 1, Worker 2, Worker 3, Worker 4 and 7 more wait for the queue \"jobs\"; "
             "Worker 12 waits for the event \"start\"");
    QVERIFY(inWords(waitsAt(*waiting({0, 1, 1, 1, 1, 1, 1, 1, 1, 1}), 1000)).endsWith("; and 2 more"));
}

/// Waits for what never comes, in `state`.
static void waitForEver(const std::stop_token &stop, State state, const char *label)
{
    const Span span(state, label);
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    if (!never.wait(lock, stop, [] { return false; }))
        throw Stopped();
}

/// Workers that wait in these states; the body's own thread waits for their end, which is no span.
static std::function<void(Run &)> waitingIn(std::vector<State> states)
{
    return [states](Run &run) {
        std::list<WorkerThread> threads;
        for (const State state : states)
            threads.emplace_back(run.trace(), [&run, state] { waitForEver(run.stop(), state, "jobs"); });
        for (WorkerThread &thread : threads)
            thread.join();
        if (run.stop().stop_requested())
            throw Stopped();
    };
}

static Scenario scenarioOf(VariantKind kind, std::function<void(Run &)> body)
{
    Scenario scenario;
    scenario.columns = {{"value", "Value", ColumnKind::Integer}};
    scenario.measures = {
        {.id = "left", .title = "Workers left waiting", .reading = spans(State::Queue, "jobs")}};
    scenario.variants = {{.id = "sequential",
                          .title = "Sequential",
                          .kind = VariantKind::Sequential,
                          .body = [](Run &run) { run.setRow(0, {1}); }},
                         {.id = "tried",
                          .title = "Tried",
                          .kind = kind,
                          .body = std::move(body),
                          .proof = "left",
                          .why = "Somebody has to wake them."}};
    scenario.id = "test";
    scenario.pattern = "queue";
    return scenario;
}

static std::vector<Outcome> carriedOut(const Scenario &scenario,
                                       Trace::Recording recording = Trace::Recording::On)
{
    Runner runner;
    runner.start({&scenario, {{"sequential", {}, 1, recording}, {"tried", {}, 1, recording}}});
    runner.wait();
    return runner.outcomes();
}

void TestWatchdog::aMistakeThatGetsStuckIsAFinding()
{
    const Scenario scenario = scenarioOf(VariantKind::Mistake, waitingIn({State::Queue, State::Queue}));
    const auto outcomes = carriedOut(scenario);
    QCOMPARE(outcomes[1].status(), Status::Stuck);
    QCOMPARE(outcomes[1].error(), "Worker 1, Worker 2 wait for the queue \"jobs\"");
    QVERIFY(outcomes[1].finding("left") && outcomes[1].finding("left")->value > 0); // it is measured
    const Summary summary = summarize(scenario, outcomes, 2);
    QVERIFY(!summary.figures[1].speedup && !summary.figures[1].limit);
    const QString words = explain(scenario, outcomes, summary).join(u' ');
    QVERIFY2(words.contains("Tried got stuck after "), qPrintable(words));
    QVERIFY2(words.contains("Proof: Workers left waiting: 2. Somebody has to wake them."), qPrintable(words));
}

void TestWatchdog::aRightVariantThatGetsStuckIsAFailure()
{
    const auto outcomes =
        carriedOut(scenarioOf(VariantKind::Parallel, waitingIn({State::Permit, State::Event})));
    QCOMPARE(outcomes[1].status(), Status::Stuck);
    QVERIFY(!outcomes[1].sameResult());
    QCOMPARE(outcomes[1].error(),
             "Worker 1 waits for a permit of \"jobs\"; Worker 2 waits for the event \"jobs\"");
}

void TestWatchdog::twoLocksInOppositeOrderAreARing()
{
    const auto body = [](Run &run) {
        Mutex a("A"), b("B");
        std::barrier both(2);
        const auto takes = [&](Mutex &first, Mutex &second) {
            const Lock one(first, run.stop());
            both.arrive_and_wait();
            const Lock two(second, run.stop());
        };
        WorkerThread one(run.trace(), [&] { takes(a, b); }), two(run.trace(), [&] { takes(b, a); });
        one.join();
        two.join();
    };
    const auto outcomes = carriedOut(scenarioOf(VariantKind::Parallel, body));
    QCOMPARE(outcomes[1].status(), Status::Stuck); // though the body came back without a word
    QCOMPARE(outcomes[1].error(), "Worker 1 waits for the lock \"B\", held by Worker 2; "
                                  "Worker 2 waits for the lock \"A\", held by Worker 1");
}

void TestWatchdog::aMistakeIsRecordedEvenWithRecordingOff()
{
    const auto outcomes =
        carriedOut(scenarioOf(VariantKind::Mistake, waitingIn({State::Queue})), Trace::Recording::Off);
    QCOMPARE(outcomes[1].status(), Status::Stuck);
    QVERIFY(outcomes[0].shown()->trace->lanes().empty());
}

void TestWatchdog::stopComesBeforeTheWatchdog()
{
    const Scenario scenario = scenarioOf(VariantKind::Mistake, waitingIn({State::Queue}));
    Runner runner;
    const auto begun = std::chrono::steady_clock::now();
    runner.start({&scenario, {{"tried", {}}}});
    QTRY_VERIFY_WITH_TIMEOUT(runner.outcomes()[0].shown() && runner.outcomes()[0].shown()->trace, patience);
    runner.stop();
    const auto stopped = std::chrono::steady_clock::now();
    runner.wait();
    const Repeat repeat = *runner.outcomes()[0].shown();
    if (stopped - begun >= Watchdog::looks * Watchdog::interval)
        QSKIP("The machine was held up for a second just here, and the watchdog came first.");
    QCOMPARE(repeat.status, Status::Cancelled);
    QVERIFY(repeat.error.isEmpty());
}

/// Comes back when a watchdog has had all of its looks, and a few more.
static void awaitLooks()
{
    Trace stuck;
    stuck.addLane(LaneRole::Worker)->begin(State::Queue, "jobs", SpanRecord::noTask, {});
    for (int again = 0; again < 2; ++again) {
        std::atomic<bool> seen{false};
        Watchdog other(stuck, [&](const Waits &) { seen = true; });
        QTRY_VERIFY_WITH_TIMEOUT(seen, patience);
        QVERIFY(other.end());
    }
}

void TestWatchdog::aWaitWithALimitIsNotStuck()
{
    Trace trace;
    trace.addLane(LaneRole::Worker)->begin(State::Queue, "jobs", SpanRecord::noTask, {});
    const LaneScope scope(trace.addLane(LaneRole::Main));
    Watchdog watchdog(trace, [](const Waits &) {});
    {
        const TimedWait timed;
        const Span wait(State::Future, "future");
        awaitLooks();
    }
    QVERIFY(!watchdog.end());
}

void TestWatchdog::aThreadThatComputesIsNotStuck()
{
    Trace trace;
    trace.addLane(LaneRole::Worker)->begin(State::Queue, "jobs", SpanRecord::noTask, {});
    Lane *lane = trace.addLane(LaneRole::Worker); // without a span
    std::atomic<bool> isDone{false};
    const auto computing = on(lane, [&] {
        while (!isDone) {
        }
    });
    const bool begun = comes([&] { return lane->computed() > std::chrono::milliseconds(1); });
    Watchdog watchdog(trace, [](const Waits &) {});
    awaitLooks();
    isDone = true;
    QVERIFY(begun);
    QVERIFY(!watchdog.end());
}

void TestWatchdog::aTimeUntilItGotStuckIsToldWithoutTheLooking()
{
    const auto outcomes = carriedOut(scenarioOf(VariantKind::Mistake, waitingIn({State::Queue})));
    const Repeat &repeat = *outcomes[1].shown();
    QCOMPARE(repeat.seconds,
             toSeconds(waitsAt(*repeat.trace, repeat.trace->lanes()[1]->spans()[0].begin).since));
    // What is shown ends soon after it, not when it was seen that nothing goes on.
    QVERIFY(repeat.seconds < toSeconds(repeat.trace->now()));
    QVERIFY(toSeconds(repeat.trace->now()) <= repeat.seconds * 1.25 + 0.002);
}

void TestWatchdog::whoAwaitsSomethingOutsideIsNotStuck_data()
{
    QTest::addColumn<std::vector<int>>("states");
    const auto row = [](const char *name, std::vector<State> states) {
        std::vector<int> numbers;
        for (const State state : states)
            numbers.push_back(static_cast<int>(state));
        QTest::newRow(name) << numbers;
    };
    row("an answer", {State::Queue, State::Io});
    row("a computation", {State::Lock, State::Running});
    row("a child that starts", {State::Future, State::Spawn});
    row("a child that is written to", {State::Future, State::Send});
    row("a child that answers", {State::Future, State::Receive});
    row("nothing: all idle", {State::Idle, State::Idle});
}

void TestWatchdog::whoAwaitsSomethingOutsideIsNotStuck()
{
    QFETCH(std::vector<int>, states);
    Trace trace;
    std::vector<Lane *> lanes;
    for (const int state : states) {
        lanes.push_back(trace.addLane(LaneRole::Worker));
        if (static_cast<State>(state) != State::Idle)
            lanes.back()->begin(static_cast<State>(state), "jobs", SpanRecord::noTask, {});
    }
    std::atomic<bool> called{false};
    Watchdog watchdog(trace, [&](const Waits &) { called = true; });
    awaitLooks();
    QVERIFY(!watchdog.end());
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(TestWatchdog)
#include "tst_watchdog.moc"
