// Coroutines on an event loop: who waits lets others go on, and everything ends.

#include "core/executors/eventloop.h"
#include "tests/patience.h"

#include <QTest>

#include <thread>

using namespace tenfold;

class TestEventLoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHundredThousandReadyAwaitsEnd();
    void aHundredThousandAwaitsThatSuspendEnd();
    void aHundredThousandCoroutinesAreGathered();
    void othersGoOnWhileOneWaits();
    void anErrorReachesWhoRunsTheLoop();
    void theFirstErrorIsThrownWhenAllHaveEnded();
    void stopEndsAllThatWait();
    void nobodyBeginsToWaitAfterAStop();
    void whatIsLeftOverIsStopped();
    void aDeadlineComesOnceOrNotAtAll();
    void whatRunsLateIsRecordedWhereItWasDue();
    void sleepingInACallbackIsToldFromComputing();
    void sleepingInTheLastCallbackIsSeen();
};

constexpr int many = 100'000;

/// Over at the loop's next turn.
class NextTurn : public LoopWait
{
public:
    explicit NextTurn(EventLoop &loop) : LoopWait(loop)
    {
        QMetaObject::invokeMethod(
            &context_, [this] { finish(); }, Qt::QueuedConnection);
    }

private:
    QObject context_;
};

static QCoro::Task<int> oneThatIsReady(EventLoop &loop)
{
    LoopWait wait(loop);
    wait.finish();
    co_await wait;
    co_return 1;
}

static QCoro::Task<int> oneThatWaits(EventLoop &loop)
{
    NextTurn turn(loop);
    co_await turn;
    co_return 1;
}

static QCoro::Task<> addUp(EventLoop &loop, QCoro::Task<int> (*one)(EventLoop &), int &sum)
{
    for (int i = 0; i < many; ++i) {
        const int value = co_await one(loop);
        sum += value;
    }
}

void TestEventLoop::aHundredThousandReadyAwaitsEnd()
{
    EventLoop loop({});
    int sum = 0;
    loop.run([&] { return addUp(loop, oneThatIsReady, sum); });
    QCOMPARE(sum, many);
}

void TestEventLoop::aHundredThousandAwaitsThatSuspendEnd()
{
    EventLoop loop({});
    int sum = 0;
    loop.run([&] { return addUp(loop, oneThatWaits, sum); });
    QCOMPARE(sum, many);
}

static QCoro::Task<> countOne(EventLoop &loop, int &sum)
{
    NextTurn turn(loop);
    co_await turn;
    ++sum;
}

static QCoro::Task<> countAll(EventLoop &loop, int &sum)
{
    std::vector<QCoro::Task<>> all;
    for (int i = 0; i < many; ++i)
        all.push_back(countOne(loop, sum));
    co_await gathered(std::move(all));
}

void TestEventLoop::aHundredThousandCoroutinesAreGathered()
{
    EventLoop loop({});
    int sum = 0;
    loop.run([&] { return countAll(loop, sum); });
    QCOMPARE(sum, many);
}

static QCoro::Task<> say(EventLoop &loop, QString &text, QChar letter, int times)
{
    for (int i = 0; i < times; ++i) {
        text += letter;
        NextTurn turn(loop);
        co_await turn;
    }
}

static QCoro::Task<> sayBoth(EventLoop &loop, QString &text)
{
    std::vector<QCoro::Task<>> both;
    both.push_back(say(loop, text, u'a', 3));
    both.push_back(say(loop, text, u'b', 3));
    co_await gathered(std::move(both));
    text += u'.';
}

void TestEventLoop::othersGoOnWhileOneWaits()
{
    EventLoop loop({});
    QString text;
    loop.run([&] { return sayBoth(loop, text); });
    QCOMPARE(text, "ababab.");
}

static QCoro::Task<> fail(EventLoop &loop, const char *why)
{
    NextTurn turn(loop);
    co_await turn;
    throw std::runtime_error(why);
}

static QCoro::Task<> failAtOnce()
{
    throw std::runtime_error("at once");
    co_return;
}

static QString errorOf(EventLoop &loop, const std::function<QCoro::Task<>()> &main)
{
    try {
        loop.run(main);
    } catch (const Stopped &) {
        return QStringLiteral("stopped");
    } catch (const std::exception &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

void TestEventLoop::anErrorReachesWhoRunsTheLoop()
{
    EventLoop loop({});
    QCOMPARE(errorOf(loop, [&] { return fail(loop, "later"); }), "later");
    QCOMPARE(errorOf(loop, failAtOnce), "at once");
    QString text;
    QCOMPARE(errorOf(loop, [&] { return sayBoth(loop, text); }), QString()); // the loop is as good as new
}

static QCoro::Task<> failTwice(EventLoop &loop, QString &text)
{
    std::vector<QCoro::Task<>> all;
    all.push_back(fail(loop, "first"));
    all.push_back(fail(loop, "second"));
    all.push_back(say(loop, text, u'a', 5));
    co_await gathered(std::move(all));
}

void TestEventLoop::theFirstErrorIsThrownWhenAllHaveEnded()
{
    EventLoop loop({});
    QString text;
    QCOMPARE(errorOf(loop, [&] { return failTwice(loop, text); }), "first");
    QCOMPARE(text, "aaaaa");
}

struct CountsItsEnd
{
    int &count;
    ~CountsItsEnd() { ++count; }
};

static QCoro::Task<> waitForEver(EventLoop &loop, int &waiting, int &gone)
{
    const CountsItsEnd end{gone};
    LoopWait never(loop);
    ++waiting;
    co_await never;
}

static QCoro::Task<> allWaitForEver(EventLoop &loop, int &waiting, int &gone)
{
    std::vector<QCoro::Task<>> all;
    for (int i = 0; i < 1000; ++i)
        all.push_back(waitForEver(loop, waiting, gone));
    co_await gathered(std::move(all));
}

void TestEventLoop::stopEndsAllThatWait()
{
    std::stop_source stop;
    EventLoop loop(stop.get_token());
    int waiting = 0, gone = 0;
    std::jthread other;
    QTimer::singleShot(0, this, [&] { // all of them wait by then
        QCOMPARE(waiting, 1000);
        QCOMPARE(gone, 0);
        other = std::jthread([&stop] { stop.request_stop(); });
    });
    QCOMPARE(errorOf(loop, [&] { return allWaitForEver(loop, waiting, gone); }), "stopped");
    QCOMPARE(gone, 1000);
}

void TestEventLoop::nobodyBeginsToWaitAfterAStop()
{
    std::stop_source stop;
    stop.request_stop();
    EventLoop loop(stop.get_token());
    int waiting = 0, gone = 0;
    QCOMPARE(errorOf(loop, [&] { return allWaitForEver(loop, waiting, gone); }), "stopped");
    QCOMPARE(gone, 1000);
}

static QCoro::Task<> leaveBehind(EventLoop &loop, int &waiting, int &gone)
{
    const auto dropped = waitForEver(loop, waiting, gone);
    co_return;
}

void TestEventLoop::whatIsLeftOverIsStopped()
{
    EventLoop loop({});
    int waiting = 0, gone = 0;
    QCOMPARE(errorOf(loop, [&] { return leaveBehind(loop, waiting, gone); }), QString());
    QCOMPARE(waiting, 1);
    QCOMPARE(gone, 1);
}

static QCoro::Task<> meetDeadlines(EventLoop &loop, int &late)
{
    using namespace std::chrono_literals;
    {
        const LoopDeadline kept(0ms, [&late] { late += 100; });
    }
    LoopWait wait(loop);
    const LoopDeadline missed(2ms, [&late, &wait] {
        ++late;
        wait.finish(); // the coroutine goes on, and with it this deadline goes
    });
    co_await wait;
}

void TestEventLoop::aDeadlineComesOnceOrNotAtAll()
{
    EventLoop loop({});
    int late = 0;
    loop.run([&] { return meetDeadlines(loop, late); });
    QTest::qWait(10);
    QCOMPARE(late, 1);
}

static QCoro::Task<> block(EventLoop &loop, const std::function<void()> &blocking, bool isLast)
{
    for (int i = 0; i < 2; ++i) {
        NextTurn turn(loop);
        co_await turn;
        if (i == 0)
            blocking();
        if (isLast)
            co_return;
    }
    LoopWait wait(loop); // until the probe has come once more
    const LoopDeadline soon(std::chrono::milliseconds(20), [&wait] { wait.finish(); });
    co_await wait;
}

struct Blocked
{
    Trace trace;
    double ms = 0;
    std::vector<SampleRecord> lags; // the great ones
};

static void runBlocked(Blocked &into, const std::function<void()> &blocking, bool isLast = false)
{
    Lane *lane = into.trace.addLane(LaneRole::Main);
    const LaneScope scope(lane);
    EventLoop loop({}, EventLoop::Lag::Recorded);
    loop.run([&] { return block(loop, blocking, isLast); });
    into.ms = loop.blockedMs();
    lane->samples().forEach([&](const SampleRecord &sample) {
        if (sample.value > 20)
            into.lags.push_back(sample);
    });
}

void TestEventLoop::whatRunsLateIsRecordedWhereItWasDue()
{
    Blocked blocked;
    runBlocked(blocked, [] { blockThread(std::chrono::milliseconds(100), {}); });
    QVERIFY(blocked.lags.size() >= 10); // each time that the probe was due
    const SampleRecord &first = blocked.lags.front();
    QVERIFY(first.value >= 90);
    for (const SampleRecord &lag : blocked.lags) {
        // All of them ran at one time, to within what a busy machine does.
        const double ran = toSeconds(lag.time) * 1000 + lag.value;
        QVERIFY(ran >= toSeconds(first.time) * 1000 + 90);
    }
}

void TestEventLoop::sleepingInACallbackIsToldFromComputing()
{
    Blocked blocked;
    runBlocked(blocked, [] { blockThread(std::chrono::milliseconds(200), {}); });
    QVERIFY2(blocked.ms >= 150, qPrintable(QString::number(blocked.ms)));
    Blocked computing;
    runBlocked(computing, [] {
        for (const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(200);
             std::chrono::steady_clock::now() < end;) {
        }
    });
    QCOMPARE(computing.ms, 0.0);
    QVERIFY(!computing.lags.empty());
}

void TestEventLoop::sleepingInTheLastCallbackIsSeen()
{
    Blocked blocked;
    runBlocked(
        blocked, [] { blockThread(std::chrono::milliseconds(200), {}); }, true);
    QVERIFY2(blocked.ms >= 150, qPrintable(QString::number(blocked.ms)));
    QVERIFY(!blocked.lags.empty());
}

QTEST_GUILESS_MAIN(TestEventLoop)
#include "tst_eventloop.moc"
