// The process pool whose processes do not start.

#include "tests/core/faultypool.h"
#include "tests/patience.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

using namespace tenfold;
using namespace std::chrono_literals;

class TestProcessStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(childProcesses(), 0); } // after every test: no child, no zombie

    void aMissingProgramBreaksThePool();
    void aProgramThatFailsAtStartBreaksThePool_data();
    void aProgramThatFailsAtStartBreaksThePool();
    void aPoolGoesOnWithTheProcessesThatStarted();

private:
    Trace trace_;
};

void TestProcessStart::aMissingProgramBreaksThePool()
{
    ProcessPoolExecutor::Settings settings;
    settings.program = QStringLiteral("/nonexistent/worker");
    ProcessPoolExecutor pool(3, trace_, {}, settings);
    std::vector<Future<QCborValue>> futures;
    for (int i = 0; i < 10; ++i)
        futures.push_back(pool.submit("square", i));
    for (const auto &future : futures) {
        QVERIFY_THROWS_EXCEPTION(WorkerLost, future.get());
        QVERIFY(messageOf(future).contains("/nonexistent/worker"));
    }
    const int started = pool.traffic().started;
    QVERIFY(started >= 5 && started < 5 + pool.workers()); // several start at once
    QVERIFY_THROWS_EXCEPTION(WorkerLost, pool.submit("square", 1).get());
    QVERIFY_THROWS_EXCEPTION(WorkerLost, pool.warmUp());
    QCOMPARE(pool.traffic().started, started); // and no more of it
}

void TestProcessStart::aProgramThatFailsAtStartBreaksThePool_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("says");
    QTest::newRow("ends") << "die"
                          << "status 7";
    QTest::newRow("says nothing") << "mute"
                                  << "hello in time";
    QTest::newRow("says something else") << "babble"
                                         << "broke the protocol";
}

void TestProcessStart::aProgramThatFailsAtStartBreaksThePool()
{
    QFETCH(QString, how);
    QFETCH(QString, says);
    ProcessPoolExecutor::Settings settings = faulty({how});
    settings.startLimit = how == "mute" ? 50ms : 10'000ms;
    ProcessPoolExecutor pool(2, trace_, {}, settings);
    const auto one = pool.submit("square", 1);
    const auto two = pool.submit("square", 2);
    QVERIFY2(messageOf(one).contains(says), qPrintable(messageOf(one)));
    QVERIFY(messageOf(two).contains(says));
    QVERIFY(pool.traffic().started <= 6);
}

// No descriptor is left for the pipes of a third process; a limit on processes fails the same way.
void TestProcessStart::aPoolGoesOnWithTheProcessesThatStarted()
{
    Trace trace;
    ProcessPoolExecutor pool(4, trace, {}, faulty());
    const QTemporaryDir folder;
    std::vector<Future<QCborValue>> futures{pool.submit("square", 0), pool.submit("square", 1)};
    for (const auto &future : futures)
        future.get();
    const auto living = pool.processIds().size();
    QVERIFY(living == 1 || living == 2);
    // From here to the end of the limit nothing else may need a descriptor.
    rlimit before{};
    getrlimit(RLIMIT_NOFILE, &before);
    rlimit now = before;
    now.rlim_cur = 128; // poll() wants more than it is given to look at
    setrlimit(RLIMIT_NOFILE, &now);
    std::vector<int> taken;
    for (int one = ::dup(0); one >= 0; one = ::dup(0))
        taken.push_back(one);
    for (int i = 2; i < 200; ++i)
        futures.push_back(pool.submit("square", i));
    QString thrown;
    try {
        pool.warmUp();
        for (int i = 0; i < 200; ++i) {
            if (futures[static_cast<std::size_t>(i)].get(std::chrono::milliseconds(patience)).toInteger() !=
                i * i)
                thrown += QStringLiteral(" %1 is wrong").arg(i);
        }
    } catch (const std::exception &error) {
        thrown = QString::fromUtf8(error.what());
    }
    std::ranges::for_each(taken, ::close);
    setrlimit(RLIMIT_NOFILE, &before);
    QCOMPARE(thrown, QString());
    QCOMPARE(pool.processIds().size(), living);
    QCOMPARE(pool.submit("square", 5).get().toInteger(), 25);
    bool isMarked = false;
    for (const Lane *lane : trace.lanes())
        isMarked |= lane->marks().size() > 0 && QByteArrayView(lane->marks()[0].label).startsWith("only ");
    QVERIFY(isMarked);
}

QTEST_GUILESS_MAIN(TestProcessStart)
#include "tst_processstart.moc"
