// Where outputs go: files of any name, standard output, and what the system limits.

#include "tests/app/calledprogram.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace tenfold;

class TestOutputWays : public CalledProgram
{
    Q_OBJECT

private Q_SLOTS:
    void twoOutputsToOneFileAreRefused_data();
    void twoOutputsToOneFileAreRefused();
    void severalMayGoToADevice();
    void aNameIsAFileWhateverItHolds_data();
    void aNameIsAFileWhateverItHolds();
    void aNameThatIsNotUtf8IsNotAnother();
    void anEmptyNameIsNoFile();
    void standardOutputThatIsNotThereIsAnError();
    void aReaderThatGoesAwayIsAnError();
    void aLimitIsASentence_data();
    void aLimitIsASentence();

private:
    QByteArray contentOf(const QByteArray &name) const
    {
        QFile file(path(QFile::decodeName(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QStringList once(const QStringList &more) { return quick({"--variant", "sequential"}) + more; }
    /// What `line` of a shell says, where "$@" is the program with a quick run. -1: ended by a signal.
    Result inShell(const QByteArray &line, const QStringList &more = {})
    {
        QProcess shell;
        shell.setProcessEnvironment(environment_);
        shell.setWorkingDirectory(folder_.path());
        shell.start("/bin/sh",
                    QStringList{"-c", QString::fromUtf8(line), "sh", TENFOLD_PROGRAM} + once(more));
        if (!shell.waitForFinished(10 * patience) || shell.exitStatus() != QProcess::NormalExit)
            return {};
        const int status = shell.exitCode() < 128 ? shell.exitCode() : -1; // as shells tell of signals
        return {status, shell.readAllStandardOutput(), shell.readAllStandardError()};
    }
};

void TestOutputWays::twoOutputsToOneFileAreRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("JSON and CSV") << QStringList{"--json", "same", "--csv", "same"};
    QTest::newRow("another spelling") << QStringList{"--json", "same", "--trace", "./folder/../same"};
    QTest::newRow("by a link") << QStringList{"--json", "there", "--csv", "link"};
    QTest::newRow("by a link to what is to come") << QStringList{"--json", "same", "--csv", "dangling"};
    QTest::newRow("two charts") << QStringList{"--chart", "same.svg", "--chart", "in-flight:same.svg"};
    QTest::newRow("a chart and a timeline") << QStringList{"--chart", "same.png", "--timeline", "same.png"};
    QTest::newRow("a chart and a shot") << QStringList{"--chart", "same.png", "--shot", "same.png"};
    QTest::newRow("standard output by name") << QStringList{"--json", "-", "--csv", "/dev/stdout"};
    QTest::newRow("the text and a trace") << QStringList{"--trace", "/dev/stdout"};
}

void TestOutputWays::twoOutputsToOneFileAreRefused()
{
    QFETCH(QStringList, arguments);
    QDir(folder_.path()).mkdir("folder");
    QFile there(path("there"));
    QVERIFY(there.open(QIODevice::WriteOnly) && there.write("old") == 3);
    there.close();
    QFile::link("there", path("link"));
    QFile::link("same", path("dangling"));
    const Result result = call(once(arguments));
    QVERIFY2(result.status == 2 && result.out.isEmpty(), result.err);
    QCOMPARE(result.err.count('\n'), 1);
    QCOMPARE(contentOf("there"), "old");
    QVERIFY(!QFile::exists(path("same")) && !QFile::exists(path("same.svg")));
}

void TestOutputWays::severalMayGoToADevice()
{
    const Result result = call(once({"--json", "/dev/null", "--csv", "/dev/null", "--trace", "t.json"}));
    QVERIFY2(result.status == 0 && !result.out.isEmpty(), result.err);
    const Result named = call(once({"--json", "/dev/stdout"})); // no text beside it
    QVERIFY2(named.status == 0 && !QJsonDocument::fromJson(named.out).isNull(), named.out);
}

void TestOutputWays::aNameIsAFileWhateverItHolds_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"-dash.svg", "with a blank.svg", "two\nlines.svg", "./a:b/c.svg",
                             "$HOME `x` \"'.svg", "日本.svg", "%1 %n.svg"})
        QTest::newRow(QByteArray(name).toPercentEncoding(" :/.").constData()) << QByteArray(name);
}

void TestOutputWays::aNameIsAFileWhateverItHolds()
{
    QFETCH(QByteArray, name);
    QDir(folder_.path()).mkdir("a:b");
    // By a shell, which takes the bytes as they are.
    QFile script(path("script"));
    QVERIFY(script.open(QIODevice::WriteOnly));
    QByteArray quoted = name;
    script.write("name='" + quoted.replace("'", "'\\''") +
                 "'; \"$@\" --chart \"$name\" --json \"$name.json\" && \"$@\" --chart elapsed:\"$name\"");
    script.close();
    const Result result = inShell(". ./script");
    QVERIFY2(result.status == 0, result.err);
    QVERIFY(contentOf(name).contains("<svg"));
    const QJsonDocument document = QJsonDocument::fromJson(contentOf(name + ".json"));
    QVERIFY(document["command"].toString().startsWith("tenfold run"));
}

void TestOutputWays::aNameThatIsNotUtf8IsNotAnother()
{
    const QStringList before = QDir(folder_.path()).entryList(QDir::Files);
    for (const char *name : {"\\351.svg", "caf\\351.svg", "\\223\\372.svg", "\\300\\257.svg"}) {
        const Result result = inShell(QByteArray("\"$@\" --chart \"$(printf '") + name + "')\"");
        QVERIFY2(result.status == 2 && result.err.contains("is not UTF-8"), result.err);
    }
    QCOMPARE(QDir(folder_.path()).entryList(QDir::Files), before);
    QCOMPARE(inShell("\"$@\" --json - > \"$(printf 'caf\\351.json')\"").status, 0); // as the shell names it
}

void TestOutputWays::anEmptyNameIsNoFile()
{
    for (const char *option : {"--json", "--csv", "--trace", "--chart", "--shot"}) { // such as "$UNSET"
        const Result result = call(once({option, ""}));
        QVERIFY2(result.status == 2 && result.err.contains("needs a value"), result.err);
    }
}

// The first file that is opened gets the number of one that is closed: text must not go there.
void TestOutputWays::standardOutputThatIsNotThereIsAnError()
{
    for (const char *line : {"\"$@\" >&-", "\"$@\" <&- >&-", "\"$@\" --json - >&-"}) {
        const Result result = inShell(line);
        QVERIFY2(result.status == 1 && result.err.contains("Bad file descriptor"), result.err);
    }
    const QStringList files{"--json", "f.json", "--csv", "f.csv", "--trace", "f.trace", "--chart", "f.svg"};
    for (const char *line : {"\"$@\" >&-", "\"$@\" <&- >&- 2>&-"}) {
        QCOMPARE(inShell(line, files).status, 1);
        QVERIFY(!QJsonDocument::fromJson(contentOf("f.json")).isNull());
        QVERIFY(!QJsonDocument::fromJson(contentOf("f.trace")).isNull());
        QVERIFY(contentOf("f.csv").startsWith("scenario,"));
        QVERIFY(contentOf("f.svg").trimmed().endsWith("</svg>"));
    }
    QCOMPARE(inShell("\"$@\" <&- 2>&- >out").status, 0);
    QCOMPARE(inShell("\"$1\" list --json >&-").status, 1);
}

void TestOutputWays::aReaderThatGoesAwayIsAnError()
{
    // The pipe's reader is gone before anything is written to it.
    const Result result = inShell("mkfifo -m 600 gone; exec 3<>gone 4>gone 3>&-; \"$@\" >&4");
    QVERIFY2(result.status == 1 && result.err.contains("Broken pipe"), result.err);
    QVERIFY(inShell("\"$@\" >/dev/full").err.contains("No space left on device"));
}

void TestOutputWays::aLimitIsASentence_data()
{
    QTest::addColumn<QByteArray>("limit");
    QTest::addColumn<QByteArray>("words"); // empty: it may do all the same
    QTest::newRow("the size of files") << QByteArray("-f 1") << QByteArray("File too large");
    for (const char *files : {"8", "16", "64", "200"})
        QTest::newRow(files) << QByteArray("-n ") + files << QByteArray("too few open files");
    QTest::newRow("300") << QByteArray("-n 300") << QByteArray();
    QTest::newRow("a soft limit, which may be raised") << QByteArray("-S -n 20") << QByteArray();
}

void TestOutputWays::aLimitIsASentence()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("The sanitizer needs files of its own.");
#endif
    QFETCH(QByteArray, limit);
    QFETCH(QByteArray, words);
    const Result result =
        inShell("ulimit " + limit + "; \"$@\"", {"--json", "limited.json", "--chart", "limited.png"});
    QVERIFY2(result.status == 0 || result.status == 1, result.err); // no signal
    QVERIFY2(result.err.contains(words), result.err);
    QCOMPARE(result.status == 0, result.err.isEmpty());
    const QStringList left = QDir(folder_.path()).entryList({"limited.*.*"}, QDir::Files | QDir::Hidden);
    QVERIFY2(left.isEmpty(), qPrintable(left.join(' ')));
}

QTEST_GUILESS_MAIN(TestOutputWays)
#include "tst_outputways.moc"
