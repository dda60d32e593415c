#include "core/analysis/readings.h"
#include "core/sync/stopped.h"
#include "core/workloads/files/filename.h"
#include "core/workloads/files/textfiles.h"
#include "core/workloads/workmemory.h"
#include "tests/core/scratch.h"
#include "tests/core/walk.h"
#include "tests/patience.h"

#include <QProcess>

#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace tenfold;
using namespace std::chrono_literals;

class TestFileProcessing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAsWcDoes_data();
    void countsAsWcDoes();
    void aFileThatCannotBeReadSaysWhy();
    void aFileWithoutPermissionSaysSo();
    void anOwnFolderIsReadWithItsSubfolders();
    void aFolderMayBeNamedFromWhereOneIs();
    void aNameThatIsNotUtf8IsARow();
    void everyBadFileIsARowAndTheRestGoesOn();
    void tenThousandFilesAreReadOrCappedAndItIsSaid();
    void aFolderWithoutAFileIsASentence();
    void aFileThatVanishesMeanwhileIsARow();
    void aTemporaryFolderThatIsNoneIsASentence();
    void aFullDiskIsASentence();
    void nothingIsLeftBehind();
    void aStopInMidRunLeavesNothing();
    void theLimitKnowsTheDisk();
    void aThreadPerFileIsCounted();
};

static const Scenario &scenario()
{
    return *findScenario("threads/file-processing");
}

/// The values of `quick` for an own folder, with no latency.
static Values valuesFor(const QString &folder)
{
    Values values = scenario().preset("quick");
    values["folder"] = folder;
    values["files"] = 100;
    values["latency"] = 0;
    return values;
}

static Table sequentialTable(const Values &values)
{
    const auto outcomes = carriedOut(planOf({&scenario(), {}, values}));
    return outcomes[0].status() == Status::Finished ? outcomes[0].shown()->results.table : Table();
}

static QVariantList rowOf(const Table &table, const QString &file)
{
    const auto found =
        std::ranges::find_if(table.rows, [&](const QVariantList &row) { return row.value(0) == file; });
    return found == table.rows.end() ? QVariantList() : *found;
}

void TestFileProcessing::countsAsWcDoes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("lines");
    QTest::addColumn<qint64>("words");
    const auto row = [](const char *name, const QByteArray &text, qint64 lines, qint64 words) {
        QTest::newRow(name) << text << lines << words;
    };
    row("nothing", "", 0, 0);
    row("no line end", "one two", 0, 2);
    row("line ends alone", "\n\n\n", 3, 0);
    row("the chapter's", QByteArray("Test content for file 3\n").repeated(10), 10, 50);
    row("windows", "a b\r\nc\r\n", 2, 3);
    row("tabs and feeds", "a\tb\vc\fd\r  e\n", 1, 5);
    row("punctuation is a word", "- -- a,b\n", 1, 3);
    row("japanese", "逐次処理　並行処理 x\n", 1, 3); // an ideographic space parts words
    row("accents", "naïve café\n", 1, 2);
    row("beyond the first plane", "𝄞 😀😀\n", 1, 2);
    row("a control character is no word", "a \x01 b\n", 1, 2);
    // What wc of coreutils 9.1 gives; it is asked again below.
    row("next line",
        "a\xc2\x85"
        "b\n",
        1, 1);
    row("line separator", "a\u2028b c\n", 1, 2);
    row("word joiner", "a\u2060b c\n", 1, 3);
    row("no-break spaces", "a\u00a0b\u202fc\u2007d\n", 1, 4);
    row("private characters", "\ue000 \uf8ff x\n", 1, 3);
    row("latin-1", "\xe9 \xe8\n", 1, 0);
    row("latin-1 within a word", "caf\xe9s x\n", 1, 2);
    row("a byte order mark alone", "\xef\xbb\xbf\n", 1, 1);
    row("zero width and soft hyphen", "a\u200bb \u00ad c\n", 1, 3);
    row("ogham space", "a\u1680b\n", 1, 2);
    row("half a surrogate pair", "\xed\xa0\x80 x\n", 1, 1);
    row("cut off", "x \xe2\x80", 0, 1);
    row("not assigned", "\u0378 x\n", 1, 1);
    row("long", QByteArray("word ").repeated(100'000) + '\n', 1, 100'000);
}

void TestFileProcessing::countsAsWcDoes()
{
    QFETCH(QByteArray, text);
    const TextCounts counts = countText(text);
    QTEST(counts.lines, "lines");
    QTEST(counts.words, "words");
    QProcess wc;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LC_ALL", "C.UTF-8");
    wc.setProcessEnvironment(environment);
    wc.start("wc", {"-l", "-w"});
    if (!wc.waitForStarted(patience))
        QSKIP("there is no wc here");
    wc.write(text);
    wc.closeWriteChannel();
    QVERIFY(wc.waitForFinished(patience));
    QCOMPARE(wc.readAll().simplified(),
             QByteArray::number(counts.lines) + ' ' + QByteArray::number(counts.words));
}

void TestFileProcessing::aFileThatCannotBeReadSaysWhy()
{
    const Scratch scratch;
    write(scratch.path("text"), "some words\n");
    write(scratch.path("binary"), QByteArray("ELF\0\1\2", 6));
    write(scratch.path("empty"), "");
    QFile large(scratch.path("large"));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize((16 << 20) + 1));
    QVERIFY(QFile::link(scratch.path("nowhere"), scratch.path("broken")));
    QVERIFY(QFile::link(scratch.path(), scratch.path("folder")));
    QVERIFY(QFile::link(scratch.path("circle"), scratch.path("circle")));
    QCOMPARE(::mkfifo(qPrintable(scratch.path("pipe")), 0600), 0);
    const auto errorOf = [&](const QString &name) {
        const FileContent content = readTextFile(name.startsWith(u'/') ? name : scratch.path(name));
        // Either a reason and no bytes, or no reason.
        return content.error.isEmpty() == content.reason.isEmpty() &&
                       (content.error.isEmpty() || content.bytes.isEmpty())
                   ? content.error
                   : QStringLiteral("inconsistent");
    };
    QCOMPARE(readTextFile(scratch.path("text")).bytes, "some words\n");
    QCOMPARE(errorOf("text"), "");
    QCOMPARE(errorOf("empty"), "");
    QCOMPARE(errorOf("binary"), "binary");
    QCOMPARE(errorOf("large"), "too-large");
    QCOMPARE(errorOf("broken"), "broken-link");
    QCOMPARE(errorOf("circle"), "broken-link");
    QCOMPARE(errorOf("never"), "vanished");
    QCOMPARE(errorOf("folder"), "not-a-file");
    QCOMPARE(errorOf("pipe"), "not-a-file"); // and it did not wait for a writer
    QCOMPARE(errorOf("/dev/zero"), "not-a-file");
    QCOMPARE(errorOf("/proc/self/mem"), "unreadable"); // opens, but fails to be read
}

void TestFileProcessing::aFileWithoutPermissionSaysSo()
{
    if (::geteuid() == 0)
        QSKIP("root may read everything");
    const Scratch scratch;
    write(scratch.path("secret"), "text\n");
    QVERIFY(QFile::setPermissions(scratch.path("secret"), {}));
    const FileContent content = readTextFile(scratch.path("secret"));
    QCOMPARE(content.error, "unreadable");
    QVERIFY(!content.reason.isEmpty());
}

void TestFileProcessing::anOwnFolderIsReadWithItsSubfolders()
{
    const Scratch scratch;
    QVERIFY(QDir(scratch.path()).mkpath("b/deep/er"));
    write(scratch.path("c.txt"), "one two\nthree\n");
    write(scratch.path("b/a.txt"), "x\n");
    write(scratch.path("b/deep/er/日本.txt"), "並行 処理\n");
    write(scratch.path(".hidden"), "x\n");
    QVERIFY(QFile::link(scratch.path("b"), scratch.path("again")));
    const Table table = sequentialTable(valuesFor(scratch.path()));
    QStringList files;
    for (const QVariantList &row : table.rows)
        files << row.value(0).toString();
    QCOMPARE(files, (QStringList{"again", "b/a.txt", "b/deep/er/日本.txt", "c.txt"}));
    QCOMPARE(rowOf(table, "again")[4], "not-a-file"); // a link to a folder could lead in a circle
    QCOMPARE(rowOf(table, "c.txt"), (QVariantList{"c.txt", 14, 2, 3, "read", {}}));
}

void TestFileProcessing::aFolderMayBeNamedFromWhereOneIs()
{
    const Scratch scratch;
    QVERIFY(QDir(scratch.path()).mkpath("texts/deep"));
    write(scratch.path("texts/a.txt"), "x\n");
    write(scratch.path("texts/deep/b.txt"), "x\n");
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(scratch.path()));
    const Table table = sequentialTable(valuesFor("texts"));
    const Table slashed = sequentialTable(valuesFor("./texts/"));
    QVERIFY(QDir::setCurrent(scratch.path("texts")));
    const Table around = sequentialTable(valuesFor("../texts/deep"));
    QDir::setCurrent(before);
    QCOMPARE(slashed.rows, table.rows);
    QCOMPARE(rowOf(around, "b.txt").value(4), "read");
    QCOMPARE(rowOf(table, "a.txt").value(4), "read");
    QCOMPARE(rowOf(table, "deep/b.txt").value(4), "read");
}

void TestFileProcessing::aNameThatIsNotUtf8IsARow()
{
    const Scratch scratch;
    const QByteArray folder = scratch.path().toUtf8() + '/';
    const auto writeBytes = [](const QByteArray &name) {
        const int file = ::open(name.constData(), O_WRONLY | O_CREAT, 0600);
        QVERIFY(file >= 0 && ::write(file, "one two\n", 8) == 8);
        ::close(file);
    };
    writeBytes(folder + "a.txt");
    writeBytes(folder + "b-\xe9.txt");
    writeBytes(folder + "b-\xe8.txt");
    QCOMPARE(::mkdir((folder + "\xff").constData(), 0700), 0);
    writeBytes(folder + "\xff/日本\xc3");
    QCOMPARE(::symlink("/nowhere-\xfe", (folder + "link").constData()), 0);
    const Table table = sequentialTable(valuesFor(scratch.path()));
    QStringList files;
    for (const QVariantList &row : table.rows)
        files << row[0].toString() + u' ' + row[4].toString();
    QCOMPARE(files, (QStringList{"a.txt read", "b-\\xE8.txt read", "b-\\xE9.txt read", "link broken-link",
                                 "\\xFF/日本\\xC3 read"}));
    QVERIFY(rowOf(table, "link")[5].toString().contains("/nowhere-\\xFE"));
    for (const QByteArray &name :
         {QByteArray("a"), QByteArray("\xe9"), QByteArray("é\xc3😀\xf0\x9f"), QByteArray("\xed\xb3\xa9")})
        QCOMPARE(bytesOfFileName(fileNameOf(name)), name);
    for (const QByteArray &name :
         {QByteArray("b-\xe9.txt"), QByteArray("\xff/日本\xc3")}) // QDir removes no such file
        QCOMPARE(::unlink((folder + name).constData()), 0);
    QCOMPARE(::unlink((folder + "b-\xe8.txt").constData()), 0);
    QCOMPARE(::rmdir((folder + "\xff").constData()), 0);
}

void TestFileProcessing::everyBadFileIsARowAndTheRestGoesOn()
{
    const Scratch scratch;
    write(scratch.path("good"), "a b c\n");
    write(scratch.path("binary"), QByteArray("\0", 1));
    QVERIFY(QFile::link("/nowhere", scratch.path("broken")));
    QCOMPARE(::mkfifo(qPrintable(scratch.path("pipe")), 0600), 0);
    const auto outcomes =
        carriedOut(planOf({&scenario(), allVariants(scenario()), valuesFor(scratch.path())}));
    for (const Outcome &outcome : outcomes) {
        QCOMPARE(outcome.status(), Status::Finished);
        QVERIFY(outcome.sameResult());
        const Table &table = outcome.shown()->results.table;
        QCOMPARE(table.rows.size(), 4);
        QCOMPARE(rowOf(table, "good")[4], "read");
        QCOMPARE(rowOf(table, "binary")[4], "binary");
        QCOMPARE(rowOf(table, "broken")[4], "broken-link");
        QVERIFY(rowOf(table, "broken")[5].toString().contains("/nowhere"));
        QCOMPARE(rowOf(table, "pipe")[4], "not-a-file");
        for (const QVariantList &row : table.rows)
            QCOMPARE(row[5].toString().isEmpty(), row[4] == "read"); // a reason for each failure
    }
}

void TestFileProcessing::tenThousandFilesAreReadOrCappedAndItIsSaid()
{
    const Scratch scratch;
    for (int i = 0; i < 10'000; ++i)
        write(scratch.path(QStringLiteral("%1").arg(i, 5, 10, QLatin1Char('0'))), "word\n");
    Values values = valuesFor(scratch.path());
    const auto outcomes = carriedOut(planOf({&scenario(), scenario().tickedVariants(), values}));
    for (const Outcome &outcome : outcomes) {
        QVERIFY(outcome.sameResult());
        const Table &table = outcome.shown()->results.table;
        QCOMPARE(table.rows.size(), 101);
        QCOMPARE(table.rows[99], (QVariantList{"00099", 5, 1, 1, "read", {}}));
        QCOMPARE(table.rows[100][4], "left-out");
        QVERIFY(table.rows[100][5].toString().contains("9,900"));
    }
    values["files"] = scenario().parameter("files")->maximum;
    const auto whole = carriedOut(planOf({&scenario(), scenario().tickedVariants(), values}));
    for (const Outcome &outcome : whole) {
        QVERIFY(outcome.sameResult());
        const Table &table = outcome.shown()->results.table;
        QCOMPARE(table.rows.size(), 10'000);
        for (const QVariantList &row : table.rows)
            QCOMPARE(row[4], "read");
    }
}

void TestFileProcessing::aFolderWithoutAFileIsASentence()
{
    const Scratch scratch;
    QVERIFY(QDir(scratch.path()).mkpath("sub/folder"));
    for (const QString &folder : {scratch.path(), scratch.path("never")}) {
        const auto outcomes = carriedOut(planOf({&scenario(), {"parallel"}, valuesFor(folder)}));
        for (const Outcome &outcome : outcomes) {
            QCOMPARE(outcome.status(), Status::Failed);
            QVERIFY2(outcome.error().contains(folder), qPrintable(outcome.error()));
        }
    }
}

void TestFileProcessing::aFileThatVanishesMeanwhileIsARow()
{
    const Scratch scratch;
    for (const char *name : {"a", "b", "c"})
        write(scratch.path(name), "text\n");
    Values values = valuesFor(scratch.path());
    values["latency"] = 300;
    Runner runner;
    runner.start({&scenario(), {{"sequential", values}}});
    // The names are known and "a" is being read: "c" goes before its turn comes.
    const auto isRunning = [&] {
        const auto outcomes = runner.outcomes();
        return outcomes[0].shown() && outcomes[0].shown()->status == Status::Running;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isRunning(), patience);
    QVERIFY(QFile::remove(scratch.path("c")));
    runner.wait();
    const auto outcomes = runner.outcomes();
    QCOMPARE(outcomes[0].status(), Status::Finished);
    const Table &table = outcomes[0].shown()->results.table;
    QCOMPARE(rowOf(table, "b")[4], "read");
    QCOMPARE(rowOf(table, "c")[4], "vanished");
    QVERIFY(!rowOf(table, "c")[5].toString().isEmpty());
}

void TestFileProcessing::aTemporaryFolderThatIsNoneIsASentence()
{
    const Scratch scratch;
    qputenv("TMPDIR", QFile::encodeName(scratch.path("never")));
    const auto outcomes = carriedOut(planOf({&scenario(), {"parallel"}, scenario().preset("quick")}));
    for (const Outcome &outcome : outcomes) {
        QCOMPARE(outcome.status(), Status::Failed);
        QVERIFY2(outcome.error().contains(scratch.path("never")), qPrintable(outcome.error()));
    }
    QVERIFY(!QFile::exists(scratch.path("never")));
}

void TestFileProcessing::aFullDiskIsASentence()
{
    const Scratch scratch;
    std::vector<Outcome> outcomes;
    {
        const FullDisk full(100);
        outcomes = carriedOut(planOf({&scenario(), {"parallel"}, scenario().preset("quick")}));
    }
    for (const Outcome &outcome : outcomes) {
        QCOMPARE(outcome.status(), Status::Failed);
        QVERIFY2(outcome.error().contains(scratch.temporary()), qPrintable(outcome.error()));
    }
    QCOMPARE(scratch.left(), QStringList());
}

void TestFileProcessing::nothingIsLeftBehind()
{
    const Scratch scratch;
    const auto outcomes =
        carriedOut(planOf({&scenario(), allVariants(scenario()), scenario().preset("quick")}));
    QCOMPARE(outcomes.back().status(), Status::Finished);
    QCOMPARE(scratch.left(), QStringList());
}

void TestFileProcessing::aStopInMidRunLeavesNothing()
{
    stopInMidRun(scenario(), QStringLiteral("parallel"));
}

void TestFileProcessing::theLimitKnowsTheDisk()
{
    Values values = scenario().preset("quick");
    values["files"] = 16;
    values["workers"] = 64;
    QCOMPARE(scenario().bound(values, std::vector<double>(16, 0.5)), 1.0); // 8 at once, twice
}

void TestFileProcessing::aThreadPerFileIsCounted()
{
    const auto outcomes =
        carriedOut(planOf({&scenario(), allVariants(scenario()), scenario().preset("quick")}));
    QCOMPARE(outcomes[0].finding("threads")->value, 1.0);
    QVERIFY(outcomes[1].finding("threads")->value <= 4.0);
    QCOMPARE(outcomes[2].finding("extra-threads")->value, 6.0); // 10 files, 4 workers
    qint64 stack = 0;
    std::thread([&] { stack = stackSize(); }).join(); // not the main thread's, which grows
    QVERIFY(stack > 0);
    for (const Outcome &outcome : outcomes)
        QCOMPARE(outcome.finding("stacks")->value,
                 outcome.finding("threads")->value * static_cast<double>(stack) / (1 << 20));
}

QTEST_GUILESS_MAIN(TestFileProcessing)
#include "tst_fileprocessing.moc"
