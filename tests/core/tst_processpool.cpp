// The process pool under every fault that a child can show.

#include "core/executors/processpoolexecutor.h"
#include "core/trace/trace.h"
#include "core/workloads/compute/hash.h"
#include "core/workloads/compute/primes.h"

#include <QCborMap>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <thread>

using namespace tenfold;
using namespace std::chrono_literals;

/// The children of this process that have not been waited for.
static int childProcesses()
{
    int count = 0;
    for (const QString &task :
         QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(QStringLiteral("/proc/self/task/%1/children").arg(task));
        if (file.open(QIODevice::ReadOnly))
            count += static_cast<int>(file.readAll().simplified().split(' ').removeIf(
                [](const QByteArray &p) { return !p.isEmpty(); }));
    }
    return count;
}

static bool lives(qint64 processId)
{
    return ::kill(static_cast<pid_t>(processId), 0) == 0;
}

class TestProcessPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(childProcesses(), 0); } // after every test: no child, no zombie

    void deliversWhatTheTaskReturns();
    void deliversWhatTheTaskThrows();
    void anUnknownTaskSaysSo();
    void mapKeepsTheOrderOfTheItems_data();
    void mapKeepsTheOrderOfTheItems();
    void smallTasksShareMessages();
    void aMessageEachIfToldSo();
    void countsPrimesAnywhere();
    void hashesTheSameAnywhere();
    void whatATaskPrintsIsNoMessage();
    void theLaneTellsStartMessagesAndComputing();
    void aRunningTaskIsSeenLive();
    void killedWhileIdleIsReplaced();
    void killedWhileComputingFailsItsOwnTaskOnly();
    void anIdempotentTaskIsTriedAgain();
    void aTaskThatAlwaysKillsIsGivenUp();
    void aFaultFailsItsOwnTaskOnly_data();
    void aFaultFailsItsOwnTaskOnly();
    void aDuplicateReplyHarmsNothing();
    void aHangHasALimit();
    void aMissingProgramBreaksThePool();
    void aProgramThatFailsAtStartBreaksThePool_data();
    void aProgramThatFailsAtStartBreaksThePool();
    void largePayloadsGoBothWaysAtOnce();
    void aPayloadOverTheCapIsAFailure();
    void stopEndsAHungWorker();
    void noSubmissionAfterShutdown();
    void shutdownCancelsWhatHasNotStarted();
    void aThousandTasksOfWhichSomeKillTheirWorker();
    void twoPoolsAtOnce();
    void nothingOutlivesAKilledParent();
    void interruptsReachTheParentOnly();
    void needsAWorker();

private:
    ProcessPoolExecutor::Settings faulty(const QStringList &arguments = {}) const
    {
        ProcessPoolExecutor::Settings settings;
        settings.program = QStringLiteral(TENFOLD_FAULTY_WORKER);
        settings.arguments = arguments;
        return settings;
    }
    static QString messageOf(const Future<QCborValue> &future)
    {
        try {
            future.get(1min);
        } catch (const std::exception &error) {
            return QString::fromUtf8(error.what());
        }
        return {};
    }
    Trace trace_;
};

void TestProcessPool::deliversWhatTheTaskReturns()
{
    ProcessPoolExecutor pool(2, trace_);
    QCOMPARE(pool.submit("fibonacci", 20).get().toInteger(), 6765);
    std::vector<Future<QCborValue>> futures;
    for (int n = 0; n < 20; ++n)
        futures.push_back(pool.submit("fibonacci", n));
    QCOMPARE(futures[10].get().toInteger(), 55);
    QCOMPARE(futures[19].get().toInteger(), 4181);
    for (const auto &future : futures)
        future.wait();
    QVERIFY(pool.traffic().started <= 2);
}

void TestProcessPool::deliversWhatTheTaskThrows()
{
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    const auto bad = pool.submit("throw", QStringLiteral("déjà vu"));
    QVERIFY_THROWS_EXCEPTION(TaskFailed, bad.get());
    QCOMPARE(messageOf(bad), QStringLiteral("déjà vu"));
    QCOMPARE(pool.submit("echo", 5).get().toInteger(), 5);
    QCOMPARE(pool.traffic().started, 1);
}

void TestProcessPool::anUnknownTaskSaysSo()
{
    ProcessPoolExecutor pool(1, trace_);
    QVERIFY(messageOf(pool.submit("none", 1)).contains("none"));
}

void TestProcessPool::mapKeepsTheOrderOfTheItems_data()
{
    QTest::addColumn<int>("workers");
    QTest::addColumn<int>("chunk");
    for (const int workers : {1, 2, 3, 8}) {
        for (const int chunk : {1, 7, 1000})
            QTest::addRow("%d workers, chunks of %d", workers, chunk) << workers << chunk;
    }
}

void TestProcessPool::mapKeepsTheOrderOfTheItems()
{
    QFETCH(int, workers);
    QFETCH(int, chunk);
    ProcessPoolExecutor pool(workers, trace_, {}, faulty());
    QCborArray items, expected;
    for (int i = 0; i < 200; ++i) {
        items.append(i);
        expected.append(i * i);
    }
    QCOMPARE(pool.map("square", items, chunk), expected);
    QCOMPARE(pool.map("square", {}, chunk), QCborArray());
}

void TestProcessPool::smallTasksShareMessages()
{
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    pool.submit("square", 1).get(); // how small they are is known from now on
    std::vector<Future<QCborValue>> futures;
    for (int i = 0; i < 2000; ++i)
        futures.push_back(pool.submit("square", i));
    for (int i = 0; i < 2000; ++i)
        QCOMPARE(futures[static_cast<std::size_t>(i)].get().toInteger(), i * i);
    QVERIFY2(pool.traffic().messages < 1000, qPrintable(QString::number(pool.traffic().messages)));
}

void TestProcessPool::aMessageEachIfToldSo()
{
    ProcessPoolExecutor::Settings settings = faulty();
    settings.tasksPerMessage = 1;
    ProcessPoolExecutor pool(1, trace_, {}, settings);
    std::vector<Future<QCborValue>> futures;
    for (int i = 0; i < 500; ++i)
        futures.push_back(pool.submit("square", i));
    for (int i = 0; i < 500; ++i)
        QCOMPARE(futures[static_cast<std::size_t>(i)].get().toInteger(), i * i);
    pool.shutdown(); // then the traffic is told to the end
    QCOMPARE(pool.traffic().messages, 500);
}

void TestProcessPool::countsPrimesAnywhere()
{
    // https://oeis.org/A006880: primes below powers of ten.
    QCOMPARE(countPrimes(0, 10), 4);
    QCOMPARE(countPrimes(0, 1'000'000), 78'498);
    QCOMPARE(countPrimes(0, 2) + countPrimes(2, 3) + countPrimes(9, 10), 1);
    ProcessPoolExecutor pool(2, trace_);
    const QCborArray halves = pool.map("primes", {QCborArray{0, 500'000}, QCborArray{500'000, 1'000'000}});
    QCOMPARE(halves[0].toInteger() + halves[1].toInteger(), 78'498);
    QVERIFY(messageOf(pool.submit("primes", QCborArray{5, 1})).contains("range"));
}

void TestProcessPool::hashesTheSameAnywhere()
{
    const QByteArray here = hashOf(7, 3, 5000);
    QVERIFY(hashOf(8, 3, 5000) != here && hashOf(7, 4, 5000) != here && hashOf(7, 3, 5001) != here);
    ProcessPoolExecutor pool(1, trace_);
    QCOMPARE(pool.submit("hash", QCborArray{7, 3, 5000}).get().toString().toLatin1(), here);
    QVERIFY(messageOf(pool.submit("hash", 1)).contains("seed"));
}

void TestProcessPool::whatATaskPrintsIsNoMessage()
{
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    QCOMPARE(pool.submit("print", QStringLiteral("(a line of a test's task)")).get().toString(),
             "(a line of a test's task)");
    QCOMPARE(pool.submit("echo", 1).get().toInteger(), 1);
    QCOMPARE(pool.traffic().lost, 0);
}

void TestProcessPool::theLaneTellsStartMessagesAndComputing()
{
    Trace trace;
    {
        ProcessPoolExecutor pool(1, trace);
        pool.submit("fibonacci", 25).get();
    }
    QCOMPARE(trace.lanes().size(), std::size_t(1));
    const Lane &lane = *trace.lanes().front();
    QCOMPARE(lane.role(), LaneRole::Process);
    QVERIFY(lane.number() > 1);
    QList<State> states;
    Nanoseconds last = 0;
    lane.spans().forEach([&](const SpanRecord &span) {
        states << span.state;
        QVERIFY(!span.isOpen());
        QVERIFY(span.begin >= last && span.endOr(0) >= span.begin);
        last = span.endOr(0);
    });
    QCOMPARE(states, (QList{State::Spawn, State::Send, State::Running, State::Receive}));
    QCOMPARE(lane.spans()[2].task, 0);
    const Lane::Sums sums = lane.sums(trace.now());
    for (const State state : {State::Spawn, State::Send, State::Running, State::Receive})
        QVERIFY(sums.of(state) > 0);
}

void TestProcessPool::aRunningTaskIsSeenLive()
{
    Trace trace;
    std::stop_source stop;
    ProcessPoolExecutor pool(1, trace, stop.get_token(), faulty());
    const auto hung = pool.submit("hang", 0);
    const auto isRunning = [&] {
        const auto lanes = trace.lanes();
        if (lanes.empty() || lanes.front()->spans().size() == 0)
            return false;
        const SpanRecord &last = lanes.front()->spans()[lanes.front()->spans().size() - 1];
        return last.state == State::Running && last.isOpen();
    };
    QTRY_VERIFY(isRunning());
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Stopped, hung.get());
}

void TestProcessPool::killedWhileIdleIsReplaced()
{
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    QCOMPARE(pool.submit("square", 3).get().toInteger(), 9);
    const qint64 first = pool.processIds().at(0);
    ::kill(static_cast<pid_t>(first), SIGKILL);
    QTRY_VERIFY(pool.processIds().empty()); // an idle one is not replaced before there is work
    QCOMPARE(pool.traffic().started, 1);
    QCOMPARE(pool.submit("square", 4).get().toInteger(), 16);
    QVERIFY(pool.processIds().at(0) != first);
    QCOMPARE(pool.traffic().lost, 1);
}

void TestProcessPool::killedWhileComputingFailsItsOwnTaskOnly()
{
    const QTemporaryDir folder;
    const QString mark = folder.filePath("begun");
    ProcessPoolExecutor pool(2, trace_, {}, faulty());
    const auto victim = pool.submit("begin-and-hang", mark, Retry::Never);
    QTRY_VERIFY(QFile::exists(mark));
    std::vector<Future<QCborValue>> others;
    for (int i = 0; i < 50; ++i)
        others.push_back(pool.submit("square", i));
    for (int i = 0; i < 50; ++i)
        QCOMPARE(others[static_cast<std::size_t>(i)].get().toInteger(), i * i);
    for (const qint64 id : pool.processIds())
        ::kill(static_cast<pid_t>(id), SIGKILL);
    QVERIFY_THROWS_EXCEPTION(WorkerLost, victim.get());
    QCOMPARE(pool.submit("square", 7).get().toInteger(), 49);
}

void TestProcessPool::anIdempotentTaskIsTriedAgain()
{
    const QTemporaryDir folder;
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    const auto survivor = pool.submit("die-once", folder.filePath("one"), Retry::Idempotent);
    const auto lost = pool.submit("die-once", folder.filePath("two"), Retry::Never);
    QCOMPARE(survivor.get().toString(), folder.filePath("one"));
    QVERIFY_THROWS_EXCEPTION(WorkerLost, lost.get());
    QCOMPARE(pool.traffic().lost, 2);
}

void TestProcessPool::aTaskThatAlwaysKillsIsGivenUp()
{
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    const auto deadly = pool.submit("abort", 0, Retry::Idempotent);
    const auto after = pool.submit("square", 5);
    QVERIFY_THROWS_EXCEPTION(WorkerLost, deadly.get());
    QCOMPARE(after.get().toInteger(), 25);
    QCOMPARE(pool.traffic().lost, 3);
}

void TestProcessPool::aFaultFailsItsOwnTaskOnly_data()
{
    QTest::addColumn<QString>("task");
    QTest::addColumn<int>("argument");
    QTest::newRow("exit 0") << "exit" << 0;
    QTest::newRow("exit 5") << "exit" << 5;
    QTest::newRow("abort") << "abort" << 0;
    QTest::newRow("garbage") << "garbage" << 0;
    QTest::newRow("truncated reply") << "truncated" << 0;
    QTest::newRow("oversized reply") << "oversized" << 0;
    QTest::newRow("wrong reply") << "wrong-reply" << 0;
    QTest::newRow("unknown message") << "no-reply" << 0;
    QTest::newRow("killed while answering") << "die-answering" << 0;
}

void TestProcessPool::aFaultFailsItsOwnTaskOnly()
{
    QFETCH(QString, task);
    QFETCH(int, argument);
    ProcessPoolExecutor pool(2, trace_, {}, faulty());
    std::vector<Future<QCborValue>> good;
    for (int i = 0; i < 20; ++i)
        good.push_back(pool.submit("square", i, Retry::Never));
    const auto bad = pool.submit(task, argument, Retry::Never);
    for (int i = 20; i < 40; ++i)
        good.push_back(pool.submit("square", i, Retry::Never));
    const QString why = messageOf(bad);
    QVERIFY2(why.startsWith("The worker process was lost: "), qPrintable(why));
    for (int i = 0; i < 40; ++i)
        QCOMPARE(good[static_cast<std::size_t>(i)].get().toInteger(), i * i);
    QCOMPARE(pool.traffic().lost, 1);
}

void TestProcessPool::aDuplicateReplyHarmsNothing()
{
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    const auto first = pool.submit("echo", QStringLiteral("fresh"));
    QCOMPARE(first.get().toString(), "fresh");
    QCOMPARE(pool.submit("duplicates", 2).get().toInteger(), 2);
    QCOMPARE(pool.submit("echo", 3).get().toInteger(), 3);
    QCOMPARE(first.get().toString(), "fresh");
    QCOMPARE(pool.traffic().lost, 0);
}

void TestProcessPool::aHangHasALimit()
{
    ProcessPoolExecutor::Settings settings = faulty();
    settings.taskLimit = 200ms;
    ProcessPoolExecutor pool(2, trace_, {}, settings);
    pool.warmUp();
    const Nanoseconds begin = trace_.now();
    const auto hung = pool.submit("hang", 0, Retry::Idempotent);
    const auto good = pool.submit("square", 6);
    QCOMPARE(good.get().toInteger(), 36);
    QVERIFY_THROWS_EXCEPTION(TimedOut, hung.get());
    QVERIFY(trace_.now() - begin >= 200'000'000);
    QCOMPARE(pool.submit("square", 7).get().toInteger(), 49);
}

void TestProcessPool::aMissingProgramBreaksThePool()
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

void TestProcessPool::aProgramThatFailsAtStartBreaksThePool_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("says");
    QTest::newRow("ends") << "die"
                          << "status 7";
    QTest::newRow("says nothing") << "mute"
                                  << "hello in time";
    QTest::newRow("says something else") << "babble"
                                         << "no message";
}

void TestProcessPool::aProgramThatFailsAtStartBreaksThePool()
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

void TestProcessPool::largePayloadsGoBothWaysAtOnce()
{
    ProcessPoolExecutor pool(2, trace_, {}, faulty());
    const QByteArray eight(8 << 20, 'y');
    std::vector<Future<QCborValue>> futures;
    for (int i = 0; i < 6; ++i)
        futures.push_back(pool.submit("echo", eight));
    for (const auto &future : futures)
        QVERIFY(future.get().toByteArray() == eight);
    QVERIFY(pool.traffic().sent > 6LL * eight.size() && pool.traffic().received > 6LL * eight.size());
}

void TestProcessPool::aPayloadOverTheCapIsAFailure()
{
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    const auto out = pool.submit("echo", QByteArray(65 << 20, 'z'));
    const auto in = pool.submit("large", 65 << 20);
    QVERIFY(messageOf(out).contains("64 MiB"));
    QVERIFY(messageOf(in).contains("64 MiB"));
    QCOMPARE(pool.submit("square", 8).get().toInteger(), 64);
    QCOMPARE(pool.traffic().lost, 0);
}

void TestProcessPool::stopEndsAHungWorker()
{
    std::stop_source stop;
    ProcessPoolExecutor pool(2, trace_, stop.get_token(), faulty());
    const auto hung = pool.submit("hang", 0);
    const auto alsoHung = pool.submit("hang", 0);
    const auto waits = pool.submit("square", 1);
    QTRY_VERIFY(hung.isRunning() && alsoHung.isRunning());
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Stopped, hung.get());
    QVERIFY_THROWS_EXCEPTION(Stopped, alsoHung.get());
    QVERIFY_THROWS_EXCEPTION(Cancelled, waits.get());
    QVERIFY_THROWS_EXCEPTION(Cancelled, pool.submit("square", 2).get());
    pool.shutdown();
    QVERIFY(pool.processIds().empty());
}

void TestProcessPool::noSubmissionAfterShutdown()
{
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    const auto future = pool.submit("square", 9);
    pool.shutdown();
    QCOMPARE(future.get().toInteger(), 81);
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, pool.submit("square", 1));
    pool.shutdown();
}

void TestProcessPool::shutdownCancelsWhatHasNotStarted()
{
    const QTemporaryDir folder;
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    const auto running = pool.submit("begin-and-hang", folder.filePath("begun"), Retry::Never);
    const auto waiting = pool.submit("square", 1);
    QTRY_VERIFY(QFile::exists(folder.filePath("begun")));
    std::jthread killer([&] {
        waiting.wait(); // cancelled by now
        for (const qint64 id : pool.processIds())
            ::kill(static_cast<pid_t>(id), SIGKILL);
    });
    pool.shutdown(ProcessPoolExecutor::Pending::Cancel);
    QVERIFY(waiting.isCancelled());
    QVERIFY_THROWS_EXCEPTION(WorkerLost, running.get());
}

void TestProcessPool::aThousandTasksOfWhichSomeKillTheirWorker()
{
    const QTemporaryDir folder;
    ProcessPoolExecutor pool(2, trace_, {}, faulty());
    std::vector<Future<QCborValue>> futures;
    for (int i = 0; i < 1000; ++i) {
        if (i % 20 == 7)
            futures.push_back(pool.submit("die-once", folder.filePath(QString::number(i))));
        else
            futures.push_back(pool.submit("square", i));
    }
    for (int i = 0; i < 1000; ++i) {
        const QCborValue value = futures[static_cast<std::size_t>(i)].get();
        if (i % 20 == 7)
            QCOMPARE(value.toString(), folder.filePath(QString::number(i)));
        else
            QCOMPARE(value.toInteger(), i * i);
    }
    QCOMPARE(pool.traffic().lost, 50);
}

void TestProcessPool::twoPoolsAtOnce()
{
    ProcessPoolExecutor one(2, trace_, {}, faulty());
    ProcessPoolExecutor two(2, trace_, {}, faulty());
    const auto dead = one.submit("abort", 0, Retry::Never);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(two.submit("square", i).get().toInteger(), i * i);
    QVERIFY_THROWS_EXCEPTION(WorkerLost, dead.get());
    QCOMPARE(two.traffic().lost, 0);
}

void TestProcessPool::nothingOutlivesAKilledParent()
{
    // This program again, as the parent that is to be killed.
    const QTemporaryDir folder;
    QProcess parent;
    parent.start(QCoreApplication::applicationFilePath(), {"hold", folder.filePath("begun")});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath("begun")), 30000);
    QFile children(QStringLiteral("/proc/%1/task").arg(parent.processId()));
    QList<qint64> ids;
    for (const QString &task : QDir(children.fileName()).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile list(children.fileName() + u'/' + task + QStringLiteral("/children"));
        if (list.open(QIODevice::ReadOnly)) {
            for (const QByteArray &id : list.readAll().simplified().split(' '))
                if (!id.isEmpty())
                    ids << id.toLongLong();
        }
    }
    QCOMPARE(ids.size(), 1);
    parent.kill();
    QVERIFY(parent.waitForFinished());
    QTRY_VERIFY(!lives(ids.front()));
}

void TestProcessPool::interruptsReachTheParentOnly()
{
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    pool.warmUp();
    for (const qint64 id : pool.processIds())
        ::kill(static_cast<pid_t>(id), SIGINT); // as Ctrl+C in a terminal sends it to the whole group
    QCOMPARE(pool.submit("square", 11).get().toInteger(), 121);
    QCOMPARE(pool.traffic().lost, 0);
}

void TestProcessPool::needsAWorker()
{
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, ProcessPoolExecutor(0, trace_));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "hold") == 0) {
        Trace trace;
        ProcessPoolExecutor::Settings settings;
        settings.program = QStringLiteral(TENFOLD_FAULTY_WORKER);
        ProcessPoolExecutor pool(1, trace, {}, settings);
        pool.submit("begin-and-hang", QString::fromLocal8Bit(argv[2])).wait();
        return 0;
    }
    TestProcessPool test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_processpool.moc"
