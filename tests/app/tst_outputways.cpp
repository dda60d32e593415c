// Where outputs go: files of any name, standard output, and what the system limits.

#include "tests/app/calledprogram.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace tenfold;

class TestOutputWays : public CalledProgram
{
    Q_OBJECT

private Q_SLOTS:
    void twoOutputsToOneFileAreRefused_data();
    void twoOutputsToOneFileAreRefused();
    void severalMayGoToADevice();
    void everyOutputGoesThroughAPipe_data();
    void everyOutputGoesThroughAPipe();
    void aDiskWithoutSpaceKeepsTheOlderFile_data();
    void aDiskWithoutSpaceKeepsTheOlderFile();
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

/// A device of the test's own: the system's are not for programs under test, which might replace them.
class Terminal
{
public:
    Terminal()
    {
        if (number_ < 0 || ::grantpt(number_) != 0 || ::unlockpt(number_) != 0)
            return;
        name_ = QString::fromLocal8Bit(::ptsname(number_));
        reading_ = std::jthread([this] { // else it is full some time
            char part[4096];
            while (::read(number_, part, sizeof part) > 0) {
            }
        });
        held_ = ::open(qPrintable(name_), O_RDWR | O_NOCTTY | O_CLOEXEC);
    }
    ~Terminal()
    {
        ::close(held_); // the last one who writes, which ends the reading
        reading_ = {};
        ::close(number_);
    }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    const QString &name() const { return name_; }

private:
    const int number_ = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    int held_ = -1;
    QString name_;
    std::jthread reading_;
};

void TestOutputWays::severalMayGoToADevice()
{
    const Terminal terminal;
    if (terminal.name().isEmpty())
        QSKIP("there are no terminals here");
    const Result result =
        call(once({"--json", terminal.name(), "--csv", terminal.name(), "--trace", "t.json"}));
    QVERIFY2(result.status == 0 && !result.out.isEmpty(), result.err);
    struct stat device
    {};
    QVERIFY(::lstat(qPrintable(terminal.name()), &device) == 0 && S_ISCHR(device.st_mode));
    const Result named = call(once({"--json", "/dev/stdout"})); // no text beside it
    QVERIFY2(named.status == 0 && !QJsonDocument::fromJson(named.out).isNull(), named.out);
}

void TestOutputWays::everyOutputGoesThroughAPipe_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("begin"); // of what comes out, as file(1) knows these formats by
    const auto row = [](const char *option, const char *name, const QByteArray &begin) {
        QTest::newRow(option) << QByteArray(name) << begin;
    };
    const QByteArray png("\x89PNG\r\n\x1a\n");
    row("--json", "pipe", "{");
    row("--csv", "pipe", "scenario,variant,");
    row("--trace", "pipe", "{");
    row("--chart", "pipe.svg", "<?xml");
    row("--chart elapsed:", "pipe.pdf", "%PDF-");
    row("--chart page:", "pipe.png", png);
    row("--timeline", "pipe.svg", "<?xml");
    row("--shot", "pipe.png", png);
}

void TestOutputWays::everyOutputGoesThroughAPipe()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, begin);
    // The option and what stands before the name, if anything.
    QByteArray option = QTest::currentDataTag();
    option += option.endsWith(':') ? "" : " ";
    // Where a file stands in the pipe's place, nobody says anything to its reader.
    const Result named =
        inShell("rm -f " + name + " came; mkfifo -m 600 " + name + "; cat " + name + " >came & \"$@\" " +
                option + name + " && test -p " + name + " && wait || { kill $!; exit 9; }");
    QVERIFY2(named.status == 0, named.err);
    QVERIFY2(contentOf("came").startsWith(begin),
             contentOf("came").first(qMin(20, contentOf("came").size())));
    if (name != "pipe")
        return; // the format is in the name
    // What bash makes of >(cat).
    const Result open = inShell("{ \"$@\" " + option + "/dev/fd/3 3>&1 >said; } | cat >came");
    QVERIFY2(open.err.isEmpty() && contentOf("came").startsWith(begin), open.err);
    QVERIFY(contentOf("said").contains("Sequential"));
}

void TestOutputWays::aDiskWithoutSpaceKeepsTheOlderFile_data()
{
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *option, const char *name) {
        QTest::addRow("%s %s", option, name) << QByteArray(name);
    };
    for (const char *option : {"--json", "--csv", "--trace"})
        row(option, "old");
    for (const char *name : {"old.svg", "old.pdf", "old.png"})
        row("--chart", name);
    row("--timeline", "old.svg");
    row("--shot", "old.png");
}

// On a small disk of its own, which is full.
void TestOutputWays::aDiskWithoutSpaceKeepsTheOlderFile()
{
    QFETCH(QByteArray, name);
    const QByteArray option = QByteArray(QTest::currentDataTag()).split(' ').first();
    QDir(folder_.path()).mkdir("disk");
    const QByteArray apart =
        ::geteuid() == 0 ? "unshare --mount --propagation private" : "unshare --user --map-root-user --mount";
    const Result result =
        inShell(apart + " sh -c 'mount -t tmpfs -o size=64k tmpfs disk || exit 99; printf older >disk/" +
                name + "; dd if=/dev/zero of=disk/fill bs=1k 2>/dev/null; \"$@\" " + option + " disk/" +
                name + "; status=$?; printf \"\\n%s\" \"$(cat disk/" + name +
                " | tr -d \"\\000\")\"; exit $status' sh \"$@\"");
    if (result.status == 99 || (result.err.contains("unshare") && result.err.contains("not permitted")))
        QSKIP("a disk of its own cannot be mounted here");
    QVERIFY2(result.status == 1 && result.err.contains("No space left on device"), result.err);
    QCOMPARE(result.out.split('\n').last(), "older");
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
    // As the shell names it, and removes it: QDir would not.
    QCOMPARE(
        inShell(
            "name=\"$(printf 'caf\\351.json')\"; \"$@\" --json - > \"$name\"; s=$?; rm \"$name\" && exit $s")
            .status,
        0);
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
