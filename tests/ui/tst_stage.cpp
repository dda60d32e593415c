#include "core/catalog/pattern.h"
#include "tests/patience.h"
#include "tests/ui/driven.h"
#include "ui/actions.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/runcontroller.h"
#include "ui/stage/stage.h"

#include <QAction>
#include <QActionGroup>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
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
    void oneKeyLeadsThroughEverything();
    void theEndBeginsAgain();
    void whatHasNoNewsIsNoStep();
    void stepsStayWithinTheirBounds();
    void everyStepKeySteps();
    void keysChangeWhatIsShown();
    void theMenuHasWhatKeysDo();
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

/// The kinds of slides in their order, each once in a row.
static std::vector<Kind> kindsOf(const std::vector<Slide> &slides)
{
    std::vector<Kind> kinds;
    for (const Slide &slide : slides) {
        if (kinds.empty() || kinds.back() != slide.kind)
            kinds.push_back(slide.kind);
    }
    return kinds;
}

void tst_Stage::oneKeyLeadsThroughEverything()
{
    Shown s;
    QVERIFY(s.isActive());
    s.press(Qt::Key_F11);
    std::vector<Slide> seen;
    const Scenario *const next = neighbour(s.scenario(), true);
    QVERIFY(next);
    for (int i = 0; i < 60 && s.stage().scenario() == &s.scenario(); ++i) {
        seen.push_back(s.stage().slide());
        s.press(Qt::Key_PageDown);
        if (s.runs().phase() != RunController::Phase::Idle || s.runs().scenario())
            QVERIFY(s.endsRun());
    }
    QCOMPARE(s.stage().scenario(), next);
    QVERIFY(s.isPresenting());
    QCOMPARE(s.stage().slide().kind, Kind::Question);
    const std::vector<Kind> expected{Kind::Question, Kind::Results, Kind::View,      Kind::Explanation,
                                     Kind::Break,    Kind::Results, Kind::View,      Kind::Explanation,
                                     Kind::Code,     Kind::Sweep,   Kind::Practices, Kind::Next};
    QVERIFY(kindsOf(seen) == expected);
    s.press(Qt::Key_PageUp); // back over the end of the scenario
    QCOMPARE(s.stage().scenario(), &s.scenario());
    QCOMPARE(s.stage().slide().kind, Kind::Next);
    for (int i = s.stage().steps() - 1; i > 0; --i) {
        QCOMPARE(s.stage().step(), i);
        s.press(Qt::Key_PageUp);
    }
    QCOMPARE(s.stage().slide().kind, Kind::Question);
    QVERIFY(s.isIdle()); // what there is is not made again
    s.press(Qt::Key_PageDown);
    QVERIFY(s.isIdle());
    QCOMPARE(s.stage().slide().kind, Kind::Results);
}

void tst_Stage::theEndBeginsAgain()
{
    Shown s;
    const Scenario *last = &s.scenario();
    int count = 1;
    for (const Scenario *after = neighbour(*last, true); after; after = neighbour(*after, true), ++count)
        last = after;
    int all = 0;
    for (const Pattern &pattern : catalog())
        all += static_cast<int>(pattern.scenarios.size()); // patterns without any are no step
    QCOMPARE(count, all);
    QVERIFY(s.window.showScenario(last->path()));
    s.actions().presentation->trigger();
    s.actions().lastStep->trigger();
    QCOMPARE(s.stage().slide().kind, Kind::Next);
    QVERIFY(!s.stage().slide().words.isEmpty());
    s.actions().nextStep->trigger();
    QCOMPARE(s.stage().scenario(), &s.scenario());
    QCOMPARE(s.stage().step(), 0);
    s.actions().previousStep->trigger(); // nothing is before the first one
    QCOMPARE(s.stage().step(), 0);
}

void tst_Stage::whatHasNoNewsIsNoStep()
{
    Shown s;
    const auto hasView = [&](const char *id) {
        return std::ranges::any_of(s.stage().slides(), [&](const Slide &slide) {
            return slide.kind == Kind::View && slide.of == QLatin1String(id);
        });
    };
    QVERIFY(s.runOnce());
    s.actions().presentation->trigger();
    QVERIFY(hasView("in-flight"));
    QVERIFY(!hasView("memory")); // no process was started: zeros
    Scene scene = s.page().scene();
    for (Finding &finding : scene.outcomes[1].repeats[0].results.findings)
        finding.value = finding.id == "memory" ? 3 : finding.value;
    s.stage().show(scene);
    QVERIFY(hasView("memory"));
    for (Outcome &outcome : scene.outcomes)
        std::erase_if(outcome.repeats[0].results.findings, [](const Finding &f) { return f.id == "memory"; });
    s.stage().show(scene);
    QVERIFY(!hasView("memory")); // nor is what was not measured
}

void tst_Stage::stepsStayWithinTheirBounds()
{
    Shown s;
    QVERIFY(s.runOnce());
    s.actions().presentation->trigger();
    QCOMPARE(s.stage().slide().kind, Kind::Results); // there are some
    s.actions().lastStep->trigger();
    QCOMPARE(s.stage().step(), s.stage().steps() - 1);
    s.actions().previousStep->trigger();
    QCOMPARE(s.stage().step(), s.stage().steps() - 2);
    s.actions().firstStep->trigger();
    QCOMPARE(s.stage().step(), 0);
    s.stage().goTo(-3);
    QCOMPARE(s.stage().step(), 0);
    s.stage().goTo(1000);
    QCOMPARE(s.stage().step(), s.stage().steps() - 1);
    s.actions().presentation->trigger();
    s.actions().presentation->trigger(); // again: from the results
    QCOMPARE(s.stage().slide().kind, Kind::Results);
}

void tst_Stage::everyStepKeySteps()
{
    Shown s;
    QVERIFY(s.runOnce());
    QVERIFY(s.isActive());
    s.press(Qt::Key_F11);
    const int first = s.stage().step();
    const auto step = [&](Qt::Key key) {
        s.press(key);
        return s.stage().step();
    };
    for (const auto &[there, back] :
         {std::pair(Qt::Key_PageDown, Qt::Key_PageUp), std::pair(Qt::Key_Right, Qt::Key_Left),
          std::pair(Qt::Key_Space, Qt::Key_Backspace), std::pair(Qt::Key_Down, Qt::Key_Up)}) {
        QCOMPARE(step(there), first + 1);
        QCOMPARE(step(back), first);
    }
}

void tst_Stage::keysChangeWhatIsShown()
{
    Shown s;
    s.window.showScenario(s.scenario().path());
    QVERIFY(s.isActive());
    s.press(Qt::Key_F11);
    const auto workers = [&] { return s.page().values().value("workers").toInt(); };
    const int before = workers();
    s.press(Qt::Key_Plus);
    QCOMPARE(workers(), before + 1);
    QVERIFY(!s.isIdle());   // and runs again
    s.press(Qt::Key_Minus); // which gives way
    QCOMPARE(workers(), before);
    QVERIFY(s.endsRun());
    QCOMPARE(s.page().scene().outcomes.front().values.value("workers").toInt(), before);
    QCOMPARE(s.stage().slide().kind, Kind::Results);

    const QString spoken = language();
    s.press(Qt::Key_L);
    QVERIFY(language() != spoken && s.isPresenting());
    s.press(Qt::Key_L);
    QCOMPARE(language(), spoken);
    const auto isDark = [&] { return s.stage().grab().toImage().pixelColor(2, 2).lightness() < 128; };
    const bool wasDark = isDark();
    s.press(Qt::Key_T);
    QCOMPARE(isDark(), !wasDark);
    s.press(Qt::Key_T);
    QCOMPARE(isDark(), wasDark);
    s.press(Qt::Key_Plus, Qt::ControlModifier);
    s.press(Qt::Key_0, Qt::ControlModifier);
    s.press(Qt::Key_P);
    QVERIFY(s.actions().cppFirst->isChecked());
    s.press(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(s.isPresenting());

    s.press(Qt::Key_PageDown, Qt::ShiftModifier);
    QCOMPARE(s.stage().scenario(), neighbour(s.scenario(), true));
    s.press(Qt::Key_PageUp, Qt::ShiftModifier);
    QCOMPARE(s.stage().scenario(), &s.scenario());
    s.press(Qt::Key_6);
    QCOMPARE(s.stage().scenario()->pattern, catalog()[5].id);
    s.press(Qt::Key_0);
    QCOMPARE(s.stage().scenario()->pattern, catalog()[9].id);
    QVERIFY(s.isPresenting());
    s.press(Qt::Key_F11);
    const QAction *pattern = s.actions().patterns->actions().front();
    QVERIFY(!pattern->shortcuts().contains(QKeySequence(Qt::Key_1))); // in the page it is typed
}

void tst_Stage::theMenuHasWhatKeysDo()
{
    Shown s;
    QVERIFY(s.isActive());
    s.press(Qt::Key_F11);
    for (QAction *action :
         {s.actions().run, s.actions().moreWorkers, s.actions().fewerWorkers, s.actions().nextScenario,
          s.actions().previousScenario, s.actions().patternMenu->menuAction(),
          s.actions().languageMenu->menuAction(), s.actions().themeMenu->menuAction(), s.actions().larger,
          s.actions().copyPicture, s.actions().cppFirst, s.actions().presentation})
        QVERIFY(s.stage().actions().contains(action));
    for (const auto reason : {QContextMenuEvent::Mouse, QContextMenuEvent::Keyboard}) {
        QContextMenuEvent event(reason, QPoint(20, 20), QPoint(20, 20));
        QCoreApplication::sendEvent(&s.stage(), &event);
        auto *menu = s.stage().findChild<QMenu *>();
        QVERIFY(menu && menu->isVisible());
        QVERIFY(menu->actions().contains(s.actions().moreWorkers));
        menu->close();
        QVERIFY(s.isPresenting());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
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
    QCOMPARE(s.stage().slide().kind, Kind::Results);
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
    QCOMPARE(s.stage().slide().kind, Kind::Results);
    s.actions().nextStep->trigger();
    QCOMPARE(s.stage().slide().of, QStringLiteral("memory")); // where it is seen best
    s.press(Qt::Key_F6, Qt::ControlModifier);
    QVERIFY(s.endsRun());
    QCOMPARE(s.stage().slide().of, QStringLiteral("memory")); // the same picture again
    s.press(Qt::Key_End);
    QCOMPARE(s.stage().step(), s.stage().steps() - 1);
    s.press(Qt::Key_F6);
    QVERIFY(s.endsRun());
    QCOMPARE(s.stage().slide().kind, Kind::Results); // it comes into sight
    s.press(Qt::Key_F5);                             // what is in sight, again
    QVERIFY(s.endsRun());
    QCOMPARE(s.page().scene().outcomes.back().variant, QStringLiteral("lock-held-while-waiting"));
    s.press(Qt::Key_Home);
    s.press(Qt::Key_F5); // the right way, which does not take the mistake's place
    QVERIFY(s.endsRun());
    QVERIFY(!s.stage().slide().isBroken);
    const auto broken = [](const Slide &slide) { return slide.isBroken; };
    QVERIFY(std::ranges::any_of(s.stage().slides(), broken));
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
