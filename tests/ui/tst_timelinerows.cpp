#include "core/trace/trace.h"
#include "ui/timeline/columns.h"
#include "ui/timeline/focus.h"
#include "ui/timeline/lanenotes.h"
#include "ui/timeline/links.h"
#include "ui/timeline/rows.h"

#include <QTest>

using namespace tenfold;

class TestTimelineRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severalVariantsHaveHeadings();
    void lanesAndLocksAppearWhenTheyBegin();
    void marksAreNamedOnceAndWhenTheyHappen();
    void detachedSpansHaveRowsBelowTheirLane();
    void threadsBesideALoopShareAStrip();
    void theFocusIsTheMistakeElseTheHeadline();
    void allButTheFocusAreStrips();
    void workersHaveShortTitlesAndTheProcessesToo();
    void anHeirHasTheRowOfWhoDied();
    void anItemIsHandedAndAProcessReplaced();
};

static constexpr Nanoseconds ms = 1'000'000;

/// A scene whose outcomes have the lanes and locks that a test gives them.
struct Drawn
{
    Scenario scenario;
    Scene scene;
    std::vector<std::shared_ptr<Trace>> traces;
    LaneNotes notes;

    Drawn()
    {
        scene.request.scenario = &scenario;
        scenario.variants = {{"sequential", "Sequential", VariantKind::Sequential, {}},
                             {"parallel", "Parallel", VariantKind::Parallel, {}},
                             {"other", "Other", VariantKind::Mistake, {}}};
    }
    Trace &add(const char *variant)
    {
        traces.push_back(std::make_shared<Trace>());
        Repeat repeat;
        repeat.status = Status::Running;
        repeat.trace = traces.back();
        scene.outcomes.push_back({QLatin1String(variant), {}, 1, {repeat}});
        return *traces.back();
    }
    QStringList titles(const QString &variant = {}) const
    {
        QStringList titles;
        for (const TimelineRow &row : timelineRows(scene, variant))
            titles << row.title;
        return titles;
    }
};

void TestTimelineRows::severalVariantsHaveHeadings()
{
    Drawn d;
    QCOMPARE(d.titles(), QStringList());
    Lane *main = d.add("sequential").addLane(LaneRole::Main);
    main->end(main->begin(State::Running, "", 0, {}));
    QCOMPARE(d.titles(), (QStringList{"Sequential"}));
    Trace &parallel = d.add("parallel");
    parallel.addLane(LaneRole::Worker);
    parallel.addLane(LaneRole::Worker);
    QCOMPARE(d.titles(), (QStringList{"Sequential", "Worker 1", "Worker 2"}));
    d.add("other").addLane(LaneRole::Process, 4711);
    QCOMPARE(d.titles(),
             (QStringList{"Sequential", "Parallel", "Worker 1", "Worker 2", "Other", "Process 4711"}));
    QCOMPARE(d.titles("sequential"), (QStringList{"Sequential"}));
    QCOMPARE(d.titles("parallel"), (QStringList{"Parallel", "Worker 1", "Worker 2"})); // it stands alone
    QCOMPARE(d.titles("other"), (QStringList{"Other", "Process 4711"}));
    QCOMPARE(timelineRows(d.scene)[1].kind, TimelineRow::Kind::Heading);
    QCOMPARE(timelineRows(d.scene)[3].outcome, 1);
}

void TestTimelineRows::lanesAndLocksAppearWhenTheyBegin()
{
    Drawn d;
    Trace &trace = d.add("parallel");
    const Nanoseconds began = 5 * ms;
    Lane *lane = trace.addLaneAt(began, LaneRole::Worker);
    lane->add({began + 10 * ms, began + 11 * ms, "b", {}, -1, State::Running, Shape::Hold, 0});
    lane->add({began + 20 * ms, began + 21 * ms, "a", {}, -1, State::Running, Shape::Hold, 0});
    trace.stopAt(began + 30 * ms);
    d.scene.instant = began - 1;
    QCOMPARE(d.titles(), QStringList());
    d.scene.instant = began;
    QCOMPARE(d.titles(), (QStringList{"Worker 1"}));
    d.scene.instant = began + 10 * ms;
    QCOMPARE(d.titles(), (QStringList{"Worker 1", "lock: b"}));
    d.scene.instant.reset();
    QCOMPARE(d.titles(), (QStringList{"Worker 1", "lock: a", "lock: b"}));
}

void TestTimelineRows::marksAreNamedOnceAndWhenTheyHappen()
{
    Drawn d;
    Trace &trace = d.add("parallel");
    Lane *one = trace.addLane(LaneRole::Worker), *two = trace.addLane(LaneRole::Worker);
    one->markAt(1 * ms, "refused", SpanRecord::noTask, {});
    one->markAt(2 * ms, "lost", SpanRecord::noTask, {});
    two->markAt(3 * ms, "refused", SpanRecord::noTask, {});
    trace.stopAt(2 * ms); // what comes after the end was the tidying up
    const auto titles = [&] {
        QStringList names;
        for (const MarkKey &key : marksIn(d.scene, timelineRows(d.scene)))
            names << key.title;
        return names;
    };
    QCOMPARE(titles(), (QStringList{"refused", "crash"}));
    d.scene.instant = 1 * ms;
    QCOMPARE(titles(), (QStringList{"refused"}));
}

void TestTimelineRows::detachedSpansHaveRowsBelowTheirLane()
{
    Drawn d;
    Trace &trace = d.add("parallel");
    Lane *lane = trace.addLaneAt(0, LaneRole::Main);
    std::vector<SpanRecord *> open;
    for (int i = 0; i < usualSubRows + 6; ++i)
        open.push_back(lane->beginAsideAt(i, Shape::Detached, State::Io, "GET", i, {}));
    lane->endAsideAt(5 * ms, open[3]);
    SpanRecord *next = lane->beginAsideAt(6 * ms, Shape::Detached, State::Io, "GET", 99, {});
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (i != 3)
            lane->endAsideAt(8 * ms, open[i]);
    }
    lane->endAsideAt(9 * ms, next);
    trace.stopAt(10 * ms);
    QCOMPARE(next->depth, 3); // the first that was free
    QCOMPARE(timelineRows(d.scene, {}, 5).size(), std::size_t(1 + 5 + 1));
    QCOMPARE(timelineRows(d.scene, {}, 99).size(), std::size_t(1 + usualSubRows + 6));
    const std::vector<TimelineRow> rows = timelineRows(d.scene);
    QCOMPARE(rows.size(), std::size_t(1 + usualSubRows + 1));
    QCOMPARE(rows[0].title, "Parallel (one thread)"); // its lane's name would say nothing
    QCOMPARE(rows[4].kind, TimelineRow::Kind::SubRow);
    QCOMPARE(rows[4].loop, lane);
    QCOMPARE(rows.back().title, "up to 6 more");
    LaneColumns columns;
    columns.update(*lane, {0, 0.01, 0, 10}, 10 * ms, nullptr, 3);
    QCOMPARE(columns.columns()[0].span, open[3]);
    QCOMPARE(columns.columns()[5].span, nullptr);
    QCOMPARE(columns.columns()[6].span, next);
    QCOMPARE(columns.columns()[6].task, 99);
    LaneColumns own; // the loop itself did nothing that was recorded
    own.update(*lane, {0, 0.01, 0, 10}, 10 * ms);
    QVERIFY(std::ranges::all_of(own.columns(), [](const auto &column) { return !column.span; }));
}

void TestTimelineRows::threadsBesideALoopShareAStrip()
{
    constexpr int threads = usualSubRows + 6;
    Drawn d;
    const auto addThreads = [](Trace &trace) {
        for (int i = 0; i < threads; ++i)
            trace.addLaneAt(0, LaneRole::Worker);
        trace.stopAt(10 * ms);
    };
    addThreads(d.add("other"));
    QCOMPARE(timelineRows(d.scene).size(), std::size_t(1 + threads)); // with a heading
    Trace &loop = d.add("parallel");
    Lane *lane = loop.addLaneAt(0, LaneRole::Main);
    lane->endAsideAt(5 * ms, lane->beginAsideAt(0, Shape::Detached, State::Io, "GET", 0, {}));
    loop.stopAt(10 * ms);
    const std::vector<TimelineRow> rows = timelineRows(d.scene);
    QCOMPARE(rows[1 + usualSubRows].title, "and 6 more");
    QCOMPARE(rows[1 + usualSubRows].lanes.size(), std::size_t(6));
    QCOMPARE(rows.size(), std::size_t(1 + usualSubRows + 1 + 1 + 1 + 1)); // and heading, loop and its wait
}

void TestTimelineRows::theFocusIsTheMistakeElseTheHeadline()
{
    Drawn d;
    QCOMPARE(focusOf(d.scene), -1);
    d.add("sequential").addLane(LaneRole::Main);
    QCOMPARE(focusOf(d.scene), 0); // there is no other
    d.add("parallel").addLane(LaneRole::Worker);
    QCOMPARE(focusOf(d.scene), 1);
    d.add("other").addLane(LaneRole::Worker);
    QCOMPARE(focusOf(d.scene), 2);
    QCOMPARE(focusOf(d.scene, "sequential"), 0); // the user's choice
    QCOMPARE(focusOf(d.scene, "no such variant"), 2);
}

void TestTimelineRows::allButTheFocusAreStrips()
{
    Drawn d;
    Lane *main = d.add("sequential").addLane(LaneRole::Main);
    main->end(main->begin(State::Running, "", 0, {}));
    Trace &parallel = d.add("parallel");
    for (int i = 0; i < 5; ++i) {
        Lane *lane = parallel.addLane(LaneRole::Worker);
        const QByteArray lock = "account " + QByteArray::number(i);
        lane->endAside(
            lane->beginAside(Shape::Hold, State::Running, parallel.intern(lock.constData()), -1, {}));
    }
    const std::vector<TimelineRow> all = timelineRows(d.scene);
    const std::vector<TimelineRow> first = foldedRows(all, d.scene, 0, 99, 99);
    QCOMPARE(first.size(), std::size_t(2));
    QCOMPARE(first[0].group, "Sequential");
    QCOMPARE(first[1].kind, TimelineRow::Kind::Strip);
    QCOMPARE(first[1].lanes.size(), std::size_t(5));
    const std::vector<TimelineRow> second = foldedRows(all, d.scene, 1, 3, 2);
    QStringList titles;
    for (const TimelineRow &row : second)
        titles << row.title;
    QCOMPARE(titles, (QStringList{"Sequential", "Worker 1", "Worker 2", "Worker 3", "and 2 more",
                                  "lock: account 0", "lock: account 1", "3 more locks"}));
    QCOMPARE(second[0].kind, TimelineRow::Kind::Strip);
    QCOMPARE(second[1].group, "Parallel");
    QCOMPARE(second[4].lanes.size(), std::size_t(2));
    QVERIFY(second.back().name.contains("account 4")); // in the tool tip
}

void TestTimelineRows::workersHaveShortTitlesAndTheProcessesToo()
{
    Drawn d;
    Trace &trace = d.add("parallel");
    trace.addLane(LaneRole::Process, 4711);
    trace.addLane(LaneRole::Worker);
    trace.addLane(LaneRole::Process, 4712);
    std::vector<TimelineRow> rows = timelineRows(d.scene);
    shorten(rows);
    QCOMPARE(rows[0].title, "W1");
    QCOMPARE(rows[0].name, "Process 4711");
    QCOMPARE(rows[1].title, "W1"); // of its role
    QCOMPARE(rows[1].name, "Worker 1");
    QCOMPARE(rows[2].title, "W2");
}

void TestTimelineRows::anHeirHasTheRowOfWhoDied()
{
    Drawn d;
    Trace &trace = d.add("parallel");
    Lane *dead = trace.addLaneAt(0, LaneRole::Process, 1);
    trace.addLaneAt(0, LaneRole::Process, 2);
    Lane *heir = trace.addLaneAt(5 * ms, LaneRole::Process, 3),
         *last = trace.addLaneAt(8 * ms, LaneRole::Process, 4);
    dead->markAt(4 * ms, "lost", 7, {});
    heir->linkAt(5 * ms, LinkKind::HandsOver, *dead, 4 * ms);
    last->linkAt(8 * ms, LinkKind::HandsOver, *heir, 7 * ms);
    trace.stopAt(10 * ms);
    std::vector<TimelineRow> rows = timelineRows(d.scene);
    QCOMPARE(rows.size(), std::size_t(4));
    joinHeirs(rows);
    shorten(rows);
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[0].heirs, (std::vector<const Lane *>{heir, last}));
    QCOMPARE(rows[1].title, "W2");
    QCOMPARE(placeOf(*last), 1);
    QVERIFY(arrowsIn(d.scene, rows, d.notes).empty()); // from a row to itself there is nothing to draw
    Lane *other = trace.addLaneAt(0, LaneRole::Process, 9);
    other->add({6 * ms, 7 * ms, "", {}, 7, State::Running, Shape::Nested, 0});
    rows = timelineRows(d.scene);
    joinHeirs(rows);
    QCOMPARE(arrowsIn(d.scene, rows, d.notes), (std::vector<ArrowKind>{ArrowKind::Retries}));
    QCOMPARE(marksIn(d.scene, rows), (std::vector<MarkKey>{{MarkKind::Crash, "crash"}}));
}

void TestTimelineRows::anItemIsHandedAndAProcessReplaced()
{
    const auto kindsOf = [](LaneRole role) {
        Drawn d;
        Trace &trace = d.add("parallel");
        Lane *from = trace.addLaneAt(0, role), *to = trace.addLaneAt(0, role);
        to->linkAt(5 * ms, LinkKind::HandsOver, *from, 4 * ms);
        to->linkAt(6 * ms, LinkKind::Releases, *from, 6 * ms);
        trace.stopAt(10 * ms);
        return arrowsIn(d.scene, timelineRows(d.scene), d.notes);
    };
    QCOMPARE(kindsOf(LaneRole::Worker), (std::vector<ArrowKind>{ArrowKind::Hands, ArrowKind::Wakes}));
    QCOMPARE(kindsOf(LaneRole::Process), (std::vector<ArrowKind>{ArrowKind::Replaces, ArrowKind::Wakes}));
    QVERIFY(titleOf(ArrowKind::Hands) != titleOf(ArrowKind::Replaces));
}

QTEST_GUILESS_MAIN(TestTimelineRows)
#include "tst_timelinerows.moc"
