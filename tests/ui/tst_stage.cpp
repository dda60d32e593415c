// The presentation: how it comes and goes, and how it looks when it is black.

#include "core/catalog/pattern.h"
#include "tests/patience.h"
#include "tests/ui/driven.h"
#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/runcontroller.h"
#include "ui/stage/stage.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

using namespace tenfold;
using Kind = Slide::Kind;

class tst_Stage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closingInMidRunLeavesNoThread(); // first: no pool of another test keeps threads
    void f11ShowsTheStageAndLeavesIt();
    void aBlackScreenSwallowsOneKey();
    void aBlackScreenSwallowsTheMenu();
    void f11InMidRunDisturbsNothing();
    void whatEndsOutOfSightIsKnown();
    void closingRemembersTheWindowNotTheStage();
    void anotherPatternTakesTheStageOver();
};

void tst_Stage::f11ShowsTheStageAndLeavesIt()
{
    Shown s;
    QVERIFY(s.isActive());
    const QSize before = s.window.size();
    s.press(Qt::Key_F11);
    QVERIFY(s.isPresenting() && s.window.isFullScreen());
    QVERIFY(!s.window.menuBar()->isVisible() && !s.window.findChild<QToolBar *>()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(s.stage().size(), s.window.size(), patience);
    QVERIFY(s.stage().hasFocus());
    QCOMPARE(s.stage().slide().kind, Kind::Question);
    s.press(Qt::Key_F11);
    QVERIFY(!s.isPresenting() && !s.window.isFullScreen());
    QVERIFY(s.window.menuBar()->isVisible() && s.window.findChild<QToolBar *>()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(s.window.size(), before, patience);
    s.press(Qt::Key_F11);
    s.press(Qt::Key_Escape);
    QVERIFY(!s.isPresenting());
    QVERIFY(!s.actions().presentation->isChecked());
}

void tst_Stage::aBlackScreenSwallowsOneKey()
{
    Shown s;
    QVERIFY(s.isActive());
    s.press(Qt::Key_F11);
    for (const Qt::Key key : {Qt::Key_Period, Qt::Key_B}) {
        for (const Qt::Key other :
             {Qt::Key_Escape, Qt::Key_F5, Qt::Key_F11, Qt::Key_PageDown, Qt::Key_B, Qt::Key_X}) {
            s.press(key);
            QVERIFY(s.stage().isBlank());
            const QImage black = s.stage().grab().toImage();
            QCOMPARE(coloursOf(black), 1);
            QCOMPARE(black.pixelColor(9, 9), QColor(Qt::black));
            s.press(other);
            QVERIFY(!s.stage().isBlank());
            QVERIFY(s.isPresenting() && s.isIdle()); // it did nothing else
        }
    }
    s.press(Qt::Key_B);
    QTest::mouseClick(&s.stage(), Qt::LeftButton);
    QVERIFY(!s.stage().isBlank());
}

void tst_Stage::f11InMidRunDisturbsNothing()
{
    Shown s;
    s.makeLong();
    s.actions().run->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!s.page().scene().outcomes.empty() &&
                                 s.page().scene().outcomes.front().shown() &&
                                 s.page().scene().outcomes.front().shown()->trace,
                             patience);
    const auto trace = s.page().scene().outcomes.front().shown()->trace;
    for (int i = 0; i < 5; ++i) {
        s.actions().presentation->trigger();
        QCOMPARE(s.isPresenting(), i % 2 == 0);
        QCOMPARE(s.runs().phase(), RunController::Phase::Running);
        QCOMPARE(s.page().scene().outcomes.front().shown()->trace, trace);
        QCoreApplication::processEvents();
    }
    const QImage now = s.stage().grab().toImage();
    QTRY_VERIFY_WITH_TIMEOUT(s.stage().grab().toImage() != now, patience); // it lives
    s.actions().stop->trigger();
    QVERIFY(s.endsRun());
}

void tst_Stage::closingInMidRunLeavesNoThread()
{
    const qsizetype before = threads();
    {
        Shown s;
        s.makeLong();
        s.actions().presentation->trigger();
        s.actions().run->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(threads() > before, patience);
        QVERIFY(s.window.close());
        QVERIFY(s.isIdle());
    }
    QTRY_VERIFY_WITH_TIMEOUT(threads() <= before, patience);
}

void tst_Stage::closingRemembersTheWindowNotTheStage()
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    {
        Settings settings;
        settings.kept = true;
        MainWindow window(settings);
        window.resize(1100, 700);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.findChild<Actions *>()->presentation->trigger();
        QVERIFY(window.isFullScreen());
        QVERIFY(window.close());
    }
    MainWindow window(Settings::load());
    window.show();
    QVERIFY(!window.isFullScreen());
    QVERIFY(!window.findChild<Stage *>()->isVisible());
    QCOMPARE(window.size(), QSize(1100, 700));
}

void tst_Stage::anotherPatternTakesTheStageOver()
{
    Shown s;
    s.actions().presentation->trigger();
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &scenario : pattern.scenarios) {
            QVERIFY(s.window.showScenario(scenario.path()));
            QVERIFY(s.isPresenting());
        }
    }
    const auto toCome = std::ranges::find_if(catalog(), [](const Pattern &p) { return p.scenarios.empty(); });
    if (toCome == catalog().end())
        return;
    s.window.showScenario(toCome->id);
    QVERIFY(!s.isPresenting()); // there is nothing to present
    QVERIFY(!s.actions().presentation->isEnabled());
}

void tst_Stage::aBlackScreenSwallowsTheMenu()
{
    Shown s;
    QVERIFY(s.isActive());
    s.press(Qt::Key_F11);
    const auto ask = [&](QContextMenuEvent::Reason reason) {
        QContextMenuEvent event(reason, QPoint(20, 20), QPoint(20, 20));
        QCoreApplication::sendEvent(&s.stage(), &event);
        const QMenu *menu = s.stage().findChild<QMenu *>();
        return menu && menu->isVisible();
    };
    s.press(Qt::Key_B);
    QTest::mouseClick(&s.stage(), Qt::RightButton); // the menu is asked for after the press
    QVERIFY(!s.stage().isBlank());
    QVERIFY(!ask(QContextMenuEvent::Mouse));
    s.press(Qt::Key_B);
    QVERIFY(!ask(QContextMenuEvent::Keyboard));
    QVERIFY(!s.stage().isBlank());
    QTest::mouseClick(&s.stage(), Qt::RightButton); // and the next time it comes
    QVERIFY(ask(QContextMenuEvent::Mouse));
    s.stage().findChild<QMenu *>()->close();
}

void tst_Stage::whatEndsOutOfSightIsKnown()
{
    Shown s;
    s.makeLong();
    s.actions().presentation->trigger();
    s.actions().run->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(s.page().scene().isUnderWay(), patience);
    QCOMPARE(s.stage().slide().kind, Kind::Results);
    s.actions().presentation->trigger();
    s.actions().stop->trigger(); // while the window shows the page
    QVERIFY(s.endsRun());
    s.makeQuick();
    s.page().mistakes().front()->trigger(); // what is shown next is of another sort
    QVERIFY(s.endsRun());
    s.actions().presentation->trigger();
    s.actions().firstStep->trigger();
    QVERIFY(!s.stage().slide().isBroken);
    s.actions().run->trigger(); // a run begins, and is seen to
    QVERIFY(!s.isIdle());
    QTRY_COMPARE_WITH_TIMEOUT(s.stage().slide().kind, Kind::Results, patience);
    QVERIFY(s.endsRun());
}

QTEST_MAIN(tst_Stage)
#include "tst_stage.moc"
