// The scenarios of the pattern futures: what their pages say is in their data.

#include "core/analysis/limit.h"
#include "tests/core/walk.h"

#include <algorithm>

using namespace tenfold;

class TestFutureScenarios : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstResultComesBeforeTheLongestTask();
    void getInTheLoopRunsOneAtATime();
    void aTaskHasTwoSuccessorsAndTheLastAllOfThem();
    void whoHelpsDoesNotStarve();
    void aFullPoolThatWaitsStarves();
    void withWorkersEnoughNothingStarves();
    void everyFailureReachesItsCaller_data();
    void everyFailureReachesItsCaller();
    void droppedFailuresAreSeenByNobody();
};

void TestFutureScenarios::theFirstResultComesBeforeTheLongestTask()
{
    const auto outcomes = outcomesOf("futures/as-completed", {"as-completed", "map"}, {{"unit", 20}});
    for (const Outcome &outcome : outcomes) {
        QVERIFY(outcome.sameResult());
        QVERIFY(valueOf(outcome, "first") <= valueOf(outcome, "half"));
        QVERIFY(valueOf(outcome, "half") <= valueOf(outcome, "all"));
    }
    const double longest = outcomes[0].shown()->results.table.rows[0][1].toDouble();
    QCOMPARE(longest, 160.0); // it is submitted first
    QVERIFY(1000 * valueOf(outcomes[0], "first") >= longest);
    QVERIFY(1000 * valueOf(outcomes[2], "first") >= longest);
    QCOMPARE(valueOf(outcomes[0], "in-flight"), 1.0);
    QCOMPARE(valueOf(outcomes[1], "in-flight"), 4.0);
}

void TestFutureScenarios::getInTheLoopRunsOneAtATime()
{
    const auto outcomes = outcomesOf("futures/as-completed", {"as-completed", "get-in-the-loop"});
    QVERIFY(outcomes[2].sameResult());
    QCOMPARE(valueOf(outcomes[2], "in-flight"), 1.0);
    QCOMPARE(valueOf(outcomes[2], "alone"), 7.0); // all but the first
}

void TestFutureScenarios::aTaskHasTwoSuccessorsAndTheLastAllOfThem()
{
    const auto outcomes = outcomesOf("futures/dependency-graph", {"graph"}, {{"branches", 2}});
    QVERIFY(outcomes[1].sameResult());
    const Trace &trace = *outcomes[1].shown()->trace;
    int links = 0;
    for (const Lane *lane : trace.lanes())
        lane->links().forEach([&](const LinkRecord &link) { links += link.kind == LinkKind::DependsOn; });
    QCOMPARE(links,
             2 + 2 * 2 + 4); // a fetch follows the index, two steps a fetch, and the last one all of these
    QCOMPARE(outcomes[1].shown()->results.dependencies.size(), std::size_t(2 + 2 * 2 + 4));
    const std::vector<double> seconds = taskDurations(trace, trace.now());
    QCOMPARE(seconds.size(), std::size_t(8));
    QVERIFY(std::ranges::all_of(seconds, [](double each) { return each > 0; }));
}

void TestFutureScenarios::whoHelpsDoesNotStarve()
{
    const auto outcomes = outcomesOf("futures/dependency-graph", {"helping"}, {{"workers", 1}});
    QCOMPARE(outcomes[1].status(), Status::Finished);
    QVERIFY(outcomes[1].sameResult());
    QCOMPARE(valueOf(outcomes[1], "helped"), 10.0); // of one worker, all but the first that it took
}

void TestFutureScenarios::aFullPoolThatWaitsStarves()
{
    const auto outcomes = outcomesOf("futures/dependency-graph", {"wait-inside-a-full-pool"});
    QCOMPARE(outcomes[1].status(), Status::Stuck);
    QVERIFY(valueOf(outcomes[1], "starved") >= 2); // both workers
    QVERIFY2(outcomes[1].error().contains("the result of"), qPrintable(outcomes[1].error()));
}

void TestFutureScenarios::withWorkersEnoughNothingStarves()
{
    const auto outcomes =
        outcomesOf("futures/dependency-graph", {"wait-inside-a-full-pool"}, {{"workers", 64}});
    QCOMPARE(outcomes[1].status(), Status::Finished);
    QVERIFY(outcomes[1].sameResult());
    QCOMPARE(valueOf(outcomes[1], "starved"), 0.0);
}

void TestFutureScenarios::everyFailureReachesItsCaller_data()
{
    QTest::addColumn<int>("failing");
    for (const int failing : {0, 3, 8})
        QTest::addRow("%d fail", failing) << failing;
}

void TestFutureScenarios::everyFailureReachesItsCaller()
{
    QFETCH(int, failing);
    const auto outcomes = outcomesOf("futures/exceptions", {"futures"}, {{"failing", failing}});
    QVERIFY(outcomes[1].sameResult());
    QCOMPARE(valueOf(outcomes[1], "thrown"), double(failing));
    QCOMPARE(valueOf(outcomes[1], "unnoticed"), 0.0);
    QStringList types;
    for (const QVariantList &row : outcomes[1].shown()->results.table.rows) {
        QCOMPARE(row[2].toString() == "failed", !row[4].toString().isEmpty());
        types << row[3].toString();
    }
    QCOMPARE(types.count(QString()), 8 - failing);
    if (failing == 8) { // with type and text
        types.removeDuplicates();
        types.sort();
        QCOMPARE(types, (QStringList{"Refused", "std::invalid_argument", "std::out_of_range"}));
        QVERIFY(outcomes[1].shown()->results.table.rows[0][4].toString().contains("500"));
    }
}

void TestFutureScenarios::droppedFailuresAreSeenByNobody()
{
    const auto outcomes = outcomesOf("futures/exceptions", {"futures", "fire-and-forget"});
    QVERIFY(!outcomes[2].sameResult());
    QCOMPARE(valueOf(outcomes[2], "thrown"), 3.0);
    QCOMPARE(valueOf(outcomes[2], "unnoticed"), 3.0);
    QCOMPARE(marksOf(outcomes[2], "failed"), 3); // the timeline has them all the same
    QCOMPARE(marksOf(outcomes[1], "failed"), 3);
}

QTEST_GUILESS_MAIN(TestFutureScenarios)
#include "tst_futurescenarios.moc"
