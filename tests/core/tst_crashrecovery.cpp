#include "core/sync/stopped.h"
#include "core/workloads/compute/crash.h"
#include "tests/core/walk.h"

using namespace tenfold;

class TestCrashRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aResultDependsOnSeedAndTaskAlone();
    void stopEndsATask();
    void everyResultArrivesOnce_data();
    void everyResultArrivesOnce();
    void withoutRetryEachCrashLosesItsTask();
    void noCrashNoLoss();
    void aDeathIsMarkedAndLinkedToItsReplacement();
};

static const Scenario &scenario()
{
    return *findScenario("process-pool/crash-recovery");
}

static Values valuesFor(int tasks, int crashes, int workers)
{
    Values values = scenario().preset("quick");
    values["tasks"] = tasks;
    values["crashes"] = crashes;
    values["workers"] = workers;
    return values;
}

void TestCrashRecovery::aResultDependsOnSeedAndTaskAlone()
{
    const QString one = crashResult(1, 0);
    QCOMPARE(one.size(), 16);
    QCOMPARE(crashResult(1, 0), one);
    QVERIFY(crashResult(1, 1) != one);
    QVERIFY(crashResult(2, 0) != one);
    QCOMPARE(crashTask(crashArgument(1, 0, false), {}).toArray()[0].toString(), one);
}

void TestCrashRecovery::stopEndsATask()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Stopped, crashResult(1, 0, stop.get_token()));
}

void TestCrashRecovery::everyResultArrivesOnce_data()
{
    QTest::addColumn<int>("crashes");
    QTest::addColumn<int>("workers");
    for (const int crashes : {5, 50, 100}) {
        for (const int workers : {1, 3})
            QTest::addRow("%d %%, %d workers", crashes, workers) << crashes << workers;
    }
}

void TestCrashRecovery::everyResultArrivesOnce()
{
    QFETCH(int, crashes);
    QFETCH(int, workers);
    const auto outcomes = carriedOut({&scenario(), {{"pool", valuesFor(20, crashes, workers), 3}}});
    const Repeat &repeat = *outcomes[0].shown();
    QVERIFY2(repeat.status == Status::Finished, qPrintable(repeat.error));
    QCOMPARE(repeat.results.table.rows.size(), 20);
    int again = 0;
    for (int i = 0; i < 20; ++i) {
        const QVariantList &row = repeat.results.table.rows[i];
        QCOMPARE(row[0].toInt(), i + 1);
        QCOMPARE(row[1].toString(), crashResult(3, i));
        QCOMPARE(row[3].toString(), "done");
        again += row[2].toInt() > 1 ? 1 : 0;
    }
    QVERIFY(again >= 20 * crashes / 100);
    QVERIFY(outcomes[0].finding("deaths")->value >= 20 * crashes / 100);
}

void TestCrashRecovery::withoutRetryEachCrashLosesItsTask()
{
    const auto outcomes = carriedOut({&scenario(), {{"no-retry", valuesFor(20, 25, 2)}}});
    const Repeat &repeat = *outcomes[0].shown();
    QVERIFY2(repeat.status == Status::Finished, qPrintable(repeat.error));
    QCOMPARE(outcomes[0].finding("lost")->value, 5.0);
    QCOMPARE(outcomes[0].finding("deaths")->value, 5.0);
    for (const QVariantList &row : repeat.results.table.rows) {
        const bool isLost = row[3] == "lost";
        QCOMPARE(row[1].toString().isEmpty(), isLost);
        QCOMPARE(row[4].toString().isEmpty(), !isLost); // a reason for each loss
    }
}

void TestCrashRecovery::noCrashNoLoss()
{
    const auto outcomes = carriedOut(planOf({&scenario(), allVariants(scenario()), valuesFor(8, 0, 2)}));
    for (const Outcome &outcome : outcomes) {
        QCOMPARE(outcome.finding("lost")->value, 0.0);
        QCOMPARE(outcome.finding("deaths")->value, 0.0);
        QVERIFY(outcome.sameResult());
    }
}

void TestCrashRecovery::aDeathIsMarkedAndLinkedToItsReplacement()
{
    const auto outcomes = carriedOut({&scenario(), {{"sequential", valuesFor(4, 50, 1)}}});
    const auto lanes = outcomes[0].shown()->trace->lanes();
    int lost = 0, replaced = 0;
    for (const Lane *lane : lanes) {
        lane->marks().forEach(
            [&](const MarkRecord &mark) { lost += std::string_view(mark.label) == "lost"; });
        lane->links().forEach([&](const LinkRecord &link) {
            ++replaced;
            const Lane &dead = *lanes[static_cast<std::size_t>(link.fromLane)];
            QCOMPARE(link.toLane, lane->index());
            QCOMPARE(dead.marks().size(), std::size_t(1));
            QCOMPARE(link.fromTime, dead.closedOr(0));
            QVERIFY(link.fromTime <= link.toTime);
        });
    }
    QCOMPARE(lost, 2);
    QCOMPARE(replaced, 2);
}

QTEST_GUILESS_MAIN(TestCrashRecovery)
#include "tst_crashrecovery.moc"
