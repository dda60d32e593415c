#include "core/analysis/explanation.h"
#include "core/analysis/format.h"
#include "core/analysis/limit.h"
#include "core/analysis/machine.h"
#include "core/analysis/summary.h"
#include "core/analysis/verdict.h"
#include "core/catalog/pattern.h"
#include "core/trace/span.h"
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
    void theVerdictIsALine();
    void whatAMistakeCosts();
    void nothingIsSaidOfWhatDidNotFinish();
    void theExplanationRestsOnItsNumbers();
    void workersThatGotNothingAreCounted();
    void whatIsLongerIsNoSaving();
    void oneFailureOfAllIsSaidOnce();
    void theMachineIsMeasured();
    void formats();
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

/// A finished repeat with tasks that wait and compute for so many nanoseconds.
static Repeat repeatOf(const std::vector<std::pair<Nanoseconds, Nanoseconds>> &tasks, double seconds)
{
    auto trace = std::make_shared<Trace>();
    Lane *lane = trace->addLaneAt(0, LaneRole::Main);
    Nanoseconds now = 0;
    for (std::int32_t i = 0; const auto &[waiting, computing] : tasks) {
        SpanRecord *task = lane->beginAt(now, State::Running, "task", i++, {});
        now += computing;
        SpanRecord *io = lane->beginAt(now, State::Io, "GET", SpanRecord::noTask, {});
        now += waiting;
        lane->endAt(now, io);
        lane->endAt(now, task);
    }
    trace->stopAt(now);
    Repeat repeat;
    repeat.status = Status::Finished;
    repeat.seconds = seconds;
    repeat.trace = trace;
    repeat.sameResult = true;
    return repeat;
}

static std::vector<Outcome> outcomesOf(const Scenario &scenario, double parallelSeconds);

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
    QCOMPARE(*summarize(scenario, outcomes, 2).of("parallel")->limit, 0.6);
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

static std::vector<Outcome> outcomesOf(const Scenario &scenario, double parallelSeconds)
{
    const Values values = scenario.preset("default");
    Outcome sequential{"sequential", values, 1, {repeatOf({{2'000'000, 0}}, 2.8)}};
    sequential.repeats[0].results.expected = {0.2, 0.4, 0.2, 0.6, 0.2, 0.4, 0.2, 0.6};
    const Outcome parallel{"parallel", values, 1, {repeatOf({{2'000'000, 0}}, parallelSeconds)}};
    return {sequential, parallel};
}

void TestAnalysis::figuresOfAFinishedRun()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    const Summary summary = summarize(scenario, outcomesOf(scenario, 0.875), 2);
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
    QVERIFY(summarize(scenario, outcomesOf(scenario, 0.79), 2).headline(scenario)->limit); // by a hair
    const Summary summary = summarize(scenario, outcomesOf(scenario, 0.7), 2);
    QVERIFY(!summary.headline(scenario)->limit);
    QVERIFY(!summary.headline(scenario)->limitLongestFirst);
    QCOMPARE(*summary.headline(scenario)->speedup, 4.0);
    QCOMPARE(summary.caveat.kind, Caveat::Kind::Uneven);
    QVERIFY(!summary.explanation.join(u' ').contains("can be faster"));
    QCOMPARE(verdict(scenario, outcomesOf(scenario, 0.7), summary), "Threads: 4.00×");
}

void TestAnalysis::theVerdictIsALine()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    auto outcomes = outcomesOf(scenario, 0.875);
    for (const auto &[variant, seconds] : {std::pair("lock-held-while-waiting", 2.75),
                                           std::pair("processes", 1.0), std::pair("one-interpreter", 3.5)}) {
        outcomes.push_back(outcomes[1]);
        outcomes.back().variant = variant;
        outcomes.back().repeats[0].seconds = seconds;
    }
    QCOMPARE(verdict(scenario, outcomes, summarize(scenario, outcomes, 2)),
             "Threads: 3.20× · Lock held while waiting: no gain, 3.14× as long as Threads · Processes: no "
             "gain over Threads, 14 % slower · "
             "Threads as in Python: 0.80×, slower than Sequential");
    outcomes.resize(3);
    outcomes[2].repeats[0].sameResult = false;
    QVERIFY(verdict(scenario, outcomes, summarize(scenario, outcomes, 2))
                .endsWith("Lock held while waiting: different result, 3.14× as long as Threads"));
    outcomes.resize(1);
    QVERIFY(verdict(scenario, outcomes, summarize(scenario, outcomes, 2)).isEmpty());
}

void TestAnalysis::whatAMistakeCosts()
{
    const Scenario &scenario = *findScenario("threads/url-fetch"); // processes are seen best in "memory"
    auto outcomes = outcomesOf(scenario, 0.875);
    outcomes.push_back(outcomes[1]);
    outcomes[2].variant = "processes";
    const auto costs = [&](double right, double wrong) {
        outcomes[1].repeats[0].results.findings = {{"memory", right, "MiB"}};
        outcomes[2].repeats[0].results.findings = {{"memory", wrong, "MiB"}, {"processes", 5, {}}};
        return costOf(scenario, outcomes, outcomes[2]);
    };
    const QString cost = "Memory of extra processes: 4.90 MiB instead of 0.75 MiB";
    QCOMPARE(costs(0.75, 4.9), cost);
    QVERIFY(verdict(scenario, outcomes, summarize(scenario, outcomes, 2))
                .endsWith("Processes: no gain over Threads (" + cost + ")"));
    QVERIFY(explain(scenario, outcomes, summarize(scenario, outcomes, 2))
                .join(u' ')
                .contains("Cost: " + cost + "."));
    QCOMPARE(costs(0, 4.9), "Memory of extra processes: 4.90 MiB");
    QVERIFY(costs(4, 4.9).isEmpty()); // no more than usual
    QVERIFY(costs(0, 0).isEmpty());
    QVERIFY(costOf(scenario, outcomes, outcomes[1]).isEmpty()); // the right way
    outcomes[2].repeats[0].results.findings = {{"memory", 4.9, "MiB"}, {"processes", 0, {}}};
    QVERIFY(costOf(scenario, outcomes, outcomes[2]).isEmpty()); // it did no harm
    costs(0.75, 4.9);
    outcomes.erase(outcomes.begin() + 1);
    QVERIFY(costOf(scenario, outcomes, outcomes[1]).isEmpty()); // nothing to hold it against
    // What the proof says is not said again.
    const Scenario &other = *findScenario("process-pool/crash-recovery");
    outcomes = {Outcome{"sequential", {}, 1, {}}, Outcome{"retry", {}, 1, {}},
                Outcome{"no-retry", {}, 1, {}}};
    for (Outcome &outcome : outcomes)
        outcome.repeats = {Repeat{}};
    outcomes[1].variant = other.variants[1].id;
    outcomes[1].repeats[0].results.findings = {{"lost", 0, {}}};
    outcomes[2].repeats[0].results.findings = {{"lost", 5, {}}};
    QVERIFY(costOf(other, outcomes, outcomes[2]).isEmpty());
}

void TestAnalysis::sharedStateHasNoLimit()
{
    Scenario scenario = *findScenario("threads/url-fetch");
    const auto outcomes = outcomesOf(scenario, 0.7); // beats the limit that it would have
    scenario.variants[1].hasLimit = false;
    const Summary summary = summarize(scenario, outcomes, 2);
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
    const Summary summary = summarize(scenario, outcomesOf(scenario, 1.7), 2);
    QCOMPARE(*summary.of("parallel")->limit, 1.6); // 0.8 on five workers alone
    QCOMPARE(*summary.of("parallel")->limitLongestFirst, 1.4);
    QCOMPARE(*summary.of("sequential")->limit, 2.8); // its own schedule is the larger one
}

void TestAnalysis::nothingIsSaidOfWhatDidNotFinish()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    auto outcomes = outcomesOf(scenario, 0.8);
    outcomes[1].repeats[0].status = Status::Running;
    Summary summary = summarize(scenario, outcomes, 2);
    QVERIFY(!summary.headline(scenario)->speedup);
    QCOMPARE(summary.explanation.size(), 1);
    outcomes[1].repeats[0].status = Status::Failed;
    outcomes[1].repeats[0].error = "no port";
    summary = summarize(scenario, outcomes, 2);
    QVERIFY(summary.explanation.join(' ').contains("no port"));
    outcomes[0].repeats[0].status = Status::Cancelled;
    summary = summarize(scenario, outcomes, 2);
    QVERIFY(!summary.of("sequential")->limit);
    QVERIFY(summarize(scenario, {}, 2).figures.empty());
}

void TestAnalysis::theExplanationRestsOnItsNumbers()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    const QString text = summarize(scenario, outcomesOf(scenario, 0.88), 2).explanation.join('\n');
    for (const char *number : {"2.80 s", "0.88 s", "3.18×", "1.92 s", "64 %", "0.80 s", "0.60 s", "10 %"})
        QVERIFY2(text.contains(QString::fromUtf8(number)), qPrintable(QString(number) + " in: " + text));
    QVERIFY(!text.contains('%' + QString::number(1)));
}

void TestAnalysis::workersThatGotNothingAreCounted()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    auto outcomes = outcomesOf(scenario, 0.88);
    auto trace = std::make_shared<Trace>();
    for (std::int32_t task = 0; task < 10; ++task) { // of ten threads, eight got a task
        Lane *lane = trace->addLaneAt(0, LaneRole::Worker);
        SpanRecord *span = task < 8 ? lane->beginAt(0, State::Running, "task", task, {})
                                    : lane->beginAt(0, State::Queue, "tasks", SpanRecord::noTask, {});
        lane->endAt(800'000'000, span);
        lane->closeAt(800'000'000);
    }
    trace->stopAt(880'000'000);
    outcomes[1].repeats[0].trace = trace;
    outcomes[1].values["workers"] = 50;
    QString text = summarize(scenario, outcomes, 2).explanation.join('\n');
    QVERIFY2(text.contains("42 of 50 workers got nothing to do."), qPrintable(text));
    outcomes[1].values["workers"] = 8;
    text = summarize(scenario, outcomes, 2).explanation.join('\n');
    QVERIFY2(!text.contains("got nothing"), qPrintable(text));
}

void TestAnalysis::whatIsLongerIsNoSaving()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    const auto outcomes = outcomesOf(scenario, 4.0);
    const Summary summary = summarize(scenario, outcomes, 2);
    const double saved = *summary.of("parallel")->timeSaved;
    QVERIFY(saved < 0);
    QCOMPARE(savingTitle(saved), "Took longer by");
    QCOMPARE(savingTitle(1), "Time saved");
    QVERIFY(!summary.explanation.join('\n').contains("-1."));
}

void TestAnalysis::oneFailureOfAllIsSaidOnce()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    auto outcomes = outcomesOf(scenario, 0.8);
    QVERIFY(failureOfAll(outcomes).isEmpty() && failureOfAll({}).isEmpty());
    for (Outcome &outcome : outcomes) {
        outcome.repeats[0].status = Status::Failed;
        outcome.repeats[0].error = "no port.";
    }
    QCOMPARE(failureOfAll(outcomes), "The run failed: no port.");
    QCOMPARE(summarize(scenario, outcomes, 2).explanation, QStringList{"The run failed: no port."});
}

void TestAnalysis::theMachineIsMeasured()
{
    const Machine machine = measureMachine();
    QVERIFY(machine.cores >= 1);
    QVERIFY(machine.effectiveCores >= 1 && machine.effectiveCores <= machine.cores);
    QVERIFY(machine.load >= 0);
    QVERIFY(!machine.qt.isEmpty() && !machine.compiler.isEmpty());
}

void TestAnalysis::formats()
{
    QCOMPARE(formatSeconds(2.256), "2.26 s");
    QCOMPARE(formatSeconds(0.0123), "12.3 ms");
    QCOMPARE(formatSeconds(0.00123), "1.23 ms");
    QCOMPARE(formatSeconds(0.0996), "0.10 s");
    QCOMPARE(formatSeconds(0.0004), QString::fromUtf8("400 µs"));
    QCOMPARE(formatSeconds(0.00004), QString::fromUtf8("40.0 µs"));
    QCOMPARE(formatSeconds(-0.00001), QString::fromUtf8("-10.0 µs"));
    QCOMPARE(formatSeconds(0.0009999), "1.00 ms"); // no unit that the rounded number is a thousand of
    QCOMPARE(formatSeconds(0), "0 s");
    QCOMPARE(enumerated({"16"}), "16");
    QCOMPARE(enumerated({"16", "32", "50"}), "16, 32 and 50");
    const double never = std::numeric_limits<double>::infinity();
    QCOMPARE(formatNumber(never), "∞");
    QCOMPARE(formatNumber(-never), "-∞");
    QCOMPARE(formatCount(never), "∞");
    QCOMPARE(formatMeasured(never, "ms"), "∞ ms");
    QCOMPARE(formatMeasured(3.494, "s"), formatSeconds(3.494));
    QCOMPARE(followedBy("One.", "Two."), "One. Two.");
    QCOMPARE(followedBy("一。", "二。"), "一。二。");
    QCOMPARE(withoutStop("一。"), "一");
    QCOMPARE(formatSpeedup(3.579), QString::fromUtf8("3.58×"));
    QCOMPARE(formatPercent(0.934), "93 %");
    QCOMPARE(formatNumber(5), "5");
    QCOMPARE(formatNumber(5.126), "5.13");
}

QTEST_GUILESS_MAIN(TestAnalysis)
#include "tst_analysis.moc"
