// What the timeline keeps of what it read: the same as if it had read all again.

#include "core/analysis/lanetitle.h"
#include "core/catalog/pattern.h"
#include "core/trace/trace.h"
#include "tests/ui/svgtexts.h"
#include "ui/language.h"
#include "ui/timeline/columns.h"
#include "ui/timeline/focus.h"
#include "ui/timeline/lanenotes.h"
#include "ui/timeline/painter.h"

#include <QTest>

using namespace tenfold;

class TestLaneNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(QStringLiteral("en")); }
    void marksAreCountedUpToAnInstant();
    void theGravestOfManyMarksIsDrawn();
    void aRetryIsFoundOnceItHasBegun();
    void whatIsUnderWayIsCountedAsItGrows();
    void whatIsSoughtIsFoundAsItGrows();
    void theNoteKeepsOffWhatStandsBesideTheHeading();
    void theAxisIsInTheUnitThatFits();
    void workersAreCountedFromOneBesideANamedLane();
};

static constexpr Nanoseconds ms = 1'000'000;

/// A worker of a variant whose times are told.
struct Told
{
    std::shared_ptr<Trace> trace = std::make_shared<Trace>();
    Lane *lane = trace->addLaneAt(0, LaneRole::Worker);
    LaneNotes notes;

    Scene scene(std::optional<Nanoseconds> instant = {}) const
    {
        Scene scene;
        scene.request.scenario = findScenario(QStringLiteral("threads/url-fetch"));
        Repeat repeat;
        repeat.status = Status::Finished;
        repeat.trace = trace;
        repeat.seconds = toSeconds(trace->now());
        scene.outcomes.push_back({QStringLiteral("parallel"), {}, 1, {repeat}});
        scene.instant = instant;
        scene.summary = summarize(*scene.scenario(), scene.outcomes, 2);
        return scene;
    }
};

void TestLaneNotes::marksAreCountedUpToAnInstant()
{
    Told d;
    d.lane->markAt(1 * ms, "failed", 0, {});
    d.lane->markAt(2 * ms, "lost", 1, {});
    QCOMPARE(d.notes.countMarks(*d.lane, MarkKind::Failed, 5 * ms), 1);
    d.lane->markAt(3 * ms, "failed", 2, {});
    QCOMPARE(d.notes.countMarks(*d.lane, MarkKind::Failed, 5 * ms), 2);
    QCOMPARE(d.notes.countMarks(*d.lane, MarkKind::Failed, 1 * ms), 1); // and back
    QCOMPARE(d.notes.countMarks(*d.lane, MarkKind::Failed, 1 * ms - 1), 0);
    QCOMPARE(d.notes.marks(*d.lane, MarkKind::Crash), std::vector<std::size_t>{1});
}

void TestLaneNotes::theGravestOfManyMarksIsDrawn()
{
    Told d;
    for (int i = 0; i < 100; ++i)
        d.lane->markAt(i * ms, i == 42 ? "lost" : i == 43 ? "failed" : "cancelled", i, {});
    d.lane->markAt(300 * ms, "cancelled", 100, {});
    d.trace->stopAt(400 * ms);
    const Scene scene = d.scene();
    const TimelineRow row{.lane = d.lane};
    const TimeScale time{0, 0.4, 0, 400};
    const auto few = placedMarks(scene, row, time, 0.2, d.notes);
    QCOMPARE(few, (std::vector<PlacedMark>{{MarkKind::Crash, toSeconds(42 * ms)},
                                           {MarkKind::Cancelled, toSeconds(300 * ms)}}));
    const auto some = placedMarks(scene, row, time, 0.02, d.notes);
    QCOMPARE(some.front(), (PlacedMark{MarkKind::Crash, toSeconds(42 * ms)}));
    QVERIFY(some.size() >= 5);
    for (std::size_t i = 0; i < some.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(std::abs(some[i].seconds - some[j].seconds) >= 0.02 - 1e-8);
    }
    QCOMPARE(placedMarks(scene, row, time, 0, d.notes).size(), std::size_t(101));
}

void TestLaneNotes::aRetryIsFoundOnceItHasBegun()
{
    Told d;
    d.lane->markAt(1 * ms, "lost", 7, {});
    QVERIFY(!d.notes.retryOf(*d.lane, 0).lane);
    Lane *other = d.trace->addLaneAt(0, LaneRole::Worker);
    other->endAt(2 * ms, other->beginAt(1 * ms, State::Running, "", 6, {}));
    QVERIFY(!d.notes.retryOf(*d.lane, 0).lane);
    other->endAt(4 * ms, other->beginAt(3 * ms, State::Running, "", 7, {}));
    QCOMPARE(d.notes.retryOf(*d.lane, 0).lane, other);
    QCOMPARE(d.notes.retryOf(*d.lane, 0).begin, 3 * ms);
}

void TestLaneNotes::whatIsUnderWayIsCountedAsItGrows()
{
    Told d;
    const TimeScale time{0, 0.1, 0, 100}; // a column a millisecond
    InFlightColumns kept;
    std::vector<SpanRecord *> open;
    for (int i = 0; i < 40; ++i) {
        open.push_back(d.lane->beginAsideAt(2 * i * ms + ms / 4, Shape::Detached, State::Io, "GET", i, {}));
        if (i >= 5)
            d.lane->endAsideAt(2 * i * ms + ms + ms / 4, open[static_cast<std::size_t>(i - 5)]);
        const Nanoseconds instant = (2 * i + 1) * ms + ms / 2;
        kept.update(*d.lane, time, instant, 0);
        InFlightColumns fresh;
        fresh.update(*d.lane, time, instant, 0);
        QCOMPARE(kept.columns(), fresh.columns());
        QCOMPARE(kept.columns().size(), std::size_t(2 * i + 1));
        QCOMPARE(kept.columns().back(), std::min(i, 5) + 1); // from the beginning of the last on
    }
    kept.update(*d.lane, time, 20 * ms + ms / 2, 0); // back
    QCOMPARE(kept.columns().size(), std::size_t(20));
    QCOMPARE(kept.columns().front(), 1);
    InFlightColumns rest; // what has no row of its own: the sixth of those that are under way
    rest.update(*d.lane, time, 20 * ms + ms / 2, 5);
    QCOMPARE(rest.columns().front(), 0);
    QCOMPARE(std::ranges::max(rest.columns()), 1);
}

void TestLaneNotes::whatIsSoughtIsFoundAsItGrows()
{
    Told d;
    d.trace->stopAt(100 * ms); // so that the instants below are not after its own clock's
    const TimeScale time{0, 0.1, 0, 100};
    const TimelineRow row{.lane = d.lane};
    SoughtSpans kept;
    kept.seek({.text = QStringLiteral("get")});
    for (int i = 0; i < 20; ++i) {
        d.lane->endAt((4 * i + 1) * ms, d.lane->beginAt(4 * i * ms, State::Io, i % 2 ? "GET" : "PUT", i, {}));
        const Scene scene = d.scene(4 * i * ms + 2 * ms);
        SoughtSpans fresh;
        fresh.seek({.text = QStringLiteral("get")});
        QCOMPARE(kept.columnsOf(scene, row, time), fresh.columnsOf(scene, row, time));
        QCOMPARE(kept.count(scene, {}).spans, (i + 1) / 2);
    }
    QCOMPARE(kept.count(d.scene(4 * ms), {}).spans, 1); // back
    const std::vector<bool> columns = kept.columnsOf(d.scene(5 * ms), row, time);
    QCOMPARE(std::ranges::count(columns, true), 3); // to be seen at all
    QVERIFY(columns[4] && !columns[3]);
    kept.seek({.task = 2});
    QCOMPARE(kept.count(d.scene(), {}).spans, 1);
    QCOMPARE(kept.count(d.scene(), QStringLiteral("sequential")).spans, 0);
}

void TestLaneNotes::theNoteKeepsOffWhatStandsBesideTheHeading()
{
    Told d;
    d.lane->endAt(9 * ms, d.lane->beginAt(0, State::Io, "GET", 0, {}));
    d.trace->stopAt(10 * ms);
    const Scene scene = d.scene();
    TimelinePainter timeline;
    timeline.theme = Theme::make(false, 1, uiFont());
    const QString note = QStringLiteral("a note ").repeated(60);
    const auto leftOf = [&](qreal taken) {
        TimelinePainter::Window window;
        window.note = note;
        window.taken = taken;
        for (const Text &text : textsOf(svgOf({900, 300}, [&](QPainter &painter, const QRectF &target) {
                 timeline.render(painter, target, scene, window);
             }))) {
            if (text.text.startsWith(QLatin1String("a note")))
                return text.box.left();
        }
        return qreal(-1);
    };
    const qreal free = leftOf(0), beside = leftOf(200);
    QVERIFY(free > 0);
    QVERIFY2(beside >= free + 150, qPrintable(QString::number(beside - free)));
}

void TestLaneNotes::theAxisIsInTheUnitThatFits()
{
    for (const auto &[whole, unit] :
         {std::pair(8 * ms, "ms"), std::pair(Nanoseconds(80'000), "µs"), std::pair(3000 * ms, "s")}) {
        Told d;
        d.lane->endAt(whole, d.lane->beginAt(0, State::Io, "GET", 0, {}));
        d.trace->stopAt(whole);
        const Scene scene = d.scene();
        TimelinePainter timeline;
        timeline.theme = Theme::make(false, 1, uiFont());
        const QList<Text> texts = textsOf(svgOf({900, 300}, [&](QPainter &painter, const QRectF &target) {
            timeline.render(painter, target, scene);
        }));
        const qreal axis = timeline.area().bottom();
        int labels = 0;
        for (const Text &text : texts) {
            if (text.box.top() < axis)
                continue;
            ++labels;
            QVERIFY2(text.text.endsWith(QStringLiteral(" ") + QString::fromUtf8(unit)),
                     qPrintable(text.text));
        }
        QVERIFY(labels >= 3);
    }
}

void TestLaneNotes::workersAreCountedFromOneBesideANamedLane()
{
    Trace trace;
    const Lane *window = trace.addLane(LaneRole::Worker, LaneName{"window", LaneName::theOnlyOne});
    const Lane *first = trace.addLane(LaneRole::Worker);
    const Lane *second = trace.addLane(LaneRole::Worker);
    std::vector<TimelineRow> rows;
    for (const Lane *lane : {window, first, second})
        rows.push_back({.title = laneTitle(*lane), .isTitled = true, .lane = lane});
    shorten(rows);
    QCOMPARE(rows[1].title, QStringLiteral("W1"));
    QCOMPARE(rows[2].title, QStringLiteral("W2"));
}

QTEST_MAIN(TestLaneNotes)
#include "tst_lanenotes.moc"
