// Readers and writers of one table.

#include "tests/core/walk.h"

using namespace tenfold;

class TestReadersWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyReadsAHalfWrittenTable();
    void readersAreTogetherAndWritersAlone();
    void aStarvedWriterWaitsForAllReaders();
    void valuesAtTheirEndsEnd_data();
    void valuesAtTheirEndsEnd();
};

static const Scenario &scenario()
{
    return *findScenario("lock/readers-writer");
}

static std::vector<Outcome> all(const Values &changed = {})
{
    Values values = scenario().preset("quick");
    values.insert(changed);
    return carriedOut(planOf({&scenario(), allVariants(scenario()), values}));
}

static double value(const std::vector<Outcome> &outcomes, const QString &variant, const QString &measure)
{
    return std::ranges::find(outcomes, variant, &Outcome::variant)->finding(measure)->value;
}

void TestReadersWriter::nobodyReadsAHalfWrittenTable()
{
    for (const Outcome &outcome : all({{"writes", 30}}))
        QCOMPARE(outcome.finding("torn")->value, 0);
}

void TestReadersWriter::readersAreTogetherAndWritersAlone()
{
    const auto outcomes = all();
    for (const char *shared : {"fair", "readers-first", "writers-first"})
        QVERIFY2(value(outcomes, shared, "at-once") > 1, shared);
    QCOMPARE(value(outcomes, "mutex", "at-once"), 0); // everybody is alone
}

void TestReadersWriter::aStarvedWriterWaitsForAllReaders()
{
    const auto outcomes = all();
    const double reads = 0.95 * scenario().preset("quick")["operations"].toInt();
    QVERIFY(value(outcomes, "writer-starved", "passed") > reads / 2);
    QVERIFY(value(outcomes, "writer-starved", "writer-wait") > value(outcomes, "fair", "writer-wait"));
    QVERIFY(value(outcomes, "fair", "passed") < reads / 4);
}

void TestReadersWriter::valuesAtTheirEndsEnd_data()
{
    QTest::addColumn<Values>("values");
    QTest::newRow("no writes") << Values{{"writes", 0}};
    QTest::newRow("writes only") << Values{{"writes", 100}};
    QTest::newRow("one worker") << Values{{"workers", 1}};
    QTest::newRow("two workers") << Values{{"workers", 2}};
    QTest::newRow("64 workers") << Values{{"workers", 64}};
    QTest::newRow("one operation") << Values{{"operations", 1}};
}

void TestReadersWriter::valuesAtTheirEndsEnd()
{
    QFETCH(Values, values);
    if (!values.contains("operations"))
        values["operations"] = 200;
    for (const Outcome &outcome : all(values)) {
        QCOMPARE(outcome.status(), Status::Finished);
        QVERIFY2(outcome.sameResult(), qPrintable(outcome.variant));
        if (outcome.variant == "writer-starved" && values.contains("writes"))
            QCOMPARE(outcome.finding("starved")->value, 0); // there is nobody to starve, or nobody who passes
    }
}

QTEST_GUILESS_MAIN(TestReadersWriter)
#include "tst_readerswriter.moc"
