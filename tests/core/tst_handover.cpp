// The scenarios of the patterns queue and event: what their pages say is in their data.

#include "core/analysis/explanation.h"
#include "core/analysis/readings.h"
#include "core/analysis/summary.h"
#include "core/analysis/waits.h"
#include "tests/core/walk.h"

using namespace tenfold;

class TestHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void producersWaitForRoom();
    void depthAndAgeGrowWithoutABound();
    void aQueueOfOneStillHandsEverythingOver();
    void onePillLeavesTheOthersWaiting();
    void onePillIsEnoughForOneConsumer();
    void theSlowestStageIsNamed();
    void urgentJobsPassOthers();
    void oneClassOnly_data();
    void oneClassOnly();
    void waitersRunAfterTheSignal();
    void whoComesAfterALostSignalWaitsForEver();
    void aWorkerAloneNeedsNoBarrier();
    void withoutABarrierTheResultIsAnother();
};

/// How many waits in `state` there were on lanes called `name`.
static int waitsOf(const Outcome &outcome, State state, std::string_view name)
{
    int count = 0;
    for (const Lane *lane : outcome.shown()->trace->lanes()) {
        if (name != lane->name().text)
            continue;
        lane->spans().forEach([&](const SpanRecord &span) { count += span.state == state; });
    }
    return count;
}

void TestHandover::producersWaitForRoom()
{
    const auto outcomes = outcomesOf("queue/producer-consumer", {"bounded"});
    QVERIFY(waitsOf(outcomes[1], State::Queue, "producer") > 0);
    QCOMPARE(valueOf(outcomes[1], "depth"), 2.0); // its capacity
    QCOMPARE(valueOf(outcomes[1], "above-capacity"), 0.0);
    QVERIFY(valueOf(outcomes[1], "held-up") > 0);
}

void TestHandover::depthAndAgeGrowWithoutABound()
{
    const auto outcomes = outcomesOf("queue/producer-consumer", {"bounded", "unbounded"});
    QCOMPARE(waitsOf(outcomes[2], State::Queue, "producer"), 0);
    QCOMPARE(valueOf(outcomes[2], "held-up"), 0.0);
    QVERIFY(valueOf(outcomes[2], "depth") > valueOf(outcomes[1], "depth"));
    QVERIFY(valueOf(outcomes[2], "age") > valueOf(outcomes[1], "age"));
}

void TestHandover::aQueueOfOneStillHandsEverythingOver()
{
    const auto outcomes = outcomesOf("queue/producer-consumer", {"bounded"},
                                     {{"capacity", 1}, {"producers", 5}, {"consumers", 3}, {"consume", 0}});
    QVERIFY(outcomes[1].sameResult());
    QCOMPARE(valueOf(outcomes[1], "depth"), 1.0);
}

void TestHandover::onePillLeavesTheOthersWaiting()
{
    const auto outcomes = outcomesOf("queue/producer-consumer", {"one-poison-pill"}, {{"consumers", 3}});
    QCOMPARE(outcomes[1].status(), Status::Stuck);
    QCOMPARE(valueOf(outcomes[1], "left-waiting"), 2.0);
    QVERIFY2(outcomes[1].error().endsWith("wait for the queue \"items\""), qPrintable(outcomes[1].error()));
    QCOMPARE(outcomes[1].shown()->results.table.rows.size(), qsizetype(40)); // all items were processed
}

void TestHandover::onePillIsEnoughForOneConsumer()
{
    const auto outcomes = outcomesOf("queue/producer-consumer", {"one-poison-pill"}, {{"consumers", 1}});
    QCOMPARE(outcomes[1].status(), Status::Finished);
    QVERIFY(outcomes[1].sameResult());
    QCOMPARE(valueOf(outcomes[1], "left-waiting"), 0.0);
}

void TestHandover::theSlowestStageIsNamed()
{
    const Scenario &scenario = *findScenario("queue/pipeline");
    const auto outcomes = outcomesOf("queue/pipeline", {"pipeline"});
    const QStringList sentences = explain(scenario, outcomes, summarize(scenario, outcomes, 2));
    const auto slowest = std::ranges::find_if(sentences, [](const QString &sentence) {
        return sentence.startsWith("The slowest stage is \"Transform\" with ");
    });
    QVERIFY2(slowest != sentences.end(), qPrintable(sentences.join('\n')));
    const double ms = valueOf(outcomes[0], "transform");
    QVERIFY(ms >= 10); // what the service takes
    QVERIFY(slowest->contains(QString("no more than %1 items a second").arg(qRound(2000 / ms))));
}

void TestHandover::urgentJobsPassOthers()
{
    const auto outcomes = outcomesOf("queue/priority", {"priority", "fifo"}, {{"workers", 1}});
    const auto taken = [](const Outcome &outcome) { // the jobs in the order in which they were taken
        QList<int> jobs;
        for (const Lane *lane : outcome.shown()->trace->lanes())
            lane->spans().forEach([&](const SpanRecord &span) {
                if (span.state == State::Running && span.task >= 0)
                    jobs << span.task;
            });
        return jobs;
    };
    const QList<int> inOrder = taken(outcomes[2]);
    QCOMPARE(inOrder.size(), qsizetype(20));
    QVERIFY(std::ranges::is_sorted(inOrder));
    QList<int> urgent, ordinary;
    const auto &rows = outcomes[1].shown()->results.table.rows;
    for (const int job : taken(outcomes[1]))
        (rows[job][1].toString() == "urgent" ? urgent : ordinary) << job;
    QVERIFY(taken(outcomes[1]) != inOrder);
    QCOMPARE(urgent.size(), qsizetype(4));
    QVERIFY(std::ranges::is_sorted(urgent) && std::ranges::is_sorted(ordinary));
}

void TestHandover::oneClassOnly_data()
{
    QTest::addColumn<int>("urgent");
    QTest::addRow("none") << 0;
    QTest::addRow("all") << 100;
}

void TestHandover::oneClassOnly()
{
    QFETCH(int, urgent);
    const auto outcomes = outcomesOf("queue/priority", {"priority", "fifo"}, {{"urgent", urgent}});
    QVERIFY(outcomes[1].sameResult() && outcomes[2].sameResult());
    QCOMPARE(valueOf(outcomes[1], "urgent") == 0, urgent == 0);
    QCOMPARE(valueOf(outcomes[1], "ordinary") == 0, urgent == 100);
}

void TestHandover::waitersRunAfterTheSignal()
{
    const auto outcomes = outcomesOf("event/start-signal", {"event", "polling"});
    for (const std::size_t i : {1, 2}) {
        QVERIFY(waitsOf(outcomes[i], State::Event, "waiter") >= 6);
        const Trace &trace = *outcomes[i].shown()->trace;
        const auto series = trace.series();
        const auto delay = std::ranges::find(series, "delay", &Series::id) - series.begin();
        int dots = 0;
        for (const Lane *lane : trace.lanes())
            lane->samples().forEach([&](const SampleRecord &sample) { dots += sample.series == delay; });
        QCOMPARE(dots, 6); // one a waiter
    }
    QVERIFY(valueOf(outcomes[2], "looks") >= 6);
    QVERIFY(valueOf(outcomes[2], "computed") > 0);
}

void TestHandover::whoComesAfterALostSignalWaitsForEver()
{
    const auto outcomes = outcomesOf("event/start-signal", {"event", "lost-wake-up"}, {{"waiters", 5}});
    QCOMPARE(valueOf(outcomes[1], "left-waiting"), 0.0);
    QCOMPARE(outcomes[2].status(), Status::Stuck);
    QVERIFY(valueOf(outcomes[2], "left-waiting") >= 3); // two were there
    QVERIFY(outcomes[2].error().contains("the event \"start\""));
    QVERIFY(std::isfinite(valueOf(outcomes[1], "delay")));
    QVERIFY(std::isinf(valueOf(outcomes[2], "delay"))); // half of them or more never run
}

void TestHandover::aWorkerAloneNeedsNoBarrier()
{
    const auto outcomes = outcomesOf("event/phases", {"barrier", "no-barrier"}, {{"workers", 1}});
    QVERIFY(outcomes[1].sameResult() && outcomes[2].sameResult());
    QCOMPARE(valueOf(outcomes[2], "stale"), 0.0);
}

void TestHandover::withoutABarrierTheResultIsAnother()
{
    const auto outcomes = outcomesOf("event/phases", {"barrier", "no-barrier"}, {{"workers", 3}});
    QVERIFY(outcomes[1].sameResult());
    QVERIFY(waitsOf(outcomes[1], State::Event, "") > 0);
    QVERIFY(!outcomes[2].sameResult());
    QVERIFY(valueOf(outcomes[2], "stale") > 0);
}

QTEST_GUILESS_MAIN(TestHandover)
#include "tst_handover.moc"
