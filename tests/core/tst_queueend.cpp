#include "core/sync/blockingqueue.h"
#include "tests/core/together.h"

using namespace tenfold;
using namespace std::chrono_literals;

/// How the waits of a queue end: by what they wait for, by its close, by a stop, by a limit.
class TestQueueEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClosedQueueGivesWhatItHas();
    void closingEndsEveryWait_data() { threadRows(); }
    void closingEndsEveryWait();
    void asManyPushesAreServedAsThereIsRoom_data() { threadRows(); }
    void asManyPushesAreServedAsThereIsRoom();
    void asManyPopsAreServedAsThereAreItems_data() { threadRows(); }
    void asManyPopsAreServedAsThereAreItems();
    void closingInTheMiddleLosesNothing_data() { threadRows(); }
    void closingInTheMiddleLosesNothing();
    void stopEndsTheWaitsOfAQueue();
    void stopOfSomeLeavesTheOthers_data() { threadRows(); }
    void stopOfSomeLeavesTheOthers();
    void aStopBesideAPushLosesNothing_data() { threadRows(); }
    void aStopBesideAPushLosesNothing();
    void aLimitEndsTheWaits();
    void whoComesInTimeIsServed();
};

void TestQueueEnd::aClosedQueueGivesWhatItHas()
{
    BlockingQueue<int> queue;
    queue.push(1);
    queue.push(2);
    queue.close();
    queue.close();
    QVERIFY(!queue.push(3));
    QCOMPARE(queue.pop(), std::optional(1));
    QCOMPARE(queue.pop(), std::optional(2));
    QCOMPARE(queue.pop(), std::nullopt);
}

void TestQueueEnd::closingEndsEveryWait()
{
    QFETCH(int, threads);
    BlockingQueue<int> empty, full("full", 1);
    full.push(1);
    std::atomic<int> refused{0};
    Watched waiting(4 * threads, [&](int i) {
        if (i % 4 == 0)
            refused += !empty.pop();
        else if (i % 4 == 1)
            refused += !empty.tryPopFor(24h);
        else
            refused += i % 4 == 2 ? !full.push(2) : !full.tryPushFor(2, 24h);
    });
    QVERIFY(waiting.wait(4 * threads));
    empty.close();
    full.close();
    waiting.join();
    QCOMPARE(refused.load(), 4 * threads);
    QCOMPARE(full.pop(), std::optional(1)); // nobody got in by the close
    QCOMPARE(full.pop(), std::nullopt);
}

void TestQueueEnd::asManyPushesAreServedAsThereIsRoom()
{
    QFETCH(int, threads);
    BlockingQueue<int> queue("jobs", 2);
    std::atomic<int> pushed{0}, refused{0};
    Watched pushing(threads, [&](int i) { ++(queue.push(i) ? pushed : refused); });
    const int room = std::min(threads, 2);
    QVERIFY(pushing.wait(threads - room));
    QVERIFY(comes([&] { return pushed == room; }));
    QCOMPARE(refused.load(), 0);
    queue.close();
    pushing.join();
    QCOMPARE(pushed.load(), room);
    QCOMPARE(refused.load(), threads - room);
    QCOMPARE(queue.size(), static_cast<std::size_t>(room));
}

void TestQueueEnd::asManyPopsAreServedAsThereAreItems()
{
    QFETCH(int, threads);
    BlockingQueue<int> queue;
    queue.push(1);
    queue.push(2);
    std::atomic<int> taken{0}, none{0};
    Watched taking(threads, [&](int) { ++(queue.pop() ? taken : none); });
    int served = std::min(threads, 2);
    QVERIFY(taking.wait(threads - served));
    QVERIFY(comes([&] { return taken == served; }));
    if (served < threads) { // one more is for one more
        queue.push(3);
        ++served;
        QVERIFY(comes([&] { return taken == served; }));
        QVERIFY(taking.wait(threads - served));
    }
    QCOMPARE(none.load(), 0);
    queue.close();
    taking.join();
    QCOMPARE(taken.load(), served);
    QCOMPARE(none.load(), threads - served);
}

void TestQueueEnd::closingInTheMiddleLosesNothing()
{
    QFETCH(int, threads);
    BlockingQueue<int> queue("jobs", 4);
    std::atomic<long> pushed{0}, popped{0};
    std::atomic<int> taken{0};
    const auto pushUntilClosed = [&] {
        for (int k = 1;; ++k) {
            const bool added = k % 3 == 0   ? queue.push(k)
                               : k % 3 == 1 ? queue.tryPush(k)
                                            : queue.tryPushFor(k, 50us);
            if (added)
                pushed += k;
            else if (queue.isClosed())
                return;
        }
    };
    const auto popUntilNothingIsLeft = [&](int i) {
        for (int k = i;; ++k) {
            const bool last = queue.isClosed(); // looked at first: nothing comes behind it
            const auto item = k % 3 == 0 ? queue.pop() : k % 3 == 1 ? queue.tryPop() : queue.tryPopFor(50us);
            popped += item.value_or(0);
            taken += item.has_value();
            if (last && !item)
                return;
        }
    };
    together(2 * threads + 1, [&](int i) {
        if (i < threads) {
            pushUntilClosed();
        } else if (i < 2 * threads) {
            popUntilNothingIsLeft(i);
        } else {
            comes([&] { return taken >= 500; });
            queue.close();
        }
    });
    QVERIFY(taken >= 500);
    QCOMPARE(popped.load(), pushed.load());
    QCOMPARE(queue.size(), std::size_t(0));
}

void TestQueueEnd::stopEndsTheWaitsOfAQueue()
{
    Trace trace;
    BlockingQueue<int> empty;
    BlockingQueue<int> full("full", 1);
    full.push(1);
    std::stop_source stop;
    std::atomic<int> stopped{0};
    Lane *taking = trace.addLane(LaneRole::Worker);
    Lane *putting = trace.addLane(LaneRole::Worker);
    const auto untilStopped = [&](auto wait) {
        return [&stopped, wait] {
            try {
                wait();
            } catch (const Stopped &) {
                ++stopped;
            }
        };
    };
    {
        const auto taker = on(taking, untilStopped([&] { empty.pop(stop.get_token()); }));
        const auto putter = on(putting, untilStopped([&] { full.push(2, stop.get_token()); }));
        QVERIFY(waits(taking));
        QVERIFY(waits(putting));
        stop.request_stop();
    }
    QCOMPARE(stopped.load(), 2);
    QCOMPARE(full.pop(), std::optional(1)); // both are usable still
    QVERIFY(empty.push(1));
}

void TestQueueEnd::stopOfSomeLeavesTheOthers()
{
    QFETCH(int, threads);
    BlockingQueue<int> queue;
    std::stop_source stop;
    std::atomic<int> stopped{0}, taken{0};
    Watched taking(threads, [&](int i) {
        try {
            taken += queue.pop(i % 2 ? std::stop_token() : stop.get_token()).has_value();
        } catch (const Stopped &) {
            ++stopped;
        }
    });
    QVERIFY(taking.wait(threads));
    stop.request_stop();
    QVERIFY(taking.wait(threads / 2));
    for (int i = 0; i < threads / 2; ++i)
        queue.push(i);
    taking.join();
    QCOMPARE(stopped.load(), threads - threads / 2);
    QCOMPARE(taken.load(), threads / 2);
    QCOMPARE(queue.size(), std::size_t(0));
}

void TestQueueEnd::aStopBesideAPushLosesNothing()
{
    QFETCH(int, threads);
    for (int round = 0; round < 20; ++round) {
        BlockingQueue<int> queue;
        std::stop_source stop;
        std::atomic<int> stopped{0}, taken{0};
        Watched taking(threads, [&](int i) {
            try {
                taken += queue.pop(i % 2 ? std::stop_token() : stop.get_token()).has_value();
            } catch (const Stopped &) {
                ++stopped;
            }
        });
        QVERIFY(taking.wait(threads, round % 2 ? 2ms : 0ms)); // asleep, or still spinning
        together(2, [&](int i) {
            for (int k = 0; i && k < threads; ++k)
                queue.push(k);
            if (!i)
                stop.request_stop();
        });
        taking.join(); // those who were not asked found an item
        QCOMPARE(stopped + taken, threads);
        QCOMPARE(queue.size(), static_cast<std::size_t>(stopped));
    }
}

void TestQueueEnd::aLimitEndsTheWaits()
{
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    const LaneScope scope(lane);
    BlockingQueue<int> queue("jobs", 1);
    QCOMPARE(queue.tryPopFor(10ms), std::nullopt);
    QCOMPARE(queue.tryPopFor(-1s), std::nullopt);
    queue.push(1);
    QVERIFY(!queue.tryPushFor(2, 10ms));
    QCOMPARE(queue.size(), std::size_t(1));
    QCOMPARE(lane->spans().size(), std::size_t(3));
    QVERIFY(lane->spans()[0].endOr(0) - lane->spans()[0].begin >= 10'000'000);
    QVERIFY(lane->spans()[2].endOr(0) - lane->spans()[2].begin >= 10'000'000);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Stopped, queue.tryPushFor(2, 24h, stop.get_token()));
    QCOMPARE(queue.tryPopFor(24h, stop.get_token()), std::optional(1)); // what is there wins
    QVERIFY_THROWS_EXCEPTION(Stopped, queue.tryPopFor(24h, stop.get_token()));
}

void TestQueueEnd::whoComesInTimeIsServed()
{
    Trace trace;
    Lane *taking = trace.addLane(LaneRole::Worker);
    Lane *putting = trace.addLane(LaneRole::Worker);
    BlockingQueue<int> empty;
    BlockingQueue<int> full("full", 1);
    full.push(1);
    std::optional<int> taken;
    bool put = false;
    {
        const auto taker = on(taking, [&] { taken = empty.tryPopFor(24h); });
        const auto putter = on(putting, [&] { put = full.tryPushFor(2, 24h); });
        QVERIFY(waits(taking));
        QVERIFY(waits(putting));
        empty.push(7);
        full.pop();
    }
    QCOMPARE(taken, std::optional(7));
    QVERIFY(put);
}

QTEST_GUILESS_MAIN(TestQueueEnd)
#include "tst_queueend.moc"
