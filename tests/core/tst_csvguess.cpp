// What is said of a CSV file before it is read: a guess from its beginning, which is bounded.

#include "core/sync/stopped.h"
#include "core/workloads/csv/encoding.h"
#include "core/workloads/csv/parameters.h"
#include "core/workloads/csvcolumn.h"
#include "tests/core/encoded.h"
#include "tests/core/scratch.h"
#include "tests/core/walk.h"

#include <QStringDecoder>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace tenfold;

class TestCsvGuess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEncodingIsToldByItsBytes_data();
    void anEncodingIsToldByItsBytes();
    void everyEncodingThatCanBeChosenIsKnown();
    void everySeparatorThatCanBeChosenIsKnown();
    void theGuessIsShownBeforeTheRun();
    void onlyTheBeginningIsLookedAt_data();
    void onlyTheBeginningIsLookedAt();
    void stopEndsTheGuess();
    void whatIsNoFileIsNotOpened();
};

void TestCsvGuess::anEncodingIsToldByItsBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *encoding, const char *expected) {
        QTest::newRow(text) << encoded(text, encoding) << QString(expected);
    };
    row("plain", "UTF-8", "utf-8");
    row("naïve 日本", "UTF-8", "utf-8");
    for (const char *japanese :
         {"値", "値段,年", "売上（円）", "気温,湿度", "ｶﾅ,ｶﾞ", "あ,い", "①,～", "NEC製,PC"})
        row(japanese, "Shift_JIS", "cp932");
    for (const char *western : {"été,prix", "Größe;Köln", "d’eau,l’école", "“Price”,7 €", "GRÖSSE,ÄRZTE",
                                "año,señal", "naïve – œuvre", "Ærø,Ålborg", "20 °C,5 µm"})
        row(western, "windows-1252", "windows-1252");
}

void TestCsvGuess::anEncodingIsToldByItsBytes()
{
    QFETCH(QByteArray, bytes);
    QTEST(guessedEncoding(bytes, false), "expected");
    QCOMPARE(guessedEncoding("K\x9aln", true), "macintosh");
}

void TestCsvGuess::everyEncodingThatCanBeChosenIsKnown()
{
    for (const QString &choice : csvEncoding().choices) {
        if (choice == "auto")
            continue;
        QVERIFY2(QStringDecoder(decoderName(choice)).isValid(), qPrintable(choice));
        QCOMPARE(encodingTitle(choice).compare(choice, Qt::CaseInsensitive), 0);
    }
}

void TestCsvGuess::theGuessIsShownBeforeTheRun()
{
    const Scratch scratch;
    write(scratch.path("own.csv"), encoded("Ort;Regen\nKöln;1.003,5\nUlm;x\n", "windows-1252"));
    const Scenario &scenario = *findScenario("processes/data-analysis");
    Values values = scenario.preset("default");
    QVERIFY(scenario.preview(values).isEmpty());
    values["file"] = scratch.path("never");
    QVERIFY(scenario.preview(values).isEmpty()); // the form says so
    values["file"] = scratch.path("own.csv");
    values["column"] = "Regen";
    const InputPreview preview = scenario.preview(values);
    for (const char *part : {"Regen", "windows-1252", "Semicolon", "Comma (1.250,5)", "Names the columns"})
        QVERIFY2(preview.sentence.contains(part), qPrintable(preview.sentence));
    QCOMPARE(preview.titles, (QStringList{"Ort", "Regen"}));
    QCOMPARE(preview.rows, (QList<QStringList>{{"Köln", "1.003,5 → 1003.5"}, {"Ulm", "x (no number)"}}));
    QCOMPARE(preview.chosen, 1);
    values["decimal"] = "point";
    values["header"] = "no";
    values["column"] = "2";
    QCOMPARE(scenario.preview(values).titles, (QStringList{"1", "2"}));
    QCOMPARE(scenario.preview(values).rows[1][1], "1.003,5 (no number)");
    values["column"] = "Wind";
    QVERIFY(scenario.preview(values).sentence.contains("has no column \"Wind\""));
}

void TestCsvGuess::everySeparatorThatCanBeChosenIsKnown()
{
    const QStringList choices = csvSeparator().choices;
    QCOMPARE(choices.size(), qsizetype(std::size(csvSeparators)) + 1);
    for (const CsvSeparator &one : csvSeparators) {
        QVERIFY2(choices.contains(QLatin1String(one.id)), one.id);
        const CsvFormat format = guessedFormat("a,b;c|d\te\n", true, {.separator = QLatin1String(one.id)});
        QCOMPARE(format.marks.separator, one.mark);
        QCOMPARE(format.columns(), one.mark ? std::size_t(2) : std::size_t(1));
    }
}

void TestCsvGuess::onlyTheBeginningIsLookedAt_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QString>("sentence"); // of the preview
    QTest::addColumn<QString>("ofRun");    // what the run says; none where it reads the column
    const auto row = [](const char *name, const QByteArray &begin, const char *sentence, const char *ofRun) {
        QTest::newRow(name) << begin << QString(sentence) << QString(ofRun);
    };
    constexpr qsizetype all = 5 << 20, many = 1 << 20;
    row("line ends", QByteArray(all, '\n'), "In the first 4 MiB", "In the first 4 MiB");
    row("lines of spaces", QByteArray("  \n").repeated(all / 3), "In the first 4 MiB", "In the first 4 MiB");
    row("a line without end", QByteArray(all, 'x'), "longer than 1 MiB", "longer than 1 MiB");
    row("cells without end", QByteArray(all, ','), "longer than 1 MiB", "longer than 1 MiB");
    row("a cell without end", '"' + QByteArray(all, 'x'), "longer than 1 MiB", "longer than 1 MiB");
    row("spaces behind a hint", "sep= \n" + QByteArray(all, ' ') + "\n", "longer than 1 MiB",
        "longer than 1 MiB");
    row("spaces that part cells", "sep= \n" + QByteArray(many / 2, ' ') + "\"a\"\n1\n", "Column: 1", "");
    row("spaces behind commas", "a," + QByteArray(many / 2, ' ') + "b\n1,2\n", "Column: a", "");
    row("many cells", QByteArray(many / 2, ',') + '\n' + QByteArray(many / 2, ',') + "\n1\n", "Column: 1",
        "");
    row("a long text first", "t,v\n\"" + QByteArray(many - 100, 'x') + "\",1\n", "Column: v", "");
}

void TestCsvGuess::onlyTheBeginningIsLookedAt()
{
    QFETCH(QByteArray, begin);
    QFETCH(QString, sentence);
    QFETCH(QString, ofRun);
    const Scratch scratch;
    const QString name = scratch.path("own.csv");
    write(name, begin);
    const auto said = [&] {
        try {
            const auto read = readCsvColumn(name, {}, {});
            return read.numbers.empty() ? QStringLiteral("nothing") : QString();
        } catch (const std::runtime_error &error) {
            return QString::fromUtf8(error.what());
        }
    };
    if (const QString run = said(); ofRun.isEmpty())
        QCOMPARE(run, QString());
    else
        QVERIFY2(run.contains(ofRun), qPrintable(run));
    const QString preview = csvPreview({{"file", name}}).sentence;
    QVERIFY2(preview.contains(sentence), qPrintable(preview));
    if (begin.size() > 4 << 20) { // whatever stands behind
        QFile file(name);
        QVERIFY(file.open(QIODevice::Append));
        file.write("\na,b\n1,2\n");
        file.close();
        QCOMPARE(csvPreview({{"file", name}}).sentence, preview);
    }
}

void TestCsvGuess::stopEndsTheGuess()
{
    std::stop_source stop;
    QCOMPARE(guessedFormat("a,b\n1,2\n", true, {}, stop.get_token()).columns(), std::size_t(2));
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Stopped, guessedFormat("a,b\n1,2\n", true, {}, stop.get_token()));
}

void TestCsvGuess::whatIsNoFileIsNotOpened()
{
    const Scratch scratch;
    QCOMPARE(::mkfifo(qPrintable(scratch.path("pipe")), 0600), 0);
    QVERIFY(csvPreview({{"file", scratch.path("pipe")}}).isEmpty());
    // Whoever writes to a pipe waits until somebody opens it: nobody has, and nobody does.
    try {
        beginningOfCsv(scratch.path("pipe"), {});
        QFAIL("it was taken");
    } catch (const std::runtime_error &error) {
        QVERIFY2(QString(error.what()).contains("not a file"), error.what());
    }
    QCOMPARE(::open(qPrintable(scratch.path("pipe")), O_WRONLY | O_NONBLOCK), -1);
}

QTEST_GUILESS_MAIN(TestCsvGuess)
#include "tst_csvguess.moc"
