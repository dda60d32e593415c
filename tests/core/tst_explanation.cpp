// What is said of a run: the verdict, the explanation and the numbers in them.

#include "core/analysis/explanation.h"
#include "core/analysis/format.h"
#include "core/analysis/verdict.h"
#include "core/catalog/pattern.h"
#include "tests/core/toldrun.h"

#include <QTest>

using namespace tenfold;

class TestExplanation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theVerdictIsALine();
    void whatAMistakeCosts();
    void nothingIsSaidOfWhatDidNotFinish();
    void theExplanationRestsOnItsNumbers();
    void wordsOfAmountsFollowTheirNumbers();
    void workersThatGotNothingAreCounted();
    void whatIsLongerIsNoSaving();
    void oneFailureOfAllIsSaidOnce();
    void whereAllTasksFailThatIsAllThatIsSaid();
    void failedTasksSayWhy();
    void formats();
};

void TestExplanation::theVerdictIsALine()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    auto outcomes = outcomesOf(scenario, 0.875);
    for (const auto &[variant, seconds] : {std::pair("lock-held-while-waiting", 2.75),
                                           std::pair("processes", 1.0), std::pair("one-interpreter", 3.5)}) {
        outcomes.push_back(outcomes[1]);
        outcomes.back().variant = variant;
        outcomes.back().repeats[0].seconds = seconds;
    }
    QCOMPARE(verdict(scenario, outcomes, summaryOf(scenario, outcomes)),
             "Threads: 3.20× · Lock held while waiting: no gain, 3.14× as long as Threads · Processes: no "
             "gain over Threads, 14 % slower · "
             "Threads as in Python: 0.80×, slower than Sequential");
    outcomes.resize(3);
    outcomes[2].repeats[0].sameResult = false;
    QVERIFY(verdict(scenario, outcomes, summaryOf(scenario, outcomes))
                .endsWith("Lock held while waiting: different result, 3.14× as long as Threads"));
    outcomes.resize(1);
    QVERIFY(verdict(scenario, outcomes, summaryOf(scenario, outcomes)).isEmpty());
}

void TestExplanation::whatAMistakeCosts()
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
    QVERIFY(verdict(scenario, outcomes, summaryOf(scenario, outcomes))
                .endsWith("Processes: no gain over Threads (" + cost + ")"));
    QVERIFY(explain(scenario, outcomes, summaryOf(scenario, outcomes))
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

void TestExplanation::nothingIsSaidOfWhatDidNotFinish()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    auto outcomes = outcomesOf(scenario, 0.8);
    outcomes[1].repeats[0].status = Status::Running;
    Summary summary = summaryOf(scenario, outcomes);
    QVERIFY(!summary.headline(scenario)->speedup);
    QCOMPARE(summary.explanation.size(), 1);
    outcomes[1].repeats[0].status = Status::Failed;
    outcomes[1].repeats[0].error = "no port";
    summary = summaryOf(scenario, outcomes);
    QVERIFY(summary.explanation.join(' ').contains("no port"));
    outcomes[0].repeats[0].status = Status::Cancelled;
    summary = summaryOf(scenario, outcomes);
    QVERIFY(!summary.of("sequential")->limit);
    QVERIFY(summaryOf(scenario, {}).figures.empty());
}

void TestExplanation::theExplanationRestsOnItsNumbers()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    const QString text = summaryOf(scenario, outcomesOf(scenario, 0.88)).explanation.join('\n');
    for (const char *number : {"2.80 s", "0.88 s", "3.18×", "1.92 s", "64 %", "0.80 s", "0.60 s", "10 %"})
        QVERIFY2(text.contains(QString::fromUtf8(number)), qPrintable(QString(number) + " in: " + text));
    QVERIFY(!text.contains('%' + QString::number(1)));
}

void TestExplanation::wordsOfAmountsFollowTheirNumbers()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    auto outcomes = outcomesOf(scenario, 1);
    outcomes.push_back(outcomes[1]);
    outcomes[2].variant = "one-interpreter";
    const auto said = [&](double seconds) {
        outcomes[2].repeats[0].seconds = seconds;
        return explain(scenario, outcomes, summaryOf(scenario, outcomes)).last();
    };
    QVERIFY(said(1.015).contains("Compared with Threads: as fast."));
    QVERIFY(said(1.24).contains("Compared with Threads: 24 % slower."));
    QVERIFY(said(2.5).contains("Compared with Threads: 2.50× as long."));
    QVERIFY(said(0.5).contains("Compared with Threads: 50 % less time."));
    // Why it came out so is said of every run: nothing in it says how much.
    const QRegularExpression amount("(next to|almost|nearly) nothing|hardly|as fast|It is "
                                    "(faster|slower)|costs? (little|nothing)");
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &one : pattern.scenarios) {
            for (const Variant &variant : one.variants)
                QVERIFY2(!variant.why.source().contains(amount), qPrintable(one.path() + u' ' + variant.id));
        }
    }
}

void TestExplanation::workersThatGotNothingAreCounted()
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
    QString text = summaryOf(scenario, outcomes).explanation.join('\n');
    QVERIFY2(text.contains("42 of 50 workers got nothing to do."), qPrintable(text));
    outcomes[1].values["workers"] = 8;
    text = summaryOf(scenario, outcomes).explanation.join('\n');
    QVERIFY2(!text.contains("got nothing"), qPrintable(text));
}

void TestExplanation::whatIsLongerIsNoSaving()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    const auto outcomes = outcomesOf(scenario, 4.0);
    const Summary summary = summaryOf(scenario, outcomes);
    const double saved = *summary.of("parallel")->timeSaved;
    QVERIFY(saved < 0);
    QCOMPARE(savingTitle(saved), "Took longer by");
    QCOMPARE(savingTitle(1), "Time saved");
    QVERIFY(!summary.explanation.join('\n').contains("-1."));
}

void TestExplanation::oneFailureOfAllIsSaidOnce()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    auto outcomes = outcomesOf(scenario, 0.8);
    QVERIFY(failureOfAll(outcomes).isEmpty() && failureOfAll({}).isEmpty());
    for (Outcome &outcome : outcomes) {
        outcome.repeats[0].status = Status::Failed;
        outcome.repeats[0].error = "no port.";
    }
    QCOMPARE(failureOfAll(outcomes), "The run failed: no port.");
    QCOMPARE(summaryOf(scenario, outcomes).explanation, QStringList{"The run failed: no port."});
}

/// As many rows as there are words of their status.
static Table rowsWithStatus(const Scenario &scenario, const QStringList &statuses)
{
    Table table{scenario.columns, {}};
    for (const QString &status : statuses) {
        QVariantList row;
        for (const Column &column : scenario.columns)
            row << (column.kind == ColumnKind::Status ? QVariant(status) : QVariant());
        table.rows << row;
    }
    return table;
}

void TestExplanation::whereAllTasksFailThatIsAllThatIsSaid()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    auto outcomes = outcomesOf(scenario, 0.8);
    outcomes.push_back(outcomes[1]);
    outcomes.back().variant = "lock-held-while-waiting";
    for (Outcome &outcome : outcomes)
        outcome.repeats[0].results.table = rowsWithStatus(scenario, {"no route", "no route"});
    const QString sentence = "All 2 tasks failed: no route. The times mean nothing.";
    QCOMPARE(allTasksFailed(outcomes), sentence);
    QCOMPARE(summaryOf(scenario, outcomes).explanation, QStringList{sentence});
    // Nor is anything said of what bent them.
    for (Outcome &outcome : outcomes)
        outcome.repeats[0].bent = 0.4;
    QVERIFY(!summaryOf(scenario, outcomes).caveat);
    for (const Outcome &outcome : outcomes)
        QVERIFY(isWrong(outcomes, outcome)); // the mistake, too: it is not the fastest
    for (std::size_t i = 0; i < 2; ++i)
        outcomes[i].repeats[0].results.table = rowsWithStatus(scenario, {"200", "200"});
    QVERIFY(allTasksFailed(outcomes).isEmpty() && allTasksFailed({}).isEmpty());
    QVERIFY(isWrong(outcomes, outcomes[2]) && !isWrong(outcomes, outcomes[0]));
    const QString text = summaryOf(scenario, outcomes).explanation.join('\n');
    QVERIFY2(text.contains("Lock held while waiting: all of its tasks failed."), qPrintable(text));
    QVERIFY2(!text.contains("did no harm"), qPrintable(text));
}

void TestExplanation::failedTasksSayWhy()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    auto outcomes = outcomesOf(scenario, 0.8);
    const auto why = [&](const QStringList &statuses) {
        outcomes[0].repeats[0].results.table = rowsWithStatus(scenario, statuses);
        return whyTasksFailed(outcomes[0]);
    };
    QCOMPARE(why({"200", "200"}), QString());
    QCOMPARE(why({"404", "200", "503", "503", ""}), "Status 503, Status 404");
    QCOMPARE(why({"a.", "b", "b", "c", "c", "c"}), "c, b"); // the most frequent ones
    why({"200", "503", "200"});
    const QString text = summaryOf(scenario, outcomes).explanation.join('\n');
    QVERIFY2(text.contains("Tasks that failed: 1 of 3 (Status 503)."), qPrintable(text));
}

void TestExplanation::formats()
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
    // Thousands are grouped wherever a number is read.
    QCOMPARE(formatNumber(1960), "1,960");
    QCOMPARE(formatNumber(-12345.678), "-12,345.68");
    QCOMPARE(formatCount(1960), "1,960");
    QCOMPARE(formatMeasured(1960, "ms"), "1,960 ms");
    QCOMPARE(formatSeconds(1234.5), "1,234.50 s");
    QCOMPARE(formatSpeedup(1234), QString::fromUtf8("1,234.00×"));
    QCOMPARE(plainNumber(1960), "1960");
    // Japanese has a space between its letters and others, and none between its own.
    QCOMPARE(spaced("42%は"), "42% は");
    QCOMPARE(spaced("31.2 msかかり、42%。"), "31.2 ms かかり、42%。");
    QCOMPARE(spaced("2.26 秒 かかり、3.58 倍 の"), "2.26 秒かかり、3.58 倍の");
    QCOMPARE(spaced("took 2.26 s, 42 % of it"), "took 2.26 s, 42 % of it");
    const Parameter many{.id = "many", .maximum = 100'000};
    QCOMPARE(many.inWords(100'000), "100,000");
    QCOMPARE(writtenValue(many, 100'000), "100000");
}

QTEST_GUILESS_MAIN(TestExplanation)
#include "tst_explanation.moc"
