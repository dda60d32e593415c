// The scenarios of the pattern async: what their pages say is in their data.

#include "core/workloads/descriptors.h"
#include "tests/core/walk.h"

#include <algorithm>
#include <sys/resource.h>

using namespace tenfold;

class TestAsyncScenarios : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allRequestsAreInFlightOnOneThread();
    void everyRequestHasASpanOfItsOwn();
    void aBlockingCallHoldsEverybodyUp();
    void moreRequestsThanThreadsAreShared();
    void thousandsAtOnceAreAnswered();
    void aSentenceWhereTheSystemRefuses();
    void howLongSequentialTakesIsSaidBefore();
    void eachRequestIsDoneOrCancelledOnce();
    void nobodyIsWaitedForBeyondTheDeadline();
    void withoutDeadlinesTheLateOnesAreWaitedFor();
};

void TestAsyncScenarios::allRequestsAreInFlightOnOneThread()
{
    const auto outcomes = outcomesOf("async/gather", {"gather", "threads"}, {{"requests", 20}});
    QCOMPARE(outcomes.size(), std::size_t(3));
    QVERIFY2(outcomes[1].sameResult() && outcomes[2].sameResult(), differences(outcomes));
    QCOMPARE(valueOf(outcomes[0], "in-flight"), 1.0);
    QCOMPARE(valueOf(outcomes[0], "threads"), 1.0);
    QCOMPARE(valueOf(outcomes[1], "in-flight"), 20.0);
    QCOMPARE(valueOf(outcomes[1], "threads"), 1.0);
    QCOMPARE(valueOf(outcomes[2], "threads"), 20.0);
}

void TestAsyncScenarios::everyRequestHasASpanOfItsOwn()
{
    const auto outcomes = outcomesOf("async/gather", {"gather"}, {{"requests", 20}});
    const int subRows[] = {1, 20};
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const Lane &lane = *outcomes[i].shown()->trace->lanes().front();
        QCOMPARE(lane.subRows(), subRows[i]);
        std::vector<int> tasks;
        lane.spans().forEach([&](const SpanRecord &span) {
            if (span.shape == Shape::Detached) {
                QVERIFY(!span.isOpen());
                tasks.push_back(span.task);
            }
        });
        QCOMPARE(tasks.size(), std::size_t(20));
        QVERIFY(std::ranges::is_sorted(tasks)); // they begin in their order
    }
}

void TestAsyncScenarios::aBlockingCallHoldsEverybodyUp()
{
    const auto outcomes = outcomesOf("async/gather", {"gather", "blocking-call"}, {{"block", 200}});
    QCOMPARE(valueOf(outcomes[1], "blocked"), 0.0);
    QVERIFY(valueOf(outcomes[2], "blocked") >= 150);
    QVERIFY(valueOf(outcomes[2], "lag") >= 190);
    QCOMPARE(marksOf(outcomes[2], "sleeps on the loop"), 1);
    QVERIFY(outcomes[2].sameResult());
}

void TestAsyncScenarios::moreRequestsThanThreadsAreShared()
{
    if (slowdown > 1)
        QSKIP("thousands of threads are too many for a sanitizer");
    const auto outcomes =
        outcomesOf("async/gather", {"gather", "threads"}, {{"requests", 2100}, {"latency", 1}});
    QCOMPARE(outcomes[2].status(), Status::Finished);
    QVERIFY2(outcomes[1].sameResult() && outcomes[2].sameResult(), differences(outcomes));
    QCOMPARE(valueOf(outcomes[2], "threads"), 2000.0);
}

void TestAsyncScenarios::thousandsAtOnceAreAnswered()
{
    const int requests = slowdown > 1 ? 1000 : 5000;
    rlimit limit{};
    raiseDescriptorLimit();
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
    if (limit.rlim_cur < static_cast<rlim_t>(2 * requests + 200))
        QSKIP("the system allows too few open files");
    // So long that the last has begun before the first is answered.
    const Plan plan{findScenario("async/gather"),
                    {{"gather", {{"requests", requests}, {"latency", 4000}, {"block", 1}}}}};
    const Outcome outcome = carriedOut(plan).front();
    QCOMPARE(outcome.status(), Status::Finished);
    QCOMPARE(valueOf(outcome, "in-flight"), static_cast<double>(requests));
    const auto &rows = outcome.shown()->results.table.rows;
    QCOMPARE(rows.size(), requests);
    QVERIFY(std::ranges::all_of(rows, [](const QVariantList &row) { return row[1] == "200"; }));
}

void TestAsyncScenarios::aSentenceWhereTheSystemRefuses()
{
    raiseDescriptorLimit();
    rlimit usual{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &usual), 0);
    const rlimit few{500, usual.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &few), 0);
    const auto outcomes = outcomesOf("async/gather", {"gather"}, {{"requests", 1000}});
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &usual), 0);
    for (const Outcome &outcome : outcomes) {
        QCOMPARE(outcome.status(), Status::Failed);
        QVERIFY2(outcome.error().contains("allows this program only 500"), qPrintable(outcome.error()));
    }
}

void TestAsyncScenarios::howLongSequentialTakesIsSaidBefore()
{
    const Scenario &scenario = *findScenario("async/gather");
    QVERIFY(scenario.forecast(scenario.preset("default")).contains("3.00 s"));
    QVERIFY(scenario.forecast({{"requests", 5000}, {"latency", 100}}).contains("500.00 s"));
}

void TestAsyncScenarios::eachRequestIsDoneOrCancelledOnce()
{
    const auto outcomes = outcomesOf("async/deadline", {"with-deadline"}, {{"requests", 30}});
    QVERIFY2(outcomes[1].sameResult(), differences(outcomes));
    for (const Outcome &outcome : outcomes) {
        QCOMPARE(outcome.shown()->results.table.rows.size(), 30);
        QCOMPARE(valueOf(outcome, "done"), 20.0);
        QCOMPARE(valueOf(outcome, "cancelled"), 10.0);
        QCOMPARE(marksOf(outcome, "cancelled at its deadline"), 10);
    }
}

void TestAsyncScenarios::nobodyIsWaitedForBeyondTheDeadline()
{
    const auto outcomes = outcomesOf("async/deadline", {"with-deadline"}, {{"deadline", 300}});
    for (const Outcome &outcome : outcomes) {
        QCOMPARE(valueOf(outcome, "on-late"), 0.0);
        for (const QVariantList &row : outcome.shown()->results.table.rows) {
            if (row[1] == "cancelled")
                QVERIFY(row[2].toDouble() >= 0.299); // not before it
        }
    }
}

void TestAsyncScenarios::withoutDeadlinesTheLateOnesAreWaitedFor()
{
    const auto outcomes = outcomesOf("async/deadline", {"no-deadline"});
    const Outcome &mistake = outcomes.back();
    QCOMPARE(valueOf(mistake, "done"), 4.0);
    QCOMPARE(valueOf(mistake, "cancelled"), 0.0);
    QVERIFY(valueOf(mistake, "on-late") >= 2 * 0.1); // two of them take twice the deadline at least
}

QTEST_GUILESS_MAIN(TestAsyncScenarios)
#include "tst_asyncscenarios.moc"
