// Lanes of their own kind: with names, of loops, and of threads that are not ours.

#include "core/analysis/lanetitle.h"
#include "core/analysis/limit.h"
#include "core/executors/looplane.h"
#include "core/trace/foreignlanes.h"
#include "core/trace/span.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <barrier>
#include <latch>
#include <thread>

using namespace tenfold;

class TestLanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lanesAreNumberedByRoleAndName();
    void detachedSpansOverlapAndEndInAnyOrder();
    void whatIsReadHasSubRowsToo();
    void aTaskOfOverlappingSpansIsCountedOnce();
    void aTaskWithinATaskIsNoPartOfIt();
    void aLoopSaysWhenItRunsAndWhenItWaits();
    void aForeignThreadHasALaneWhileItNeedsOne();
    void aThreadOfTheTraceKeepsItsLane();
    void lanesOfForeignThreadsWaitForOpenScopes();
};

void TestLanes::lanesAreNumberedByRoleAndName()
{
    Trace trace;
    const LaneName producer{"producer"};
    const std::string copy = "producer";
    QCOMPARE(trace.addLane(LaneRole::Worker, producer)->number(), 1);
    QCOMPARE(trace.addLane(LaneRole::Worker, {"consumer"})->number(), 1);
    QCOMPARE(trace.addLane(LaneRole::Worker)->number(), 1);
    Lane *second = trace.addLane(LaneRole::Worker, LaneName{copy.c_str()});
    QCOMPARE(second->number(), 2);
    QCOMPARE(laneTitle(*second), "producer 2");
    QCOMPARE(laneId(*second), "producer 2");
    trace.addLane(LaneRole::Worker, {"stage", 1});
    Lane *staged = trace.addLane(LaneRole::Worker, {"stage", 2});
    QCOMPARE(staged->number(), 1);
    QCOMPARE(laneTitle(*staged), "stage 2 · worker 1");
    QCOMPARE(laneId(*staged), "stage 2 worker 1");
    QCOMPARE(laneTitle(*trace.addLane(LaneRole::Worker)), "Worker 2");
    QCOMPARE(laneTitle(*trace.addLane(LaneRole::Worker, {"window", LaneName::theOnlyOne})), "window");
}

void TestLanes::detachedSpansOverlapAndEndInAnyOrder()
{
    auto trace = std::make_shared<Trace>();
    Lane *lane = trace->addLane(LaneRole::Main);
    {
        const LaneScope scope(lane);
        DetachedSpan first(State::Io, "GET", 0);
        DetachedSpan second(State::Io, "GET", 1);
        DetachedSpan moved(std::move(first));
        QVERIFY(lane->spans()[0].isOpen()); // the one that was moved from ends nothing
        QCOMPARE(lane->stretch().state, State::Idle);
        moved.end();
        moved.end();
        QVERIFY(!lane->spans()[0].isOpen() && lane->spans()[1].isOpen());
    }
    trace->stop();
    QVERIFY(!lane->spans()[1].isOpen());
    Repeat repeat;
    repeat.trace = trace;
    const std::vector<double> durations = taskDurations(repeat); // of tasks, as nested ones are
    QCOMPARE(durations.size(), std::size_t(2));
    const auto lengthOf = [&](std::size_t i) { return lane->spans()[i].end - lane->spans()[i].begin; };
    QCOMPARE(durations[0], toSeconds(lengthOf(0)));
    QCOMPARE(durations[1], toSeconds(lengthOf(1)));
}

void TestLanes::aForeignThreadHasALaneWhileItNeedsOne()
{
    std::barrier step(4);
    const auto traces = std::array{std::make_unique<Trace>(), std::make_unique<Trace>()};
    std::array<std::unique_ptr<ForeignLanes>, 2> lanes{std::make_unique<ForeignLanes>(*traces[0]),
                                                       std::make_unique<ForeignLanes>(*traces[1])};
    std::vector<std::jthread> threads;
    std::atomic<int> dangling{0};
    for (int i = 0; i < 3; ++i) {
        threads.emplace_back([&] {
            for (auto &one : lanes) { // of one trace after the other, and twice of each
                for (int again = 0; again < 2; ++again) {
                    const ForeignLanes::Scope scope(*one);
                    const TaskSpan task(0);
                }
                dangling += Lane::current() != nullptr;
            }
            step.arrive_and_wait(); // the threads outlive their lanes and the traces
            step.arrive_and_wait();
            dangling += Lane::current() != nullptr;
        });
    }
    step.arrive_and_wait();
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        lanes[i].reset();
        QCOMPARE(traces[i]->lanes().size(), std::size_t(3));
        for (const Lane *lane : traces[i]->lanes()) {
            QVERIFY(lane->isClosed());
            QCOMPARE(lane->spans().size(), std::size_t(2));
        }
    }
    step.arrive_and_wait();
    threads.clear();
    QCOMPARE(dangling.load(), 0);
}

void TestLanes::aThreadOfTheTraceKeepsItsLane()
{
    Trace trace, other;
    const LaneScope scope(trace.addLane(LaneRole::Main));
    ForeignLanes lanes(trace), others(other);
    const ForeignLanes::Scope here(lanes);
    QVERIFY(Lane::current() == trace.lanes().front());
    {
        const ForeignLanes::Scope there(others);
        QVERIFY(Lane::current() == other.lanes().front());
        const ForeignLanes::Scope again(others);
        QVERIFY(Lane::current() == other.lanes().front());
    }
    QVERIFY(Lane::current() == trace.lanes().front());
    QCOMPARE(trace.lanes().size(), std::size_t(1));
    Trace off(Trace::Recording::Off);
    ForeignLanes nowhere(off);
    const ForeignLanes::Scope none(nowhere);
    QVERIFY(!Lane::current()); // nor on the lane of another trace
}

void TestLanes::lanesOfForeignThreadsWaitForOpenScopes()
{
    Trace trace;
    auto lanes = std::make_unique<ForeignLanes>(trace);
    std::latch inside(1);
    std::atomic<bool> isLeaving{false};
    std::jthread thread([&] {
        const ForeignLanes::Scope here(*lanes);
        const TaskSpan task(1);
        inside.count_down();
        for (int look = 0; look < 1000; ++look)
            std::this_thread::yield();
        isLeaving = true;
    });
    inside.wait();
    lanes.reset();
    QVERIFY(isLeaving);
    QVERIFY(!trace.lanes().front()->spans()[0].isOpen());
    QVERIFY(trace.lanes().front()->isClosed());
}

void TestLanes::whatIsReadHasSubRowsToo()
{
    Trace trace;
    Lane *lane = trace.addLaneAt(0, LaneRole::Main);
    const auto rowOf = [&](Nanoseconds begin, Nanoseconds end) {
        lane->add({begin, end, "GET", {}, 0, State::Io, Shape::Detached, 0});
        return int(lane->spans()[lane->spans().size() - 1].depth);
    };
    QCOMPARE(rowOf(0, 10), 0);
    QCOMPARE(rowOf(2, 4), 1);
    QCOMPARE(rowOf(3, 9), 2);
    QCOMPARE(rowOf(4, 6), 1); // it begins as the one before ends
    QCOMPARE(rowOf(5, 7), 3);
    QCOMPARE(rowOf(10, 11), 0);
    QCOMPARE(lane->subRows(), 4);
}

void TestLanes::aTaskOfOverlappingSpansIsCountedOnce()
{
    auto trace = std::make_shared<Trace>();
    Lane *lane = trace->addLaneAt(0, LaneRole::Main);
    constexpr Nanoseconds s = 1'000'000'000;
    const auto add = [&](Nanoseconds begin, Nanoseconds end, std::int32_t task) {
        lane->add({begin * s, end * s, "GET", {}, task, State::Io, Shape::Detached, 0});
    };
    add(0, 10, 0); // the whole request, and two of its steps
    add(1, 3, 0);
    add(2, 5, 1);
    add(9, 12, 0);
    add(7, 8, 1); // tried again
    trace->stopAt(20 * s);
    Repeat repeat;
    repeat.trace = trace;
    QCOMPARE(taskDurations(repeat), (std::vector<double>{12, 4}));
}

void TestLanes::aTaskWithinATaskIsNoPartOfIt()
{
    auto trace = std::make_shared<Trace>();
    Lane *lane = trace->addLaneAt(0, LaneRole::Worker);
    constexpr Nanoseconds s = 1'000'000'000;
    const auto begin = [&](Nanoseconds at, State state, std::int32_t task) {
        return lane->beginAt(at * s, state, "task", task, SourceLine());
    };
    SpanRecord *const loop = begin(0, State::Running, SpanRecord::noTask);
    SpanRecord *const task = begin(1, State::Running, 2);
    SpanRecord *const named = begin(1, State::Running, 2);
    SpanRecord *const inside = begin(3, State::Running, 0); // carried out where it was waited for
    lane->endAt(7 * s, inside);
    SpanRecord *const wait = begin(8, State::Future, 1);
    lane->endAt(10 * s, wait);
    lane->endAt(12 * s, named);
    lane->endAt(12 * s, task);
    lane->endAt(13 * s, loop);
    trace->stopAt(20 * s);
    Repeat repeat;
    repeat.trace = trace;
    QCOMPARE(taskDurations(repeat), (std::vector<double>{4, 0, 5}));
}

void TestLanes::aLoopSaysWhenItRunsAndWhenItWaits()
{
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Main);
    const LaneScope scope(lane);
    {
        const LoopLane loop;
        QEventLoop events;
        QTimer::singleShot(20, &events, [&] {
            QCOMPARE(lane->stretch().state, State::Running); // awake
            QEventLoop inner;                                // a loop in a callback of the loop
            QTimer::singleShot(20, &inner, &QEventLoop::quit);
            const TaskSpan task(0);
            inner.exec();
            QCOMPARE(lane->stretch().state, State::Running);
            events.quit();
        });
        events.exec();
    }
    QCOMPARE(lane->stretch().state, State::Idle);
    int waits = 0;
    lane->spans().forEach([&](const SpanRecord &span) {
        QVERIFY(!span.isOpen());
        waits += span.state == State::Io;
    });
    QVERIFY(waits >= 2);
    const Lane::Sums sums = lane->sums(trace.now());
    QVERIFY(sums.of(State::Io) > 0 && sums.of(State::Running) > 0);
}

QTEST_GUILESS_MAIN(TestLanes)
#include "tst_lanes.moc"
