#include "core/catalog/pattern.h"
#include "ui/figureid.h"

#include <QTest>

using namespace tenfold;
using Kind = FigureId::Kind;

class tst_FigureId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNameIsReadAsItIsWritten_data();
    void everyNameIsReadAsItIsWritten();
    void whatIsNoNameOfAnotherKindIsAView();
    void aScenarioHasItsOwnFiguresOnly();
    void aSweepIsDrawnByTheScenariosOwnView();
};

void tst_FigureId::everyNameIsReadAsItIsWritten_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("name");
    const auto add = [](Kind kind, const char *part, const char *name) {
        QTest::newRow(name) << static_cast<int>(kind) << QString(part) << QString(name);
    };
    add(Kind::Page, "", "page");
    add(Kind::Page, "in-flight", "page:in-flight");
    add(Kind::Elapsed, "", "elapsed");
    add(Kind::View, "in-flight", "in-flight");
    add(Kind::Time, "", "time");
    add(Kind::Timeline, "", "timeline");
    add(Kind::Timeline, "parallel", "timeline:parallel");
    add(Kind::Sweep, "workers", "sweep:workers");
}

void tst_FigureId::everyNameIsReadAsItIsWritten()
{
    QFETCH(int, kind);
    QFETCH(QString, part);
    QFETCH(QString, name);
    const FigureId id{static_cast<Kind>(kind), part};
    QCOMPARE(id.toString(), name);
    QVERIFY(FigureId::parse(name) == id);
    QVERIFY(!id.fileName().contains(u':'));
}

void tst_FigureId::whatIsNoNameOfAnotherKindIsAView()
{
    for (const char *name : {"", ":", "page:", "sweep", "sweep:", "elapsed:x", "time:x", "pages", "Page"}) {
        const FigureId id = FigureId::parse(name);
        QVERIFY2(id.kind == Kind::View, name);
        QCOMPARE(id.toString(), name);
        QVERIFY2(!hasFigure(*findScenario("threads/url-fetch"), id), name);
    }
}

void tst_FigureId::aScenarioHasItsOwnFiguresOnly()
{
    const Scenario &scenario = *findScenario("threads/url-fetch");
    for (const FigureId &id : figuresOf(scenario))
        QVERIFY2(hasFigure(scenario, id), qPrintable(id.toString()));
    QVERIFY(hasFigure(scenario, {Kind::Sweep, "workers"}));
    for (const FigureId &id : {FigureId{Kind::Page, "none"}, FigureId{Kind::View, "none"},
                               FigureId{Kind::Timeline, "none"}, FigureId{Kind::Sweep, "none"}})
        QVERIFY2(!hasFigure(scenario, id), qPrintable(id.toString()));
}

void tst_FigureId::aSweepIsDrawnByTheScenariosOwnView()
{
    Scenario scenario = *findScenario("threads/url-fetch");
    QVERIFY((sweepFigure(scenario, "workers") == FigureId{Kind::Sweep, "workers"}));
    View knee;
    knee.id = "knee";
    knee.kind = ViewKind::Sweep;
    knee.title = "Time";
    knee.sources = QStringList{"workers"};
    scenario.views.push_back(knee);
    QVERIFY((sweepFigure(scenario, "workers") == FigureId{Kind::View, "knee"}));
    for (const FigureId &id : {FigureId{Kind::View, "knee"}, FigureId{Kind::Sweep, "workers"}}) {
        QCOMPARE(viewOf(scenario, id).id, "knee");
        QCOMPARE(sweptIn(scenario, id), "workers");
    }
    QCOMPARE(viewOf(scenario, {Kind::Sweep, "unit"}).sources, QStringList{"unit"});
    QCOMPARE(sweptIn(scenario, {Kind::View, "in-flight"}), QString());
}

QTEST_GUILESS_MAIN(tst_FigureId)
#include "tst_figureid.moc"
