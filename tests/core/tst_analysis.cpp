// The figures of a run, and the limit that they are held against.

#include "core/analysis/caveat.h"
#include "core/analysis/corewaits.h"
#include "core/analysis/limit.h"
#include "core/analysis/machine.h"
#include "core/analysis/verdict.h"
#include "core/catalog/pattern.h"
#include "tests/core/toldrun.h"
#include "tests/patience.h"

#include <QTest>

using namespace tenfold;

Q_DECLARE_METATYPE(std::vector<double>)
Q_DECLARE_METATYPE(std::vector<Dependency>)

class TestAnalysis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listSchedule_data();
    void listSchedule();
    void aTaskStartsAfterThoseItDependsOn_data();
    void aTaskStartsAfterThoseItDependsOn();
    void theLimitKeepsToTheDependencies();
    void durationsComeFromTheTraceWhereNoneIsConfigured();
    void aWaitForATaskIsNoPartOfIt();
    void theLimitKeepsToTheOrderInWhichTasksAreTaken();
    void theLimitOfComputingIsTheCores();
    void sharedStateHasNoLimit();
    void whatTheTasksShareBoundsTheLimit();
    void figuresOfAFinishedRun();
    void aLimitThatWasBeatenIsNone();
    void coroutinesOfOneThreadAreOne();
    void theMachineIsMeasured();
    void aHoldUpDoesNotHideOthers();
    void whatOthersUseNowIsSaidLive();
    void workersThatNeverCameAreNotCounted();
};

void TestAnalysis::listSchedule_data()
{
    QTest::addColumn<std::vector<double>>("durations");
    QTest::addColumn<int>("workers");
    QTest::addColumn<double>("asGiven");
    QTest::addColumn<double>("longestFirst");
    using List = std::vector<double>;
    QTest::newRow("nothing") << List{} << 4 << 0.0 << 0.0;
    QTest::newRow("one worker") << List{1, 2, 1, 3} << 1 << 7.0 << 7.0;
    QTest::newRow("the chapter") << List{1, 2, 1, 3} << 5 << 3.0 << 3.0;
    QTest::newRow("two rounds") << List{1, 2, 1, 3, 1, 2, 1, 3} << 5 << 4.0 << 3.0;
    QTest::newRow("two workers") << List{1, 2, 1, 3} << 2 << 5.0 << 4.0;
    QTest::newRow("long one last") << List{1, 1, 1, 1, 4} << 2 << 6.0 << 4.0;
    QTest::newRow("more workers than tasks") << List{2, 1} << 64 << 2.0 << 2.0;
}

void TestAnalysis::listSchedule()
{
    QFETCH(std::vector<double>, durations);
    QFETCH(int, workers);
    QTEST(tenfold::listSchedule(durations, workers), "asGiven");
    QTEST(tenfold::listSchedule(durations, workers, longestFirst(durations)), "longestFirst");
}

void TestAnalysis::aTaskStartsAfterThoseItDependsOn_data()
{
    QTest::addColumn<std::vector<double>>("durations");
    QTest::addColumn<std::vector<Dependency>>("dependencies");
    QTest::addColumn<int>("workers");
    QTest::addColumn<double>("asGiven");
    QTest::addColumn<double>("longestFirst");
    using List = std::vector<double>;
    using Links = std::vector<Dependency>;
    QTest::newRow("a chain") << List{1, 2, 3} << Links{{1, 0}, {2, 1}} << 8 << 6.0 << 6.0;
    QTest::newRow("a tree") << List{1, 1, 1, 1, 1, 1, 1}
                            << Links{{1, 0}, {2, 0}, {3, 1}, {4, 1}, {5, 2}, {6, 2}} << 3 << 4.0 << 4.0;
    QTest::newRow("a join") << List{1, 5, 2} << Links{{2, 0}, {2, 1}} << 2 << 7.0 << 7.0;
    QTest::newRow("twice the same") << List{1, 2} << Links{{1, 0}, {1, 0}} << 2 << 3.0 << 3.0;
    QTest::newRow("on a later one") << List{1, 2} << Links{{0, 1}} << 2 << 3.0 << 3.0;
    QTest::newRow("who can goes first") << List{4, 1, 1, 1} << Links{{1, 0}} << 2 << 5.0 << 5.0;
    // Tasks 0 and 2 end together: 1 and 3, which the latter lets go, come before 4.
    QTest::newRow("all that end at once") << List{1, 1, 1, 2, 1} << Links{{1, 2}, {3, 2}} << 2 << 3.0 << 3.0;
    // The chain behind the short task 0 has to wait.
    QTest::newRow("longest first may be worse") << List{1, 5, 5, 5} << Links{{3, 0}} << 2 << 10.0 << 11.0;
    QTest::newRow("of tasks that are not there") << List{1, 2} << Links{{7, 0}, {1, 9}} << 1 << 3.0 << 3.0;
    QTest::newRow("a ring") << List{1, 2, 3} << Links{{1, 2}, {2, 1}} << 2 << 1.0 << 1.0;
}

void TestAnalysis::aTaskStartsAfterThoseItDependsOn()
{
    QFETCH(std::vector<double>, durations);
    QFETCH(std::vector<Dependency>, dependencies);
    QFETCH(int, workers);
    QTEST(tenfold::listSchedule(durations, workers, {}, dependencies), "asGiven");
    QTEST(tenfold::listSchedule(durations, workers, longestFirst(durations), dependencies), "longestFirst");
}

void TestAnalysis::durationsComeFromTheTraceWhereNoneIsConfigured()
{
    Repeat repeat = repeatOf({{200'000, 0}, {1'000'000, 0}}, 1);
    const auto measured = taskDurations(repeat);
    QCOMPARE(measured, (std::vector<double>{0.0002, 0.001}));
    repeat.results.expected = {5, 6};
    QCOMPARE(taskDurations(repeat), (std::vector<double>{5, 6}));
}

void TestAnalysis::aWaitForATaskIsNoPartOfIt()
{
    auto trace = std::make_shared<Trace>();
    Lane *main = trace->addLane(LaneRole::Main), *process = trace->addLane(LaneRole::Process);
    const auto add = [](Lane *lane, State state) {
        lane->endAt(1'000'000, lane->beginAt(0, state, "task", 0, std::source_location::current()));
    };
    add(process, State::Running);
    add(main, State::Future);
    Repeat repeat;
    repeat.trace = trace;
    QTRY_VERIFY_WITH_TIMEOUT(trace->now() >= 1'000'000, patience);
    QCOMPARE(taskDurations(repeat), (std::vector<double>{0.001}));
}

void TestAnalysis::theLimitKeepsToTheDependencies()
{
    Repeat repeat = repeatOf({{1'000, 0}}, 1);
    repeat.results.expected = {1, 1, 1, 1};
    QCOMPARE(*limitOf(repeat, 3, 2), 2.0);
    repeat.results.dependencies = {{1, 0}, {2, 0}, {3, 1}};
    QCOMPARE(*limitOf(repeat, 3, 2), 3.0);
}

void TestAnalysis::theLimitKeepsToTheOrderInWhichTasksAreTaken()
{
    const std::vector<double> growing{1, 2, 3, 4, 5};
    QCOMPARE(tenfold::listSchedule(growing, 2), 9.0);
    QCOMPARE(tenfold::listSchedule(growing, 2, {4, 3, 2, 1, 0}), 8.0);
    QCOMPARE(tenfold::listSchedule(growing, 2, {4}), 9.0); // 5 and 4 on one worker; 1, 2, 3 on the other
    const Scenario &scenario = *findScenario("threads/url-fetch");
    std::vector<Outcome> outcomes = outcomesOf(scenario, 0.7);
    outcomes[1].repeats[0].results.order = {3, 7};
    QCOMPARE(*summaryOf(scenario, outcomes).of("parallel")->limit, 0.6);
}

void TestAnalysis::theLimitOfComputingIsTheCores()
{
    const Repeat computing = repeatOf(std::vector(8, std::pair<Nanoseconds, Nanoseconds>{0, 1'000'000}), 1);
    const double all = toSeconds(8'000'000);
    QVERIFY(*limitOf(computing, 8, 2.0) >= all / 2);
    QVERIFY(*limitOf(computing, 8, 1.0) >= all);
    QVERIFY(*limitOf(computing, 1, 8.0) >= all);
    Repeat empty = repeatOf({}, 1);
    QVERIFY(!limitOf(empty, 2, 2));
}

void TestAnalysis::figuresOfAFinishedRun()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    const Summary summary = summaryOf(scenario, outcomesOf(scenario, 0.875));
    const Figures *parallel = summary.headline(scenario);
    QVERIFY(parallel);
    QCOMPARE(parallel->workers, 5);
    QCOMPARE(*parallel->speedup, 3.2);
    QCOMPARE(*parallel->efficiency, 0.64);
    QCOMPARE(*parallel->timeSaved, 1.925);
    QCOMPARE(*parallel->limit, 0.8);
    QCOMPARE(*parallel->limitLongestFirst, 0.6);
    const Figures *sequential = summary.of("sequential");
    QCOMPARE(*sequential->speedup, 1.0);
    QCOMPARE(*sequential->limit, 2.8);
}

void TestAnalysis::aLimitThatWasBeatenIsNone()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    QVERIFY(summaryOf(scenario, outcomesOf(scenario, 0.79)).headline(scenario)->limit); // by a hair
    const Summary summary = summaryOf(scenario, outcomesOf(scenario, 0.7));
    QVERIFY(!summary.headline(scenario)->limit);
    QVERIFY(!summary.headline(scenario)->limitLongestFirst);
    QCOMPARE(*summary.headline(scenario)->speedup, 4.0);
    QCOMPARE(summary.caveat.kind, Caveat::Kind::Uneven);
    QVERIFY(!summary.explanation.join(u' ').contains("can be faster"));
    QCOMPARE(verdict(scenario, outcomesOf(scenario, 0.7), summary), "Threads: 4.00×");
}

void TestAnalysis::sharedStateHasNoLimit()
{
    Scenario scenario = *findScenario("threads/url-fetch");
    const auto outcomes = outcomesOf(scenario, 0.7); // beats the limit that it would have
    scenario.variants[1].hasLimit = false;
    const Summary summary = summaryOf(scenario, outcomes);
    const Figures &figures = *summary.headline(scenario);
    QVERIFY(!figures.limit && !figures.limitLongestFirst && !figures.isLimitBeaten);
    QCOMPARE(*figures.speedup, 4.0);
}

void TestAnalysis::whatTheTasksShareBoundsTheLimit()
{
    // Something that serves two at a time.
    Scenario scenario = *findScenario("threads/url-fetch");
    scenario.bound = [](const Values &values, const std::vector<double> &durations) {
        return tenfold::listSchedule(durations, std::min(2, values["workers"].toInt()));
    };
    const Summary summary = summaryOf(scenario, outcomesOf(scenario, 1.7));
    QCOMPARE(*summary.of("parallel")->limit, 1.6); // 0.8 on five workers alone
    QCOMPARE(*summary.of("parallel")->limitLongestFirst, 1.4);
    QCOMPARE(*summary.of("sequential")->limit, 2.8); // its own schedule is the larger one
}

void TestAnalysis::coroutinesOfOneThreadAreOne()
{
    const Scenario &scenario = *findScenario("async/gather");
    const Values values = scenario.preset("quick");
    const auto oneThread = std::ranges::find_if(scenario.variants, &Variant::isOneThread);
    QVERIFY(oneThread != scenario.variants.end());
    QVERIFY(scenario.workersOf(*oneThread, values) > 1);
    QCOMPARE(scenario.threadsOf(*oneThread, values), 1);
    const Scenario &other = *findScenario("threads/url-fetch");
    QCOMPARE(other.threadsOf(other.variants[1], {{"workers", 5}}), 5);
}

void TestAnalysis::theMachineIsMeasured()
{
    const Machine machine = measureMachine();
    QVERIFY(machine.cores >= 1);
    QVERIFY(machine.effectiveCores >= 1 && machine.effectiveCores <= machine.cores);
    QVERIFY(machine.load >= 0);
    QVERIFY(!machine.qt.isEmpty() && !machine.compiler.isEmpty());
}

static std::vector<Outcome> bent(Status status, double share)
{
    Repeat repeat;
    repeat.status = status;
    repeat.seconds = 1;
    repeat.othersCores = 1.5;
    repeat.bent = share;
    return {Outcome{"sequential", {}, 1, {repeat}}};
}

void TestAnalysis::aHoldUpDoesNotHideOthers()
{
    auto outcomes = bent(Status::Finished, 0.4);
    outcomes[0].repeats[0].heldUp = 7.2;
    const Caveat caveat = disturbanceOf(outcomes, 2);
    QCOMPARE(caveat.kind, Caveat::Kind::HeldUp);
    const QString text = caveat.text();
    QVERIFY2(text.startsWith("The program was held up for 7.20 s"), qPrintable(text));
    QVERIFY2(text.contains("again. Other programs used up to 1.5 of 2 cores"), qPrintable(text));
}

void TestAnalysis::whatOthersUseNowIsSaidLive()
{
    QVERIFY(!liveDisturbance(bent(Status::Finished, 0.4), 2)); // it is over
    QVERIFY(!liveDisturbance(bent(Status::Running, 0.9 * leastBent), 2));
    const Caveat caveat = liveDisturbance(bent(Status::Running, 0.4), 2);
    QCOMPARE(caveat.kind, Caveat::Kind::Others);
    QVERIFY2(caveat.text().startsWith("Other programs use 1.5 of 2 cores now"), qPrintable(caveat.text()));
}

void TestAnalysis::workersThatNeverCameAreNotCounted()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    const int lanes = Cores::here().atOnce() + 2;
    const auto said = [&](int asked) {
        auto trace = std::make_shared<Trace>();
        for (int i = 0; i < lanes; ++i) {
            Lane *lane = trace->addLaneAt(0, LaneRole::Worker);
            lane->endAt(1'000'000'000, lane->beginAt(0, State::Running, "", i, {}));
            trace->addCores(lane->index(), {0, 0, 0});
            trace->addCores(lane->index(), {1'000'000'000, 1'000'000'000, 500'000'000});
            lane->closeAt(1'000'000'000);
        }
        trace->stopAt(1'000'000'000);
        Repeat repeat;
        repeat.status = Status::Finished;
        repeat.seconds = 1;
        repeat.trace = trace;
        return sayCores(scenario, {"parallel", {{"workers", asked}}, 1, {repeat}}, Cores::here());
    };
    QVERIFY2(said(lanes).contains(QStringLiteral("Workers: %1, cores").arg(lanes)), qPrintable(said(lanes)));
    QVERIFY2(said(2 * lanes).contains(QStringLiteral("Workers: %1 of %2 at once").arg(lanes).arg(2 * lanes)),
             qPrintable(said(2 * lanes))); // as many as the tool bar says are named
    QVERIFY(said(lanes - 1).contains(QStringLiteral("Workers: %1, cores").arg(lanes - 1))); // one beside them
}

QTEST_GUILESS_MAIN(TestAnalysis)
#include "tst_analysis.moc"
