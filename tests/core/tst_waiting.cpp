#include "core/sync/pause.h"
#include "core/sync/waitline.h"
#include "tests/core/together.h"

#include <memory>

using namespace tenfold;
using namespace std::chrono_literals;

class TestWaiting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWaitIsASpanWithItsName();
    void linksStayWithinATrace();
    void anInstantOutlivesItsLane();
    void aLimitIsNeverInThePast();
    void whatIsReadyIsNeitherLateNorStopped();
    void aSleepLastsUntilItsConditionHolds_data() { threadRows(); }
    void aSleepLastsUntilItsConditionHolds();
    void whoSpinsInVainStopsUntilItPays();
    void aPauseLastsAsLongAsItSays();
    void stopEndsAPause();
    void aLineIsServedInTheOrderOfArrival();
    void asManyGoOnAsAreWoken_data() { threadRows(); }
    void asManyGoOnAsAreWoken();
    void whoLeavesTheLineIsNotWoken_data() { threadRows(); }
    void whoLeavesTheLineIsNotWoken();
};

void TestWaiting::aWaitIsASpanWithItsName()
{
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    Lane *other = trace.addLane(LaneRole::Worker);
    const LaneScope scope(lane);
    const auto where = std::source_location::current();
    const LaneInstant release(other);
    {
        Waiting waiting(State::Permit, "permits", where, 7);
        waiting.waitsFor(other);
        waiting.waitsFor(other);
        waiting.waitsFor(nullptr);
        waiting.waitsFor(lane);
        QVERIFY(lane->spans()[0].isOpen());
        waiting.endedBy(release, LinkKind::HandsOver);
        waiting.endedBy(LaneInstant());
        waiting.endedBy(LaneInstant::now()); // its own
    }
    const SpanRecord &span = lane->spans()[0];
    QVERIFY(!span.isOpen());
    QCOMPARE(span.state, State::Permit);
    QCOMPARE(std::string_view(span.label), "permits");
    QCOMPARE(span.task, 7);
    QCOMPARE(span.where.line, where.line());
    QCOMPARE(lane->links().size(), std::size_t(2));
    const LinkRecord &waits = lane->links()[0];
    QCOMPARE(waits.kind, LinkKind::WaitsFor);
    QCOMPARE(waits.fromLane, other->index());
    QCOMPARE(waits.toLane, lane->index());
    QVERIFY(waits.toTime >= span.begin && waits.toTime <= span.endOr(0));
    const LinkRecord &ended = lane->links()[1];
    QCOMPARE(ended.kind, LinkKind::HandsOver);
    QCOMPARE(ended.fromLane, other->index());
    QCOMPARE(ended.fromTime, release.time());
}

void TestWaiting::linksStayWithinATrace()
{
    Trace trace, foreign;
    Lane *lane = trace.addLane(LaneRole::Worker);
    Lane *stranger = foreign.addLane(LaneRole::Worker);
    const LaneScope scope(lane);
    Waiting waiting(State::Lock, "lock", std::source_location::current());
    waiting.waitsFor(stranger);
    waiting.endedBy(LaneInstant(stranger));
    QCOMPARE(lane->links().size(), std::size_t(0));
}

void TestWaiting::anInstantOutlivesItsLane()
{
    auto trace = std::make_unique<Trace>();
    const LaneInstant instant(trace->addLane(LaneRole::Worker));
    QVERIFY(instant.laneFor(*trace->lanes().front()));
    trace.reset();
    trace = std::make_unique<Trace>(); // often at the same address
    QVERIFY(!instant.laneFor(*trace->addLane(LaneRole::Worker)));
    QVERIFY(!LaneInstant::now().laneFor(*trace->lanes().front()));
}

void TestWaiting::aLimitIsNeverInThePast()
{
    const auto before = Deadline::clock::now();
    QVERIFY(deadlineAfter(-1h) >= before);
    QVERIFY(deadlineAfter(1h) >= before + 1h && deadlineAfter(1h) < noDeadline);
    QCOMPARE(deadlineAfter(200 * 365 * 24h), noDeadline);
    QCOMPARE(deadlineAfter(std::chrono::nanoseconds::max()), noDeadline);
}

void TestWaiting::whatIsReadyIsNeitherLateNorStopped()
{
    std::mutex mutex;
    std::condition_variable_any condition;
    std::unique_lock lock(mutex);
    std::stop_source stop;
    const auto past = Deadline::clock::now() - 1s;
    const auto sleep = [&](bool ready) {
        return sleepUntil(condition, lock, stop.get_token(), past, [ready] { return ready; });
    };
    QCOMPARE(sleep(true), WaitEnd::Ready);
    QCOMPARE(sleep(false), WaitEnd::TimedOut);
    stop.request_stop();
    QCOMPARE(sleep(true), WaitEnd::Ready);
    QCOMPARE(sleep(false), WaitEnd::Stopped);
}

void TestWaiting::aSleepLastsUntilItsConditionHolds()
{
    QFETCH(int, threads);
    std::mutex mutex;
    std::condition_variable_any condition;
    int state = 0, wrong = 0, ready = 0, late = 0; // under the mutex
    together(threads + 1, [&](int i) {
        if (i == threads) {
            for (int step = 0; step < 4; ++step) {
                const std::scoped_lock lock(mutex);
                ++state;
                condition.notify_all();
            }
            return;
        }
        std::unique_lock lock(mutex);
        ready += sleepUntil(condition, lock, {}, noDeadline, [&] { return state == 4; }) == WaitEnd::Ready;
        wrong += state != 4;
        const auto limit = Deadline::clock::now() + 2ms;
        late += sleepUntil(condition, lock, {}, limit, [&] { return state == 5; }) == WaitEnd::TimedOut;
        wrong += Deadline::clock::now() < limit;
    });
    QCOMPARE(ready, threads);
    QCOMPARE(late, threads);
    QCOMPARE(wrong, 0);
}

void TestWaiting::whoSpinsInVainStopsUntilItPays()
{
    PayingSpin spin(50ms); // longer than a yield takes, so that it looks more than once
    int looks = 0;
    const auto looksOf = [&](bool isReady) { // a spin in vain looks again and again, without it is one look
        looks = 0;
        const bool was = spin.until([&] {
            ++looks;
            return isReady;
        });
        return was == isReady ? looks : -1;
    };
    for (int i = 0; i < 4; ++i)
        QVERIFY(looksOf(false) > 1);
    int spins = 0;
    for (int i = 0; i < 32; ++i) {
        QVERIFY(looksOf(false) > 0);
        spins += looks > 1 ? 1 : 0;
    }
    QCOMPARE(spins, 2);
    for (int i = 0; i < 16; ++i)
        QCOMPARE(looksOf(true), 1);
    QVERIFY2(looksOf(false) > 1, "one of them was a spin that found it ready");
}

void TestWaiting::aPauseLastsAsLongAsItSays()
{
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    const LaneScope scope(lane);
    pauseFor(5ms, {}, "disk");
    const SpanRecord &span = lane->spans()[0];
    QCOMPARE(span.state, State::Io);
    QCOMPARE(std::string_view(span.label), "disk");
    QVERIFY(span.endOr(0) - span.begin >= 5'000'000);
    const LaneScope none(nullptr);
    pauseFor(-1s, {});
    QCOMPARE(lane->spans().size(), std::size_t(1));
}

void TestWaiting::stopEndsAPause()
{
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    std::stop_source stop;
    bool stopped = false;
    {
        const auto thread = on(lane, [&] {
            try {
                pauseFor(24h, stop.get_token());
            } catch (const Stopped &) {
                stopped = true;
            }
        });
        QVERIFY(waits(lane));
        stop.request_stop();
    }
    QVERIFY(stopped);
    QVERIFY(!lane->spans()[0].isOpen());
}

void TestWaiting::aLineIsServedInTheOrderOfArrival()
{
    WaitLine line;
    Waiter a(1), b(2), c(1);
    QVERIFY(line.isEmpty());
    for (Waiter *waiter : {&a, &b, &c})
        line.add(*waiter);
    QCOMPARE(line.size(), 3);
    QCOMPARE(line.first(), &a);
    QCOMPARE(line.firstThatWants(2), &b);
    QCOMPARE(line.firstThatWants(3), nullptr);
    line.wake(b, 5, {});
    QCOMPARE(b.answer(), 5);
    QCOMPARE(a.answer(), 0);
    QCOMPARE(line.size(), 2);
    line.wakeAll(9, {});
    QVERIFY(line.isEmpty() && !line.first());
    QCOMPARE(a.answer(), 9);
    QCOMPARE(c.answer(), 9);
}

/// A primitive that is a line and nothing else.
struct Doorway
{
    std::mutex mutex;
    WaitLine line;

    bool wait(Deadline deadline = noDeadline)
    {
        Waiting waiting(State::Lock, "line", std::source_location::current());
        Waiter self;
        {
            const std::scoped_lock lock(mutex);
            line.add(self);
        }
        return line.wait(waiting, self, mutex, {}, deadline, [] {});
    }
    int size()
    {
        const std::scoped_lock lock(mutex);
        return line.size();
    }
    /// Wakes at most `count`; returns how many.
    int wake(int count)
    {
        const std::scoped_lock lock(mutex);
        int woken = 0;
        for (; woken < count && !line.isEmpty(); ++woken)
            line.wake(*line.first(), 1, {});
        return woken;
    }
};

void TestWaiting::asManyGoOnAsAreWoken()
{
    QFETCH(int, threads);
    Doorway door;
    std::atomic<int> through{0};
    std::vector<std::jthread> all;
    for (int i = 0; i < threads; ++i) {
        all.emplace_back([&] {
            for (int k = 0; k < 10; ++k)
                through += door.wait();
        });
    }
    for (int woken = 0, next = 1; woken < 10 * threads; next = next % 4 + 1) {
        QVERIFY(comes([&] { return through == woken; }));
        woken += door.wake(next);
        QVERIFY(through <= woken);
    }
    all.clear();
    QCOMPARE(through.load(), 10 * threads);
    QCOMPARE(door.size(), 0);
}

void TestWaiting::whoLeavesTheLineIsNotWoken()
{
    QFETCH(int, threads);
    Doorway door;
    std::atomic<int> through{0}, left{0};
    int woken = 0;
    together(threads + 1, [&](int i) {
        if (i == threads) {
            while (through + left < 100 * threads) {
                woken += door.wake(1);
                std::this_thread::yield();
            }
            return;
        }
        for (int k = 0; k < 100; ++k)
            ++(door.wait(deadlineAfter(std::chrono::microseconds(k + i))) ? through : left);
    });
    QCOMPARE(through.load(), woken); // nobody is woken and told that it was too late
    QCOMPARE(through + left, 100 * threads);
    QCOMPARE(door.size(), 0);
}

QTEST_GUILESS_MAIN(TestWaiting)
#include "tst_waiting.moc"
