// The program as a user ends it, by Ctrl+C.

#include "tests/app/calledprogram.h"
#include "tests/core/pouringserver.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace tenfold;

class TestInterrupt : public CalledProgram
{
    Q_OBJECT

private Q_SLOTS:
    void ctrlCIsHundredAndThirty();
    void ctrlCEndsTheWaitForAReader();
    void ctrlCEndsAnswersThatPour();
    void ctrlCEndsASweep();
    void ctrlCInATerminalLeavesNoWorkerProcess();
    void aProgramThatWasStoppedCarriesOutAgainWhatItHit();
};

/// Ends `process` by Ctrl+C.
static bool interrupt(QProcess &process)
{
    // The signal may come before the program listens: then it ends as any program does. Ask until it listens.
    const QString status = QStringLiteral("/proc/%1/status").arg(process.processId());
    const auto catches = [&] {
        QFile file(status);
        if (!file.open(QIODevice::ReadOnly))
            return false;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("SigCgt:"))
                return (line.mid(7).trimmed().toULongLong(nullptr, 16) & (1ULL << (SIGINT - 1))) != 0;
        }
        return false;
    };
    return QTest::qWaitFor(catches, patience) &&
           ::kill(static_cast<pid_t>(process.processId()), SIGINT) == 0 &&
           process.waitForFinished(2 * patience);
}

void TestInterrupt::ctrlCIsHundredAndThirty()
{
    QProcess process;
    process.setProcessEnvironment(environment_);
    process.start(QStringLiteral(TENFOLD_PROGRAM), {"run", "threads/url-fetch", "--set", "unit=1500", "--set",
                                                    "rounds=50", "--json", path("stopped.json")});
    QVERIFY(process.waitForStarted());
    QVERIFY(interrupt(process));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QFile document(path("stopped.json"));
    QVERIFY(document.open(QIODevice::ReadOnly)); // what was done is written
    QCOMPARE(QJsonDocument::fromJson(document.readAll())["outcomes"][0]["status"].toString(), "cancelled");
}

void TestInterrupt::ctrlCEndsTheWaitForAReader()
{
    QCOMPARE(::mkfifo(qPrintable(path("pipe")), 0600), 0);
    QProcess process;
    process.setProcessEnvironment(environment_);
    process.start(QStringLiteral(TENFOLD_PROGRAM),
                  {"run", "threads/url-fetch", "--preset", "quick", "--json", path("pipe")});
    QVERIFY(process.waitForStarted());
    QVERIFY(interrupt(process)); // whether it runs still or waits already
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(process.readAllStandardError().contains("nobody reads"));
}

void TestInterrupt::ctrlCEndsAnswersThatPour()
{
    const PouringServer server("HTTP/1.1 200 OK\r\n\r\n", QByteArray(1 << 20, 'x'));
    QFile urls(path("urls"));
    QVERIFY(urls.open(QIODevice::WriteOnly));
    urls.write((server.url() + u'\n').repeated(1000).toUtf8()); // so that there is always one to stop
    urls.close();
    QProcess process;
    process.setProcessEnvironment(environment_);
    process.start(QStringLiteral(TENFOLD_PROGRAM),
                  {"run", "threads/url-fetch", "--variant", "sequential", "--set", "rounds=1", "--set",
                   "urls=@" + urls.fileName()});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(server.poured() > 100 << 20, 2 * patience); // the third one at least
    // All that came is not kept.
    QFile status(QStringLiteral("/proc/%1/status").arg(process.processId()));
    QVERIFY(status.open(QIODevice::ReadOnly));
    static const QRegularExpression peak(QStringLiteral("VmHWM:\\s+(\\d+) kB"));
    const int kilobytes = peak.match(QString::fromLatin1(status.readAll())).captured(1).toInt();
    QVERIFY(interrupt(process));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    QVERIFY2(kilobytes > 0 && kilobytes < 400'000, QByteArray::number(kilobytes));
#else
    QVERIFY(kilobytes > 0);
#endif
}

void TestInterrupt::ctrlCEndsASweep()
{
    QProcess process;
    process.setProcessEnvironment(environment_);
    process.start(QStringLiteral(TENFOLD_PROGRAM),
                  {"sweep", "threads/url-fetch", "--over", "workers", "--values", "1,2", "--set", "unit=1500",
                   "--json", path("swept.json")});
    QVERIFY(process.waitForStarted());
    QVERIFY(interrupt(process));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QFile document(path("swept.json"));
    QVERIFY(document.open(QIODevice::ReadOnly));
    QVERIFY(QJsonDocument::fromJson(document.readAll())["points"][0]["median_seconds"].isNull());
}

/// The children of a process that have said who they are: their command is `name`.
static QList<pid_t> childrenOf(qint64 parent, const QByteArray &name)
{
    QList<pid_t> found;
    const QString folder = QStringLiteral("/proc/%1/task").arg(parent);
    for (const QString &thread : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile list(QStringLiteral("%1/%2/children").arg(folder, thread));
        if (!list.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &id : list.readAll().simplified().split(' ')) {
            QFile command(QStringLiteral("/proc/%1/comm").arg(QString::fromLatin1(id)));
            if (!id.isEmpty() && command.open(QIODevice::ReadOnly) && command.readAll().trimmed() == name)
                found << id.toInt();
        }
    }
    return found;
}

void TestInterrupt::ctrlCInATerminalLeavesNoWorkerProcess()
{
    QProcess process;
    process.setProcessEnvironment(environment_);
    process.setChildProcessModifier([] { ::setpgid(0, 0); }); // a group of its own, as a shell gives it
    process.start(QStringLiteral(TENFOLD_PROGRAM),
                  {"run", "processes/fibonacci", "--variant", "processes", "--set", "n=38", "--workers", "2",
                   "--json", path("group.json")});
    QVERIFY(process.waitForStarted());
    // The sequential reference comes first, within some seconds.
    QList<pid_t> workers;
    QTRY_VERIFY_WITH_TIMEOUT((workers = childrenOf(process.processId(), "tenfold-worker")).size() == 2,
                             4 * patience);
    QCOMPARE(::kill(-static_cast<pid_t>(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(2 * patience));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    for (const pid_t worker : workers)
        QVERIFY(::kill(worker, 0) != 0);
}

static int socketsOf(pid_t process)
{
    const QDir folder(QStringLiteral("/proc/%1/fd").arg(process));
    const QFileInfoList open = folder.entryInfoList(QDir::Files | QDir::System);
    return static_cast<int>(std::ranges::count_if(
        open, [](const QFileInfo &one) { return one.symLinkTarget().contains("socket:"); }));
}

static bool isStopped(pid_t process)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    return status.open(QIODevice::ReadOnly) && status.readAll().contains("\nState:\tT");
}

/// For longer than any request may take.
void TestInterrupt::aProgramThatWasStoppedCarriesOutAgainWhatItHit()
{
    QProcess process;
    process.setProcessEnvironment(environment_);
    process.start(QStringLiteral(TENFOLD_PROGRAM),
                  {"run", "threads/url-fetch", "--variant", "parallel", "--variant", "one-interpreter",
                   "--json", path("stopped.json")});
    QVERIFY(process.waitForStarted());
    const auto pid = static_cast<pid_t>(process.processId());
    // In the midst of the sequential run, which takes more than two seconds: a request has two ends.
    QTRY_VERIFY_WITH_TIMEOUT(socketsOf(pid) >= 3, patience);
    QCOMPARE(::kill(pid, SIGSTOP), 0);
    QTRY_VERIFY_WITH_TIMEOUT(isStopped(pid), patience);
    const QDeadlineTimer limit(7000);
    QTRY_VERIFY_WITH_TIMEOUT(limit.hasExpired(), patience);
    QVERIFY(isStopped(pid));
    QCOMPARE(::kill(pid, SIGCONT), 0);
    QVERIFY(process.waitForFinished(2 * patience));
    QCOMPARE(process.exitCode(), 0);
    QFile file(path("stopped.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    for (const QJsonValue outcome : document["outcomes"].toArray()) {
        QVERIFY(outcome["same_result"].toBool());
        QVERIFY(outcome["median_seconds"].toDouble() < 7);
    }
    QVERIFY(document["explanation"].toString().contains("held up"));
}

QTEST_GUILESS_MAIN(TestInterrupt)
#include "tst_interrupt.moc"
