#include "core/trace/trace.h"
#include "ui/timeline/columns.h"
#include "ui/timeline/rows.h"
#include "ui/timeline/runs.h"

#include <QTest>

#include <random>

using namespace tenfold;

class TestTimelineGeometry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeBehaves_data();
    void timeBehaves();
    void rowsBehave_data();
    void rowsBehave();
    void aSpanHasItsColumns_data();
    void aSpanHasItsColumns();
    void spansThatShareAColumnAreMerged();
    void aSpanThatIsOpenGrows();
    void anEarlierInstantReadsAgain();
    void whatIsNestedHasTheTaskAround();
    void holdsAreARowOfTheirOwn();
    void sharesAreCountedByColumn();
    void readingWhatIsNewEqualsReadingAll_data();
    void readingWhatIsNewEqualsReadingAll();
};

static constexpr Nanoseconds ms = 1'000'000;

/// 0 to 10 s on 1000 pixels from pixel 100 on.
static constexpr TimeScale ten{0, 10, 100, 1000};

#define NEAR(actual, expected) QVERIFY2(std::abs((actual) - (expected)) < 1e-6, #actual " is not " #expected)

using Check = void (*)();
Q_DECLARE_METATYPE(Check)

void TestTimelineGeometry::timeBehaves_data()
{
    QTest::addColumn<Check>("check");
    QTest::newRow("round trip") << Check([] {
        for (const double seconds : {-3.0, 0.0, 0.001, 2.5, 10.0, 70.0})
            NEAR(ten.seconds(ten.x(seconds)), seconds);
        NEAR(ten.x(0), 100);
        NEAR(ten.x(10), 1100);
    });
    QTest::newRow("columns are clamped") << Check([] {
        QCOMPARE(ten.columns(), 1000);
        QCOMPARE(ten.column(-1), 0);
        QCOMPARE(ten.column(0), 0);
        QCOMPARE(ten.column(5), 500);
        QCOMPARE(ten.column(1e9), 1000);
        QCOMPARE((TimeScale{0, 1, 0, 0.2}.columns()), 1);
    });
    QTest::newRow("zooming keeps the instant under the pointer") << Check([] {
        TimeScale scale = ten;
        for (const qreal about : {400.0, 700.0, 555.5}) {
            const double before = scale.seconds(about);
            scale = scale.zoomed(0.5, about, 10);
            NEAR(scale.seconds(about), before);
        }
        NEAR(scale.end - scale.begin, 10 * 0.125);
    });
    QTest::newRow("zooming out ends with the whole")
        << Check([] { QCOMPARE(ten.zoomed(0.3, 1050, 10).zoomed(100, 120, 10), ten); });
    QTest::newRow("zooming stays within the whole") << Check([] {
        const TimeScale out = TimeScale{8, 10, 100, 1000}.zoomed(2, 100, 10);
        NEAR(out.end, 10);
        NEAR(out.begin, 6);
    });
    QTest::newRow("zooming beside the picture is zooming at its edge") << Check([] {
        QCOMPARE(ten.zoomed(0.5, -500, 10), ten.zoomed(0.5, 100, 10));
        QCOMPARE(ten.zoomed(0.5, 5000, 10), ten.zoomed(0.5, 1100, 10));
    });
    QTest::newRow("not below a microsecond") << Check([] {
        TimeScale scale = ten;
        for (int i = 0; i < 200; ++i)
            scale = scale.zoomed(0.5, 600, 10);
        QVERIFY(std::abs((scale.end - scale.begin) - 1e-6) < 1e-9);
        NEAR(scale.seconds(600), 5);
    });
    QTest::newRow("panned by pixels") << Check([] {
        const TimeScale scale = TimeScale{4, 6, 100, 1000}.panned(-250, 10);
        NEAR(scale.begin, 4.5);
        NEAR(scale.end, 6.5);
    });
    QTest::newRow("panned no further than the ends") << Check([] {
        const TimeScale scale{4, 6, 100, 1000};
        QCOMPARE(scale.panned(1e6, 10), (TimeScale{0, 2, 100, 1000}));
        QCOMPARE(scale.panned(-1e6, 10), (TimeScale{8, 10, 100, 1000}));
        QCOMPARE(ten.panned(300, 10), ten);
    });
}

void TestTimelineGeometry::timeBehaves()
{
    QFETCH(Check, check);
    check();
}

void TestTimelineGeometry::rowsBehave_data()
{
    QTest::addColumn<qreal>("y");
    QTest::addColumn<int>("row");
    QTest::newRow("above the first") << 49.9 << -1;
    QTest::newRow("top of the first") << 50.0 << 0;
    QTest::newRow("within") << 95.0 << 1;
    QTest::newRow("bottom of the last") << 109.9 << 2;
    QTest::newRow("beyond all rows") << 110.0 << -1;
}

void TestTimelineGeometry::rowsBehave()
{
    QFETCH(qreal, y);
    const RowScale rows(50, {20, 30, 10});
    QTEST(rows.row(y), "row");
    QCOMPARE(rows.row(rows.y(1)), 1); // round trip
    QCOMPARE(rows.rows(), 3);
    QCOMPARE(rows.pitch(1), 30.0);
    QCOMPARE(rows.middle(2), 105.0);
    QCOMPARE(RowScale().row(0), -1);
}

/// A lane that is written by hand.
struct Written
{
    Trace trace;
    Lane &lane = *trace.addLane(LaneRole::Worker);

    void span(Nanoseconds begin, Nanoseconds end, int depth = 0, std::int32_t task = SpanRecord::noTask)
    {
        lane.add({begin, end, "", {}, task, State::Running, Shape::Nested, std::uint16_t(depth)});
    }
    void hold(const char *lock, Nanoseconds begin, Nanoseconds end)
    {
        lane.add({begin, end, lock, {}, SpanRecord::noTask, State::Running, Shape::Hold, 0});
    }
    /// Indices of the spans in the columns of `scale`, "." where there is none, "+" behind what is merged.
    QString text(const LaneColumns &columns) const
    {
        QString text;
        for (const LaneColumns::Column &column : columns.columns()) {
            std::size_t index = 0;
            while (column.span && &lane.spans()[index] != column.span)
                ++index;
            text += column.span ? QString::number(index) : QStringLiteral(".");
            text += column.merged ? QStringLiteral("+") : QString();
        }
        return text;
    }
    QString text(Nanoseconds instant, const TimeScale &scale, const char *lock = nullptr) const
    {
        LaneColumns columns;
        columns.update(lane, scale, instant, lock);
        return text(columns);
    }
};

/// A column a millisecond, eight of them.
static constexpr TimeScale eight{0, 0.008, 0, 8};

void TestTimelineGeometry::aSpanHasItsColumns_data()
{
    QTest::addColumn<double>("begin");
    QTest::addColumn<double>("end");
    QTest::addColumn<QString>("columns");
    QTest::newRow("from its begin's to that of its end") << 2.0 << 5.0 << "..000...";
    QTest::newRow("the column of the end is the next one's") << 2.5 << 5.5 << "..000...";
    QTest::newRow("at least one") << 3.1 << 3.2 << "...0....";
    QTest::newRow("before the scale") << -5.0 << -1.0 << "........";
    QTest::newRow("over both ends") << -5.0 << 20.0 << "00000000";
    QTest::newRow("beyond the scale") << 9.0 << 12.0 << "........";
    QTest::newRow("beyond the instant") << 7.5 << 9.0 << ".......0";
}

void TestTimelineGeometry::aSpanHasItsColumns()
{
    QFETCH(double, begin);
    QFETCH(double, end);
    Written w;
    w.span(static_cast<Nanoseconds>(begin * ms), static_cast<Nanoseconds>(end * ms));
    QTEST(w.text(8 * ms, eight), "columns");
}

void TestTimelineGeometry::spansThatShareAColumnAreMerged()
{
    Written w;
    w.span(0, 4 * ms);
    w.span(1 * ms, 1 * ms + 10, 1);
    w.span(1 * ms + 20, 1 * ms + 30, 1); // a crowd of two
    w.span(2 * ms, 2 * ms + 10, 1);      // with its parent only
    w.span(4 * ms, 4 * ms + 10);
    w.span(5 * ms, 6 * ms);
    QCOMPARE(w.text(8 * ms, eight), "02+3045..");
}

void TestTimelineGeometry::aSpanThatIsOpenGrows()
{
    Trace trace;
    Lane &lane = *trace.addLane(LaneRole::Worker);
    SpanRecord *span = lane.begin(State::Io, "", 7, {});
    LaneColumns columns;
    const auto filled = [&](Nanoseconds instant) {
        columns.update(lane, {0, 100, 0, 100}, instant);
        return std::ranges::count_if(columns.columns(), [](const auto &column) { return column.span; });
    };
    QCOMPARE(filled(10'000 * ms), 10);
    QCOMPARE(filled(10'500 * ms), 10);
    QCOMPARE(filled(90'000 * ms), 90);
    lane.end(span);
}

void TestTimelineGeometry::anEarlierInstantReadsAgain()
{
    Written w;
    w.span(0, 6 * ms);
    w.span(6 * ms, 8 * ms);
    LaneColumns columns;
    columns.update(w.lane, eight, 8 * ms);
    QCOMPARE(w.text(columns), "00000011");
    columns.update(w.lane, eight, 3 * ms);
    QCOMPARE(w.text(columns), "000.....");
    columns.update(w.lane, {0.004, 0.008, 0, 8}, 8 * ms);
    QCOMPARE(w.text(columns), "00001111");
}

void TestTimelineGeometry::whatIsNestedHasTheTaskAround()
{
    Written w;
    w.span(0, 4 * ms, 0, 5);
    w.span(1 * ms, 2 * ms, 1);
    w.span(4 * ms, 6 * ms, 0, 6);
    w.span(4 * ms, 5 * ms, 1);
    w.span(6 * ms, 7 * ms, 0);
    LaneColumns columns;
    columns.update(w.lane, eight, 8 * ms);
    QList<int> tasks;
    for (const LaneColumns::Column &column : columns.columns())
        tasks << column.task;
    QCOMPARE(tasks, (QList{5, 5, 5, 5, 6, 6, -1, -1}));
}

void TestTimelineGeometry::holdsAreARowOfTheirOwn()
{
    Written w;
    w.span(0, 8 * ms);
    w.hold("a", 1 * ms, 3 * ms);
    w.hold("b", 2 * ms, 5 * ms);
    w.hold("a", 6 * ms, 7 * ms);
    QCOMPARE(w.text(8 * ms, eight), "00000000");
    QCOMPARE(w.text(8 * ms, eight, "a"), ".11...3.");
    QCOMPARE(w.text(8 * ms, eight, "b"), "..222...");
    QCOMPARE(w.text(8 * ms, eight, "c"), "........");
}

/// Spans in spans of random lengths, with holds among them.
static void writeRandomly(Written &w, std::mt19937 &random, Nanoseconds &now, Nanoseconds end, int depth)
{
    const auto upTo = [&](Nanoseconds most) {
        return std::uniform_int_distribution<Nanoseconds>(0, std::max<Nanoseconds>(0, most))(random);
    };
    while (now < end) {
        const Nanoseconds until = std::min(end, now + (1 << upTo(24)));
        if (upTo(9) == 0)
            w.hold("lock", now, until);
        w.span(now, until, depth, upTo(2) == 0 ? static_cast<std::int32_t>(upTo(99)) : SpanRecord::noTask);
        if (depth < 4 && upTo(3) > 0) {
            now += upTo(until - now);
            writeRandomly(w, random, now, until, depth + 1);
        }
        now = until + (upTo(1) == 0 ? 0 : upTo(1 << upTo(22)));
    }
    now = std::min(now, end);
}

void TestTimelineGeometry::sharesAreCountedByColumn()
{
    // Two readers, then a writer alone; "!": a column in which a lane held it more than once.
    Trace trace;
    const auto held = [&](Lane &lane, Shape shape, Nanoseconds begin, Nanoseconds end,
                          const char *lock = "table") {
        lane.endAsideAt(end, lane.beginAsideAt(begin, shape, State::Running, lock, SpanRecord::noTask, {}));
    };
    Lane &first = *trace.addLaneAt(0, LaneRole::Worker);
    Lane &second = *trace.addLaneAt(0, LaneRole::Worker);
    held(first, Shape::Share, 0, 4 * ms);
    held(second, Shape::Share, 1 * ms, 1 * ms + 10);
    held(second, Shape::Share, 1 * ms + 20, 1 * ms + 30);
    held(second, Shape::Share, 2 * ms, 3 * ms);
    held(second, Shape::Share, 3 * ms, 4 * ms, "another");
    held(first, Shape::Hold, 5 * ms, 7 * ms);
    std::vector<Shares> shares(8);
    for (const Lane *lane : trace.lanes()) {
        LaneColumns columns;
        columns.update(*lane, eight, 8 * ms, "table");
        addShares(shares, columns);
    }
    QString text;
    for (const Shares &column : shares)
        text += QString::number(column.lanes) + (column.isCrowd ? "!" : "");
    QCOMPARE(text, "12!210000");
}

void TestTimelineGeometry::readingWhatIsNewEqualsReadingAll_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestTimelineGeometry::readingWhatIsNewEqualsReadingAll()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const auto upTo = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
    Written w;
    Nanoseconds end = 0;
    writeRandomly(w, random, end, 500 * ms, 0);
    const double begin = upTo(200) * 1e-3;
    const TimeScale scale{begin, begin + (1 + upTo(300)) * 1e-3, 0, 20.5 + upTo(600)};
    for (const char *lock : {static_cast<const char *>(nullptr), "lock"}) {
        LaneColumns growing;
        for (Nanoseconds instant = 0; instant < end; instant += 1 + (1 << upTo(25))) {
            growing.update(w.lane, scale, instant, lock);
            LaneColumns atOnce;
            atOnce.update(w.lane, scale, instant, lock);
            for (std::size_t i = 0; i < atOnce.columns().size(); ++i) {
                const auto &is = growing.columns()[i];
                const auto &all = atOnce.columns()[i];
                QVERIFY2(is.span == all.span && is.task == all.task && is.merged == all.merged,
                         qPrintable(QStringLiteral("column %1 at %2 ns").arg(i).arg(instant)));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestTimelineGeometry)
#include "tst_timelinegeometry.moc"
