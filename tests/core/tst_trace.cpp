#include "core/analysis/limit.h"
#include "core/analysis/readings.h"
#include "core/trace/span.h"

#include <QTest>

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
