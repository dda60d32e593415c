// A site that serves so many requests at once, and a semaphore before it.

#include "core/analysis/summary.h"
#include "tests/core/walk.h"

using namespace tenfold;

class TestConnectionPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noMoreAreInFlightThanThereArePermits();
    void permitsAreSharedOutInTheOrderOfArrival();
    void aLeakEndsWithEverybodyWaiting();
    void aLeakThatLeavesPermitsIsCounted();
    void aDoubleReleaseLiftsTheLimit();
    void morePermitsThanWorkersHoldNobodyUp();
};

static const Scenario &scenario()
{
    return *findScenario("semaphore/connection-pool");
}

static Outcome served(const QString &variant, const Values &changed = {})
{
    Values values = scenario().preset("quick");
    values.insert(changed);
    return carriedOut({&scenario(), {{variant, values, 1}}}).front();
}

void TestConnectionPool::noMoreAreInFlightThanThereArePermits()
{
    const Outcome outcome = served("semaphore", {{"workers", 12}, {"permits", 2}, {"requests", 30}});
    QCOMPARE(outcome.finding("in-flight")->value, 2);
    QCOMPARE(outcome.finding("refused")->value, 0);
    QCOMPARE(outcome.finding("missing")->value, 0);
    QCOMPARE(outcome.finding("surplus")->value, 0);
}

void TestConnectionPool::permitsAreSharedOutInTheOrderOfArrival()
{
    const Outcome outcome = served("semaphore", {{"workers", 6}, {"permits", 2}, {"requests", 60}});
    QVERIFY(outcome.finding("most")->value - outcome.finding("fewest")->value <=
            6); // 10 each, but for errors
    QVERIFY(outcome.finding("fewest")->value > 0);
}

void TestConnectionPool::aLeakEndsWithEverybodyWaiting()
{
    const Outcome outcome = served("permit-leak");
    QCOMPARE(outcome.status(), Status::Stuck);
    QCOMPARE(outcome.finding("missing")->value, 3);
    QVERIFY2(outcome.error().contains("wait for a permit of"), qPrintable(outcome.error()));
    const QString words = summarize(scenario(), {outcome}, 2).explanation.join(u' ');
    QVERIFY2(words.contains("found by the watchdog"), qPrintable(words));
}

void TestConnectionPool::aLeakThatLeavesPermitsIsCounted()
{
    const Outcome outcome = served("permit-leak", {{"permits", 8}, {"requests", 30}}); // 3 errors
    QCOMPARE(outcome.status(), Status::Finished);
    QCOMPARE(outcome.finding("missing")->value, 3);
    QCOMPARE(marksOf(outcome, "goes on with a permit that it will not give back"), 3);
}

void TestConnectionPool::aDoubleReleaseLiftsTheLimit()
{
    const Outcome outcome = served("double-release");
    QCOMPARE(outcome.status(), Status::Finished);
    QVERIFY(outcome.finding("above-limit")->value > 0);
    QCOMPARE(outcome.finding("surplus")->value, marksOf(outcome, "gives back twice"));
    QVERIFY(marksOf(outcome, "gives back twice") > 0);
}

void TestConnectionPool::morePermitsThanWorkersHoldNobodyUp()
{
    for (const char *variant : {"semaphore", "no-limit"}) {
        const Outcome outcome = served(variant, {{"workers", 2}, {"permits", 64}, {"requests", 12}});
        QCOMPARE(outcome.status(), Status::Finished);
        QCOMPARE(outcome.finding("refused")->value, 0);
        QVERIFY(outcome.finding("in-flight")->value <= 2);
    }
}

QTEST_GUILESS_MAIN(TestConnectionPool)
#include "tst_connectionpool.moc"
