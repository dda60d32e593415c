// The process pool under every fault that a child can show.

#include "core/executors/workerprocess.h"
#include "tests/core/faultypool.h"
#include "tests/patience.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <thread>

using namespace tenfold;
using namespace std::chrono_literals;

class TestProcessFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(childProcesses(), 0); } // after every test: no child, no zombie

    void killedWhileIdleIsReplaced();
    void killedWhileComputingFailsItsOwnTaskOnly();
    void anIdempotentTaskIsTriedAgain();
    void aTaskThatAlwaysKillsIsGivenUp();
    void aFaultFailsItsOwnTaskOnly_data();
    void aFaultFailsItsOwnTaskOnly();
    void killedWhileReadingIsLostOrTriedAgain();
    void whatWaitsToBeTriedAgainIsStopped();
    void whatWaitsToBeTriedAgainIsCancelled();
    void aFailedMapEndsThePool();
    void cancelledTasksDoNotKeepThePoolFromEnding();
    void aTaskLostAfterThePoolBrokeFails();
    void whatHangsOnALostTaskKeepsNobodyFromAnAnswer();
    void aProcessThatAnsweredAndEndedIsGivenNothing();
    void aDuplicateReplyHarmsNothing();
    void aHangHasALimit();
    void aThousandTasksOfWhichSomeKillTheirWorker();

private:
    Trace trace_;
};

void TestProcessFaults::killedWhileIdleIsReplaced()
{
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    QCOMPARE(pool.submit("square", 3).get().toInteger(), 9);
    const qint64 first = pool.processIds().at(0);
    ::kill(static_cast<pid_t>(first), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(pool.processIds().empty(),
                             patience); // an idle one is not replaced before there is work
    QCOMPARE(pool.traffic().started, 1);
    QCOMPARE(pool.submit("square", 4).get().toInteger(), 16);
    QVERIFY(pool.processIds().at(0) != first);
    QCOMPARE(pool.traffic().lost, 1);
}

void TestProcessFaults::killedWhileComputingFailsItsOwnTaskOnly()
{
    const QTemporaryDir folder;
    const QString mark = folder.filePath("begun");
    ProcessPoolExecutor pool(2, trace_, {}, faulty());
    const auto victim = pool.submit("begin-and-hang", mark, Retry::Never);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(mark), patience);
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

void TestProcessFaults::anIdempotentTaskIsTriedAgain()
{
    const QTemporaryDir folder;
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    const auto survivor = pool.submit("die-once", folder.filePath("one"), Retry::Idempotent);
    const auto lost = pool.submit("die-once", folder.filePath("two"), Retry::Never);
    QCOMPARE(survivor.get().toString(), folder.filePath("one"));
    QVERIFY_THROWS_EXCEPTION(WorkerLost, lost.get());
    QCOMPARE(pool.traffic().lost, 2);
}

void TestProcessFaults::aTaskThatAlwaysKillsIsGivenUp()
{
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    const auto deadly = pool.submit("abort", 0, Retry::Idempotent);
    const auto after = pool.submit("square", 5);
    QVERIFY_THROWS_EXCEPTION(WorkerLost, deadly.get());
    QCOMPARE(after.get().toInteger(), 25);
    QCOMPARE(pool.traffic().lost, 3);
}

void TestProcessFaults::aFaultFailsItsOwnTaskOnly_data()
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

void TestProcessFaults::aFaultFailsItsOwnTaskOnly()
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

void TestProcessFaults::killedWhileReadingIsLostOrTriedAgain()
{
    const QByteArray much(32 << 20, 'x'); // more than a pipe holds
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    for (const Retry retry : {Retry::Never, Retry::Idempotent}) {
        pool.warmUp();
        const auto worker = static_cast<pid_t>(pool.processIds().at(0));
        const qint64 before = pool.traffic().messages;
        QCOMPARE(::kill(worker, SIGSTOP), 0);
        const auto future = pool.submit("echo", much, retry);
        QTRY_VERIFY_WITH_TIMEOUT(pool.traffic().messages > before, patience);
        QCOMPARE(::kill(worker, SIGKILL), 0);
        if (retry == Retry::Never)
            QVERIFY_THROWS_EXCEPTION(WorkerLost, future.get());
        else
            QVERIFY(future.get().toByteArray() == much);
    }
}

/// A task that has killed its process, in a pool that cannot start another.
static Future<QCborValue> waitingToBeTriedAgain(ProcessPoolExecutor &pool, const QString &mark)
{
    auto future = pool.submit("die-once", mark, Retry::Idempotent);
    while (pool.traffic().lost == 0)
        QTest::qWait(1);
    return future;
}

void TestProcessFaults::whatWaitsToBeTriedAgainIsStopped()
{
    const QTemporaryDir folder;
    const QString mark = folder.filePath("one");
    std::stop_source stop;
    ProcessPoolExecutor pool(1, trace_, stop.get_token(), faulty({"mute-if", mark}));
    const auto future = waitingToBeTriedAgain(pool, mark);
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Stopped, future.get());
}

void TestProcessFaults::whatWaitsToBeTriedAgainIsCancelled()
{
    const QTemporaryDir folder;
    const QString mark = folder.filePath("one");
    ProcessPoolExecutor pool(1, trace_, {}, faulty({"mute-if", mark}));
    const auto future = waitingToBeTriedAgain(pool, mark);
    pool.shutdown(ProcessPoolExecutor::Pending::Cancel);
    QVERIFY_THROWS_EXCEPTION(Cancelled, future.get());
}

void TestProcessFaults::aFailedMapEndsThePool()
{
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    QVERIFY_THROWS_EXCEPTION(WorkerLost, pool.map("abort", QCborArray{1, 2, 3, 4, 5, 6, 7, 8}, 2));
    pool.shutdown();
    QVERIFY(pool.processIds().empty());
}

void TestProcessFaults::cancelledTasksDoNotKeepThePoolFromEnding()
{
    const QTemporaryDir folder;
    const QString mark = folder.filePath("begun");
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    const auto victim = pool.submit("begin-and-hang", mark, Retry::Never);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(mark), patience);
    const auto one = pool.submit("square", 1);
    const auto two = pool.submit("square", 2);
    QVERIFY(one.cancel() && two.cancel());
    ::kill(static_cast<pid_t>(pool.processIds().at(0)), SIGKILL);
    QVERIFY_THROWS_EXCEPTION(WorkerLost, victim.get());
    pool.shutdown();
    QVERIFY_THROWS_EXCEPTION(Cancelled, one.get());
}

void TestProcessFaults::aTaskLostAfterThePoolBrokeFails()
{
    const QTemporaryDir folder;
    const QString mark = folder.filePath("begun");
    ProcessPoolExecutor pool(2, trace_, {}, faulty({"die-if", mark}));
    const auto hung = pool.submit("begin-and-hang", mark, Retry::Idempotent);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(mark), patience);
    const auto next = pool.submit("square", 2); // its process cannot be started any more
    QVERIFY_THROWS_EXCEPTION(WorkerLost, next.get());
    QTRY_COMPARE_WITH_TIMEOUT(pool.processIds().size(), std::size_t{1}, patience); // the futures tell first
    ::kill(static_cast<pid_t>(pool.processIds().at(0)), SIGKILL);
    QVERIFY_THROWS_EXCEPTION(WorkerLost, hung.get());
}

void TestProcessFaults::whatHangsOnALostTaskKeepsNobodyFromAnAnswer()
{
    const QTemporaryDir folder;
    const QString mark = folder.filePath("begun");
    ProcessPoolExecutor pool(2, trace_, {}, faulty());
    const auto victim = pool.submit("begin-and-hang", mark, Retry::Never);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(mark), patience);
    const auto lost = static_cast<pid_t>(pool.processIds().at(0));
    QCOMPARE(pool.submit("square", 2).get().toInteger(), 4); // of a process that has nothing to do then
    std::promise<Future<QCborValue>> asked;
    bool wasAnswered = false;
    victim.whenDone([&] { // on the thread of the pool, which takes no answer meanwhile
        const auto other = pool.submit("square", 3);
        asked.set_value(other);
        for (const QDeadlineTimer limit(patience); !other.isDone() && !limit.hasExpired();)
            std::this_thread::yield();
        wasAnswered = other.isDone();
    });
    QCOMPARE(::kill(lost, SIGKILL), 0);
    const auto other = asked.get_future().get();
    while (!other.isDone()) {
        try {
            other.get(1ms); // it takes the answer itself, if that comes meanwhile
        } catch (const TimedOut &) {
        }
    }
    QCOMPARE(other.get().toInteger(), 9);
    QVERIFY_THROWS_EXCEPTION(WorkerLost, victim.get());
    pool.shutdown(); // after all that hangs on its tasks
    QVERIFY(wasAnswered);
}

void TestProcessFaults::aProcessThatAnsweredAndEndedIsGivenNothing()
{
    const ProcessPoolExecutor::Settings settings = faulty();
    Serving serving;
    WorkerProcess worker(settings, trace_, serving);
    int idle = 0;
    bool hasEnded = false;
    worker.onNews = [](qint64) {};
    worker.onDone = [](double) {};
    worker.onTrouble = [] {};
    worker.onIdle = [&] { ++idle; };
    worker.onEnd = [&] { hasEnded = true; };
    worker.start();
    QTRY_COMPARE_WITH_TIMEOUT(idle, 1, patience);
    const auto task = std::make_shared<ProcessTask>(0, "answer-and-exit", 7, false, Retry::Never,
                                                    std::source_location::current());
    QVERIFY(task->tryStart());
    worker.output()->forget(); // so that its end is seen before its answer
    QVERIFY(worker.input()->write(worker.run({task})));
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded, patience);
    QVERIFY(task->isDone());
    QCOMPARE(task->result->toInteger(), 7);
    QCOMPARE(idle, 1);
}

void TestProcessFaults::aDuplicateReplyHarmsNothing()
{
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    const auto first = pool.submit("echo", QStringLiteral("fresh"));
    QCOMPARE(first.get().toString(), "fresh");
    QCOMPARE(pool.submit("duplicates", 2).get().toInteger(), 2);
    QCOMPARE(pool.submit("echo", 3).get().toInteger(), 3);
    QCOMPARE(first.get().toString(), "fresh");
    QCOMPARE(pool.traffic().lost, 0);
}

void TestProcessFaults::aHangHasALimit()
{
    ProcessPoolExecutor::Settings settings = faulty();
    settings.taskLimit = 2s; // enough for a square on the slowest machine
    ProcessPoolExecutor pool(2, trace_, {}, settings);
    pool.warmUp();
    const Nanoseconds begin = trace_.now();
    const auto hung = pool.submit("hang", 0, Retry::Idempotent);
    const auto good = pool.submit("square", 6);
    QCOMPARE(good.get().toInteger(), 36);
    QVERIFY_THROWS_EXCEPTION(TimedOut, hung.get());
    QVERIFY(trace_.now() - begin >= 2'000'000'000);
    QCOMPARE(pool.submit("square", 7).get().toInteger(), 49);
}

void TestProcessFaults::aThousandTasksOfWhichSomeKillTheirWorker()
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

QTEST_GUILESS_MAIN(TestProcessFaults)
#include "tst_processfaults.moc"
