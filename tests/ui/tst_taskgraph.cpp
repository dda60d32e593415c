// The graph of which task depends on which: its model, its layout, its picture.

#include "tests/ui/graphfixture.h"
#include "ui/graph/graphview.h"
#include "ui/graph/tasklayout.h"

#include <QRegularExpression>
#include <QTest>

using namespace tenfold;

class TestTaskGraph : public GraphFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUp(); }
    void theCriticalPathIsTheLongestChain();
    void tasksWaitRunAndAreDone();
    void dependenciesOfARunningOutcomeAreThoseOfTheFirst();
    void whatHasNotBegunIsNamedAsInAnotherOutcome();
    void whoWaitsForAResultIsBlocked();
    void theOutcomeThatGotStuckIsDrawn();
    void tasksInARingAreDrawn();
    void numbersNameEveryTask();
    void tasksAreLaidOutWithoutOverlap_data();
    void tasksAreLaidOutWithoutOverlap();
    void whatIsLeftStandsBelowItsColumn();
    void picturesToLookAt();

private:
    Outcome gathering(Status status = Status::Finished) const
    {
        Outcome its = outcome("pool", gathered(status == Status::Finished), status);
        its.repeats[0].results.dependencies = tenfold::gathering();
        return its;
    }
};

void TestTaskGraph::theCriticalPathIsTheLongestChain()
{
    const Outcome over = gathering();
    const TaskGraph graph = tasksOf(sceneOf({over}), over);
    QCOMPARE(graph.nodes.size(), 13U);
    QCOMPARE(graph.layers(), 3U);
    QCOMPARE(graph.critical, (std::vector<std::size_t>{3, 9, 12}));
    QVERIFY2(std::abs(graph.criticalSeconds - 0.016) < 1e-6,
             qPrintable(QString::number(graph.criticalSeconds)));
    QCOMPARE(graph.nodes[9].name, "parse");
    QCOMPARE(graph.nodes[12].layer, 2U);
}

void TestTaskGraph::tasksWaitRunAndAreDone()
{
    const Outcome over = gathering();
    const Nanoseconds start = over.shown()->trace->lanes().front()->spans()[0].begin;
    using Progress = TaskNode::Progress;
    const auto at = [&](Nanoseconds instant, std::size_t task) {
        return tasksOf(sceneOf({over}, start + instant), over).nodes[task].progress;
    };
    QCOMPARE(at(5 * ms, 0), Progress::Done);  // 4 ms
    QCOMPARE(at(5 * ms, 6), Progress::Runs);  // its parsing
    QCOMPARE(at(5 * ms, 9), Progress::Waits); // for 9 ms
    QCOMPARE(at(13 * ms, 12), Progress::Runs);
    // The path is the longest of what has been so far.
    QCOMPARE(tasksOf(sceneOf({over}, start + 11 * ms), over).critical, (std::vector<std::size_t>{3, 9}));
    QVERIFY(tasksOf(sceneOf({over}, start - 1), over).critical.empty());
}

void TestTaskGraph::dependenciesOfARunningOutcomeAreThoseOfTheFirst()
{
    Outcome running = gathering(Status::Running);
    running.repeats[0].results.dependencies.clear();
    const Outcome first = gathering();
    QVERIFY(tasksOf(sceneOf({running}), running).dependencies.empty());
    QCOMPARE(tasksOf(sceneOf({first, running}), running).dependencies.size(), 12U);
}

void TestTaskGraph::whatHasNotBegunIsNamedAsInAnotherOutcome()
{
    Outcome idle = outcome("careless", std::make_shared<Trace>(), Status::Stuck);
    idle.repeats[0].results.dependencies = tenfold::gathering();
    QVERIFY(tasksOf(sceneOf({idle}), idle).nodes[12].name.isEmpty());
    const TaskGraph graph = tasksOf(sceneOf({gathering(), idle}), idle);
    QCOMPARE(graph.nodes[12].name, "combine");
    QCOMPARE(graph.nodes[12].progress, TaskNode::Progress::Waits);
}

void TestTaskGraph::whoWaitsForAResultIsBlocked()
{
    auto trace = std::make_shared<Trace>();
    Lane *one = trace->addLaneAt(0, LaneRole::Worker), *two = trace->addLaneAt(0, LaneRole::Worker);
    const auto begin = [](Lane *lane, Nanoseconds at, State state, std::int32_t task) {
        return lane->beginAt(at * ms, state, "task", task, std::source_location::current());
    };
    SpanRecord *combine = begin(one, 0, State::Running, 12); // waits for 6
    SpanRecord *wait = begin(one, 1, State::Future, 6);
    SpanRecord *parse = begin(two, 0, State::Running, 6); // carries out 0 itself
    SpanRecord *fetch = begin(two, 1, State::Running, 0);
    two->endAt(5 * ms, fetch);
    two->endAt(8 * ms, parse);
    one->endAt(8 * ms, wait);
    one->endAt(9 * ms, combine);
    trace->stopAt(10 * ms);
    Outcome nested = outcome("pool", trace);
    nested.repeats[0].results.dependencies = tenfold::gathering();
    using Progress = TaskNode::Progress;
    const auto at = [&](Nanoseconds instant) {
        const TaskGraph graph = tasksOf(sceneOf({nested}, instant * ms), nested);
        return std::array{graph.nodes[0].progress, graph.nodes[6].progress, graph.nodes[12].progress};
    };
    QCOMPARE(at(3), (std::array{Progress::Runs, Progress::Blocked, Progress::Blocked}));
    QCOMPARE(at(6), (std::array{Progress::Done, Progress::Runs, Progress::Blocked}));
    QCOMPARE(at(9), (std::array{Progress::Done, Progress::Done, Progress::Done}));
    // The path leads through what is done.
    QCOMPARE(tasksOf(sceneOf({nested}, 3 * ms), nested).critical.size(), std::size_t(1));
    QCOMPARE(tasksOf(sceneOf({nested}, 9 * ms), nested).critical, (std::vector<std::size_t>{0, 6, 12}));
}

void TestTaskGraph::theOutcomeThatGotStuckIsDrawn()
{
    Outcome idle = outcome("careless", std::make_shared<Trace>(), Status::Stuck);
    idle.repeats[0].results.dependencies = tenfold::gathering();
    GraphView view(View{"tasks", ViewKind::Graph, "Dependencies", {"depends-on"}});
    view.show(sceneOf({gathering()}));
    QVERIFY(view.numbers().contains("done"));
    view.show(sceneOf({gathering(), idle}));
    QVERIFY2(!view.numbers().contains("done"), qPrintable(view.numbers()));
    QVERIFY(view.numbers().contains("waiting"));
}

void TestTaskGraph::tasksInARingAreDrawn()
{
    Outcome odd = gathering();
    odd.repeats[0].results.dependencies = {{0, 1}, {1, 0}, {2, 2}, {3, 100'000}};
    const TaskGraph graph = tasksOf(sceneOf({odd}), odd);
    QCOMPARE(graph.layers(), 1U);
    QCOMPARE(graph.dependencies.size(), 2U);
    const QRectF area(0, 0, 560, 300);
    const Theme theme = Theme::make(false, 1, uiFont());
    QCOMPARE(faultIn(layOut(graph, area, theme), area, theme), "");
}

void TestTaskGraph::numbersNameEveryTask()
{
    const Outcome over = gathering();
    const std::unique_ptr<Picture> picture(makeView(*scenario_.view("tasks")));
    picture->show(sceneOf({over}));
    const QStringList lines = picture->numbers().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 13);
    QCOMPARE(lines[0], "1 fetch\tdone\t4.00 ms");
    QCOMPARE(lines[9], "10 parse\tdone\t3.00 ms\tcritical path");
    QCOMPARE(picture->accessibleDescription(), picture->numbers());
}

/// `branches` of fetch -> parse -> ... of `steps`, that are combined.
static TaskGraph branched(std::size_t branches, std::size_t steps)
{
    TaskGraph graph;
    for (std::size_t i = 0; i < branches * steps + 1; ++i) {
        TaskNode node;
        node.task = i;
        node.name = i == branches * steps ? "combine" : i < branches ? "fetch" : "parse";
        node.layer = i / branches;
        node.isCritical = i % branches == branches - 1 || i == branches * steps;
        if (node.isCritical)
            graph.critical.push_back(i);
        graph.nodes.push_back(node);
        if (i >= branches && i < branches * steps)
            graph.dependencies.push_back({i, i - branches});
        if (i >= branches * (steps - 1) && i < branches * steps)
            graph.dependencies.push_back({branches * steps, i});
    }
    graph.nodes.back().layer = steps;
    return graph;
}

void TestTaskGraph::tasksAreLaidOutWithoutOverlap_data()
{
    areas();
}

void TestTaskGraph::tasksAreLaidOutWithoutOverlap()
{
    QFETCH(QSize, size);
    QFETCH(qreal, factor);
    const Theme theme = Theme::make(false, factor, uiFont());
    const QRectF area(QPointF(10, 20), QSizeF(size));
    for (const auto &[branches, steps] : std::initializer_list<std::pair<std::size_t, std::size_t>>{
             {1, 1}, {6, 2}, {8, 3}, {2, 12}, {40, 2}, {200, 2}, {1, 200}, {60, 30}}) {
        const TaskGraph graph = branched(branches, steps);
        const GraphLayout layout = layOut(graph, area, theme);
        const QString fault = faultIn(layout, area, theme);
        QVERIFY2(fault.isEmpty(),
                 qPrintable(QStringLiteral("%1 branches of %2: %3").arg(branches).arg(steps).arg(fault)));
        const std::size_t missing = graph.nodes.size() - layout.nodes.size();
        std::size_t said = 0; // "+4 fetch  +1 parse", or "and 5 more" in all
        for (const GraphText &text : layout.texts) {
            static const QRegularExpression number(QStringLiteral("\\d+"));
            for (auto found = number.globalMatch(text.text); found.hasNext();)
                said += found.next().captured().toULongLong();
        }
        QCOMPARE(said, missing);
        if (missing > 0 && steps < 10) // the path is whole where it has room across
            QCOMPARE(layout.band.size(), std::size_t(graph.critical.size() > 1));
    }
    // At the usual sizes the names are there, and the path is lit.
    if (factor == 1 && size.width() > 400) {
        const GraphLayout layout = layOut(branched(6, 2), area, theme);
        QVERIFY(std::ranges::any_of(layout.nodes, [](const auto &n) { return n.text == "12 parse"; }));
        QCOMPARE(std::ranges::count_if(layout.edges, &GraphEdge::isStrong), 2);
        QCOMPARE(layout.band.size(), 1U);
    }
}

void TestTaskGraph::whatIsLeftStandsBelowItsColumn()
{
    // A card of a slide: wide, low, large type.
    const Theme theme = Theme::make(false, 1.5, uiFont());
    const QRectF area(0, 0, 1240, 145);
    const GraphLayout layout = layOut(branched(12, 2), area, theme);
    QCOMPARE(faultIn(layout, area, theme), "");
    QCOMPARE(layout.texts.size(), 2U);
    const std::size_t rows = (layout.nodes.size() - 1) / 2;
    QVERIFY2(rows >= 3, qPrintable(QString::number(rows)));
    QCOMPARE(layout.texts[0].text, QStringLiteral("+%1 fetch").arg(12 - rows));
    QCOMPARE(layout.texts[1].text, QStringLiteral("+%1 parse").arg(12 - rows));
    QVERIFY(std::abs(layout.texts[0].box.center().x() - layout.nodes[0].box.center().x()) < 1);
    QCOMPARE(layout.band.size(), 1U);
    for (const char *critical : {"12 fetch", "24 parse", "25 combine"})
        QVERIFY(std::ranges::any_of(layout.nodes, [&](const auto &n) { return n.text == critical; }));
}

void TestTaskGraph::picturesToLookAt()
{
    const View &view = *scenario_.view("tasks");
    const Outcome over = gathering();
    draw(view, sceneOf({over}), "tasks");
    const Nanoseconds start = over.shown()->trace->lanes().front()->spans()[0].begin;
    draw(view, sceneOf({over}, start + 7 * ms), "tasks7ms");
}

QTEST_MAIN(TestTaskGraph)
#include "tst_taskgraph.moc"
