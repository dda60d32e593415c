// The program as a user who may have few threads, as under a container's limit of processes.

#include "tests/patience.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <grp.h>
#include <sys/resource.h>
#include <unistd.h>

class TestFewThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itEndsByItself_data();
    void itEndsByItself();
    void itListensToSignals();

private:
    /// A user of this number is nobody else, so that only the program's own threads count.
    static void prepare(QProcess &program, uid_t user, rlim_t threads)
    {
        program.setChildProcessModifier([user, threads] {
            const rlimit limit{threads, threads};
            if (::setgroups(0, nullptr) != 0 || ::setgid(user) != 0 || ::setuid(user) != 0 ||
                (threads > 0 && ::setrlimit(RLIMIT_NPROC, &limit) != 0))
                ::_exit(99);
        });
    }
};

void TestFewThreads::initTestCase()
{
    if (::geteuid() != 0)
        QSKIP("Only root can become another user, whom a limit on threads holds for.");
#if defined(__SANITIZE_THREAD__)
    QSKIP("The sanitizer has a thread of its own, and ends where that cannot be started.");
#endif
    QProcess program;
    prepare(program, 34567, 0);
    program.start(QStringLiteral(TENFOLD_PROGRAM), {QStringLiteral("--version")});
    if (!program.waitForFinished(tenfold::patience) || program.exitCode() != 0)
        QSKIP("Another user cannot run the program where it lies.");
}

void TestFewThreads::itEndsByItself_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<int>("threads");
    for (const char *scenario : {"threads/url-fetch", "threads/file-processing", "process-pool/chunk-size"}) {
        for (const int threads : {1, 2, 3, 4, 5, 6, 8, 12})
            QTest::addRow("%s with %d threads", scenario, threads)
                << QString::fromLatin1(scenario) << threads;
    }
}

void TestFewThreads::itEndsByItself()
{
    QFETCH(QString, scenario);
    QFETCH(int, threads);
    QProcess program;
    prepare(program, static_cast<uid_t>(34568 + threads), static_cast<rlim_t>(threads));
    program.start(QStringLiteral(TENFOLD_PROGRAM),
                  {QStringLiteral("run"), scenario, QStringLiteral("--preset"), QStringLiteral("quick"),
                   QStringLiteral("--workers"), QStringLiteral("8")});
    QVERIFY(program.waitForFinished(2 * tenfold::patience));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    const QString said = QString::fromLocal8Bit(program.readAllStandardError());
    if (program.exitCode() != 0) {
        QCOMPARE(program.exitCode(), 1);
        QVERIFY2(said.contains(QLatin1String("could be started")) ||
                     said.contains(QLatin1String("cannot be started")),
                 qPrintable(said));
    }
}

void TestFewThreads::itListensToSignals()
{
    QProcess program;
    prepare(program, 34590, 4);
    program.start(QStringLiteral(TENFOLD_PROGRAM),
                  {QStringLiteral("run"), QStringLiteral("threads/url-fetch"), QStringLiteral("--workers"),
                   QStringLiteral("8")});
    QVERIFY(program.waitForStarted(tenfold::patience));
    program.terminate();
    QVERIFY(program.waitForFinished(tenfold::patience));
}

QTEST_GUILESS_MAIN(TestFewThreads)
#include "tst_fewthreads.moc"
