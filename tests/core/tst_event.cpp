#include "core/sync/event.h"
#include "tests/core/together.h"

using namespace tenfold;
using namespace std::chrono_literals;

class TestEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSetStaysSet();
    void everybodyWaitsForIt_data() { threadRows(); }
    void everybodyWaitsForIt();
    void aWaitEndsThoughItIsClearedAtOnce_data() { threadRows(); }
    void aWaitEndsThoughItIsClearedAtOnce();
    void clearedItHoldsThemUpAgain_data() { threadRows(); }
    void clearedItHoldsThemUpAgain();
    void aLimitEndsTheWait();
    void theLimitOfEachEndsItsWait_data() { threadRows(); }
    void theLimitOfEachEndsItsWait();
    void aLimitBesideASetLosesNothing_data() { threadRows(); }
    void aLimitBesideASetLosesNothing();
    void stopEndsTheWait();
    void stopOfSomeLeavesTheOthers();
    void theWaitAndWhoSetItAreRecorded();
    void noSignalIsLost();
};

void TestEvent::whatIsSetStaysSet()
{
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    const LaneScope scope(lane);
    Event event;
    QVERIFY(!event.isSet());
    event.set();
    event.set();
    QVERIFY(event.isSet());
    event.wait();
    QVERIFY(event.waitFor(0s));
    event.clear();
    event.clear();
    QVERIFY(!event.isSet());
    QCOMPARE(lane->spans().size(), std::size_t(0)); // nobody had to wait
    QVERIFY(!event.waitFor(-1s));
}

void TestEvent::everybodyWaitsForIt()
{
    QFETCH(int, threads);
    Event event;
    std::atomic<int> passed{0}, early{0};
    std::atomic<bool> let{false};
    together(threads + 1, [&](int i) {
        if (i == threads) {
            if (!comes([&] { return event.waiting() == threads; }))
                ++early;
            let = true;
            event.set();
            return;
        }
        event.wait();
        early += !let;
        event.wait(); // it stays set
        ++passed;
    });
    QCOMPARE(passed.load(), threads);
    QCOMPARE(early.load(), 0);
    QCOMPARE(event.waiting(), 0);
}

void TestEvent::aWaitEndsThoughItIsClearedAtOnce()
{
    QFETCH(int, threads);
    Event event;
    std::atomic<int> passed{0};
    together(threads + 1, [&](int i) {
        if (i < threads) {
            passed += event.waitFor(24h);
        } else if (comes([&] { return event.waiting() == threads; })) {
            event.set();
            event.clear();
        }
    });
    QCOMPARE(passed.load(), threads);
    QVERIFY(!event.isSet());
}

void TestEvent::aLimitEndsTheWait()
{
    Event event;
    const auto before = Deadline::clock::now();
    QVERIFY(!event.waitFor(10ms));
    QVERIFY(Deadline::clock::now() - before >= 10ms);
    QCOMPARE(event.waiting(), 0);
    event.set();
    QVERIFY(event.waitFor(10ms));
}

void TestEvent::stopEndsTheWait()
{
    Event event;
    std::stop_source stop;
    std::atomic<int> stopped{0};
    together(9, [&](int i) {
        if (i == 8) {
            comes([&] { return event.waiting() == 8; });
            stop.request_stop();
            return;
        }
        try {
            if (i % 2)
                event.wait(stop.get_token());
            else
                event.waitFor(24h, stop.get_token());
        } catch (const Stopped &) {
            ++stopped;
        }
    });
    QCOMPARE(stopped.load(), 8);
    QCOMPARE(event.waiting(), 0);
    event.set();
    event.wait(stop.get_token()); // what has come wins
}

void TestEvent::stopOfSomeLeavesTheOthers()
{
    Event event;
    std::stop_source stop;
    std::atomic<int> stopped{0}, passed{0};
    together(9, [&](int i) {
        if (i == 8) {
            comes([&] { return event.waiting() == 8; });
            stop.request_stop();
            comes([&] { return event.waiting() == 4; });
            event.set();
            return;
        }
        try {
            event.wait(i % 2 ? stop.get_token() : std::stop_token());
            ++passed;
        } catch (const Stopped &) {
            ++stopped;
        }
    });
    QCOMPARE(stopped.load(), 4);
    QCOMPARE(passed.load(), 4);
}

void TestEvent::theWaitAndWhoSetItAreRecorded()
{
    Trace trace;
    Event event("start");
    Lane *setting = trace.addLane(LaneRole::Worker);
    std::vector<Lane *> lanes;
    unsigned line = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 5; ++i) {
            lanes.push_back(trace.addLane(LaneRole::Worker));
            line = std::source_location::current().line() + 1;
            threads.push_back(on(lanes.back(), [&] { event.wait(); }));
        }
        QVERIFY(comes([&] { return event.waiting() == 5; }));
        for (const Lane *lane : lanes)
            QVERIFY(lane->spans()[0].isOpen());
        const LaneScope scope(setting);
        event.set();
    }
    for (const Lane *lane : lanes) {
        QCOMPARE(lane->spans().size(), std::size_t(1));
        const SpanRecord &wait = lane->spans()[0];
        QVERIFY(!wait.isOpen());
        QCOMPARE(wait.state, State::Event);
        QCOMPARE(std::string_view(wait.label), "start");
        QCOMPARE(wait.where.line, line);
        QCOMPARE(lane->links().size(), std::size_t(1));
        const LinkRecord &link = lane->links()[0];
        QCOMPARE(link.kind, LinkKind::Releases);
        QCOMPARE(link.fromLane, setting->index());
        QCOMPARE(link.toLane, lane->index());
        QVERIFY(link.fromTime >= wait.begin && link.fromTime <= link.toTime);
    }
    QCOMPARE(setting->spans().size() + setting->links().size(), std::size_t(0));
}

void TestEvent::noSignalIsLost()
{
    Event ping, pong;
    long turns = 0;
    together(2, [&](int i) {
        for (int k = 0; k < 20'000; ++k) {
            if (i == 0) {
                ping.set();
                pong.wait();
                pong.clear();
            } else {
                ping.wait();
                ping.clear();
                turns = turns + 1; // not atomic: the events order it
                pong.set();
            }
        }
    });
    QCOMPARE(turns, 20'000L);
}

void TestEvent::clearedItHoldsThemUpAgain()
{
    QFETCH(int, threads);
    Event event;
    int written = 0; // not atomic: the event orders it
    std::atomic<int> wrong{0};
    std::barrier all(threads + 1);
    together(threads + 1, [&](int i) {
        for (int round = 1; round <= 20; ++round) {
            if (i < threads) {
                event.wait();
                wrong += written != round;
            } else {
                wrong += !comes([&] { return event.waiting() == threads; });
                written = round;
                event.set();
            }
            all.arrive_and_wait();
            if (i == threads)
                event.clear();
            all.arrive_and_wait();
        }
    });
    QCOMPARE(wrong.load(), 0);
    QVERIFY(!event.isSet());
}

void TestEvent::theLimitOfEachEndsItsWait()
{
    QFETCH(int, threads);
    Event event;
    std::atomic<int> wrong{0};
    together(threads, [&](int) {
        wrong += event.waitFor(0s);
        const auto before = Deadline::clock::now();
        wrong += event.waitFor(5ms);
        wrong += Deadline::clock::now() - before < 5ms;
    });
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(event.waiting(), 0);
    event.set();
    together(threads, [&](int) {
        wrong += !event.waitFor(0s);
        wrong += !event.waitFor(24h);
    });
    QCOMPARE(wrong.load(), 0);
}

void TestEvent::aLimitBesideASetLosesNothing()
{
    QFETCH(int, threads);
    std::array<Event, 100> events;
    std::atomic<int> wrong{0}, passed{0};
    together(threads + 1, [&](int i) {
        for (Event &event : events) {
            if (i == threads) {
                comes([&] { return event.waiting() > 0 || event.isSet(); });
                event.set();
                continue;
            }
            wrong += event.waitFor(std::chrono::microseconds(20 + 5 * i)) && !event.isSet();
            event.wait();
            ++passed;
        }
    });
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(passed.load(), 100 * threads);
    for (const Event &event : events)
        QCOMPARE(event.waiting(), 0);
}

QTEST_GUILESS_MAIN(TestEvent)
#include "tst_event.moc"
