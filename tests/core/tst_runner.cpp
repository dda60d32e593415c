#include "core/run/run.h"
#include "core/run/runner.h"
#include "core/sync/stopped.h"
#include "core/trace/span.h"
#include "tests/patience.h"

#include <QTest>

#include <atomic>
#include <stdexcept>
#include <thread>

using namespace tenfold;

class TestRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesOutThePlanInOrder();
    void aBodyThatThrowsIsAFailureWithItsText();
    void aPrepareThatThrowsIsAFailureToo();
    void aVariantThatIsNotThereIsAFailure();
    void theRestGoesOnAfterAFailure();
    void anotherResultIsNotTheSame();
    void repeatsOfAVariantAreOneOutcome();
    void theRunningTraceIsSeen();
    void whatIsPreparedIsKnownWhileItRuns();
    void stopCancelsWhatRunsAndWhatIsToCome();
    void startStopsTheRunBefore();
    void theDestructorStops();
    void prepareIsOutsideTheClock();
    void recordingOffLeavesNoLanes();
    void whatIsKeptGoesAtTheEndOfTheVariant();
    void theBetterRepeatIsWholeAndLessBent();
    void theMedianIsOfFinishedRepeats();
    void linesAreTrimmed();
    void againTakesNoLongerThanBefore();
    void againEndsWithAStop();
};

/// A scenario whose variants are given by the test.
static Scenario scenarioOf(std::vector<Variant> variants)
{
    Scenario scenario;
    scenario.id = "test";
    scenario.pattern = "threads";
    scenario.columns = {{"value", "Value", ColumnKind::Integer}, {"note", "Note", ColumnKind::Text, false}};
    scenario.variants = std::move(variants);
    return scenario;
}

static Variant variantOf(const char *id, std::function<void(Run &)> body,
                         VariantKind kind = VariantKind::Parallel)
{
    return {id, id, kind, std::move(body)};
}

static std::function<void(Run &)> writing(int value)
{
    return [value](Run &run) { run.setRow(0, {value, QString::number(run.seed())}); };
}

static Plan planOf(const Scenario &scenario, int repeats = 1)
{
    QStringList ids;
    for (const Variant &variant : scenario.variants)
        ids << variant.id;
    return planOf({&scenario, ids, {}, 1, repeats});
}

static std::vector<Outcome> carriedOut(const Plan &plan)
{
    Runner runner;
    runner.start(plan);
    runner.wait();
    return runner.outcomes();
}

void TestRunner::carriesOutThePlanInOrder()
{
    std::vector<int> order;
    const Scenario scenario = scenarioOf({variantOf("a", [&](Run &) { order.push_back(1); }),
                                          variantOf("b", [&](Run &) { order.push_back(2); })});
    Runner runner;
    runner.start(planOf(scenario, 2));
    runner.wait();
    QVERIFY(!runner.isRunning());
    QCOMPARE(order, (std::vector{1, 2, 1, 2}));
    QCOMPARE(runner.progress(), std::pair(4, 4));
}

void TestRunner::aBodyThatThrowsIsAFailureWithItsText()
{
    const Scenario scenario = scenarioOf({variantOf("a", [](Run &run) {
        run.setRow(0, {1, ""});
        throw std::runtime_error("the disk is full");
    })});
    const auto outcomes = carriedOut(planOf(scenario));
    QCOMPARE(outcomes[0].status(), Status::Failed);
    QCOMPARE(outcomes[0].error(), "the disk is full");
    QCOMPARE(outcomes[0].shown()->results.table.rows.size(), 1);
    QVERIFY(!outcomes[0].sameResult());
}

void TestRunner::aPrepareThatThrowsIsAFailureToo()
{
    bool ran = false;
    Scenario scenario = scenarioOf({variantOf("a", [&](Run &) { ran = true; })});
    scenario.prepare = [](Run &) { throw std::runtime_error("no port"); };
    const auto outcomes = carriedOut(planOf(scenario));
    QCOMPARE(outcomes[0].error(), "no port");
    QVERIFY(!ran);
}

void TestRunner::aVariantThatIsNotThereIsAFailure()
{
    const Scenario scenario = scenarioOf({variantOf("a", writing(1))});
    Plan plan = planOf(scenario);
    plan.jobs.push_back({.variant = "b", .values = plan.jobs.front().values});
    const auto outcomes = carriedOut(plan);
    QCOMPARE(outcomes[0].status(), Status::Finished);
    QCOMPARE(outcomes[1].status(), Status::Failed);
    QCOMPARE(outcomes[1].error(), "there is no variant \"b\"");
}

void TestRunner::theRestGoesOnAfterAFailure()
{
    const Scenario scenario =
        scenarioOf({variantOf("a", writing(1)), variantOf("b", [](Run &) { throw std::runtime_error("x"); }),
                    variantOf("c", writing(1))});
    const auto outcomes = carriedOut(planOf(scenario));
    QVERIFY(outcomes[0].sameResult());
    QVERIFY(!outcomes[1].sameResult());
    QVERIFY(outcomes[2].sameResult());
}

void TestRunner::anotherResultIsNotTheSame()
{
    const Scenario scenario = scenarioOf({
        variantOf("a", writing(1)),
        variantOf("other value", writing(2)),
        variantOf("other note",
                  [](Run &run) {
                      run.setRow(0, {1, "not canonical"});
                  }),
        variantOf("missing row", [](Run &) {}),
        variantOf("one row more",
                  [](Run &run) {
                      run.setRow(0, {1, ""});
                      run.setRow(1, {1, ""});
                  }),
    });
    const auto outcomes = carriedOut(planOf(scenario));
    QList<bool> same;
    for (const Outcome &outcome : outcomes)
        same << outcome.sameResult();
    QCOMPARE(same, (QList{true, false, true, false, false}));
}

void TestRunner::repeatsOfAVariantAreOneOutcome()
{
    int run = 0;
    const Scenario scenario = scenarioOf(
        {variantOf("a", writing(1)), variantOf("b", [&](Run &r) { writing(++run == 2 ? 9 : 1)(r); })});
    const auto outcomes = carriedOut(planOf(scenario, 3));
    QCOMPARE(outcomes.size(), std::size_t(2));
    QCOMPARE(outcomes[0].seconds().size(), std::size_t(3));
    QVERIFY(outcomes[0].sameResult());
    QVERIFY(!outcomes[1].sameResult()); // one of its repeats differed
    QCOMPARE(outcomes[1].status(), Status::Finished);
}

void TestRunner::theRunningTraceIsSeen()
{
    std::atomic<bool> release{false};
    const Scenario scenario = scenarioOf({variantOf("a", [&](Run &run) {
        const TaskSpan task(0);
        while (!release && !run.stop().stop_requested())
            std::this_thread::yield();
    })});
    Runner runner;
    runner.start(planOf(scenario));
    const auto openSpans = [&] {
        const auto outcomes = runner.outcomes();
        const Repeat *repeat = outcomes[0].shown();
        if (!repeat || repeat->status != Status::Running || repeat->trace->lanes().empty())
            return false;
        const Lane *lane = repeat->trace->lanes()[0];
        return lane->spans().size() == 1 && lane->spans()[0].isOpen();
    };
    QTRY_VERIFY_WITH_TIMEOUT(openSpans(), patience);
    const Outcome live = runner.outcomes()[0];
    QCOMPARE(live.status(), Status::Running);
    const double before = live.secondsAt(live.shown()->trace->now());
    QTRY_VERIFY_WITH_TIMEOUT(live.secondsAt(live.shown()->trace->now()) > before, patience);
    release = true;
    runner.wait();
    QCOMPARE(runner.outcomes()[0].status(), Status::Finished);
}

void TestRunner::whatIsPreparedIsKnownWhileItRuns()
{
    std::atomic<bool> release{false};
    Scenario scenario = scenarioOf({variantOf("a", [&](Run &run) {
        while (!release && !run.stop().stop_requested())
            std::this_thread::yield();
    })});
    scenario.prepare = [](Run &run) {
        run.expect({0.5, 0.25});
        run.dependsOn(1, 0);
    };
    Runner runner;
    runner.start(planOf(scenario));
    const auto running = [&] {
        const auto outcomes = runner.outcomes();
        return outcomes[0].status() == Status::Running;
    };
    QTRY_VERIFY_WITH_TIMEOUT(running(), patience);
    const Results live = runner.outcomes()[0].shown()->results;
    QCOMPARE(live.expected, (std::vector{0.5, 0.25}));
    QCOMPARE(live.dependencies.size(), std::size_t(1));
    QCOMPARE(live.dependencies[0].task, std::size_t(1));
    release = true;
    runner.wait();
    QCOMPARE(runner.outcomes()[0].shown()->results.dependencies.size(), std::size_t(1));
}

static void waitForStop(Run &run)
{
    while (!run.stop().stop_requested())
        std::this_thread::yield();
    throw Stopped();
}

void TestRunner::stopCancelsWhatRunsAndWhatIsToCome()
{
    bool ran = false;
    const Scenario scenario = scenarioOf({variantOf("a", writing(1)), variantOf("b", waitForStop),
                                          variantOf("c", [&](Run &) { ran = true; })});
    Runner runner;
    runner.start(planOf(scenario));
    QTRY_COMPARE_WITH_TIMEOUT(runner.progress().first, 1, patience);
    runner.stop();
    runner.stop();
    runner.wait();
    const auto outcomes = runner.outcomes();
    QCOMPARE(outcomes[0].status(), Status::Finished);
    QCOMPARE(outcomes[1].status(), Status::Cancelled);
    QCOMPARE(outcomes[2].status(), Status::Cancelled);
    QVERIFY(!ran);
    QVERIFY(outcomes[1].error().isEmpty());
}

void TestRunner::startStopsTheRunBefore()
{
    const Scenario scenario = scenarioOf({variantOf("a", waitForStop)});
    const Scenario second = scenarioOf({variantOf("b", writing(1))});
    Runner runner;
    runner.start(planOf(scenario));
    runner.start(planOf(second));
    runner.wait();
    QCOMPARE(runner.outcomes().size(), std::size_t(1));
    QCOMPARE(runner.outcomes()[0].variant, "b");
    QCOMPARE(runner.outcomes()[0].status(), Status::Finished);
}

void TestRunner::theDestructorStops()
{
    const Scenario scenario = scenarioOf({variantOf("a", waitForStop)});
    {
        Runner runner;
        runner.start(planOf(scenario));
    }
    QVERIFY(true); // it came back
}

void TestRunner::prepareIsOutsideTheClock()
{
    Scenario scenario = scenarioOf({variantOf("a", writing(1))});
    std::int64_t prepared = 0;
    scenario.prepare = [&prepared](Run &) { prepared = Trace().origin(); };
    const auto outcomes = carriedOut(planOf(scenario));
    QVERIFY(prepared > 0);
    QVERIFY(outcomes[0].shown()->trace->origin() >= prepared);
}

void TestRunner::recordingOffLeavesNoLanes()
{
    const Scenario scenario = scenarioOf({variantOf("a", writing(1))});
    const auto outcomes = carriedOut({&scenario, {{"a", {}, 1, Trace::Recording::Off}}});
    QCOMPARE(outcomes[0].status(), Status::Finished);
    QVERIFY(outcomes[0].shown()->trace->lanes().empty());
}

void TestRunner::whatIsKeptGoesAtTheEndOfTheVariant()
{
    std::vector<std::weak_ptr<int>> kept;
    Scenario scenario = scenarioOf({variantOf("a",
                                              [](Run &run) {
                                                  run.setRow(0, {*run.kept<std::shared_ptr<int>>(), ""});
                                              }),
                                    variantOf("b", [&](Run &run) {
                                        run.setRow(0, {kept[0].expired() ? 5 : 0, ""});
                                    })});
    scenario.prepare = [&](Run &run) {
        kept.emplace_back(run.keep<std::shared_ptr<int>>(std::make_shared<int>(5)));
    };
    const auto outcomes = carriedOut(planOf(scenario));
    QVERIFY(outcomes[1].sameResult());
    QVERIFY(kept[1].expired());
}

void TestRunner::theBetterRepeatIsWholeAndLessBent()
{
    Repeat before, again;
    before.status = again.status = Status::Finished;
    before.bent = 0.4;
    again.bent = 0.1;
    QVERIFY(again.isBetterThan(before) && !before.isBetterThan(again));
    QVERIFY(!before.isBetterThan(before)); // then the first stands
    for (const Status status : {Status::Cancelled, Status::Failed, Status::Stuck}) {
        again.status = status;
        QVERIFY(!again.isBetterThan(before));
    }
    again.status = Status::Finished;
    again.heldUp = 0.5;
    QVERIFY(!again.isBetterThan(before));
}

void TestRunner::theMedianIsOfFinishedRepeats()
{
    Outcome outcome;
    QCOMPARE(outcome.medianSeconds(), 0.0);
    QVERIFY(!outcome.shown());
    QCOMPARE(outcome.status(), Status::Pending);
    for (const double seconds : {3.0, 1.0, 2.0})
        outcome.repeats.push_back({Status::Finished, {}, seconds, {}, nullptr, true});
    QCOMPARE(outcome.medianSeconds(), 2.0);
    QCOMPARE(outcome.shown()->seconds, 2.0);
    outcome.repeats.push_back({Status::Cancelled, {}, 100.0, {}, nullptr, false});
    QCOMPARE(outcome.medianSeconds(), 2.0);
    QCOMPARE(outcome.status(), Status::Cancelled);
    QCOMPARE(outcome.shown()->seconds, 2.0);
    QVERIFY(!outcome.sameResult());
}

void TestRunner::linesAreTrimmed()
{
    const Scenario scenario = scenarioOf({});
    const Run run(scenario, {{"urls", "  a \r\n\n b c\n"}}, 1, {});
    QCOMPARE(run.lines("urls"), (QStringList{"a", "b c"}));
    QVERIFY(run.lines("none").isEmpty());
}

static void takeTwentyMilliseconds()
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(20);
    while (std::chrono::steady_clock::now() < end)
        std::this_thread::yield();
}

static void untilStopped(const std::stop_token &stop)
{
    while (!stop.stop_requested())
        std::this_thread::yield();
}

void TestRunner::againTakesNoLongerThanBefore()
{
    AgainBudget budget;
    QVERIFY(!budget.allows(std::chrono::milliseconds(1)));
    const AgainBudget::Seconds took = budget.first(takeTwentyMilliseconds);
    QVERIFY(took.count() >= 0.02);
    QVERIFY(budget.allows(took) && !budget.allows(2 * took));
    const auto begin = std::chrono::steady_clock::now();
    bool isOver = false;
    budget.again({}, [&](const std::stop_token &stop) {
        untilStopped(stop);
        isOver = true;
    });
    QVERIFY(isOver);
    QVERIFY(std::chrono::steady_clock::now() - begin >= took);
    QVERIFY(!budget.allows(AgainBudget::Seconds(0))); // for all that is carried out again together
}

void TestRunner::againEndsWithAStop()
{
    AgainBudget budget;
    budget.first(takeTwentyMilliseconds);
    std::stop_source stop;
    stop.request_stop();
    bool isStopped = false;
    budget.again(stop.get_token(), [&](const std::stop_token &token) { isStopped = token.stop_requested(); });
    QVERIFY(isStopped);
}

QTEST_GUILESS_MAIN(TestRunner)
#include "tst_runner.moc"
