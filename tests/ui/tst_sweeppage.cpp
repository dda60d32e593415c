// A sweep in the window: asked for in a view's tab, carried out by the window's own runner, kept beside runs.

#include "core/catalog/pattern.h"
#include "tests/patience.h"
#include "tests/ui/driven.h"
#include "ui/actions.h"
#include "ui/charts/chart.h"
#include "ui/figureid.h"
#include "ui/mainwindow.h"
#include "ui/resultspanel.h"
#include "ui/runcontroller.h"
#include "ui/scenariopage.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tenfold;

class tst_SweepPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTabOffersALadderAndTakesOtherValues();
    void anyIntegerParameterCanBeSwept();
    void badValuesAreASentenceInThePage();
    void aSweepGrowsAndStaysWhileRunsGoOn();
    void stopEndsASweep();
    void aRunTakesThePlaceOfASweep();
    void aCurveBeginsWithTheFirstRepeat();
    void whatBendsASweepIsSaidWhileItGoesOnAndAfterwards();

private:
    static const Scenario &scenario() { return *findScenario(QStringLiteral("threads/url-fetch")); }
    static Scenario withSweep()
    {
        Scenario s = scenario();
        s.views.push_back({"knee", ViewKind::Sweep, "Time", {"workers"}});
        return s;
    }
};

void tst_SweepPage::aCurveBeginsWithTheFirstRepeat()
{
    const std::unique_ptr<Picture> picture(makeView(viewOf(scenario(), {FigureId::Kind::Sweep, "workers"})));
    Repeat done;
    done.status = Status::Finished;
    done.seconds = 0.25;
    Scene scene{{.request = {.scenario = &scenario()}}};
    scene.sweeps["workers"] = {{.scenario = &scenario(), .over = "workers"},
                               {{"parallel", {{"workers", 2}}, 1, {done, {}}}}};
    picture->show(scene);
    QVERIFY2(picture->numbers().contains("2: 0.25 s"), qPrintable(picture->numbers()));
}

void tst_SweepPage::whatBendsASweepIsSaidWhileItGoesOnAndAfterwards()
{
    const std::unique_ptr<Picture> picture(makeView(viewOf(scenario(), {FigureId::Kind::Sweep, "workers"})));
    Repeat repeat;
    repeat.status = Status::Running;
    Outcome outcome{"parallel", {{"workers", 2}}, 1, {repeat}};
    Scene scene{{.request = {.scenario = &scenario()}}};
    const auto said = [&] {
        scene.sweeps["workers"] = {{.scenario = &scenario(), .over = "workers"}, {outcome}};
        picture->show(scene);
        return picture->numbers();
    };
    QVERIFY2(!said().contains("Other programs"), qPrintable(said()));
    outcome.repeats.front().bent = 0.5;
    outcome.repeats.front().othersCores = 1.5;
    QVERIFY2(said().contains("Other programs") && said().contains("1.5"), qPrintable(said()));
    outcome.repeats.front().status = Status::Finished;
    outcome.repeats.front().seconds = 1;
    QVERIFY2(said().contains("Other programs used up to 1.5"), qPrintable(said()));
}

/// A window that sweeps over the workers.
struct Sweeping : Driven
{
    /// Asks for a sweep over the workers as the page's button does.
    void sweep(const QList<int> &workers) const
    {
        Request request = page().request();
        request.over = QStringLiteral("workers");
        request.sweptValues = workers;
        Q_EMIT page().asked(request);
    }
    /// The points of the page's sweep over the workers.
    std::vector<SweepPoint> points() const
    {
        const auto &sweeps = page().scene().sweeps;
        const auto found = sweeps.find(QStringLiteral("workers"));
        return found == sweeps.end() ? std::vector<SweepPoint>() : sweepPoints(found->second);
    }
    int countOf(Status status) const
    {
        return static_cast<int>(std::ranges::count(points(), status, &SweepPoint::status));
    }
};

void tst_SweepPage::theTabOffersALadderAndTakesOtherValues()
{
    const Scenario s = withSweep();
    ScenarioPage page(s);
    auto *values = page.findChild<QLineEdit *>("sweep values");
    QVERIFY(values);
    QCOMPARE(values->text(), "1,2,4,5,8,16,32,64");
    QSignalSpy asked(&page, &ScenarioPage::asked);
    values->setText("8, 2,8");
    page.findChild<QPushButton *>("sweep")->click();
    QCOMPARE(asked.count(), 1);
    const auto request = asked[0][0].value<Request>();
    QCOMPARE(request.over, "workers");
    QCOMPARE(request.sweptValues, (QList<int>{2, 8}));
    QVERIFY(request.repeats > 1); // else nothing could be called no gain
}

void tst_SweepPage::anyIntegerParameterCanBeSwept()
{
    ScenarioPage page(scenario()); // without a view of its own for it
    auto *over = page.findChild<QComboBox *>("sweep over");
    QVERIFY(over);
    page.results().setViewTab("sweep:workers");
    QCOMPARE(page.results().viewTab(), "sweep:workers");
    const int unit = over->findData("unit");
    QVERIFY(unit >= 0);
    QVERIFY(over->findData("urls") < 0); // no number
    over->setCurrentIndex(unit);
    Q_EMIT over->activated(unit);
    QCOMPARE(page.results().viewTab(), "sweep:unit");
    QSignalSpy asked(&page, &ScenarioPage::asked);
    page.findChild<QLineEdit *>("sweep values")->setText("20,40");
    page.findChild<QPushButton *>("sweep")->click();
    QCOMPARE(asked.count(), 1);
    const auto request = asked[0][0].value<Request>();
    QCOMPARE(request.over, "unit");
    QCOMPARE(request.sweptValues, (QList<int>{20, 40}));
}

void tst_SweepPage::badValuesAreASentenceInThePage()
{
    const Scenario s = withSweep();
    ScenarioPage page(s);
    QSignalSpy asked(&page, &ScenarioPage::asked);
    for (const char *text : {"", "1,65", "many"}) {
        page.findChild<QLineEdit *>("sweep values")->setText(text);
        page.findChild<QPushButton *>("sweep")->click();
        QVERIFY2(page.message().contains("from 1 to 64"), qPrintable(page.message()));
        QVERIFY(page.message().endsWith('.'));
    }
    QCOMPARE(asked.count(), 0);
}

void tst_SweepPage::aSweepGrowsAndStaysWhileRunsGoOn()
{
    Sweeping o;
    QVERIFY(o.runOnce());
    const auto ran = o.page().scene().outcomes.size();
    const double seconds = o.page().scene().outcomes.front().medianSeconds();
    QVERIFY(o.points().empty());

    o.sweep({1, 2, 4});
    QVERIFY(!o.isIdle());
    QTRY_VERIFY_WITH_TIMEOUT(o.countOf(Status::Finished) > 0, 2 * patience);
    QVERIFY(o.endsRun());
    QCOMPARE(o.countOf(Status::Finished), static_cast<int>(3 * ran));
    QCOMPARE(o.page().scene().outcomes.size(), ran); // the run is as it was
    QCOMPARE(o.page().scene().outcomes.front().medianSeconds(), seconds);

    QVERIFY(o.runOnce());
    QCOMPARE(o.countOf(Status::Finished), static_cast<int>(3 * ran));
    QVERIFY(o.page().scene().outcomes.front().medianSeconds() != seconds);
}

void tst_SweepPage::stopEndsASweep()
{
    Sweeping o;
    o.makeLong();
    o.sweep({1, 2});
    QTRY_VERIFY_WITH_TIMEOUT(o.countOf(Status::Running) == 1, patience);
    o.actions().stop->trigger();
    QVERIFY(o.endsRun());
    QVERIFY(!o.points().empty());
    QCOMPARE(o.countOf(Status::Cancelled), static_cast<int>(o.points().size()));
}

void tst_SweepPage::aRunTakesThePlaceOfASweep()
{
    Sweeping o;
    o.makeLong();
    o.sweep({1, 2});
    QTRY_VERIFY_WITH_TIMEOUT(o.countOf(Status::Running) == 1, patience);
    o.makeQuick();
    Q_EMIT o.page().asked(o.page().request());
    QTRY_VERIFY_WITH_TIMEOUT(!o.page().scene().outcomes.empty() && o.isIdle(), 2 * patience);
    for (const Outcome &outcome : o.page().scene().outcomes)
        QCOMPARE(outcome.status(), Status::Finished);
}

QTEST_MAIN(tst_SweepPage)
#include "tst_sweeppage.moc"
