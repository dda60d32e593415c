// The process pool at work, and how it ends.

#include "core/workloads/compute/hash.h"
#include "core/workloads/compute/primes.h"
#include "tests/core/faultypool.h"
#include "tests/patience.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace tenfold;
using namespace std::chrono_literals;

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
    void largePayloadsGoBothWaysAtOnce();
    void anIdleProcessIsGivenWholeMessages();
    void anIdleProcessIsGivenTasksByManyThreads();
    void anAnswerReachesAllWhoWaitForIt();
    void theNextTaskDoesNotWaitForTheProcessThatWasIdle();
    void aPayloadOverTheCapIsAFailure();
    void stopEndsAHungWorker();
    void noSubmissionAfterShutdown();
    void shutdownCancelsWhatHasNotStarted();
    void twoPoolsAtOnce();
    void nothingOutlivesAKilledParent();
    void interruptsReachTheParentOnly();
    void needsAWorker();

private:
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
    QTRY_VERIFY_WITH_TIMEOUT(isRunning(), patience);
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Stopped, hung.get());
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

// Who submits writes what the process takes at once; the rest follows.
void TestProcessPool::anIdleProcessIsGivenWholeMessages()
{
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    pool.warmUp();
    for (const int size : {0, 1, 4096, 1 << 16, 1 << 17, 8 << 20}) {
        const QByteArray bytes(size, 'y');
        QVERIFY(pool.submit("echo", bytes).get().toByteArray() == bytes);
    }
    QCOMPARE(pool.traffic().messages, 6);
    QCOMPARE(pool.traffic().lost, 0);
}

void TestProcessPool::anIdleProcessIsGivenTasksByManyThreads()
{
    ProcessPoolExecutor pool(2, trace_, {}, faulty());
    pool.warmUp();
    std::atomic<int> right{0};
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&pool, &right, t] {
                for (int i = 0; i < 50; ++i) {
                    const int n = 100 * t + i;
                    right += pool.submit("square", n, Retry::Never).get().toInteger() == n * n;
                }
            });
    }
    QCOMPARE(right.load(), 200);
    QCOMPARE(pool.traffic().messages, 200);
}

void TestProcessPool::anAnswerReachesAllWhoWaitForIt()
{
    ProcessPoolExecutor pool(1, trace_, {}, faulty());
    pool.warmUp();
    std::atomic<int> right{0};
    for (int i = 0; i < 50; ++i) { // each of them may take it at the process, as may the supervisor's thread
        const auto future = pool.submit("square", i);
        std::vector<std::jthread> threads;
        for (int t = 0; t < 3; ++t)
            threads.emplace_back([&right, future, i] { right += future.get().toInteger() == i * i; });
    }
    QCOMPARE(right.load(), 150);
    QCOMPARE(pool.traffic().messages, 50);
}

void TestProcessPool::theNextTaskDoesNotWaitForTheProcessThatWasIdle()
{
    std::stop_source stop;
    ProcessPoolExecutor pool(2, trace_, stop.get_token(), faulty());
    for (int i = 0; i < 20; ++i)
        QCOMPARE(pool.submit("square", i).get().toInteger(), i * i);
    const auto hung = pool.submit("hang", 0);
    QCOMPARE(pool.submit("square", 9).get(std::chrono::milliseconds(patience)).toInteger(), 81);
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Stopped, hung.get());
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
    QTRY_VERIFY_WITH_TIMEOUT(hung.isRunning() && alsoHung.isRunning(), patience);
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
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath("begun")), patience);
    std::jthread killer([&] {
        waiting.wait(); // cancelled by now
        for (const qint64 id : pool.processIds())
            ::kill(static_cast<pid_t>(id), SIGKILL);
    });
    pool.shutdown(ProcessPoolExecutor::Pending::Cancel);
    QVERIFY(waiting.isCancelled());
    QVERIFY_THROWS_EXCEPTION(WorkerLost, running.get());
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
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath("begun")), patience);
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
    QVERIFY(parent.waitForFinished(patience));
    QTRY_VERIFY_WITH_TIMEOUT(!lives(ids.front()), patience);
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
