#include "core/analysis/readings.h"
#include "core/sync/stopped.h"
#include "core/workloads/compute/statistics.h"
#include "core/workloads/csvcolumn.h"
#include "tests/core/scratch.h"
#include "tests/core/walk.h"
#include "tests/patience.h"

#include <random>

using namespace tenfold;

class TestDataAnalysis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesAsPythonDoes_data();
    void describesAsPythonDoes();
    void stopEndsSorting();
    void stopEndsReadingWhatHasNoRecord();
    void aFileGivesTheNumbersThatWentIn();
    void aCellThatIsNoNumberIsCountedAndNamed();
    void anOwnFileIsAnalysedInEveryVariant();
    void fewerNumbersThanChunksMakeFewerChunks();
    void aBadFileEndsTheRunWithASentence();
    void memoryIsMeasured();
    void onlyTheMistakeStartsMoreProcessesThanWorkers();
    void nothingIsLeftBehind();
};

static const Scenario &scenario()
{
    return *findScenario("processes/data-analysis");
}

static Values valuesFor(const QString &file, const QString &column, int chunks)
{
    Values values = scenario().preset("quick");
    values["file"] = file;
    values["column"] = column;
    values["chunks"] = chunks;
    return values;
}

void TestDataAnalysis::describesAsPythonDoes_data()
{
    QTest::addColumn<QList<double>>("numbers");
    QTest::addColumn<QList<double>>("expected"); // mean, median, stdev, min, numpy's quartiles, max
    const auto row = [](const char *name, const QList<double> &numbers, const QList<double> &expected) {
        QTest::newRow(name) << numbers << expected;
    };
    row("one", {7}, {7, 7, 0, 7, 7, 7, 7});
    row("two", {3, 1}, {2, 2, std::sqrt(2.0), 1, 1.5, 2.5, 3});
    row("five", {5, 1, 4, 2, 3}, {3, 3, std::sqrt(2.5), 1, 2, 4, 5});
    row("even count", {4, 1, 3, 2}, {2.5, 2.5, std::sqrt(5.0 / 3), 1, 1.75, 3.25, 4});
    row("equal", {2, 2, 2}, {2, 2, 0, 2, 2, 2, 2});
    row("negative", {-1, -5}, {-3, -3, std::sqrt(8.0), -5, -4, -2, -1});
}

void TestDataAnalysis::describesAsPythonDoes()
{
    QFETCH(QList<double>, numbers);
    QFETCH(QList<double>, expected);
    const Statistics s = describe({numbers.begin(), numbers.end()});
    QCOMPARE(s.count, numbers.size());
    QCOMPARE((QList{s.mean, s.median, s.deviation, s.minimum, s.lower, s.upper, s.maximum}), expected);
    QCOMPARE(Statistics::fromCbor(s.toCbor()).toCbor(), s.toCbor());
    QCOMPARE(describe({}).count, 0);
}

void TestDataAnalysis::stopEndsSorting()
{
    std::stop_source stop;
    stop.request_stop();
    std::vector<double> numbers(200'000);
    std::ranges::generate(numbers, std::mt19937(1));
    QVERIFY_THROWS_EXCEPTION(Stopped, describe(numbers, stop.get_token()));
    QVERIFY_THROWS_EXCEPTION(Stopped, numbersOf({{}, 1, 0, 10}, stop.get_token()));
}

void TestDataAnalysis::stopEndsReadingWhatHasNoRecord()
{
    const Scratch scratch;
    std::stop_source stop;
    stop.request_stop();
    write(scratch.path("empty lines.csv"), QByteArray(200'000, '\n'));
    QVERIFY_THROWS_EXCEPTION(Stopped, readCsvColumn(scratch.path("empty lines.csv"), "", stop.get_token()));
    write(scratch.path("long line.csv"), QByteArray(200'000, 'x'));
    QVERIFY_THROWS_EXCEPTION(Stopped, readCsvColumn(scratch.path("long line.csv"), "", stop.get_token()));
}

void TestDataAnalysis::aFileGivesTheNumbersThatWentIn()
{
    const Scratch scratch;
    const std::vector<double> numbers{1.5, -2, 1e300};
    write(scratch.path("raw"), QByteArray(reinterpret_cast<const char *>(numbers.data()), 24));
    QCOMPARE(numbersOf({scratch.path("raw"), 0, 0, 3}), numbers);
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, numbersOf({scratch.path("raw"), 0, 0, 4}));
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, numbersOf({scratch.path("none"), 0, 0, 1}));
}

void TestDataAnalysis::aCellThatIsNoNumberIsCountedAndNamed()
{
    const Scratch scratch;
    write(scratch.path("own.csv"), "a,b\n1,2\n1,oops\n1\n1,3\n1,nan\n1,inf\n1,\n1,1e999\n");
    const CsvColumn read = readCsvColumn(scratch.path("own.csv"), "b", {});
    QCOMPARE(read.numbers, (std::vector<double>{2, 3}));
    QCOMPARE(read.bad, 6);
    for (const char *part :
         {"6 in all", "column b", "line 3 (\"oops\")", "line 4 (\"\")", "line 6 (\"nan\")", "..."})
        QVERIFY2(read.badCells.contains(QString::fromUtf8(part)), qPrintable(read.badCells));
}

void TestDataAnalysis::anOwnFileIsAnalysedInEveryVariant()
{
    const Scratch scratch;
    QByteArray text("day,price\n");
    for (int i = 1; i <= 1000; ++i)
        text += "x," + (i == 500 ? QByteArray("n/a") : QByteArray::number(i)) + '\n';
    write(scratch.path("own.csv"), text);
    const auto outcomes = carriedOut(
        planOf({&scenario(), allVariants(scenario()), valuesFor(scratch.path("own.csv"), "price", 9)}));
    for (const Outcome &outcome : outcomes) {
        QVERIFY2(outcome.sameResult(), qPrintable(outcome.error()));
        const Table &table = outcome.shown()->results.table;
        QCOMPARE(table.rows.size(), 10);
        QCOMPARE(table.rows[0].mid(0, 4), (QVariantList{1, 111, 56.0, 56.0}));
        QCOMPARE(table.rows[8][8], 1000.0);
        QCOMPARE(table.rows[9][1], 1);
        QCOMPARE(table.rows[9][9], "bad-cells");
        QVERIFY(table.rows[9][10].toString().contains("line 501"));
    }
    QCOMPARE(scratch.left(), QStringList{"own.csv"});
}

void TestDataAnalysis::fewerNumbersThanChunksMakeFewerChunks()
{
    const Scratch scratch;
    write(scratch.path("own.csv"), "5\n6\n");
    const auto outcomes =
        carriedOut({&scenario(), {{"processes", valuesFor(scratch.path("own.csv"), "", 20)}}});
    const Table &table = outcomes[0].shown()->results.table;
    QCOMPARE(table.rows.size(), 2);
    QCOMPARE(table.rows[1].mid(0, 4), (QVariantList{2, 1, 6.0, 6.0}));
}

void TestDataAnalysis::aBadFileEndsTheRunWithASentence()
{
    const Scratch scratch;
    write(scratch.path("own.csv"), "a\n1\n");
    for (const QString &file : {scratch.path("own.csv"), scratch.path("never"), scratch.path()}) {
        const auto outcomes = carriedOut(planOf({&scenario(), {"processes"}, valuesFor(file, "b", 4)}));
        for (const Outcome &outcome : outcomes) {
            QCOMPARE(outcome.status(), Status::Failed);
            QVERIFY2(outcome.error().contains(file), qPrintable(outcome.error()));
        }
    }
    QCOMPARE(scratch.left(), QStringList{"own.csv"});
}

void TestDataAnalysis::memoryIsMeasured()
{
    Values values = scenario().preset("quick");
    values["numbers"] = 1'000'000;
    values["chunks"] = 4;
    const auto outcomes = carriedOut({&scenario(), {{"processes", values}}});
    QVERIFY2(outcomes[0].finding("memory"), qPrintable(outcomes[0].error()));
    QVERIFY(outcomes[0].finding("largest")->value > 8e6 / (1 << 20)); // a million doubles, at least
    QVERIFY(outcomes[0].finding("memory")->value > 8e6 / (1 << 20));
    const Trace &trace = *outcomes[0].shown()->trace;
    QCOMPARE(peakOf(trace, "memory", trace.now()), outcomes[0].finding("memory")->value);
}

void TestDataAnalysis::onlyTheMistakeStartsMoreProcessesThanWorkers()
{
    const auto outcomes =
        carriedOut(planOf({&scenario(), allVariants(scenario()), scenario().preset("quick")}));
    QCOMPARE(outcomes[0].finding("processes")->value, 0.0);
    const int workers = scenario().preset("quick")["workers"].toInt();
    QVERIFY(outcomes[1].finding("processes")->value <= workers);
    QVERIFY(outcomes[3].finding("processes")->value > workers);
    QCOMPARE(outcomes[3].finding("extra-processes")->value,
             outcomes[3].finding("processes")->value - workers);
    QVERIFY2(outcomes[1].finding("largest")->value > 1, "a short run is looked at too, when all have worked");
}

void TestDataAnalysis::nothingIsLeftBehind()
{
    const Scratch scratch;
    QByteArray text;
    for (int i = 0; i < 500'000; ++i)
        text += QByteArray::number(i) + '\n';
    write(scratch.path("own.csv"), text);
    Runner runner;
    runner.start({&scenario(), {{"processes", valuesFor(scratch.path("own.csv"), "", 500)}}});
    QTRY_VERIFY_WITH_TIMEOUT(scratch.left().size() == 2, patience);
    runner.stop();
    runner.wait();
    QCOMPARE(runner.outcomes()[0].status(), Status::Cancelled);
    QCOMPARE(scratch.left(), QStringList{"own.csv"});
}

QTEST_GUILESS_MAIN(TestDataAnalysis)
#include "tst_dataanalysis.moc"
