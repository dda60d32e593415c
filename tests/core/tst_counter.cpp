// Several workers add to one counter.

#include "tests/core/walk.h"

using namespace tenfold;

class TestCounter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableSaysWhatWasLost();
    void everyAdditionUnderTheLockIsRecorded();
    void aLockOfOnesOwnKeepsNobodyOut();
    void whatIsWrittenOverIsMarkedWhereItHappens();
    void aSingleWorkerLosesNothing();
};

static const Scenario &scenario()
{
    return *findScenario("lock/counter");
}

static Outcome counted(const QString &variant, int workers, int additions)
{
    return carriedOut({&scenario(), {{variant, {{"workers", workers}, {"additions", additions}}, 1}}})
        .front();
}

/// The last row: expected, got, lost.
static QVariantList total(const Outcome &outcome)
{
    return outcome.shown()->results.table.rows.last().mid(1, 3);
}

void TestCounter::theTableSaysWhatWasLost()
{
    QCOMPARE(total(counted("mutex", 4, 500)), (QVariantList{2000, 2000, 0}));
    const Outcome broken = counted("no-lock", 4, 2000);
    const QVariantList row = total(broken);
    QCOMPARE(row[0].toInt(), 8000);
    QVERIFY(row[2].toInt() > 0);
    QCOMPARE(row[1].toInt() + row[2].toInt(), 8000);
    QCOMPARE(broken.finding("lost")->value, row[2].toDouble());
    QCOMPARE(broken.shown()->results.table.rows.size(), 5);
}

void TestCounter::everyAdditionUnderTheLockIsRecorded()
{
    const Outcome outcome = counted("mutex", 3, 3000);
    int holds = 0;
    for (const Lane *lane : outcome.shown()->trace->lanes()) {
        lane->spans().forEach([&](const SpanRecord &span) { holds += span.shape == Shape::Hold ? 1 : 0; });
    }
    QCOMPARE(holds, 9000);
    QCOMPARE(outcome.shown()->trace->dropped(), std::uint64_t(0));
}

void TestCounter::aLockOfOnesOwnKeepsNobodyOut()
{
    const Outcome outcome = counted("lock-per-thread", 4, 2000);
    QVERIFY(outcome.finding("lost")->value > 0);
    for (const Lane *lane : outcome.shown()->trace->lanes())
        QCOMPARE(lane->sums(outcome.shown()->trace->now()).of(State::Lock), Nanoseconds(0)); // nobody waits
}

void TestCounter::whatIsWrittenOverIsMarkedWhereItHappens()
{
    const char *label = "writes over what others have added";
    QVERIFY(marksOf(counted("no-lock", 4, 2000), label) > 0);
    QCOMPARE(marksOf(counted("mutex", 4, 2000), label), 0);
    QCOMPARE(marksOf(counted("no-lock", 1, 2000), label), 0);
}

void TestCounter::aSingleWorkerLosesNothing()
{
    for (const char *variant : {"no-lock", "lock-per-thread"})
        QCOMPARE(total(counted(variant, 1, 500)), (QVariantList{500, 500, 0}));
}

QTEST_GUILESS_MAIN(TestCounter)
#include "tst_counter.moc"
