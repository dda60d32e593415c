#include "core/sync/locktable.h"
#include "tests/core/together.h"

#include <latch>
#include <memory>
#include <numeric>
#include <stdexcept>

using namespace tenfold;

class TestLockTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyOneHoldsALock_data() { threadRows(); }
    void onlyOneHoldsALock();
    void locksAreHandedOverInOrder();
    void anExceptionLetsALockGo();
    void ordersThatAgreeNeverCloseARing_data() { threadRows(); }
    void ordersThatAgreeNeverCloseARing();
    void theRingIsFoundWhenItCloses_data();
    void theRingIsFoundWhenItCloses();
    void whoOnlyWaitsForARingIsNotInIt();
    void aReportedRingWaitsUntilStop_data() { theRingIsFoundWhenItCloses_data(); }
    void aReportedRingWaitsUntilStop();
    void aLockTakenTwiceIsARingOfOne();
    void whoStoppedIsNotInARing();
    void aStopBesideAReleaseLosesNothing_data() { threadRows(); }
    void aStopBesideAReleaseLosesNothing();
    void aNumberWithoutLockIsRefused();
    void waitsHoldersAndReleasesAreRecorded();
    void aTableOutlivesATrace();
};

void TestLockTable::onlyOneHoldsALock()
{
    QFETCH(int, threads);
    LockTable table(5);
    std::array<long, 5> money{};
    together(threads, [&](int i) {
        for (int k = 0; k < 300; ++k) {
            const auto number = static_cast<std::size_t>(i + k) % 5;
            const TableLock lock(table, number);
            money[number] = money[number] + 1;
        }
    });
    QCOMPARE(std::accumulate(money.begin(), money.end(), 0L), 300L * threads);
    QCOMPARE(table.waiting(), 0);
    QVERIFY(!table.deadlock());
}

void TestLockTable::locksAreHandedOverInOrder()
{
    LockTable table(1);
    std::vector<int> order; // guarded by the lock
    {
        std::vector<std::jthread> threads;
        const TableLock held(table, 0);
        for (int i = 0; i < 6; ++i) {
            threads.emplace_back([&, i] {
                const TableLock lock(table, 0);
                order.push_back(i);
            });
            QVERIFY(comes([&] { return table.waiting() == i + 1; }));
        }
    }
    QCOMPARE(order, (std::vector{0, 1, 2, 3, 4, 5}));
}

void TestLockTable::anExceptionLetsALockGo()
{
    LockTable table(2);
    const auto fail = [&] {
        const TableLock first(table, 0);
        const TableLock second(table, 1);
        throw std::runtime_error("no");
    };
    for (int i = 0; i < 2; ++i)
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, fail());
    std::jthread([&] {
        const TableLock first(table, 0);
        const TableLock second(table, 1);
    }).join();
    QVERIFY(!table.deadlock());
}

void TestLockTable::ordersThatAgreeNeverCloseARing()
{
    QFETCH(int, threads);
    LockTable table(4);
    std::atomic<int> done{0};
    together(threads, [&](int i) {
        for (int k = 0; k < 300; ++k) {
            const auto a = static_cast<std::size_t>(i * 7 + k) % 4;
            const auto b = (a + 1 + static_cast<std::size_t>(k) % 3) % 4;
            const TableLock first(table, std::min(a, b));
            const TableLock second(table, std::max(a, b));
            ++done;
        }
    });
    QCOMPARE(done.load(), 300 * threads);
    QCOMPARE(table.waiting(), 0);
    QVERIFY(!table.deadlock());
}

void TestLockTable::theRingIsFoundWhenItCloses_data()
{
    QTest::addColumn<int>("threads");
    for (const int threads : {2, 3, 8})
        QTest::addRow("ring of %d", threads) << threads;
}

/// Checks that `ring` has the lanes 0 to `size` - 1, where lane i holds lock i and wants the next one.
static void checkRing(const std::vector<Deadlock::Member> &ring, int size)
{
    QCOMPARE(ring.size(), static_cast<std::size_t>(size));
    std::vector<bool> seen(ring.size());
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Deadlock::Member &member = ring[i];
        const auto lane = static_cast<std::size_t>(member.lane);
        QVERIFY(lane < seen.size() && !seen[lane]);
        seen[lane] = true;
        QCOMPARE(member.holds, lane);
        QCOMPARE(member.wants, (lane + 1) % ring.size());
        QCOMPARE(ring[(i + 1) % ring.size()].holds, member.wants);
    }
}

void TestLockTable::theRingIsFoundWhenItCloses()
{
    QFETCH(int, threads);
    for (int round = 0; round < 20; ++round) {
        Trace trace;
        LockTable table(static_cast<std::size_t>(threads));
        std::vector<Lane *> lanes;
        for (int i = 0; i < threads; ++i)
            lanes.push_back(trace.addLane(LaneRole::Worker));
        std::latch all(threads);
        std::atomic<int> found{0}, passed{0};
        std::vector<Deadlock::Member> ring;
        together(threads, [&](int i) {
            const auto own = static_cast<std::size_t>(i);
            const LaneScope scope(lanes[own]);
            try {
                const TableLock first(table, own);
                all.arrive_and_wait();
                const TableLock second(table, (own + 1) % lanes.size());
                ++passed;
            } catch (const Deadlock &deadlock) {
                ring = deadlock.ring;
                ++found;
            }
        });
        QCOMPARE(found.load(), 1);
        QCOMPARE(passed.load(), threads - 1); // those who were let go by the one who gave up
        checkRing(ring, threads);
        QVERIFY(table.deadlock());
        QCOMPARE(table.deadlock()->ring.front().lane, ring.front().lane);
        QCOMPARE(table.waiting(), 0);
        // The links say the same: everybody waited for the next one.
        for (const Lane *lane : lanes) {
            const auto waits = linksOf(lane, LinkKind::WaitsFor);
            QCOMPARE(waits.size(), std::size_t(1));
            QCOMPARE(waits[0].fromLane, (lane->index() + 1) % threads);
        }
    }
}

void TestLockTable::whoOnlyWaitsForARingIsNotInIt()
{
    Trace trace;
    LockTable table(3, "account", LockTable::OnRing::Report);
    std::stop_source stop;
    std::vector<std::jthread> threads;
    const auto start = [&](std::size_t first, std::size_t second) {
        threads.push_back(on(trace.addLane(LaneRole::Worker), [&, first, second] {
            try {
                const TableLock a(table, first, stop.get_token());
                const TableLock b(table, second, stop.get_token());
            } catch (const Stopped &) {
            }
        }));
    };
    const LaneScope scope(trace.addLane(LaneRole::Main));
    {
        const TableLock one(table, 1);
        start(0, 1); // waits for what this thread holds
        QVERIFY(comes([&] { return table.waiting() == 1; }));
        start(2, 0); // waits for the one who waits
        QVERIFY(comes([&] { return table.waiting() == 2; }));
        QVERIFY(!table.deadlock());
        // This thread closes a ring of two; the third one only waits for it.
        std::jthread stopper([&] {
            comes([&] { return table.deadlock().has_value(); });
            stop.request_stop();
        });
        try {
            const TableLock zero(table, 0, stop.get_token());
        } catch (const Stopped &) { // unless both others have let go before this thread was woken
        }
    }
    threads.clear();
    const auto deadlock = table.deadlock();
    QVERIFY(deadlock);
    QCOMPARE(deadlock->ring.size(), std::size_t(2));
    QCOMPARE(deadlock->ring[0].lane, 0);
    QCOMPARE(deadlock->ring[0].holds, std::size_t(1));
    QCOMPARE(deadlock->ring[0].wants, std::size_t(0));
    QCOMPARE(deadlock->ring[1].lane, 1);
    QCOMPARE(deadlock->ring[1].holds, std::size_t(0));
    QCOMPARE(deadlock->ring[1].wants, std::size_t(1));
}

void TestLockTable::aReportedRingWaitsUntilStop()
{
    QFETCH(int, threads);
    Trace trace;
    LockTable table(static_cast<std::size_t>(threads), "account", LockTable::OnRing::Report);
    std::vector<Lane *> lanes;
    for (int i = 0; i < threads; ++i)
        lanes.push_back(trace.addLane(LaneRole::Worker));
    std::latch all(threads);
    std::stop_source stop;
    std::atomic<int> stopped{0}, waitingThen{0};
    std::optional<Deadlock> deadlock;
    together(threads + 1, [&](int i) {
        if (i == threads) {
            comes([&] { return (deadlock = table.deadlock()).has_value(); });
            comes([&] { return table.waiting() == threads; });
            for (const Lane *lane : lanes)
                waitingThen += lane->spans()[lane->spans().size() - 1].isOpen();
            stop.request_stop();
            return;
        }
        const auto own = static_cast<std::size_t>(i);
        const LaneScope scope(lanes[own]);
        const TableLock first(table, own);
        all.arrive_and_wait();
        try {
            const TableLock second(table, (own + 1) % lanes.size(), stop.get_token());
        } catch (const Stopped &) {
            ++stopped;
            all.wait();
            comes([&] { return stopped == threads; }); // keeps what it holds until all have been stopped
        }
    });
    QCOMPARE(waitingThen.load(), threads);
    QCOMPARE(stopped.load(), threads);
    QVERIFY(deadlock);
    checkRing(deadlock->ring, threads);
}

void TestLockTable::aLockTakenTwiceIsARingOfOne()
{
    LockTable table(4);
    const TableLock held(table, 3);
    try {
        const TableLock again(table, 3);
        QFAIL("it was taken twice");
    } catch (const Deadlock &deadlock) {
        QCOMPARE(deadlock.ring.size(), std::size_t(1));
        QCOMPARE(deadlock.ring[0].lane, -1);
        QCOMPARE(deadlock.ring[0].holds, std::size_t(3));
        QCOMPARE(deadlock.ring[0].wants, std::size_t(3));
    }
    QCOMPARE(table.waiting(), 0);
}

void TestLockTable::whoStoppedIsNotInARing()
{
    LockTable table(2);
    std::stop_source stop;
    std::atomic<bool> stopped{false}, out{false};
    const TableLock one(table, 1);
    std::jthread other([&] {
        const TableLock zero(table, 0);
        try {
            const TableLock second(table, 1, stop.get_token());
        } catch (const Stopped &) {
            stopped = true;
        }
        comes([&] { return out || table.waiting() == 1; });
    });
    QVERIFY(comes([&] { return table.waiting() == 1; }));
    stop.request_stop();
    QVERIFY(comes([&] { return stopped.load(); }));
    const TableLock zero(table, 0); // no ring: the other one has given up, and lets go
    out = true;
    QVERIFY(!table.deadlock());
}

void TestLockTable::aStopBesideAReleaseLosesNothing()
{
    QFETCH(int, threads);
    for (int round = 0; round < 20; ++round) {
        LockTable table(2);
        std::stop_source stop;
        std::atomic<int> taken{0}, stopped{0};
        std::optional<TableLock> held(std::in_place, table, 0);
        std::jthread others([&] {
            together(threads, [&](int i) {
                try {
                    const TableLock lock(table, 0, i % 2 ? std::stop_token() : stop.get_token());
                    ++taken;
                } catch (const Stopped &) {
                    ++stopped;
                }
            });
        });
        QVERIFY(comes([&] { return table.waiting() == threads; }));
        const std::jthread stopper([&] { stop.request_stop(); });
        held.reset();
        others.join();
        QCOMPARE(taken + stopped, threads);
        QVERIFY(taken >= threads / 2);
        QCOMPARE(table.waiting(), 0);
    }
}

void TestLockTable::aNumberWithoutLockIsRefused()
{
    LockTable table(2);
    QCOMPARE(table.size(), std::size_t(2));
    QVERIFY_THROWS_EXCEPTION(std::out_of_range, TableLock(table, 2));
    const TableLock usable(table, 1);
}

void TestLockTable::waitsHoldersAndReleasesAreRecorded()
{
    Trace trace;
    Lane *first = trace.addLane(LaneRole::Worker);
    Lane *second = trace.addLane(LaneRole::Worker);
    const LaneScope scope(first);
    unsigned line = 0;
    {
        LockTable table(8, "account"); // its names outlive it
        QCOMPARE(table.nameOf(3), std::string("account 3"));
        std::jthread thread;
        const TableLock held(table, 3);
        thread = on(second, [&] {
            line = std::source_location::current().line() + 1;
            const TableLock lock(table, 3);
        });
        QVERIFY(comes([&] { return table.waiting() == 1; }));
    }
    QCOMPARE(first->spans().size(), std::size_t(1));
    QCOMPARE(std::string_view(first->spans()[0].label), "account 3");
    QCOMPARE(first->spans()[0].shape, Shape::Hold);
    const SpanRecord &wait = second->spans()[0];
    QCOMPARE(wait.state, State::Lock);
    QCOMPARE(std::string_view(wait.label), "account 3");
    QCOMPARE(wait.where.line, line);
    QVERIFY(!wait.isOpen());
    QCOMPARE(second->links().size(), std::size_t(2));
    QCOMPARE(second->links()[0].kind, LinkKind::WaitsFor);
    QCOMPARE(second->links()[0].fromLane, first->index());
    QCOMPARE(second->links()[1].kind, LinkKind::Releases);
    QCOMPARE(second->links()[1].fromLane, first->index());
}

void TestLockTable::aTableOutlivesATrace()
{
    auto gone = std::make_unique<Trace>();
    std::optional<LockTable> table;
    {
        const LaneScope scope(gone->addLane(LaneRole::Worker));
        table.emplace(std::size_t(2), "account");
    }
    gone.reset();
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    const LaneScope scope(lane);
    const TableLock lock(*table, 1);
    QCOMPARE(std::string_view(lane->spans()[0].label), "account");
}

QTEST_GUILESS_MAIN(TestLockTable)
#include "tst_locktable.moc"
