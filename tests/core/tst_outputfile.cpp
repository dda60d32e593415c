// A file that is written: replaced whole or not at all, or written through where it is not a regular one.

#include "core/recording/outputfile.h"
#include "tests/core/scratch.h"
#include "tests/patience.h"

#include <QFileInfo>

#include <array>
#include <atomic>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

using namespace tenfold;

class TestOutputFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsMadeOrReplaced();
    void aLinkStaysALink();
    void aFullDiskLeavesTheOlderFileWhole();
    void aSecondNameSeesTheNewContent();
    void aFileThatMayNotBeWrittenStays();
    void aPipeIsWrittenThrough();
    void aPipeWithoutAReaderIsWaitedForAsLongAsWanted();
    void aPipeWhoseReaderStopsIsGivenUp();
    void anOpenDescriptorIsWrittenThrough();
    void aDeviceIsWrittenThrough();
    void whatTakesNoTextIsRefused();
    void twoNamesOfOneFileAreKnown();
    void whatCannotBeWrittenIsKnownBefore_data();
    void whatCannotBeWrittenIsKnownBefore();
};

static QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

static mode_t modeOf(const QString &name)
{
    struct stat there
    {};
    return ::lstat(qPrintable(name), &there) == 0 ? there.st_mode : 0;
}

void TestOutputFile::aFileIsMadeOrReplaced()
{
    const Scratch scratch;
    const QString file = scratch.path("file");
    const mode_t mask = ::umask(022);
    QCOMPARE(writeOutput(file, "first"), "");
    ::umask(mask);
    QCOMPARE(contentOf(file), "first");
    QCOMPARE(modeOf(file), mode_t(S_IFREG | 0644));
    QCOMPARE(::chmod(qPrintable(file), 0640), 0);
    const QByteArray large(3 << 20, 'x');
    QCOMPARE(writeOutput(file, large), "");
    QVERIFY(contentOf(file) == large);
    QCOMPARE(modeOf(file), mode_t(S_IFREG | 0640)); // whoever could read the older one
    QCOMPARE(scratch.left(), QStringList("file"));
    QCOMPARE(outputProblem(file), "");
}

void TestOutputFile::aLinkStaysALink()
{
    const Scratch scratch;
    write(scratch.path("target"), "old");
    QVERIFY(QFile::link("target", scratch.path("link"))); // relative, and a link to a link
    QVERIFY(QFile::link(scratch.path("link"), scratch.path("again")));
    QCOMPARE(writeOutput(scratch.path("again"), "new"), "");
    QCOMPARE(contentOf(scratch.path("target")), "new");
    QVERIFY(S_ISLNK(modeOf(scratch.path("link"))) && S_ISLNK(modeOf(scratch.path("again"))));
    QVERIFY(QFile::link(scratch.path("to come"), scratch.path("dangling")));
    QCOMPARE(writeOutput(scratch.path("dangling"), "made"), "");
    QCOMPARE(contentOf(scratch.path("to come")), "made");
    QVERIFY(S_ISLNK(modeOf(scratch.path("dangling"))));
}

void TestOutputFile::aFullDiskLeavesTheOlderFileWhole()
{
    const Scratch scratch;
    write(scratch.path("file"), "an older file");
    QStringList said;
    {
        const FullDisk full(100);
        said << writeOutput(scratch.path("file"), QByteArray(101, 'x')) // a buffer would hold it to the end
             << writeOutput(scratch.path("file"), QByteArray(1 << 20, 'x'))
             << writeOutput(scratch.path("new"), QByteArray(1 << 20, 'x'));
    }
    for (const QString &sentence : said) {
        QVERIFY2(sentence.contains("cannot be written: File too large."), qPrintable(sentence));
        QVERIFY(sentence.contains(scratch.path()));
    }
    QCOMPARE(contentOf(scratch.path("file")), "an older file");
    QCOMPARE(scratch.left(), QStringList("file"));
}

void TestOutputFile::aSecondNameSeesTheNewContent()
{
    const Scratch scratch;
    write(scratch.path("file"), "an older file");
    QCOMPARE(::link(qPrintable(scratch.path("file")), qPrintable(scratch.path("second"))), 0);
    const QByteArray large(3 << 20, 'x');
    for (const QByteArray &content : {large, QByteArray("short"), QByteArray()}) {
        QCOMPARE(writeOutput(scratch.path("file"), content), "");
        QVERIFY(contentOf(scratch.path("second")) == content);
    }
    QCOMPARE(writeOutput(scratch.path("file"), "an older file"), "");
    QString said;
    {
        const FullDisk full(100);
        said = writeOutput(scratch.path("file"), QByteArray(1 << 20, 'x'));
    }
    QVERIFY2(said.contains("cannot be written: File too large."), qPrintable(said));
    QCOMPARE(contentOf(scratch.path("second")), "an older file");
    QCOMPARE(scratch.left().size(), 2);
}

void TestOutputFile::twoNamesOfOneFileAreKnown()
{
    const Scratch scratch;
    write(scratch.path("file"), "text");
    QVERIFY(QFile::link("file", scratch.path("link")));
    QVERIFY(QFile::link("to come", scratch.path("dangling")));
    QVERIFY(QDir(scratch.path()).mkdir("folder"));
    const auto identity = [&](const char *name) { return outputIdentity(scratch.path(name)); };
    QCOMPARE(identity("link"), identity("file"));
    QCOMPARE(identity("folder/../file"), identity("file"));
    QCOMPARE(identity("dangling"), identity("folder/../to come"));
    QCOMPARE(outputIdentity("/dev/stdout"), outputIdentity("-"));
    QVERIFY(identity("to come") != identity("file") && outputIdentity("-") != outputIdentity("/dev/fd/2"));
    QCOMPARE(outputIdentity("/dev/null"), ""); // takes any number
}

void TestOutputFile::aFileThatMayNotBeWrittenStays()
{
    if (::geteuid() == 0)
        QSKIP("root may write everything");
    const Scratch scratch;
    const QString folder = scratch.path("folder");
    QVERIFY(QDir().mkpath(folder));
    write(folder + "/open", "old");
    write(folder + "/closed", "old");
    QCOMPARE(::chmod(qPrintable(folder + "/closed"), 0444), 0);
    QVERIFY(writeOutput(folder + "/closed", "new").contains("Permission denied"));
    QCOMPARE(::chmod(qPrintable(folder), 0555), 0); // no file can be made beside it
    QVERIFY(outputProblem(folder + "/new").contains("Permission denied"));
    QCOMPARE(outputProblem(folder + "/open"), "");
    QCOMPARE(writeOutput(folder + "/open", "new"), ""); // into the file itself
    QCOMPARE(::chmod(qPrintable(folder), 0755), 0);
    QCOMPARE(contentOf(folder + "/open"), "new");
    QCOMPARE(contentOf(folder + "/closed"), "old");
}

void TestOutputFile::aPipeIsWrittenThrough()
{
    const Scratch scratch;
    const QString pipe = scratch.path("pipe");
    QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
    QCOMPARE(outputProblem(pipe), "");
    const QByteArray content = QByteArray("0123456789").repeated(50'000); // more than a pipe holds
    QByteArray came;
    std::jthread reader([&] { came = contentOf(pipe); });
    QCOMPARE(writeOutput(pipe, content, [] { return true; }), "");
    reader.join();
    QVERIFY(came == content);
    QVERIFY(S_ISFIFO(modeOf(pipe)));
}

void TestOutputFile::aPipeWithoutAReaderIsWaitedForAsLongAsWanted()
{
    const Scratch scratch;
    const QString pipe = scratch.path("pipe");
    QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
    int asked = 0;
    const QString said = writeOutput(pipe, "text", [&] { return ++asked < 3; });
    QVERIFY2(said.contains("nobody reads"), qPrintable(said));
    QCOMPARE(asked, 3);
    QVERIFY(writeOutput(pipe, "text").contains("nobody reads")); // a window does not wait at all
    QVERIFY(S_ISFIFO(modeOf(pipe)));
}

void TestOutputFile::aPipeWhoseReaderStopsIsGivenUp()
{
    const Scratch scratch;
    const QString pipe = scratch.path("pipe");
    QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
    const int reader = ::open(qPrintable(pipe), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    QVERIFY(reader >= 0);
    int asked = 0;
    QVERIFY(
        writeOutput(pipe, QByteArray(1 << 20, 'x'), [&] { return ++asked < 3; }).contains("nobody reads"));
    ::close(reader);
    const int other = ::open(qPrintable(pipe), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    asked = 0;
    // A reader that goes away is a sentence, not the end of the program.
    const QString said = writeOutput(pipe, QByteArray(1 << 20, 'x'), [&] {
        if (++asked == 1)
            ::close(other);
        return true;
    });
    QVERIFY2(said.contains("Broken pipe"), qPrintable(said));
}

void TestOutputFile::anOpenDescriptorIsWrittenThrough()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    const QByteArray content = QByteArray("0123456789").repeated(50'000);
    QByteArray came;
    std::jthread reader([&] {
        QFile file;
        if (file.open(ends[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
            came = file.readAll();
    });
    const QString name = QStringLiteral("/dev/fd/%1").arg(ends[1]); // what >(cat) is
    QCOMPARE(outputProblem(name), "");
    QCOMPARE(writeOutput(name, content, [] { return true; }), "");
    ::close(ends[1]);
    reader.join();
    QVERIFY(came == content);

    const Scratch scratch; // a redirected file goes on where it is
    const int file = ::open(qPrintable(scratch.path("file")), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    QCOMPARE(::write(file, "before\n", 7), 7);
    QCOMPARE(writeOutput(QStringLiteral("/proc/self/fd/%1").arg(file), "after\n"), "");
    QCOMPARE(contentOf(scratch.path("file")), "before\nafter\n");
    ::close(file);
    QVERIFY(!writeOutput(QStringLiteral("/dev/fd/%1").arg(file), "text").isEmpty()); // it is closed
}

void TestOutputFile::aDeviceIsWrittenThrough()
{
    // The other end of a terminal of its own: a character device.
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (terminal < 0 || ::grantpt(terminal) != 0 || ::unlockpt(terminal) != 0)
        QSKIP("there are no terminals here");
    const QString name = QString::fromLocal8Bit(::ptsname(terminal));
    QCOMPARE(writeOutput(name, "text\n", [] { return true; }), "");
    QByteArray came(100, '\0');
    came.truncate(::read(terminal, came.data(), static_cast<std::size_t>(came.size())));
    QCOMPARE(came.trimmed(), "text");
    QVERIFY(S_ISCHR(modeOf(name)));
    ::close(terminal);
}

void TestOutputFile::whatTakesNoTextIsRefused()
{
    const Scratch scratch;
    QVERIFY(writeOutput(scratch.path(), "text").contains("it is a folder"));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = scratch.path("socket").toLocal8Bit();
    if (name.size() >= qsizetype(sizeof address.sun_path))
        QSKIP("the temporary folder has too long a name for a socket");
    std::copy(name.begin(), name.end(), address.sun_path);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    QCOMPARE(::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    QVERIFY(writeOutput(scratch.path("socket"), "text").contains("it is a socket"));
    QVERIFY(S_ISSOCK(modeOf(scratch.path("socket"))));
    ::close(socket);
}

void TestOutputFile::whatCannotBeWrittenIsKnownBefore_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isFolder");
    QTest::addColumn<QString>("words");
    QTest::newRow("standard output") << "-" << false << "";
    QTest::newRow("a new file") << "new" << false << "";
    QTest::newRow("a folder") << "folder" << false << "it is a folder";
    QTest::newRow("in no folder") << "missing/file" << false << "there is no folder";
    QTest::newRow("below a file") << "file/new" << false << "Not a directory";
    QTest::newRow("in a circle") << "circle" << false << "symbolic links";
    QTest::newRow("a folder to make") << "new/and/deep" << true << "";
    QTest::newRow("a folder that is there") << "folder" << true << "";
    QTest::newRow("no folder") << "file" << true << "is not a folder";
    QTest::newRow("a folder below a file") << "file/new" << true << "is not a folder";
}

void TestOutputFile::whatCannotBeWrittenIsKnownBefore()
{
    QFETCH(QString, name);
    QFETCH(bool, isFolder);
    QFETCH(QString, words);
    const Scratch scratch;
    write(scratch.path("file"), "text");
    QVERIFY(QDir(scratch.path()).mkdir("folder"));
    QVERIFY(QFile::link(scratch.path("circle"), scratch.path("circle")));
    const QStringList before = scratch.left();
    const QString path = name == "-" ? name : scratch.path(name);
    const QString said = isFolder ? outputFolderProblem(path) : outputProblem(path);
    QCOMPARE(said.isEmpty(), words.isEmpty());
    QVERIFY2(said.contains(words), qPrintable(said));
    QCOMPARE(scratch.left(), before); // looking makes nothing
    if (!isFolder && !words.isEmpty())
        QVERIFY(writeOutput(path, "text").contains(words));
}

QTEST_GUILESS_MAIN(TestOutputFile)
#include "tst_outputfile.moc"
