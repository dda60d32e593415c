// CSV files as programs write them, and what other readers make of them: Python 3.11 (csv; its locale module
// for numbers), R 4.2.2 (read.csv, read.csv2, read.delim), sqlite3 3.40 (.import). The values are what they
// gave.

#include "core/workloads/csv/number.h"
#include "core/workloads/csvcolumn.h"
#include "tests/core/encoded.h"
#include "tests/core/scratch.h"

using namespace tenfold;

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatOtherReadersRead_data();
    void readsWhatOtherReadersRead();
    void aChoiceGoesBeforeTheGuess();
    void numbersAreSpelledInTwoWays_data();
    void numbersAreSpelledInTwoWays();
    void whatIsLeftOutIsCountedAndNamed_data();
    void whatIsLeftOutIsCountedAndNamed();
    void whatCannotBeReadIsSaid_data();
    void whatCannotBeReadIsSaid();
    void aMarkThatComesLateIsSeen();
    void theFirstColumnOfNumbersIsTaken();
    void recordsMayEndAnywhereInABlock();
};

static CsvColumn columnOf(const QByteArray &bytes, const QString &column, const CsvChoices &choices = {})
{
    const Scratch scratch;
    write(scratch.path("own.csv"), bytes);
    return readCsvColumn(scratch.path("own.csv"), column, {}, choices);
}

/// 20,000 cells as `cell` says.
static QByteArray wide(const char *cell)
{
    QString cells;
    for (int i = 0; i < 20'000; ++i)
        cells += QString::fromLatin1(cell).arg(i);
    return cells.toUtf8();
}

void TestCsv::readsWhatOtherReadersRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QList<double>>("expected");
    const auto row = [](const char *name, const QByteArray &text, const char *column,
                        const QList<double> &expected) {
        QTest::newRow(name) << text << QString::fromUtf8(column) << expected;
    };
    // As everybody reads them.
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
    // The cases of the issue.
    row("decimal comma", "Ort;Regen\r\nKiel;3,5\r\nJena;12,25\r\nUlm;20,25\r\n", "Regen",
        {3.5, 12.25, 20.25});
    row("one column", "Preis\r\n12,5\r\n7,25\r\n10,25\r\n", "Preis", {12.5, 7.25, 10.25});
    row("thousands", "Laden;Umsatz\r\nNord;1.250\r\nOst;3.750,50\r\nWest;999,50\r\n", "Umsatz",
        {1250, 3750.5, 999.5});
    row("commas in names", "\"Depth, m\";\"Speed, m/s\"\r\n12.5;3\r\n20;5\r\n", "2", {3, 5});
    row("semicolons in a name", "\"x;y;z\",load\r\np,2.5\r\nq,4.5\r\n", "load", {2.5, 4.5});
    row("inches", "item,price\nmonitor 24\",100\nmonitor 27\",200\ncable,6\n", "price", {100, 200, 6});
    row("no header", "2024-01-01 00:00,5.5\n2024-01-01 00:01,6.5\n2024-01-01 00:02,7.5\n", "2",
        {5.5, 6.5, 7.5});
    row("Excel's hint", "sep=;\r\nItem;Amount\r\nx;2.5\r\ny;4.5\r\n", "Amount", {2.5, 4.5});
    row("Unicode text", "\xff\xfe" + encoded("City\tTemp\r\nOslo\t3.5\r\nRom\t18.5\r\n", "UTF-16LE"), "Temp",
        {3.5, 18.5});
    row("Shift JIS", encoded("品名,数量\r\nりんご,3.5\r\nみかん,6.5\r\n", "Shift_JIS"), "数量", {3.5, 6.5});
    row("Macintosh", "day,rain\r1,2.5\r2,4.5\r", "rain", {2.5, 4.5});

    // R: read.csv2, read.delim2 and read.csv(dec = ",").
    row("negative, exponent", "Datum;Wert\n01.02.2024;-0,5\n02.02.2024;1E+03\n03.02.2024;7,25\n", "Wert",
        {-0.5, 1000, 7.25});
    row("tabs and commas", "a\tb\r\n1,5\t2,25\r\n-3,5\t4\r\n", "b", {2.25, 4});
    row("quoted commas", "x,\"y\"\n1,\"2,5\"\n2,\"3,75\"\n", "y", {2.5, 3.75});
    row("three digits", "a;b\n1;0,125\n2;1,250\n", "b", {0.125, 1.25});
    // Python: locale.atof in de_CH, fr_FR, en_US and de_DE.
    row("apostrophes", "Kanton;Summe\nBE;1’250.50\nZH;12’000.00\n", "Summe", {1250.5, 12000});
    row("narrow spaces", "Ville;Prix\nLyon;1\u202f250,50\nNice;999,00\n", "Prix", {1250.5, 999});
    row("quoted thousands", "day,\"total\"\n1,\"1,250\"\n2,\"12,500.75\"\n3,\"999\"\n", "total",
        {1250, 12500.75, 999});
    row("millions", "Stadt;Einwohner\nA;1.234.567\nB;12.345\n", "Einwohner", {1234567, 12345});

    // Python, sqlite3; R but for the marks within cells, where it loses rows.
    row("doubled marks and lines", "a,b\n\"x \"\"y\"\", z\",1.5\n\"multi\nline\",2.5\n", "b", {1.5, 2.5});
    row("marks within", "size,price\n3.5\" disk,10\n5.25\" disk,20\n", "price", {10, 20});
    row("another separator quoted", "name;\"a;b\";value\nx;y;3\nz;w;5\n", "value", {3, 5});
    row("commas before tabs", "\"x,y\"\t\"v\"\n\"a,b\"\t2\n\"c,d\"\t4\n", "v", {2, 4});
    row("marks around a word", "who,v\nO\"Neil \"the\" x,7\nplain,8\n", "v", {7, 8});
    row("empty quoted", "a,b\n\"\",1\n,2\n", "b", {1, 2});
    row("text behind a mark", "n,v\n\"abc\"def,2\n\"g\",4\n", "v", {2, 4}); // Python only

    // R: header = FALSE where there is none, and TRUE where there is one.
    row("words above words", "Kiel,5.5\nJena,6.5\n", "2", {5.5, 6.5});
    row("times", "12:00:00;5,5\n12:00:01;6,5\n", "2", {5.5, 6.5});
    row("numbered names", "A-001\t2\nA-002\t4\n", "2", {2, 4});
    row("numbers alone", "5.5\n6.5\n7.5\n", "", {5.5, 6.5, 7.5});
    row("years as names", "Land,2019,2020,2021\nDE,1,2,3\nFR,4,5,6\n", "2020", {2, 5});
    row("quoted years", "\"1958\",\"1959\"\n340,360\n318,342\n", "1958", {340, 318});
    row("an index without a name", ",0,1\n0,5,6\n1,7,8\n", "1", {6, 8});

    // R: skip = 1, fileEncoding = "UTF-16", "windows-1252", "CP932", "macintosh".
    row("a tab as a hint", "sep=\t\na\tb\n1\t2.5\n", "b", {2.5});
    row("a quoted hint", "\"sep=;\"\r\nTeil;Wert\r\nx;2,5\r\n", "Wert", {2.5});
    row("a mark and a hint", "\xef\xbb\xbfsep=;\nä;b\n1;2,5\n", "ä", {1});
    row("UTF-16, the other way", "\xfe\xff" + encoded("Stadt\tTemp\r\nKöln\t3,5\r\n", "UTF-16BE"), "Temp",
        {3.5});
    row("UTF-16 without a mark", encoded("Stadt\tTemp\r\nKöln\t3,5\r\n", "UTF-16LE"), "Temp", {3.5});
    row("windows-1252", encoded("Größe;Wert\nklein;3,5\n", "windows-1252"), "Wert", {3.5});
    row("its no-break space", encoded("Ville;Prix\nLyon;1\u00a0250,50\nNice;999,00\n", "windows-1252"),
        "Prix", {1250.5, 999});
    row("half-width katakana", encoded("ｶﾅ,値\nｱ,3.5\n", "Shift_JIS"), "値", {3.5});
    row("Macintosh umlauts", encoded("Übung,Größe\r1,2.5\r", "macintosh"), "Größe", {2.5});
    row("a line within, in Macintosh's", "day,\"two\nlines\"\r1,2.5\r2,4.5\r", "two lines", {2.5, 4.5});

    row("spaces before marks", "\"Month\", \"a, b\", \"1959\"\n\"JAN\",  340,  360\n\"FEB\",  318,  342\n",
        "a, b", {340, 318});
    row("empty cells behind", "a;b;;\n1;2;;\n3;4\n", "b", {2, 4});
    // Meant by whoever wrote them; Python and R take no minus sign (U+2212), so no value of theirs.
    row("minus signs", "Ort;Grad\nKiruna;\u22127,5\nBoden;\u22121\nMalmö;3,5\n", "Grad", {-7.5, -1, 3.5});
    row("minus signs and thousands", "a;b\n1;\u22121\u00a0250,5\n", "b", {-1250.5});
    // What was written; Python has the long text as well.
    row("a wide table", wide("c%1,") + "v\n" + wide("%1,") + "7\n", "v", {7});
    row("a wide table by number", wide("c%1,") + "v\n" + wide("%1,") + "7\n", "20001", {7});
    row("a long text first", "text,v\n\"" + QByteArray("a line,\n").repeated(20'000) + "\",1\nx,2\n", "v",
        {1, 2});
    // R: read.csv2(check.names = FALSE) for the years; the others are what was written, no value of a reader.
    row("a year that is asked for", "2019;2020\n1,5;2,5\n3,5;4,5\n", "2020", {2.5, 4.5});
    row("a damaged byte", "Größe;Köln\nklein;3,5\ngrößer;4,5\nübergroß;5,5\nk\xff;6,5\ngrößer;7,5\n", "Köln",
        {3.5, 4.5, 5.5, 6.5, 7.5});
    row("Japanese in UTF-16 without a mark",
        encoded("品名\t売上\nりんご一つ\t3.5\nみかん\t6.5\n", "UTF-16LE"), "売上", {3.5, 6.5});
    row("and the other way", encoded("品名\t売上\nりんご一つ\t3.5\nみかん\t6.5\n", "UTF-16BE"), "売上",
        {3.5, 6.5});
    row("a name in two spellings", "cafe\u0301,x\n5,1\n", "caf\u00e9", {5});
}

void TestCsv::readsWhatOtherReadersRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, column);
    QFETCH(QList<double>, expected);
    const CsvColumn read = columnOf(text, column);
    QCOMPARE(QList<double>(read.numbers.begin(), read.numbers.end()), expected);
    QVERIFY2(read.badCells.isEmpty(), qPrintable(read.badCells));
}

void TestCsv::aChoiceGoesBeforeTheGuess()
{
    const auto first = [](const CsvColumn &column) { return column.numbers.at(0); };
    // R: read.csv(fileEncoding = "EUC-JP"), "GB18030", read.csv2(fileEncoding = "windows-1251").
    QCOMPARE(first(columnOf(encoded("数量,値段\nりんご,3.5\n", "EUC-JP"), "値段", {.encoding = "euc-jp"})),
             3.5);
    QCOMPARE(first(columnOf(encoded("数量,价格\n苹果,3.5\n", "GB18030"), "价格", {.encoding = "gb18030"})),
             3.5);
    QCOMPARE(
        first(columnOf(encoded("Цена;Вес\nХлеб;3,5\n", "windows-1251"), "Вес", {.encoding = "windows-1251"})),
        3.5);
    QCOMPARE(first(columnOf("1,5;2,5\n", "1", {.separator = "semicolon", .decimal = "comma"})), 1.5);
    QCOMPARE(first(columnOf("12,5\n7,25\n", "1", {.separator = "none", .decimal = "comma"})), 12.5);
    QCOMPARE(first(columnOf("a;b\n1;1.250\n2;999\n", "b")), 1250); // 999 has no fraction
    QCOMPARE(first(columnOf("a;b\n1;1.250\n2;999\n", "b", {.decimal = "point"})), 1.25);
    QCOMPARE(columnOf("2019,2020\n1,2\n", "1").numbers.size(), std::size_t(2));
    QCOMPARE(columnOf("2019,2020\n1,2\n", "2019", {.header = "yes"}).numbers.size(), std::size_t(1));
    QCOMPARE(columnOf("x\n1\n", "1", {.header = "no"}).bad, 1);
}

void TestCsv::numbersAreSpelledInTwoWays_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("byPoint"); // "" for none
    QTest::addColumn<QString>("byComma");
    const auto row = [](const char *cell, const char *byPoint, const char *byComma) {
        QTest::newRow(cell) << QByteArray(cell) << QString(byPoint) << QString(byComma);
    };
    row("12", "12", "12");
    row(" -12 ", "-12", "-12");
    row("+1e3", "1000", "1000");
    row("12.5", "12.5", "");
    row("12,5", "", "12.5");
    row("1.250", "1.25", "1250");
    row("1,250", "1250", "1.25");
    row("1.234.567,5", "", "1234567.5");
    row("0,125", "", "0.125");
    row("0.125", "0.125", "");
    row("1 234 567", "1234567", "1234567");
    row("1'234.5", "1234.5", "");
    row("12'34", "", "");
    row("1,25,000", "", "");
    row("1.250.", "", "");
    row("5.", "5", "");
    row(".5", "0.5", "");
    row(",5", "", "0.5");
    row("1e-400", "0", "0");
    row("1e999", "", "");
    for (const char *none :
         {"", "-", "nan", "inf", "infinity", "0x10", "12 %", "1.2.3", "12:30", "--5", "+-5", "e5", "1e"})
        row(none, "", "");
}

void TestCsv::numbersAreSpelledInTwoWays()
{
    QFETCH(QByteArray, cell);
    const auto read = [&](char decimal) {
        const auto number =
            numberIn(std::string_view(cell.constData(), static_cast<std::size_t>(cell.size())), decimal);
        return number ? QString::number(*number, 'g', 15) : QString();
    };
    QTEST(read('.'), "byPoint");
    QTEST(read(','), "byComma");
}

void TestCsv::whatIsLeftOutIsCountedAndNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QList<double>>("numbers");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *name, const QByteArray &text, const char *column,
                        const QList<double> &numbers, const char *names) {
        QTest::newRow(name) << text << QString::fromUtf8(column) << numbers << QString::fromUtf8(names);
    };
    row("a comma that parts cells", "city,rain\nKiel,3\nJena,12,25\nUlm,4\n", "rain", {3, 4},
        "line 3 (3 cells)");
    row("the other country's spelling", "a;b\n1;2,5\n2;3.5\n", "b", {2.5}, "line 3 (\"3.5\")");
    row("a day without a value", "2024-01-01,offline\n2024-01-02,6.5\n2024-01-03,7.5\n", "2", {6.5, 7.5},
        "line 1 (\"offline\")");
    row("a line within", "a,b\n\"x\ny\",1\n2,none\n", "b", {1}, "line 4 (\"none\")");
    row("behind a hint", "sep=;\na;b\n1;2\n1;-\n", "b", {2}, "line 4 (\"-\")");
    row("Macintosh", "a,b\r1,2\r1,x\r", "b", {2}, "line 3 (\"x\")");
    row("in its encoding", encoded("品名,数量\nりんご,3\nみかん,なし\n", "Shift_JIS"), "数量", {3},
        "line 3 (\"なし\")");
}

void TestCsv::whatIsLeftOutIsCountedAndNamed()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, column);
    QFETCH(QList<double>, numbers);
    QFETCH(QString, names);
    const CsvColumn read = columnOf(text, column);
    QCOMPARE(QList<double>(read.numbers.begin(), read.numbers.end()), numbers);
    QCOMPARE(read.bad, 1);
    QVERIFY2(read.badCells.contains(names), qPrintable(read.badCells));
}

void TestCsv::whatCannotBeReadIsSaid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QByteArray &text, const char *column, const char *sentence) {
        QTest::newRow(name) << text << QString::fromUtf8(column) << QString::fromUtf8(sentence);
    };
    row("empty", "", "", "is empty.");
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
    // R calls the second one b.1, Python's DictReader takes the last: which is meant, the user says.
    row("two of a name", "a,b,b\n1,2,3\n", "b", "has 2 columns \"b\": choose one by its number (2, 3).");
    row("but for case", "a,B,b\n1,2,3\n", "B ", "");
    row("by number", "a,b,b\n1,2,3\n", "3", "");
    row("null bytes", QByteArray("a,b\n1,2\0\n3,4\n", 13), "b", "contains a null byte");
    row("names only", "a,b\n", "b", "has no numbers");
    row("a mark only", "\xef\xbb\xbf", "b", "is empty");
    row("never closed", "a,b\n\"x,1\ny,2\n", "b", "line 2 is never closed");
}

void TestCsv::whatCannotBeReadIsSaid()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, column);
    QFETCH(QString, sentence);
    try {
        columnOf(text, column);
        QCOMPARE(QString(), sentence);
    } catch (const std::runtime_error &error) {
        const QString said = QString::fromUtf8(error.what());
        QVERIFY2(!sentence.isEmpty() && said.contains(sentence), error.what());
        QVERIFY2(said.contains("own.csv") && said.endsWith(u'.'), error.what());
    }
}

void TestCsv::aMarkThatComesLateIsSeen()
{
    QByteArray text = "id;total\n";
    for (int i = 0; i < 40'000; ++i) // far more than is looked at for the guess
        text += "1;1250\n";
    text += "2;1.500\n3;999,50\n";
    const CsvColumn german = columnOf(text, "total");
    QCOMPARE(german.numbers.back(), 999.5);
    QCOMPARE(german.numbers.at(40'000), 1500);
    QCOMPARE(german.bad, 0);
    const CsvColumn english = columnOf(text.replace("1.500", "1.5").replace("999,50", "999"), "total");
    QCOMPARE(english.numbers.at(40'000), 1.5);
    QCOMPARE(english.bad, 0);
}

void TestCsv::theFirstColumnOfNumbersIsTaken()
{
    QCOMPARE(columnOf("day,place,rain\n2024-01-01,Kiel,2.5\n2024-01-02,Jena,3.5\n", "").numbers,
             (std::vector<double>{2.5, 3.5}));
}

void TestCsv::recordsMayEndAnywhereInABlock()
{
    // Records of all lengths, with quoted line ends, so that blocks end in the middle of everything.
    for (const char *encoding : {"UTF-8", "UTF-16LE", "Shift_JIS"}) {
        QString text = QStringLiteral("名,数\n");
        for (int i = 0; i < 20'000; ++i)
            text += QStringLiteral("\"%1\"\"\n,ソ\",%2\r\n").arg(QString(i % 97, u'表')).arg(i);
        const QByteArray bytes = QStringEncoder(encoding)(text);
        const CsvColumn read = columnOf((encoding[4] == '1' ? "\xff\xfe" : "") + bytes, QStringLiteral("数"));
        QCOMPARE(read.numbers.size(), std::size_t(20'000));
        QCOMPARE(read.numbers.back(), 19'999);
        QCOMPARE(read.bad, 0);
    }
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
