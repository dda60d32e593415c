#include "core/sync/mutex.h"
#include "tests/core/together.h"

#include <optional>
#include <stdexcept>

using namespace tenfold;

template<typename T>
concept LockableByTheStandard = requires(T &mutex)
{
    mutex.lock();
    mutex.unlock();
};
static_assert(!LockableByTheStandard<Mutex>, "std::lock_guard would record the standard library's line");

class TestMutex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyOneHoldsIt_data() { threadRows(); }
    void onlyOneHoldsIt();
    void nobodyGetsItWhileItIsHeld_data() { threadRows(); }
    void nobodyGetsItWhileItIsHeld();
    void anExceptionLetsItGo();
    void takenTwiceByAThreadItWaits();
    void theWaitIsRecorded();
    void theWaitNamesTheHolder();
    void theReleaseIsLinkedToWhoGotIt();
    void everyLinkNamesAnotherLane();
    void aMutexOutlivesATrace();
    void stopEndsTheWait();
    void aStopLeavesTheMutexUsable();
    void aStopBesideAReleaseLosesNothing_data() { threadRows(); }
    void aStopBesideAReleaseLosesNothing();
    void noLaneNoRecord();
};

/// Waits until `times` threads have found `mutex` taken.
static bool contended(const Mutex &mutex, std::uint64_t times = 1)
{
    return comes([&] { return mutex.contended() >= times; });
}

void TestMutex::onlyOneHoldsIt()
{
    QFETCH(int, threads);
    Mutex mutex;
    long counter = 0; // not atomic: the mutex alone protects it
    together(threads, [&](int) {
        for (int i = 0; i < 2000; ++i) {
            const Lock lock(mutex);
            counter = counter + 1;
        }
    });
    QCOMPARE(counter, 2000L * threads);
}

void TestMutex::theWaitIsRecorded()
{
    Trace trace;
    Mutex mutex("account");
    Lane *waiting = trace.addLane(LaneRole::Worker);
    unsigned line = 0;
    {
        std::optional<Lock> held(std::in_place, mutex);
        const auto thread = on(waiting, [&] {
            line = std::source_location::current().line() + 1;
            const Lock lock(mutex);
        });
        QVERIFY(waits(waiting));
        QVERIFY(waiting->spans()[0].isOpen());
        held.reset();
    }
    QCOMPARE(waiting->spans().size(), std::size_t(2));
    const SpanRecord &wait = waiting->spans()[0];
    const SpanRecord &hold = waiting->spans()[1];
    QCOMPARE(wait.state, State::Lock);
    QCOMPARE(std::string_view(wait.label), "account");
    QCOMPARE(wait.where.line, line);
    QCOMPARE(hold.shape, Shape::Hold);
    QCOMPARE(hold.where.line, line);
    QVERIFY(hold.begin >= wait.endOr(0));
    QVERIFY(!hold.isOpen());
}

void TestMutex::theWaitNamesTheHolder()
{
    Trace trace;
    Mutex mutex;
    Lane *first = trace.addLane(LaneRole::Worker);
    Lane *second = trace.addLane(LaneRole::Worker);
    const LaneScope scope(first);
    std::optional<Lock> held(std::in_place, mutex);
    const auto thread = on(second, [&] { const Lock lock(mutex); });
    QVERIFY(comes([&] { return second->links().size() == 1; }));
    const LinkRecord &link = second->links()[0]; // while it waits
    QCOMPARE(link.kind, LinkKind::WaitsFor);
    QCOMPARE(link.fromLane, first->index());
    QCOMPARE(link.toLane, second->index());
    const SpanRecord &wait = second->spans()[0];
    QVERIFY(wait.isOpen());
    QVERIFY(link.toTime >= wait.begin);
    held.reset();
}

void TestMutex::theReleaseIsLinkedToWhoGotIt()
{
    Trace trace;
    Mutex mutex;
    Lane *first = trace.addLane(LaneRole::Worker);
    Lane *second = trace.addLane(LaneRole::Worker);
    const LaneScope scope(first);
    {
        std::optional<Lock> held(std::in_place, mutex);
        const auto thread = on(second, [&] { const Lock lock(mutex); });
        QVERIFY(contended(mutex));
        held.reset();
    }
    const auto releases = linksOf(second, LinkKind::Releases);
    QCOMPARE(releases.size(), std::size_t(1));
    QCOMPARE(releases[0].fromLane, first->index());
    QCOMPARE(releases[0].toLane, second->index());
    QVERIFY(releases[0].fromTime <= releases[0].toTime);
}

void TestMutex::everyLinkNamesAnotherLane()
{
    Trace trace;
    Mutex mutex;
    std::vector<Lane *> lanes;
    for (int i = 0; i < 8; ++i)
        lanes.push_back(trace.addLane(LaneRole::Worker));
    together(8, [&](int i) {
        const LaneScope scope(lanes[static_cast<std::size_t>(i)]);
        for (int k = 0; k < 500; ++k)
            const Lock lock(mutex);
    });
    for (const Lane *lane : lanes) {
        lane->links().forEach([&](const LinkRecord &link) {
            QVERIFY(link.fromLane >= 0 && link.fromLane < 8);
            QVERIFY(link.fromLane != link.toLane);
            QCOMPARE(link.toLane, lane->index());
            QVERIFY(link.fromTime <= link.toTime);
        });
    }
}

void TestMutex::aMutexOutlivesATrace()
{
    Mutex mutex;
    {
        Trace gone;
        const LaneScope scope(gone.addLane(LaneRole::Worker));
        const Lock lock(mutex);
    }
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    {
        std::optional<Lock> held(std::in_place, mutex); // by a thread without a lane
        const auto thread = on(lane, [&] { const Lock lock(mutex); });
        QVERIFY(contended(mutex));
        held.reset();
    }
    QCOMPARE(lane->links().size(), std::size_t(0));
}

void TestMutex::stopEndsTheWait()
{
    Mutex mutex;
    const Lock held(mutex);
    std::stop_source stop;
    bool stopped = false;
    {
        std::jthread thread([&] {
            try {
                const Lock lock(mutex, stop.get_token());
            } catch (const Stopped &) {
                stopped = true;
            }
        });
        QVERIFY(contended(mutex));
        stop.request_stop();
    }
    QVERIFY(stopped);
}

void TestMutex::aStopLeavesTheMutexUsable()
{
    Mutex mutex;
    std::stop_source stop;
    std::atomic<int> taken{0};
    {
        std::optional<Lock> held(std::in_place, mutex);
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&, i] {
                try {
                    const Lock lock(mutex, i % 2 ? stop.get_token() : std::stop_token());
                    ++taken;
                } catch (const Stopped &) {
                }
            });
        }
        QVERIFY(contended(mutex, 8));
        stop.request_stop();
        held.reset();
    }
    QVERIFY(taken >= 4); // those without the token all got it
    const Lock again(mutex);
}

void TestMutex::noLaneNoRecord()
{
    Mutex mutex;
    {
        const Lock lock(mutex);
    }
    QCOMPARE(mutex.contended(), std::uint64_t(0));
}

void TestMutex::nobodyGetsItWhileItIsHeld()
{
    QFETCH(int, threads);
    Mutex mutex;
    std::atomic<int> in{0};
    std::vector<std::jthread> others;
    {
        const Lock held(mutex);
        for (int i = 0; i < threads; ++i) {
            others.emplace_back([&] {
                const Lock lock(mutex);
                ++in;
            });
        }
        QVERIFY(contended(mutex, static_cast<std::uint64_t>(threads)));
        QCOMPARE(in.load(), 0);
    }
    others.clear();
    QCOMPARE(in.load(), threads);
}

void TestMutex::anExceptionLetsItGo()
{
    Mutex mutex;
    const auto fail = [&] {
        const Lock lock(mutex);
        throw std::runtime_error("no");
    };
    for (int i = 0; i < 3; ++i)
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, fail());
    std::jthread([&] { const Lock lock(mutex); }).join();
    QCOMPARE(mutex.contended(), std::uint64_t(0));
}

void TestMutex::takenTwiceByAThreadItWaits()
{
    Mutex mutex;
    std::stop_source stop;
    bool stopped = false;
    {
        std::jthread thread([&] {
            const Lock first(mutex);
            try {
                const Lock again(mutex, stop.get_token());
            } catch (const Stopped &) {
                stopped = true;
            }
        });
        QVERIFY(contended(mutex));
        stop.request_stop();
    }
    QVERIFY(stopped);
    const Lock usable(mutex);
}

void TestMutex::aStopBesideAReleaseLosesNothing()
{
    QFETCH(int, threads);
    for (int round = 0; round < 20; ++round) {
        Mutex mutex;
        std::stop_source stop;
        std::atomic<int> taken{0}, stopped{0};
        std::vector<std::jthread> others;
        {
            std::optional<Lock> held(std::in_place, mutex);
            for (int i = 0; i < threads; ++i) {
                others.emplace_back([&, i] {
                    try {
                        const Lock lock(mutex, i % 2 ? std::stop_token() : stop.get_token());
                        ++taken;
                    } catch (const Stopped &) {
                        ++stopped;
                    }
                });
            }
            QVERIFY(contended(mutex, static_cast<std::uint64_t>(threads)));
            const std::jthread stopper([&] { stop.request_stop(); });
            held.reset();
        }
        others.clear();
        QCOMPARE(taken + stopped, threads);
        QVERIFY(taken >= threads / 2);
        const Lock usable(mutex);
    }
}

QTEST_GUILESS_MAIN(TestMutex)
#include "tst_mutex.moc"
