// A sweep in the window: asked for in a view's tab, carried out by the window's own runner, kept beside runs.

#include "core/catalog/pattern.h"
#include "tests/patience.h"
#include "ui/actions.h"
#include "ui/mainwindow.h"
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

private:
    static const Scenario &scenario() { return *findScenario(QStringLiteral("threads/url-fetch")); }
    static Scenario withSweep()
    {
        Scenario s = scenario();
        s.views.push_back({"knee", ViewKind::Sweep, "Time", {"workers"}});
        return s;
    }
};

struct Opened
{
    Opened() : window(Settings::none())
    {
        window.showScenario(QStringLiteral("threads/url-fetch"));
        window.setValues(page().scenario().preset(QStringLiteral("quick")));
    }
    ScenarioPage &page() const { return *window.findChild<ScenarioPage *>(); }
    bool isIdle() const { return window.findChild<RunController *>()->phase() == RunController::Phase::Idle; }
    /// The points of the page's sweep over the workers.
    std::vector<SweepPoint> points() const
    {
        const auto &sweeps = page().scene().sweeps;
        const auto found = sweeps.find(QStringLiteral("workers"));
        return found == sweeps.end() ? std::vector<SweepPoint>()
                                     : sweepPoints(page().scenario(), found->second);
    }
    int countOf(Status status) const
    {
        return static_cast<int>(std::ranges::count(points(), status, &SweepPoint::status));
    }

    MainWindow window;
};

void tst_SweepPage::theTabOffersALadderAndTakesOtherValues()
{
    const Scenario s = withSweep();
    ScenarioPage page(s);
    auto *values = page.findChild<QLineEdit *>("sweep values");
    QVERIFY(values);
    QCOMPARE(values->text(), "1,2,5,10,20,50");
    QSignalSpy asked(&page, &ScenarioPage::sweepAsked);
    values->setText("8, 2,8");
    page.findChild<QPushButton *>("sweep")->click();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].toString(), "workers");
    QCOMPARE(asked[0][1].value<QList<int>>(), (QList<int>{2, 8}));
}

void tst_SweepPage::anyIntegerParameterCanBeSwept()
{
    ScenarioPage page(scenario()); // without a view of its own for it
    auto *over = page.findChild<QComboBox *>("sweep over");
    QVERIFY(over);
    page.setViewTab("sweep:workers");
    QCOMPARE(page.viewTab(), "sweep:workers");
    const int unit = over->findData("unit");
    QVERIFY(unit >= 0);
    QVERIFY(over->findData("urls") < 0); // no number
    over->setCurrentIndex(unit);
    Q_EMIT over->activated(unit);
    QCOMPARE(page.viewTab(), "sweep:unit");
    QSignalSpy asked(&page, &ScenarioPage::sweepAsked);
    page.findChild<QLineEdit *>("sweep values")->setText("20,40");
    page.findChild<QPushButton *>("sweep")->click();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].toString(), "unit");
    QCOMPARE(asked[0][1].value<QList<int>>(), (QList<int>{20, 40}));
}

void tst_SweepPage::badValuesAreASentenceInThePage()
{
    const Scenario s = withSweep();
    ScenarioPage page(s);
    QSignalSpy asked(&page, &ScenarioPage::sweepAsked);
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
    Opened o;
    o.window.findChild<Actions *>()->run->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(o.isIdle(), 2 * patience);
    const auto ran = o.page().scene().outcomes.size();
    const double seconds = o.page().scene().outcomes.front().medianSeconds();
    QVERIFY(o.points().empty());

    Q_EMIT o.page().sweepAsked("workers", {1, 2, 4});
    QVERIFY(!o.isIdle());
    QTRY_VERIFY_WITH_TIMEOUT(o.countOf(Status::Finished) > 0, 2 * patience);
    QTRY_VERIFY_WITH_TIMEOUT(o.isIdle(), 2 * patience);
    QCOMPARE(o.countOf(Status::Finished), static_cast<int>(3 * ran));
    QCOMPARE(o.page().scene().outcomes.size(), ran); // the run is as it was
    QCOMPARE(o.page().scene().outcomes.front().medianSeconds(), seconds);

    o.window.findChild<Actions *>()->run->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(o.isIdle(), 2 * patience);
    QCOMPARE(o.countOf(Status::Finished), static_cast<int>(3 * ran));
    QVERIFY(o.page().scene().outcomes.front().medianSeconds() != seconds);
}

void tst_SweepPage::stopEndsASweep()
{
    Opened o;
    Values slow = o.page().scenario().preset(QStringLiteral("quick"));
    slow["unit"] = 1500;
    slow["rounds"] = 50; // minutes
    o.window.setValues(slow);
    Q_EMIT o.page().sweepAsked("workers", {1, 2});
    QTRY_VERIFY_WITH_TIMEOUT(o.countOf(Status::Running) == 1, patience);
    o.window.findChild<Actions *>()->stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(o.isIdle(), 2 * patience);
    QVERIFY(!o.points().empty());
    QCOMPARE(o.countOf(Status::Cancelled), static_cast<int>(o.points().size()));
}

void tst_SweepPage::aRunTakesThePlaceOfASweep()
{
    Opened o;
    Values slow = o.page().scenario().preset(QStringLiteral("quick"));
    slow["unit"] = 1500;
    slow["rounds"] = 50; // minutes
    o.window.setValues(slow);
    Q_EMIT o.page().sweepAsked("workers", {1, 2});
    QTRY_VERIFY_WITH_TIMEOUT(o.countOf(Status::Running) == 1, patience);
    o.window.setValues(o.page().scenario().preset(QStringLiteral("quick")));
    Q_EMIT o.page().runAsked(o.page().variants());
    QTRY_VERIFY_WITH_TIMEOUT(!o.page().scene().outcomes.empty() && o.isIdle(), 2 * patience);
    for (const Outcome &outcome : o.page().scene().outcomes)
        QCOMPARE(outcome.status(), Status::Finished);
}

QTEST_MAIN(tst_SweepPage)
#include "tst_sweeppage.moc"
