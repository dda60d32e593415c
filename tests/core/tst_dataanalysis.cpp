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
    void readsAColumn_data();
    void readsAColumn();
    void aBadFileIsASentence_data();
    void aBadFileIsASentence();
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

void TestDataAnalysis::readsAColumn_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QList<double>>("expected");
    const auto row = [](const char *name, const QByteArray &text, const char *column,
                        const QList<double> &expected) {
        QTest::newRow(name) << text << QString::fromUtf8(column) << expected;
    };
    row("by name", "a,b\n1,2\n3,4\n", "b", {2, 4});
    row("by number", "a,b\n1,2\n3,4\n", "2", {2, 4});
    row("the first", "a,b\n1,2\n3,4\n", "", {1, 3});
    row("no header", "1,2\n3,4\n", "2", {2, 4});
    row("one column", "1\n2\n3", "", {1, 2, 3});
    row("another case", "Price\n5\n", "price", {5});
    row("exact before another case", "price,Price\n1,2\n", "Price", {2});
    row("semicolons", "a;b\n1;2.5\n", "b", {2.5});
    row("tabs", "a\tb\n1\t-2\n", "b", {-2});
    row("windows, with a byte order mark",
        "\xef\xbb\xbf"
        "a,b\r\n1,2\r\n",
        "a", {1});
    row("quoted", "\"a, or \"\"b\"\"\",c\n\"1\",2\n", "a, or \"b\"", {1});
    row("a quoted line end", "name,x\n\"two\nlines\",7\n", "x", {7});
    row("empty lines", "x\n\n1\n\n\n2\n", "x", {1, 2});
    row("spaces", " x , y \n 1 , 2 \n", "y", {2});
    row("japanese", "名前,値\nあ,3\n", "値", {3});
    row("a number as a name", "2,x\n7,8\n", "2", {7});
}

void TestDataAnalysis::readsAColumn()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, column);
    QFETCH(QList<double>, expected);
    const Scratch scratch;
    write(scratch.path("own.csv"), text);
    const CsvColumn read = readCsvColumn(scratch.path("own.csv"), column, {});
    QCOMPARE(QList<double>(read.numbers.begin(), read.numbers.end()), expected);
    QCOMPARE(read.bad, 0);
    QVERIFY(read.badCells.isEmpty());
}

void TestDataAnalysis::aBadFileIsASentence_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &text, const char *column, const char *says) {
        QTest::newRow(name) << text << QString::fromUtf8(column) << QString::fromUtf8(says);
    };
    row("empty", "", "", "is empty");
    row("empty lines only", "\n\n\r\n", "", "is empty");
    row("no such name", "a,b\n1,2\n", "c", "Its columns are: a, b.");
    row("no such number", "a,b\n1,2\n", "3", "Its columns are: a, b.");
    row("number 0", "a,b\n1,2\n", "0", "Its columns are: a, b.");
    row("a name without a header", "1,2\n3,4\n", "a", "from 1 to 2");
    row("a header only", "a,b\n", "a", "no numbers in its column a");
    row("no number", "a,b\nx,2\ny,3\n", "a", "no numbers in its column a");
    row("binary", QByteArray("a,b\n1,\0\n", 8), "a", "a null byte");
    row("a quotation mark too many", "a,b\n\"1,2\n" + QByteArray("3,4\n").repeated(400'000), "a",
        "quotation mark");
}

void TestDataAnalysis::aBadFileIsASentence()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, column);
    QFETCH(QString, says);
    const Scratch scratch;
    write(scratch.path("own.csv"), text);
    try {
        readCsvColumn(scratch.path("own.csv"), column, {});
        QFAIL("it was taken");
    } catch (const std::runtime_error &error) {
        const QString sentence = QString::fromUtf8(error.what());
        QVERIFY2(sentence.contains(says), error.what());
        QVERIFY2(sentence.contains(scratch.path("own.csv")), error.what());
        QVERIFY2(sentence.endsWith(u'.'), error.what());
    }
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
