#include "core/analysis/lanetitle.h"
#include "core/analysis/limit.h"
#include "core/analysis/readings.h"
#include "core/executors/looplane.h"
#include "core/trace/foreignlanes.h"
#include "core/trace/span.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <barrier>
#include <latch>
#include <random>
#include <thread>

using namespace tenfold;

class TestTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logKeepsOrderOverBlocks();
    void aSpanShowsFromItsBeginOn();
    void theInnermostSpanIsTheState();
    void sumsStayExactWhenEventsAreDropped();
    void sumsOfAnOpenSpanGrow();
    void aHoldDoesNotChangeTheState();
    void deepNestingIsCountedToTheLast();
    void everyTimeCanBeTold();
    void lanesAreNumberedByRoleAndName();
    void detachedSpansOverlapAndEndInAnyOrder();
    void whatIsReadHasSubRowsToo();
    void aTaskOfOverlappingSpansIsCountedOnce();
    void aLoopSaysWhenItRunsAndWhenItWaits();
    void aForeignThreadHasALaneWhileItNeedsOne();
    void aThreadOfTheTraceKeepsItsLane();
    void lanesOfForeignThreadsWaitForOpenScopes();
    void aClockCanBeTold();
    void recordingOffRecordsNothing();
    void stopFreezesTheClock();
    void aSpanKnowsItsSourceLine();
    void readWhileOthersWrite_data();
    void readWhileOthersWrite();
    void aLevelIsTheSumOverLanes();
    void mainIsShownOnlyWhenItWorks();
    void aScopeRestoresTheLaneBefore();
};

void TestTrace::logKeepsOrderOverBlocks()
{
    AppendLog<int> log(1000);
    for (int i = 0; i < 1200; ++i)
        QCOMPARE(log.append(i) != nullptr, i < 1000);
    QCOMPARE(log.size(), std::size_t(1000));
    QCOMPARE(log.dropped(), std::uint64_t(200));
    for (const std::size_t from : {0, 1, 31, 32, 95, 96, 999, 1000}) {
        std::size_t expected = from;
        QCOMPARE(log.forEach([&](int value) { QCOMPARE(value, int(expected++)); }, from), std::size_t(1000));
        QCOMPARE(expected, std::size_t(1000));
    }
    QCOMPARE(log[31], 31);
    QCOMPARE(log[32], 32);
    QCOMPARE(log[999], 999);
}

void TestTrace::aSpanShowsFromItsBeginOn()
{
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    const LaneScope scope(lane);
    {
        const Span span(State::Io, "GET", 3);
        QCOMPARE(lane->spans().size(), std::size_t(1));
        const SpanRecord &record = lane->spans()[0];
        QVERIFY(record.isOpen());
        QCOMPARE(record.endOr(42), Nanoseconds(42));
        QCOMPARE(record.task, 3);
        QCOMPARE(std::string_view(record.label), "GET");
    }
    QVERIFY(!lane->spans()[0].isOpen());
    QVERIFY(lane->spans()[0].endOr(0) >= lane->spans()[0].begin);
}

void TestTrace::theInnermostSpanIsTheState()
{
    Trace trace;
    Lane *lane = trace.addLaneAt(5, LaneRole::Worker);
    SpanRecord *task = lane->beginAt(10, State::Running, "task", 0, {});
    SpanRecord *io = lane->beginAt(20, State::Io, "GET", SpanRecord::noTask, {});
    lane->endAt(50, io);
    lane->endAt(60, task);
    trace.stopAt(70);
    QCOMPARE(task->depth, 0);
    QCOMPARE(io->depth, 1);
    const Lane::Sums sums = lane->sums(trace.now());
    QCOMPARE(sums.of(State::Io), Nanoseconds(30));
    QCOMPARE(sums.of(State::Running), Nanoseconds(20));
    QCOMPARE(sums.of(State::Idle), Nanoseconds(15));
}

void TestTrace::sumsStayExactWhenEventsAreDropped()
{
    Trace trace(Trace::Recording::On, 10);
    Lane *lane = trace.addLaneAt(0, LaneRole::Worker);
    for (Nanoseconds t = 0; t < 5000; t += 100)
        lane->endAt(t + 70, lane->beginAt(t, State::Io, "GET", SpanRecord::noTask, {}));
    trace.stopAt(5000);
    QCOMPARE(lane->spans().size(), std::size_t(10));
    QCOMPARE(trace.dropped(), std::uint64_t(40));
    const Lane::Sums sums = lane->sums(trace.now());
    QCOMPARE(sums.of(State::Io), Nanoseconds(50 * 70));
    QCOMPARE(sums.of(State::Idle), Nanoseconds(50 * 30));
}

void TestTrace::sumsOfAnOpenSpanGrow()
{
    Trace trace;
    Lane *lane = trace.addLaneAt(0, LaneRole::Worker);
    lane->beginAt(10, State::Lock, "lock", SpanRecord::noTask, {});
    QCOMPARE(lane->sums(100).of(State::Lock), Nanoseconds(90));
    QCOMPARE(lane->sums(1000).of(State::Lock), Nanoseconds(990));
    QCOMPARE(lane->stretch(), (Lane::Stretch{State::Lock, 10}));
}

void TestTrace::aHoldDoesNotChangeTheState()
{
    Trace trace;
    Lane *lane = trace.addLaneAt(0, LaneRole::Worker);
    SpanRecord *task = lane->beginAt(0, State::Running, "task", 0, {});
    SpanRecord *hold = lane->beginAsideAt(5, Shape::Hold, State::Running, "site", SpanRecord::noTask, {});
    lane->endAt(10, task);
    lane->endAsideAt(30, hold);
    trace.stopAt(40);
    const Lane::Sums sums = lane->sums(trace.now());
    QCOMPARE(sums.of(State::Running), Nanoseconds(10));
    QCOMPARE(sums.of(State::Idle), Nanoseconds(30));
    QCOMPARE(hold->end - hold->begin, Nanoseconds(25));
}

void TestTrace::deepNestingIsCountedToTheLast()
{
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    std::vector<SpanRecord *> open;
    for (int i = 0; i < 200; ++i)
        open.push_back(lane->begin(State::Running, "", i, std::source_location::current()));
    for (auto it = open.rbegin(); it != open.rend(); ++it)
        lane->end(*it);
    trace.stop();
    const Lane::Sums sums = lane->sums(trace.now());
    QCOMPARE(sums.of(State::Running), open[0]->end - open[0]->begin);
    QCOMPARE(lane->spans()[199].depth, 199);
}

void TestTrace::everyTimeCanBeTold()
{
    // As a trace is made anew from a file.
    Trace trace;
    const char *file = trace.intern("scenario.cpp");
    Lane *one = trace.addLaneAt(3, LaneRole::Worker);
    Lane *two = trace.addLaneAt(4, LaneRole::Worker);
    const auto level = trace.seriesIndex("depth");
    one->sampleAt(5, level, +1);
    one->markAt(6, "release", 2, {file, 12});
    two->linkAt(8, LinkKind::Releases, *one, 7);
    two->endAt(9, two->beginAt(8, State::Running, "task", 1, {file, 34}));
    one->closeAt(11);
    trace.stopAt(20);
    QCOMPARE(trace.now(), Nanoseconds(20));
    QCOMPARE(one->began(), Nanoseconds(3));
    QCOMPARE(one->closedOr(20), Nanoseconds(11));
    QCOMPARE(one->samples()[0].time, Nanoseconds(5));
    QCOMPARE(one->marks()[0].time, Nanoseconds(6));
    QCOMPARE(one->marks()[0].where.line, 12U);
    QCOMPARE(two->links()[0].fromTime, Nanoseconds(7));
    QCOMPARE(two->links()[0].toTime, Nanoseconds(8));
    QCOMPARE(two->spans()[0].begin, Nanoseconds(8));
    QCOMPARE(two->spans()[0].end, Nanoseconds(9));
    QCOMPARE(std::string_view(two->spans()[0].where.file), "scenario.cpp");
    QCOMPARE(one->sums(20).of(State::Idle), Nanoseconds(8));
}

void TestTrace::lanesAreNumberedByRoleAndName()
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
}

void TestTrace::detachedSpansOverlapAndEndInAnyOrder()
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

void TestTrace::aForeignThreadHasALaneWhileItNeedsOne()
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

void TestTrace::aThreadOfTheTraceKeepsItsLane()
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

void TestTrace::lanesOfForeignThreadsWaitForOpenScopes()
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

void TestTrace::aClockCanBeTold()
{
    Trace trace(Trace::Clock::Told);
    QVERIFY(trace.isRecording());
    QCOMPARE(trace.now(), Nanoseconds(0));
    trace.tell(3);
    Lane *lane = trace.addLane(LaneRole::Worker);
    const LaneScope scope(lane);
    {
        const TaskSpan task(1);
        trace.tell(5);
        const Span wait(State::Lock, "lock");
        trace.tell(9);
        QCOMPARE(lane->sums(trace.now()).of(State::Lock), Nanoseconds(4));
    }
    trace.stop();
    trace.tell(20);
    QCOMPARE(trace.now(), Nanoseconds(9)); // a stop is a stop
    QCOMPARE(lane->began(), Nanoseconds(3));
    QCOMPARE((std::pair{lane->spans()[0].begin, lane->spans()[0].end}),
             (std::pair<Nanoseconds, Nanoseconds>{3, 9}));
    QCOMPARE(lane->spans()[1].begin, Nanoseconds(5));
}

void TestTrace::whatIsReadHasSubRowsToo()
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

void TestTrace::aTaskOfOverlappingSpansIsCountedOnce()
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

void TestTrace::aLoopSaysWhenItRunsAndWhenItWaits()
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

void TestTrace::recordingOffRecordsNothing()
{
    Trace trace(Trace::Recording::Off);
    QCOMPARE(trace.addLane(LaneRole::Worker), nullptr);
    const LaneScope scope(nullptr);
    const Span span(State::Io, "GET");
    const Counted counted("in-flight");
    QVERIFY(trace.lanes().empty());
    QVERIFY(trace.series().empty());
}

void TestTrace::stopFreezesTheClock()
{
    Trace trace;
    QVERIFY(!trace.isStopped());
    trace.stop();
    const Nanoseconds stopped = trace.now();
    QVERIFY(trace.isStopped());
    trace.stop();
    QCOMPARE(trace.now(), stopped);
}

void TestTrace::aSpanKnowsItsSourceLine()
{
    Trace trace;
    Lane *lane = trace.addLane(LaneRole::Worker);
    const LaneScope scope(lane);
    const auto line = std::source_location::current().line() + 1;
    const TaskSpan span(7);
    QCOMPARE(lane->spans()[0].where.line, line);
    QVERIFY(QString::fromUtf8(lane->spans()[0].where.file).endsWith("tst_trace.cpp"));
}

void TestTrace::readWhileOthersWrite_data()
{
    QTest::addColumn<int>("writers");
    for (const int writers : {1, 2, 7, 31})
        QTest::addRow("%d writers", writers) << writers;
}

void TestTrace::readWhileOthersWrite()
{
    QFETCH(int, writers);
    constexpr int perWriter = 4000;
    Trace trace;
    std::barrier start(writers + 1);
    std::atomic<int> finished{0};
    std::vector<std::jthread> threads;
    for (int w = 0; w < writers; ++w) {
        threads.emplace_back([&] {
            const LaneScope scope(trace.addLane(LaneRole::Worker));
            start.arrive_and_wait();
            for (int i = 0; i < perWriter; ++i) {
                const TaskSpan task(static_cast<std::size_t>(i));
                const Counted counted("level");
                const Span inner(State::Io, "GET");
            }
            ++finished;
        });
    }
    start.arrive_and_wait();
    bool sound = true;
    std::vector<std::size_t> seen(static_cast<std::size_t>(writers), 0);
    do {
        const Nanoseconds now = trace.now();
        for (const Lane *lane : trace.lanes()) {
            auto &from = seen[static_cast<std::size_t>(lane->index())];
            Nanoseconds last = from ? lane->spans()[from - 1].begin : 0;
            from = lane->spans().forEach(
                [&](const SpanRecord &span) {
                    sound &= span.begin >= last && span.endOr(span.begin) >= span.begin && span.depth < 2;
                    last = span.begin;
                },
                from);
            const Lane::Sums sums = lane->sums(now);
            for (const Nanoseconds time : sums.state)
                sound &= time >= 0;
        }
        sound &= peakOf(trace, "level", now) <= writers;
    } while (finished < writers);
    threads.clear();
    trace.stop();
    QVERIFY(sound);
    for (const Lane *lane : trace.lanes()) {
        QCOMPARE(lane->spans().size(), std::size_t(2 * perWriter));
        lane->spans().forEach([](const SpanRecord &span) { QVERIFY(!span.isOpen()); });
    }
    QCOMPARE(readSeries(trace, "level", trace.now()).last().y(), 0.0);
}

void TestTrace::aLevelIsTheSumOverLanes()
{
    Trace trace;
    Lane *one = trace.addLane(LaneRole::Worker);
    Lane *two = trace.addLane(LaneRole::Worker);
    const auto level = trace.seriesIndex("in-flight");
    QCOMPARE(trace.seriesIndex("in-flight"), level);
    one->sample(level, +1);
    two->sample(level, +1);
    two->sample(level, +1);
    one->sample(level, -1);
    trace.stop();
    const QList<QPointF> steps = readSeries(trace, "in-flight", trace.now());
    QList<double> values;
    for (const QPointF &step : steps)
        values << step.y();
    QCOMPARE(values, (QList<double>{0, 0, 1, 1, 2, 2, 3, 3, 2, 2}));
    QCOMPARE(peakOf(trace, "in-flight", trace.now()), 3.0);
    QCOMPARE(countRisesAbove(trace, "in-flight", 1, trace.now()), 2);
    QVERIFY(readSeries(trace, "unknown", trace.now()).isEmpty());
    const auto gauge = trace.seriesIndex("memory", SeriesKind::Gauge);
    one->sample(gauge, 10);
    one->sample(gauge, 4);
    QCOMPARE(peakOf(trace, "memory", one->now()), 10.0);
}

void TestTrace::mainIsShownOnlyWhenItWorks()
{
    Trace trace;
    Lane *main = trace.addLaneAt(0, LaneRole::Main);
    Lane *worker = trace.addLaneAt(0, LaneRole::Worker);
    main->endAt(10, main->beginAt(0, State::Future, "future", 0, {}));
    QVERIFY(!isShown(*main, 20));
    QVERIFY(isShown(*worker, 20));
    main->endAt(40, main->beginAt(30, State::Running, "task", 0, {}));
    QVERIFY(isShown(*main, 50));
    QCOMPARE(main->number(), 1);
    QCOMPARE(trace.addLane(LaneRole::Worker)->number(), 2);
}

void TestTrace::aScopeRestoresTheLaneBefore()
{
    Trace trace;
    Lane *outer = trace.addLane(LaneRole::Main);
    const LaneScope scope(outer);
    {
        const LaneScope inner(trace.addLane(LaneRole::Worker));
        QVERIFY(Lane::current() != outer);
    }
    QCOMPARE(Lane::current(), outer);
}

QTEST_GUILESS_MAIN(TestTrace)
#include "tst_trace.moc"
