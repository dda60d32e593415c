// The graph of who waits for whom: its model, its layout, its picture.

#include "tests/ui/graphfixture.h"
#include "ui/graph/waitlayout.h"

#include <QTest>

using namespace tenfold;

class TestWaitGraph : public GraphFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUp(); }
    void anEdgeAppearsWhenItsWaitBegins();
    void aWaitThatHasEndedIsNoEdge();
    void whoWaitsOutsideTheRingIsNotInIt();
    void theRingStandsOnceItsRunHasEnded();
    void aRingThatWasNoMistakeIsGone();
    void nothingMovesWhileTheRingComesTogether();
    void aWorkerMayWaitForItself();
    void whatNobodyHasOrWantsIsFree();
    void manyWhoWaitForManyAreReadSoon();
    void waitsAreLaidOutWithoutOverlap_data();
    void waitsAreLaidOutWithoutOverlap();
    void everyEdgeOfARingOfThreeIsNamed();
    void aLongRingSaysHowManyAreMissing();
    void aboveEightWorkersTheOthersAreANumber();
    void theRunningOutcomeIsDrawn();
    void picturesToLookAt();
};

static QStringList namesOf(const std::vector<Waiter> &waiters)
{
    QStringList names;
    for (const Waiter &waiter : waiters)
        names << (waiter.wants.isEmpty() ? waiter.name : waiter.name + u' ' + waiter.wants);
    return names;
}

void TestWaitGraph::anEdgeAppearsWhenItsWaitBegins()
{
    Locks locks(3);
    const Nanoseconds first = locks.wants(1, "a", 2);
    const Nanoseconds second = locks.wants(2, "b", 3, State::Queue);
    const Nanoseconds third = locks.wants(3, "c", 1);
    const Trace &trace = *locks.trace();
    QVERIFY(waitGraphAt(trace, 0).loop.empty());
    QCOMPARE(waitGraphAt(trace, 0).workers, 3);
    QCOMPARE(namesOf(waitGraphAt(trace, first).loop), QStringList({"W1 a", "W2"}));
    QVERIFY(!waitGraphAt(trace, first).isRing);
    QCOMPARE(namesOf(waitGraphAt(trace, second).loop), QStringList({"W1 a", "W2 b", "W3"}));
    QCOMPARE(namesOf(waitGraphAt(trace, third).loop), QStringList({"W1 a", "W2 b", "W3 c"}));
    QVERIFY(waitGraphAt(trace, third).isRing);
}

void TestWaitGraph::aWaitThatHasEndedIsNoEdge()
{
    Locks locks(2);
    const Nanoseconds begun = locks.wants(1, "a", 2);
    const Nanoseconds ended = locks.gets(1);
    QCOMPARE(waitGraphAt(*locks.trace(), begun).loop.size(), 2U);
    QVERIFY(waitGraphAt(*locks.trace(), ended).loop.empty());
    // A new wait has links of its own: the old one is not for it.
    Lane *lane = locks.trace()->addLaneAt(ended, LaneRole::Worker);
    SpanRecord *wait = lane->beginAt(ended, State::Lock, "b", SpanRecord::noTask, here);
    lane->linkAt(ended, LinkKind::WaitsFor, *locks.trace()->lanes()[0], ended);
    lane->endAt(ended + 10, wait);
    lane->beginAt(ended + 20, State::Lock, "b", SpanRecord::noTask, here);
    QCOMPARE(waitGraphAt(*locks.trace(), ended + 5).loop.size(), 2U);
    QVERIFY(waitGraphAt(*locks.trace(), ended + 30).loop.empty());
}

void TestWaitGraph::whoWaitsOutsideTheRingIsNotInIt()
{
    const auto trace = deadlocked();
    const WaitGraph graph = waitsOf(sceneOf({stuck(trace)}), stuck(trace));
    QVERIFY(graph.isRing);
    QCOMPARE(namesOf(graph.loop), QStringList({"W1 account 6", "W2 account 1", "W3 account 3"}));
    QCOMPARE(namesOf(graph.others), QStringList({"W4 account 6", "W7 account 3"}));
    QCOMPARE(graph.others[0].heldBy, "W2");
    QCOMPARE(graph.workers, 8);
}

void TestWaitGraph::theRingStandsOnceItsRunHasEnded()
{
    const auto trace = deadlocked();
    QVERIFY(waitGraphAt(*trace, trace->now()).loop.empty()); // Stop broke it up
    QVERIFY(waitsOf(sceneOf({stuck(trace)}), stuck(trace)).isRing);
    QVERIFY(waitsOf(sceneOf({stuck(trace)}, trace->now()), stuck(trace)).isRing);
    QVERIFY(waitsOf(sceneOf({stuck(trace)}, 0), stuck(trace)).loop.empty());
}

void TestWaitGraph::aRingThatWasNoMistakeIsGone()
{
    const auto trace = deadlocked();
    const Outcome right = outcome("pool", trace);
    QVERIFY(!waitsOf(sceneOf({right}), right).isRing);
    const Outcome failed = outcome("pool", trace, Status::Failed);
    QVERIFY(waitsOf(sceneOf({failed}), failed).isRing);
}

void TestWaitGraph::nothingMovesWhileTheRingComesTogether()
{
    Locks locks(3);
    const Nanoseconds first = locks.wants(3, "c", 1);
    locks.wants(1, "a", 2);
    locks.wants(2, "b", 3);
    const Outcome over = stuck(locks.stop());
    const WaitGraph ring = waitsOf(sceneOf({over}), over);
    const WaitGraph early = waitsOf(sceneOf({over}, first), over);
    QCOMPARE(namesOf(ring.loop), QStringList({"W1 a", "W2 b", "W3 c"}));
    QCOMPARE(namesOf(early.loop), QStringList({"W1", "W2", "W3 c"}));
    QVERIFY(!early.isRing);
    const Theme theme = Theme::make(false, 1, uiFont());
    const QRectF area(0, 0, 560, 300);
    const GraphLayout before = layOut(early, area, theme);
    const GraphLayout after = layOut(ring, area, theme);
    QCOMPARE(before.nodes.size(), 4U);
    QCOMPARE(before.edges.size(), 2U);
    QVERIFY(before.band.empty());
    QCOMPARE(after.nodes.size(), 6U);
    QCOMPARE(after.band.size(), 1U);
    for (const GraphNode &node : before.nodes) {
        QVERIFY(std::ranges::any_of(
            after.nodes, [&](const GraphNode &o) { return o.text == node.text && o.box == node.box; }));
    }
}

void TestWaitGraph::whatNobodyHasOrWantsIsFree()
{
    Locks locks(2);
    Lane *lane = locks.trace()->addLaneAt(0, LaneRole::Worker);
    const auto holds = [&](const char *lock, bool still) {
        SpanRecord *hold =
            lane->beginAsideAt(10, Shape::Hold, State::Running, lock, SpanRecord::noTask, here);
        if (!still)
            lane->endAsideAt(20, hold);
    };
    for (const char *lock : {"account 12", "account 3", "account 6", "account 1", "printer 2", "log"})
        holds(lock, false);
    holds("account 4", true);
    locks.trace()->addLaneAt(0, LaneRole::Main)->beginAt(0, State::Future, "task", 0, here);
    locks.wants(1, "account 6", 2);
    const Nanoseconds closed = locks.wants(2, "account 1", 1);
    const WaitGraph graph = waitGraphAt(*locks.trace(), closed);
    QVERIFY(graph.isRing);
    QCOMPARE(graph.free, (std::vector<QString>{"account 3", "account 12"}));
    QCOMPARE(graph.loop[0].kind, "account");
    const GraphLayout layout = layOut(graph, QRectF(0, 0, 560, 300), Theme::make(false, 1, uiFont()));
    for (const char *name : {"A1", "A6", "A3", "A12"}) {
        QVERIFY2(std::ranges::any_of(layout.nodes, [&](const GraphNode &n) { return n.text == name; }), name);
    }
}

void TestWaitGraph::aWorkerMayWaitForItself()
{
    Locks locks(1);
    const Nanoseconds instant = locks.wants(1, "a", 1);
    const WaitGraph graph = waitGraphAt(*locks.trace(), instant);
    QVERIFY(graph.isRing);
    QCOMPARE(graph.loop.size(), 1U);
    const GraphLayout layout = layOut(graph, QRectF(0, 0, 560, 300), Theme::make(false, 1, uiFont()));
    QCOMPARE(layout.nodes.size(), 2U);
    QCOMPARE(layout.edges.size(), 2U);
}

void TestWaitGraph::manyWhoWaitForManyAreReadSoon()
{
    auto trace = std::make_shared<Trace>();
    std::vector<Lane *> lanes;
    for (int i = 0; i < 60; ++i)
        lanes.push_back(trace->addLane(LaneRole::Worker));
    for (std::size_t i = 0; i < lanes.size(); ++i) { // each for all behind it: no ring, and 2^58 chains
        lanes[i]->begin(State::Permit, "permit", SpanRecord::noTask, here);
        for (std::size_t j = i + 1; j < lanes.size(); ++j)
            lanes[i]->link(LinkKind::WaitsFor, *lanes[j], lanes[i]->now());
    }
    const WaitGraph graph = waitGraphAt(*trace, trace->now());
    QVERIFY(!graph.isRing);
    QVERIFY(graph.loop.size() > 5);
    // However many ways there are, a ring is found.
    lanes[59]->begin(State::Permit, "permit", SpanRecord::noTask, here);
    lanes[59]->link(LinkKind::WaitsFor, *lanes[0], lanes[59]->now());
    const WaitGraph closed = waitGraphAt(*trace, trace->now());
    QVERIFY(closed.isRing);
}

/// A ring of `size` among `workers`, of whom `behind` wait for its first one.
static WaitGraph ringOf(int size, int workers, int behind, const QString &lock = QStringLiteral("account %1"))
{
    WaitGraph graph;
    graph.isRing = true;
    graph.workers = workers;
    const auto name = [](int i) { return QStringLiteral("W%1").arg(i + 1); };
    for (int i = 0; i < size; ++i)
        graph.loop.push_back({i, name(i), lock.contains(u'%') ? lock.arg(i + 1) : lock, (i + 1) % size,
                              name((i + 1) % size), 0});
    for (int i = size; i < size + behind; ++i)
        graph.others.push_back({i, name(i), lock.contains(u'%') ? lock.arg(1) : lock, 0, name(0), 0});
    return graph;
}

void TestWaitGraph::waitsAreLaidOutWithoutOverlap_data()
{
    areas();
}

void TestWaitGraph::waitsAreLaidOutWithoutOverlap()
{
    QFETCH(QSize, size);
    QFETCH(qreal, factor);
    const Theme theme = Theme::make(false, factor, uiFont());
    const QRectF area(QPointF(10, 20), QSizeF(size));
    for (const QString &lock :
         {QStringLiteral("A%1"), QStringLiteral("account %1"), QStringLiteral("request"),
          QStringLiteral("a name that is far too long for any node of a picture %1")}) {
        for (const int ring : {1, 2, 3, 4, 5, 6, 8, 11, 16, 40}) {
            for (const int behind : {0, 1, 5}) {
                WaitGraph graph = ringOf(ring, std::max(8, ring + behind), behind, lock);
                for (int i = 0; i < 20 * behind; ++i)
                    graph.free.push_back(lock.contains(u'%') ? lock.arg(i + ring + 1) : lock);
                const QString fault = faultIn(layOut(graph, area, theme), area, theme);
                QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("ring of %1, %2 behind, %3: %4")
                                                         .arg(ring)
                                                         .arg(behind)
                                                         .arg(lock, fault)));
            }
        }
    }
}

void TestWaitGraph::everyEdgeOfARingOfThreeIsNamed()
{
    const Theme theme = Theme::make(false, 1, uiFont());
    for (const QSize size : {QSize(560, 300), QSize(1200, 700)}) {
        for (const int ring : {2, 3, 4}) {
            const GraphLayout layout = layOut(ringOf(ring, 8, 2), QRectF({}, QSizeF(size)), theme);
            int wants = 0, held = 0;
            for (const GraphEdge &edge : layout.edges) {
                wants += edge.words == "wants" && edge.isDashed;
                held += edge.words == "held by" && !edge.isDashed;
            }
            QCOMPARE(wants, ring);
            QCOMPARE(held, ring);
            const QString middle = QStringLiteral("Ring of %1").arg(ring);
            QVERIFY(std::ranges::any_of(layout.texts, [&](const auto &t) { return t.text == middle; }));
        }
    }
}

void TestWaitGraph::aLongRingSaysHowManyAreMissing()
{
    const Theme theme = Theme::make(false, 1, uiFont());
    const WaitGraph graph = ringOf(40, 40, 0);
    const GraphLayout layout = layOut(graph, QRectF(0, 0, 560, 300), theme);
    const auto workers =
        std::ranges::count_if(layout.nodes, [](const auto &n) { return n.form == GraphNode::Form::Worker; });
    const QString more = QStringLiteral("%1 more").arg(41 - workers);
    QVERIFY(std::ranges::any_of(layout.nodes, [&](const auto &n) { return n.text == more; }));
    QCOMPARE(layout.edges.size(), layout.nodes.size());
}

void TestWaitGraph::aboveEightWorkersTheOthersAreANumber()
{
    const Theme theme = Theme::make(false, 1, uiFont());
    const GraphLayout layout = layOut(ringOf(3, 20, 15), QRectF(0, 0, 560, 300), theme);
    QCOMPARE(layout.nodes.size(), 6U);
    QVERIFY(std::ranges::any_of(layout.texts, [](const auto &t) { return t.text == "15 more waiting"; }));
}

void TestWaitGraph::theRunningOutcomeIsDrawn()
{
    Locks locks(4);
    locks.wants(4, "a", 2);
    const Outcome running = outcome("pool", locks.trace(), Status::Running);
    const auto picture = shown(ViewKind::Graph, sceneOf({stuck(deadlocked()), running}));
    QCOMPARE(picture->numbers(), "W4\twants a\theld by W2\n");
    picture->show(sceneOf({stuck(deadlocked())}));
    QVERIFY2(picture->numbers().startsWith("Ring of 3 of 8 workers\nW1\twants account 6\theld by W2\n"),
             qPrintable(picture->numbers()));
    QCOMPARE(picture->accessibleDescription(), picture->numbers());
}

void TestWaitGraph::picturesToLookAt()
{
    const View &view = viewOf(ViewKind::Graph);
    draw(view, sceneOf({stuck(deadlocked())}), "ring3");
    Locks two(4);
    two.wants(1, "left", 2);
    two.wants(2, "right", 1);
    draw(view, sceneOf({stuck(two.stop())}), "ring2");
    Locks many(12);
    for (std::size_t i = 1; i <= 12; ++i)
        many.wants(i, many.trace()->intern("fork " + std::to_string(i)), i % 12 + 1);
    draw(view, sceneOf({stuck(many.stop())}), "ring12");
    Locks open(8);
    for (const std::size_t worker : {3, 4, 5, 6})
        open.wants(worker, "request", 1);
    open.wants(1, "log", 8);
    draw(view, sceneOf({outcome("pool", open.trace(), Status::Running)}), "chain");
}

QTEST_MAIN(TestWaitGraph)
#include "tst_waitgraph.moc"
