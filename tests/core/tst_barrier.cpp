#include "core/sync/barrier.h"
#include "tests/core/together.h"

#include <stdexcept>

using namespace tenfold;
using namespace std::chrono_literals;

class TestBarrier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsAPhaseAhead_data() { threadRows(); }
    void nobodyIsAPhaseAhead();
    void eachArrivesAtAPlaceOfItsOwn_data() { threadRows(); }
    void eachArrivesAtAPlaceOfItsOwn();
    void moreThreadsThanPartiesMeetInGroups_data() { threadRows(); }
    void moreThreadsThanPartiesMeetInGroups();
    void theLastDoesNotWait();
    void theLastCompletesBeforeAllGoOn_data() { threadRows(); }
    void theLastCompletesBeforeAllGoOn();
    void aFailingCompletionBreaksIt();
    void abortEndsEveryWait_data() { threadRows(); }
    void abortEndsEveryWait();
    void aResetMendsWhatWasBroken_data() { threadRows(); }
    void aResetMendsWhatWasBroken();
    void whoWasSentAwayMayComeBackAtOnce_data() { threadRows(); }
    void whoWasSentAwayMayComeBackAtOnce();
    void resetSendsWhoWaitsAwayAndStartsAnew();
    void aLimitBreaksIt();
    void whoIsLateFindsItBroken_data() { threadRows(); }
    void whoIsLateFindsItBroken();
    void stopBreaksItForAll();
    void theWaitAndTheLastToArriveAreRecorded();
};

void TestBarrier::nobodyIsAPhaseAhead()
{
    QFETCH(int, threads);
    Barrier barrier(threads);
    std::atomic<int> arrived{0}, wrong{0};
    together(threads, [&](int) {
        for (int phase = 1; phase <= 50; ++phase) {
            ++arrived;
            barrier.arriveAndWait();
            wrong += arrived < phase * threads;
            barrier.arriveAndWaitFor(24h);
            wrong += arrived != phase * threads;
            barrier.arriveAndWait();
        }
    });
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(barrier.generation(), std::uint64_t(150));
    QCOMPARE(barrier.waiting(), 0);
    QCOMPARE(barrier.parties(), threads);
    QVERIFY(!barrier.isBroken());
}

void TestBarrier::eachArrivesAtAPlaceOfItsOwn()
{
    QFETCH(int, threads);
    constexpr int meetings = 20;
    Barrier barrier(threads);
    std::vector<std::atomic<int>> places(static_cast<std::size_t>(threads * meetings));
    together(threads, [&](int) {
        for (int meeting = 0; meeting < meetings; ++meeting)
            ++places[static_cast<std::size_t>(meeting * threads + barrier.arriveAndWait())];
    });
    QVERIFY(std::ranges::all_of(places, [](const auto &times) { return times == 1; }));
}

void TestBarrier::theLastCompletesBeforeAllGoOn()
{
    QFETCH(int, threads);
    int completed = 0; // not atomic: the barrier orders it
    Barrier barrier(threads, [&] { ++completed; });
    std::atomic<int> wrong{0};
    together(threads, [&](int) {
        for (int meeting = 1; meeting <= 40; ++meeting) {
            barrier.arriveAndWait();
            wrong += completed != meeting;
        }
    });
    QCOMPARE(completed, 40);
    QCOMPARE(wrong.load(), 0);
}

void TestBarrier::aFailingCompletionBreaksIt()
{
    bool fails = true;
    Barrier barrier(3, [&] {
        if (fails)
            throw std::runtime_error("no");
    });
    std::atomic<int> broken{0}, failed{0};
    together(3, [&](int) {
        try {
            barrier.arriveAndWait();
        } catch (const BrokenBarrier &) {
            ++broken;
        } catch (const std::runtime_error &) {
            ++failed;
        }
    });
    QCOMPARE(broken.load(), 2);
    QCOMPARE(failed.load(), 1);
    QVERIFY(barrier.isBroken());
    QCOMPARE(barrier.generation(), std::uint64_t(0));
    fails = false;
    barrier.reset();
    together(3, [&](int) { barrier.arriveAndWait(); });
    QCOMPARE(barrier.generation(), std::uint64_t(1));
}

void TestBarrier::abortEndsEveryWait()
{
    QFETCH(int, threads);
    Barrier barrier(threads + 1);
    std::atomic<int> broken{0};
    together(threads + 1, [&](int i) {
        if (i == threads) {
            comes([&] { return barrier.waiting() == threads; });
            barrier.abort();
            return;
        }
        try {
            barrier.arriveAndWait();
        } catch (const BrokenBarrier &) {
            ++broken;
        }
    });
    QCOMPARE(broken.load(), threads);
    QVERIFY(barrier.isBroken());
    QCOMPARE(barrier.waiting(), 0);
    QVERIFY_THROWS_EXCEPTION(BrokenBarrier, barrier.arriveAndWait());
}

void TestBarrier::resetSendsWhoWaitsAwayAndStartsAnew()
{
    Barrier barrier(4);
    std::atomic<int> broken{0}, met{0};
    const auto meet = [&] {
        try {
            barrier.arriveAndWait();
            ++met;
        } catch (const BrokenBarrier &) {
            ++broken;
        }
    };
    together(4, [&](int i) {
        if (i == 3) {
            comes([&] { return barrier.waiting() == 3; });
            barrier.reset();
        } else {
            meet();
        }
    });
    QCOMPARE(broken.load(), 3);
    QVERIFY(!barrier.isBroken());
    together(4, [&](int) { meet(); });
    QCOMPARE(met.load(), 4);
    barrier.abort();
    barrier.reset();
    together(4, [&](int) { meet(); });
    QCOMPARE(met.load(), 8);
    QCOMPARE(barrier.generation(), std::uint64_t(2));
}

void TestBarrier::aLimitBreaksIt()
{
    Barrier barrier(3);
    std::atomic<int> broken{0};
    together(2, [&](int i) {
        try {
            if (i == 0) {
                barrier.arriveAndWait();
            } else {
                comes([&] { return barrier.waiting() == 1; });
                barrier.arriveAndWaitFor(5ms);
            }
        } catch (const BrokenBarrier &) {
            ++broken;
        }
    });
    QCOMPARE(broken.load(), 2);
    QVERIFY(barrier.isBroken());
}

void TestBarrier::stopBreaksItForAll()
{
    Barrier barrier(9);
    std::stop_source stop;
    std::atomic<int> stopped{0}, broken{0};
    together(9, [&](int i) {
        if (i == 8) {
            comes([&] { return barrier.waiting() == 8; });
            stop.request_stop();
            return;
        }
        try {
            barrier.arriveAndWait(i % 2 ? stop.get_token() : std::stop_token());
        } catch (const Stopped &) {
            ++stopped;
        } catch (const BrokenBarrier &) {
            ++broken;
        }
    });
    QCOMPARE(stopped.load(), 4); // whoever saw it first
    QCOMPARE(broken.load(), 4);  // those whose token was not asked
    QVERIFY_THROWS_EXCEPTION(Stopped, barrier.arriveAndWait(stop.get_token()));
    QVERIFY_THROWS_EXCEPTION(BrokenBarrier, barrier.arriveAndWait());
}

void TestBarrier::theWaitAndTheLastToArriveAreRecorded()
{
    Trace trace;
    Barrier barrier(3, {}, "phase");
    Lane *last = trace.addLane(LaneRole::Worker);
    std::vector<Lane *> lanes;
    unsigned line = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 2; ++i) {
            lanes.push_back(trace.addLane(LaneRole::Worker));
            line = std::source_location::current().line() + 1;
            threads.push_back(on(lanes.back(), [&] { barrier.arriveAndWait(); }));
        }
        QVERIFY(comes([&] { return barrier.waiting() == 2; }));
        const LaneScope scope(last);
        QCOMPARE(barrier.arriveAndWait(), 2);
    }
    for (const Lane *lane : lanes) {
        QCOMPARE(lane->spans().size(), std::size_t(1));
        const SpanRecord &wait = lane->spans()[0];
        QVERIFY(!wait.isOpen());
        QCOMPARE(wait.state, State::Event);
        QCOMPARE(std::string_view(wait.label), "phase");
        QCOMPARE(wait.where.line, line);
        QCOMPARE(lane->links().size(), std::size_t(1));
        QCOMPARE(lane->links()[0].kind, LinkKind::Releases);
        QCOMPARE(lane->links()[0].fromLane, last->index());
        QVERIFY(lane->links()[0].fromTime >= wait.begin);
    }
    QCOMPARE(last->spans().size(), std::size_t(0)); // it did not wait
}

void TestBarrier::moreThreadsThanPartiesMeetInGroups()
{
    QFETCH(int, threads);
    int completed = 0; // not atomic: the barrier orders it
    Barrier barrier(threads, [&] { ++completed; });
    std::vector<std::atomic<int>> places(static_cast<std::size_t>(threads));
    together(3 * threads, [&](int) { ++places[static_cast<std::size_t>(barrier.arriveAndWait())]; });
    QVERIFY(std::ranges::all_of(places, [](const auto &times) { return times == 3; }));
    QCOMPARE(completed, 3);
    QCOMPARE(barrier.generation(), std::uint64_t(3));
    QCOMPARE(barrier.waiting(), 0);
}

void TestBarrier::theLastDoesNotWait()
{
    std::stop_source stop;
    stop.request_stop();
    Barrier alone(0);
    QCOMPARE(alone.parties(), 1);
    QCOMPARE(alone.arriveAndWait(), 0);
    QCOMPARE(alone.arriveAndWait(stop.get_token()), 0);
    QCOMPARE(alone.arriveAndWaitFor(-1s), 0);
    Barrier two(2);
    std::jthread first([&] { two.arriveAndWait(); });
    QVERIFY(comes([&] { return two.waiting() == 1; }));
    QCOMPARE(two.arriveAndWaitFor(0s, stop.get_token()), 1);
}

void TestBarrier::aResetMendsWhatWasBroken()
{
    QFETCH(int, threads);
    Barrier barrier(threads), beside(threads);
    std::atomic<int> aborted{0}, broken{0}, met{0};
    together(threads, [&](int) {
        for (int round = 0; round < 10; ++round) {
            if (barrier.arriveAndWait() == threads / 2) {
                barrier.abort();
                ++aborted;
            } else {
                try {
                    barrier.arriveAndWait();
                } catch (const BrokenBarrier &) {
                    ++broken;
                }
            }
            if (beside.arriveAndWait() == 0)
                barrier.reset(); // while nobody is at it
            beside.arriveAndWait();
            barrier.arriveAndWait();
            ++met;
        }
    });
    QCOMPARE(aborted.load(), 10);
    QCOMPARE(broken.load(), 10 * (threads - 1));
    QCOMPARE(met.load(), 10 * threads);
    QVERIFY(!barrier.isBroken());
}

void TestBarrier::whoWasSentAwayMayComeBackAtOnce()
{
    QFETCH(int, threads);
    Barrier barrier(threads);
    std::atomic<int> sentAway{0}, met{0}, wrong{0};
    together(threads, [&](int i) {
        for (int round = 0; round < 10; ++round) {
            if (i == 0) {
                wrong += !comes([&] { return barrier.waiting() == threads - 1; });
                barrier.reset();
            } else {
                try {
                    barrier.arriveAndWait();
                    ++wrong;
                } catch (const BrokenBarrier &) {
                    ++sentAway;
                }
            }
            barrier.arriveAndWait(); // others may still be on their way out
            ++met;
        }
    });
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(sentAway.load(), 10 * (threads - 1));
    QCOMPARE(met.load(), 10 * threads);
    QCOMPARE(barrier.generation(), std::uint64_t(10));
}

void TestBarrier::whoIsLateFindsItBroken()
{
    QFETCH(int, threads);
    Barrier barrier(threads + 1);
    std::atomic<int> broken{0};
    together(threads, [&](int i) {
        try {
            if (i)
                barrier.arriveAndWaitFor(24h);
            else
                barrier.arriveAndWaitFor(5ms);
        } catch (const BrokenBarrier &) {
            ++broken;
        }
    });
    QCOMPARE(broken.load(), threads);
    QCOMPARE(barrier.waiting(), 0);
    QCOMPARE(barrier.generation(), std::uint64_t(0));
    QVERIFY_THROWS_EXCEPTION(BrokenBarrier, barrier.arriveAndWait());
    QVERIFY_THROWS_EXCEPTION(BrokenBarrier, barrier.arriveAndWaitFor(24h));
}

QTEST_GUILESS_MAIN(TestBarrier)
#include "tst_barrier.moc"
