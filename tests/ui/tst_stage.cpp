#include "core/catalog/pattern.h"
#include "tests/patience.h"
#include "tests/ui/driven.h"
#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/runcontroller.h"
#include "ui/stage/stage.h"

#include <QAction>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

using namespace tenfold;

class tst_Stage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closingInMidRunLeavesNoThread(); // first: no pool of another test keeps threads
    void f11ShowsTheStageAndLeavesIt();
    void stepsStayWithinTheirBounds();
    void everyStepKeySteps();
    void stepKeysDoNothingInThePage();
    void escStopsARunAndThenLeaves();
    void aBlackScreenSwallowsOneKey();
    void f5RunsOnTheStage();
    void f6BreaksItOnTheStage();
    void f11InMidRunDisturbsNothing();
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
    QCOMPARE(s.stage().steps(), 1); // the question
    s.press(Qt::Key_F11);
    QVERIFY(!s.isPresenting() && !s.window.isFullScreen());
    QVERIFY(s.window.menuBar()->isVisible() && s.window.findChild<QToolBar *>()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(s.window.size(), before, patience);
    s.press(Qt::Key_F11);
    s.press(Qt::Key_Escape);
    QVERIFY(!s.isPresenting());
    QVERIFY(!s.actions().presentation->isChecked());
}

void tst_Stage::stepsStayWithinTheirBounds()
{
    Shown s;
    QVERIFY(s.runOnce());
    s.actions().presentation->trigger();
    // Bars, each view, pages of explanation.
    const int pictures = 1 + static_cast<int>(s.scenario().views.size());
    const int steps = s.stage().steps();
    QVERIFY(steps > pictures);
    const Scene with = s.page().scene();
    Scene without = with;
    for (Outcome &outcome : without.outcomes) {
        for (Repeat &repeat : outcome.repeats)
            std::erase_if(repeat.results.findings,
                          [](const Finding &finding) { return finding.id == "memory"; });
    }
    s.stage().show(without); // columns of what was not measured are no step
    QCOMPARE(s.stage().steps(), steps - 1);
    s.stage().show(with);
    QCOMPARE(s.stage().steps(), steps);
    QCOMPARE(s.stage().step(), 0);
    s.actions().previousStep->trigger();
    QCOMPARE(s.stage().step(), 0);
    for (int i = 0; i < s.stage().steps() + 3; ++i)
        s.actions().nextStep->trigger();
    QCOMPARE(s.stage().step(), s.stage().steps() - 1);
    s.actions().previousStep->trigger();
    QCOMPARE(s.stage().step(), s.stage().steps() - 2);
    s.actions().lastStep->trigger();
    QCOMPARE(s.stage().step(), s.stage().steps() - 1);
    s.actions().firstStep->trigger();
    QCOMPARE(s.stage().step(), 0);
    s.stage().goBy(1);
    s.actions().presentation->trigger();
    s.actions().presentation->trigger(); // again: from its start
    QCOMPARE(s.stage().step(), 0);
}

void tst_Stage::everyStepKeySteps()
{
    Shown s;
    QVERIFY(s.runOnce());
    QVERIFY(s.isActive());
    s.press(Qt::Key_F11);
    const auto step = [&](Qt::Key key) {
        s.press(key);
        return s.stage().step();
    };
    for (const auto &[there, back] :
         {std::pair(Qt::Key_PageDown, Qt::Key_PageUp), std::pair(Qt::Key_Right, Qt::Key_Left),
          std::pair(Qt::Key_Space, Qt::Key_Backspace), std::pair(Qt::Key_Down, Qt::Key_Up)}) {
        QCOMPARE(step(there), 1);
        QCOMPARE(step(back), 0);
    }
}

void tst_Stage::stepKeysDoNothingInThePage()
{
    Shown s;
    QVERIFY(s.isActive());
    auto *text = s.window.findChild<QPlainTextEdit *>(QStringLiteral("urls"));
    QVERIFY(text);
    for (const Qt::Key key : {Qt::Key_B, Qt::Key_Period, Qt::Key_Space})
        QTest::keyClick(text, key, Qt::NoModifier);
    QTest::keyClick(text, Qt::Key_Backspace);
    QVERIFY(text->toPlainText().size() >= 2); // they are typed
    QVERIFY(!s.isPresenting() && !s.stage().isBlank());
    QVERIFY(!s.actions().nextStep->isEnabled());
}

void tst_Stage::escStopsARunAndThenLeaves()
{
    Shown s;
    s.makeLong();
    QVERIFY(s.isActive());
    s.press(Qt::Key_F11);
    s.press(Qt::Key_F5);
    QCOMPARE(s.runs().phase(), RunController::Phase::Running);
    s.press(Qt::Key_Escape);
    QVERIFY(s.runs().phase() != RunController::Phase::Running);
    QVERIFY(s.isPresenting());
    QVERIFY(s.endsRun());
    s.press(Qt::Key_Escape);
    QVERIFY(!s.isPresenting());
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

void tst_Stage::f5RunsOnTheStage()
{
    Shown s;
    QVERIFY(s.isActive());
    s.press(Qt::Key_F11);
    const QImage before = s.stage().grab().toImage();
    s.press(Qt::Key_F5);
    QVERIFY(s.endsRun());
    QVERIFY(s.stage().steps() > 1);
    QVERIFY(s.stage().grab().toImage() != before);
    s.press(Qt::Key_F11);
    QVERIFY(!s.page().scene().outcomes.empty()); // the page has it as well
}

void tst_Stage::f6BreaksItOnTheStage()
{
    Shown s;
    QVERIFY(s.isActive());
    s.press(Qt::Key_F11);
    s.press(Qt::Key_F6, Qt::ControlModifier); // the third mistake
    QVERIFY(!s.isIdle());
    QVERIFY(s.endsRun());
    QCOMPARE(s.page().scene().outcomes.back().variant, QStringLiteral("processes"));
    const auto &views = s.scenario().views;
    const auto memory = std::ranges::find(views, QStringLiteral("memory"), &View::id) - views.begin();
    s.stage().goBy(static_cast<int>(memory) + 1); // bars first
    s.press(Qt::Key_F6, Qt::ControlModifier);
    QVERIFY(s.endsRun());
    QCOMPARE(s.stage().step(), static_cast<int>(memory) + 1); // the same picture again
    s.press(Qt::Key_End);
    QCOMPARE(s.stage().step(), s.stage().steps() - 1);
    s.press(Qt::Key_F6);
    QVERIFY(s.endsRun());
    QCOMPARE(s.stage().step(), 0); // the words of the run before are gone
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

QTEST_MAIN(tst_Stage)
#include "tst_stage.moc"
