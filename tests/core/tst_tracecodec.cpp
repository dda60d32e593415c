// A trace as bytes, and the trace that is made of them.

#include "core/recording/columns.h"
#include "core/recording/packing.h"
#include "core/recording/tracecodec.h"
#include "core/sync/mutex.h"
#include "core/trace/span.h"
#include "tests/core/mutations.h"
#include "tests/core/sametrace.h"

#include <QTest>

#include <thread>

using namespace tenfold;

class TestTraceCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersComeBack_data();
    void numbersComeBack();
    void aTraceComesBack();
    void aRecordedTraceComesBack();
    void anEmptyTraceComesBack();
    void whatWasDroppedIsKnown();
    void whatIsReadOutlivesTheBytes();
    void valuesComeBackToTheBit();
    void valuesThatNoAxisHasAreNone();
    void subRowsAndLanesThatAreNotThereAreNone();
    void timesBeyondReasonAreNone();
    void spansThatAreNotThereTakeNoMemory();
    void everyCutIsNoTrace();
    void garbledBytesAreATraceOrNone();
    void packedBytesComeBack();
    void aFewBytesDoNotBecomeMany();
};

void TestTraceCodec::numbersComeBack_data()
{
    QTest::addColumn<qint64>("number");
    constexpr qint64 most = std::numeric_limits<qint64>::max(), least = std::numeric_limits<qint64>::min();
    for (const qint64 number : {qint64{0}, qint64{-1}, qint64{63}, qint64{64}, qint64{-65}, qint64{1} << 40,
                                most, least, least + 1})
        QTest::addRow("%lld", number) << number;
}

void TestTraceCodec::numbersComeBack()
{
    QFETCH(qint64, number);
    ColumnWriter to;
    to.putSigned(number);
    to.put(static_cast<quint64>(number));
    to.putFixed(static_cast<quint64>(number));
    to.putBytes(QByteArrayView("ab"));
    ColumnReader from(to.bytes());
    QCOMPARE(from.getSigned(), number);
    QCOMPARE(from.get(), static_cast<quint64>(number));
    QCOMPARE(from.getFixed(), static_cast<quint64>(number));
    QCOMPARE(from.getBytes(), QByteArrayView("ab"));
    QVERIFY(from.isGood() && from.isAtEnd());
    QCOMPARE(from.get(), quint64{0});
    QVERIFY(!from.isGood());
}

static QString difference(const Trace &trace)
{
    const auto read = traceFromBytes(traceToBytes(trace));
    return read ? TraceComparison(trace, *read).difference() : QStringLiteral("it was not read");
}

/// Everything that a lane can hold, open and closed.
static std::shared_ptr<Trace> variedTrace(std::size_t capacity = Trace::defaultLaneCapacity)
{
    auto trace = std::make_shared<Trace>(Trace::Clock::Told, capacity);
    Lane *main = trace->addLaneAt(5, LaneRole::Main);
    Lane *producer = trace->addLaneAt(7, LaneRole::Worker, 0, {"producer"});
    Lane *staged = trace->addLaneAt(7, LaneRole::Worker, 0, {"stage", 2});
    Lane *process = trace->addLaneAt(900, LaneRole::Process, 4711, {"only", LaneName::theOnlyOne});
    const SourceLine here("a.cpp", 7), there("b.cpp", 4'000'000'000);

    SpanRecord *task = main->beginAt(10, State::Running, "task", 3, here);
    SpanRecord *io = main->beginAt(20, State::Io, "GET", SpanRecord::noTask, there);
    main->endAt(50, io);
    main->endAt(50, main->beginAt(50, State::Lock, "GET", 2, there));
    main->endAt(70, task);
    SpanRecord *outer = main->beginAt(100, State::Running, "", 1'000'000, here);
    main->beginAt(120, State::Queue, "stays open", SpanRecord::noTask, {});
    main->endAt(140, outer); // though what is within it stays open

    SpanRecord *hold = producer->beginAsideAt(15, Shape::Hold, State::Running, "m \"quoted\"\n", -1, here);
    producer->beginAsideAt(16, Shape::Share, State::Running, "m", -1, here); // open
    SpanRecord *first = producer->beginAsideAt(17, Shape::Detached, State::Io, "one", 5, here);
    SpanRecord *second = producer->beginAsideAt(18, Shape::Detached, State::Permit, "two", 6, here);
    producer->endAsideAt(30, second);
    producer->endAsideAt(40, first);
    producer->endAsideAt(12'345'678'901, hold);
    producer->closeAt(12'345'678'902);
    staged->add({8, 30, "told", here, 2, State::Receive, Shape::Nested, 0});
    staged->add({12, 25, "inner", here, 2, State::Running, Shape::Nested, 1});
    staged->add({9, 11, "earlier", there, 0, State::Send, Shape::Nested, 1});
    process->add({1000, SpanRecord::open, "child", here, 9, State::Spawn, Shape::Nested, 0});

    const auto level = producer->seriesIndex("in-flight");
    const auto gauge = producer->seriesIndex("loss", SeriesKind::Gauge);
    for (Nanoseconds t = 20; t < 40; ++t) {
        producer->sampleAt(t, level, t % 2 ? -1 : 1);
        process->sampleAt(1000 + t, gauge, 1.0 / static_cast<double>(t));
    }
    main->markAt(33, "dropped", 4, there);
    main->markAt(34, "again", SpanRecord::noTask, here);
    staged->linkAt(40, LinkKind::HandsOver, *producer, 20);
    staged->linkAt(41, LinkKind::WaitsFor, *process, 41);
    trace->addCores(0, {30, 20, 0});
    trace->addCores(0, {60, 40, 7});
    trace->stopAt(12'400'000'000);
    return trace;
}

void TestTraceCodec::aTraceComesBack()
{
    QCOMPARE(difference(*variedTrace()), QString());
}

void TestTraceCodec::aRecordedTraceComesBack()
{
    Trace trace;
    Mutex mutex("account 3");
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&, lane = trace.addLane(LaneRole::Worker)] {
                const LaneScope scope(lane);
                for (std::size_t task = 0; task < 500; ++task) {
                    const TaskSpan span(task);
                    const Counted counted("in-flight");
                    const Lock lock(mutex);
                    recordMark("passed");
                }
                lane->close();
            });
        }
    }
    trace.stop();
    QCOMPARE(difference(trace), QString());
}

void TestTraceCodec::anEmptyTraceComesBack()
{
    Trace off(Trace::Recording::Off);
    off.stopAt(1'234'567);
    QCOMPARE(difference(off), QString());
    Trace told(Trace::Clock::Told);
    QCOMPARE(difference(told), QString());
    told.addLaneAt(-3, LaneRole::Main);
    told.tell(99);
    QCOMPARE(difference(told), QString());
}

void TestTraceCodec::whatWasDroppedIsKnown()
{
    const auto trace = variedTrace(3);
    QVERIFY(trace->dropped() > 10);
    QCOMPARE(difference(*trace), QString());
}

void TestTraceCodec::whatIsReadOutlivesTheBytes()
{
    std::shared_ptr<Trace> read;
    {
        QByteArray bytes = traceToBytes(*variedTrace());
        read = traceFromBytes(bytes);
        bytes.fill('x');
    }
    QVERIFY(read);
    QCOMPARE(TraceComparison(*variedTrace(), *read).difference(), QString());
}

void TestTraceCodec::valuesComeBackToTheBit()
{
    Trace trace(Trace::Clock::Told);
    Lane *lane = trace.addLaneAt(0, LaneRole::Main);
    const auto series = trace.seriesIndex("value", SeriesKind::Gauge);
    using Limits = std::numeric_limits<double>;
    for (const double value : {0.0, -0.0, 1.0, -7.0, 0.1, 1e15, -1e15, 999999999999999.0, 1e18, Limits::min(),
                               Limits::denorm_min()})
        lane->sampleAt(1, series, value);
    QCOMPARE(difference(trace), QString());
}

void TestTraceCodec::valuesThatNoAxisHasAreNone()
{
    using Limits = std::numeric_limits<double>;
    for (const double value :
         {1.1e18, -1e300, Limits::infinity(), -Limits::infinity(), Limits::quiet_NaN()}) {
        Trace trace(Trace::Clock::Told);
        trace.addLaneAt(0, LaneRole::Main)->sampleAt(1, trace.seriesIndex("value"), value);
        QVERIFY2(!traceFromBytes(traceToBytes(trace)), QByteArray::number(value));
    }
}

void TestTraceCodec::subRowsAndLanesThatAreNotThereAreNone()
{
    const auto isRead = [](const SpanRecord &span, int subRows) {
        Trace trace(Trace::Clock::Told);
        Lane *lane = trace.addLaneAt(0, LaneRole::Main);
        lane->restore(span);
        lane->restore(Lane::Standing{.subRows = subRows});
        return traceFromBytes(traceToBytes(trace)) != nullptr;
    };
    const SpanRecord detached{0, 1, "", {}, 0, State::Io, Shape::Detached, 7};
    QVERIFY(isRead(detached, 8));
    QVERIFY(!isRead(detached, 7));
    const SpanRecord nested{0, 1, "", {}, 0, State::Io, Shape::Nested, 1};
    QVERIFY(isRead(nested, 0)); // what was around it may have come later, from another process
    SpanRecord deep = nested;
    deep.depth = 60'000;
    QVERIFY(!isRead(deep, 0));
    for (const std::int32_t other : {0, 1, 2, -1}) {
        Trace trace(Trace::Clock::Told);
        Lane *lane = trace.addLaneAt(0, LaneRole::Main);
        trace.addLaneAt(0, LaneRole::Worker);
        lane->restore(LinkRecord{0, 1, other, 0, LinkKind::Releases});
        QCOMPARE(traceFromBytes(traceToBytes(trace)) != nullptr, other == 0 || other == 1);
    }
}

void TestTraceCodec::timesBeyondReasonAreNone()
{
    for (const Nanoseconds t : {greatestTime, greatestTime + 1}) {
        Trace trace(Trace::Clock::Told);
        Lane *lane = trace.addLaneAt(0, LaneRole::Main);
        lane->add({t - 1, t, "late", {}});
        QCOMPARE(traceFromBytes(traceToBytes(trace)) != nullptr, t == greatestTime);
    }
    Trace trace(Trace::Clock::Told); // no sum over spans may leave its type
    Lane *lane = trace.addLaneAt(0, LaneRole::Main);
    for (int i = 0; i < 200; ++i)
        lane->restore(SpanRecord{0, greatestTime, "", {}, 0, State::Io, Shape::Detached, 0});
    QVERIFY(!traceFromBytes(traceToBytes(trace)));
}

/// The head of a trace with one lane that says that it has so many spans, in columns of `column` bytes.
static QByteArray announcing(quint64 spans, qsizetype column)
{
    ColumnWriter lanes;
    lanes.put(1);
    for (int i = 0; i < 4; ++i)
        lanes.put(0); // role, number, name, group
    for (std::size_t i = 0; i < stateCount; ++i)
        lanes.putFixed(0);
    lanes.put(0);
    for (int i = 0; i < 3; ++i)
        lanes.putFixed(0);
    for (int i = 0; i < 6; ++i)
        lanes.put(0); // sub-rows, dropped
    lanes.put(spans);
    for (int i = 0; i < 4; ++i)
        lanes.put(0);
    ColumnWriter bytes;
    bytes.put(3);
    bytes.put(0);
    bytes.put(0); // series
    bytes.put(1);
    bytes.putBytes(QByteArrayView());
    bytes.put(1);
    bytes.put(0);
    bytes.put(0);
    bytes.putBytes(lanes.bytes());
    const QByteArray zeros(column, '\0');
    for (int i = 0; i < static_cast<int>(TraceColumn::Count); ++i)
        bytes.putBytes(i < 9 && i != 4 && i != 5 ? QByteArrayView(zeros) : QByteArrayView());
    return bytes.bytes();
}

void TestTraceCodec::spansThatAreNotThereTakeNoMemory()
{
    const auto three = traceFromBytes(announcing(3, 3)); // as it would be right
    QVERIFY(three);
    QCOMPARE(three->lanes()[0]->spans().size(), std::size_t(3));
    const qint64 before = greatestMemoryFromNow();
    for (const quint64 spans : {quint64{4}, quint64{1'000'000'000}, quint64{1} << 40, ~quint64{0}})
        QVERIFY(!traceFromBytes(announcing(spans, 3)));
    QVERIFY(greatestMemory() - before < 10'000'000);
}

void TestTraceCodec::everyCutIsNoTrace()
{
    const QByteArray bytes = traceToBytes(*variedTrace());
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QVERIFY2(!traceFromBytes(bytes.first(size)), QByteArray::number(size));
    QVERIFY(!traceFromBytes(bytes + '\0'));
}

void TestTraceCodec::garbledBytesAreATraceOrNone()
{
    const QByteArray bytes = traceToBytes(*variedTrace());
    std::mt19937 random(1);
    const qint64 before = greatestMemoryFromNow();
    int read = 0;
    for (int i = 0; i < 10'000; ++i) {
        const auto trace = traceFromBytes(mutated(bytes, random));
        if (!trace)
            continue;
        ++read;
        const auto again = traceFromBytes(traceToBytes(*trace)); // what was read can be written
        QVERIFY(again);
        QCOMPARE(TraceComparison(*trace, *again).difference(), QString());
    }
    QVERIFY(read > 100); // of a mark's task, say, any is as good as another
    QVERIFY(read < 9'900);
    QVERIFY(greatestMemory() - before < 200'000'000);
}

void TestTraceCodec::packedBytesComeBack()
{
    Packing packing, unpacking;
    std::mt19937 random(1);
    QByteArray noise(100'000, '\0');
    for (char &byte : noise)
        byte = static_cast<char>(random());
    for (const QByteArray &bytes : {QByteArray(), QByteArray("a"), noise, QByteArray(1'000'000, 'x')}) {
        const QByteArray packed = packing.pack(bytes);
        QVERIFY(packed.size() < bytes.size() + 1000);
        QCOMPARE(unpacking.unpack(packed), std::optional(bytes));
        for (qsizetype size : {packed.size() - 1, packed.size() / 2, qsizetype{1}, qsizetype{0}}) {
            if (packed.size() > 2)
                QVERIFY(Packing().unpack(packed.first(size)) != bytes);
        }
    }
    QVERIFY(!unpacking.unpack("\x07 whatever"));
}

// What one file unpacks to is bounded over all of its parts; what is packed keeps to it by itself.
void TestTraceCodec::aFewBytesDoNotBecomeMany()
{
    const QByteArray zeros(10'000'000, '\0');
    Packing packing, unpacking;
    const QByteArray first = packing.pack(zeros), second = packing.pack(zeros);
    QVERIFY(first.size() < 10'000);
    QVERIFY(second.size() > zeros.size());
    QCOMPARE(unpacking.unpack(first), std::optional(zeros));
    QCOMPARE(unpacking.unpack(second), std::optional(zeros));
    Packing strict;
    QVERIFY(strict.unpack(first));
    QVERIFY(!strict.unpack(first)); // once more: 20 MB out of some kilobytes
}

QTEST_GUILESS_MAIN(TestTraceCodec)
#include "tst_tracecodec.moc"
