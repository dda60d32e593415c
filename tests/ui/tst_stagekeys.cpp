// The presentation: what its keys and its menu do.

#include "core/analysis/format.h"
#include "core/catalog/pattern.h"
#include "tests/patience.h"
#include "tests/ui/driven.h"
#include "ui/actions.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/numberbox.h"
#include "ui/runcontroller.h"
#include "ui/stage/stage.h"
#include "ui/stage/stagepicture.h"
#include "ui/timeline/timeline.h"

#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QTest>

using namespace tenfold;
using Kind = Slide::Kind;

class tst_StageKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workersRunItAgain();
    void workersLeaveASweepAlone();
    void keysChangeHowItLooks();
    void keysLeadToOtherScenarios();
    void theEndListsWhatWasInSight();
    void theFocusOfTheTimelineIsChosen();
    void theMenuHasWhatKeysDo();
    void escStopsARunAndThenLeaves();
    void f6BreaksItOnTheStage();
    void f5RunsOnTheStage();
    void aNumberThatGivesWayIsSaid();
};

void tst_StageKeys::aNumberThatGivesWayIsSaid()
{
    Shown s;
    Scene scene{{.request = {.scenario = &s.scenario()}}};
    Repeat repeat;
    repeat.status = Status::Finished;
    repeat.seconds = 2;
    repeat.bent = 0.5;
    repeat.trace = std::make_shared<Trace>();
    scene.outcomes = {Outcome{"sequential", {}, 1, {repeat}}};
    s.stage().show(scene);
    Repeat &shown = scene.outcomes.front().repeats.front();
    shown.again = 1; // the one before was the quieter one
    s.stage().show(scene);
    QVERIFY(s.stage().flashed().isEmpty());
    shown.trace = std::make_shared<Trace>();
    shown.seconds = 1;
    shown.again = 2;
    s.stage().show(scene);
    QVERIFY2(s.stage().flashed().contains("measured again"), qPrintable(s.stage().flashed()));
}

void tst_StageKeys::theMenuHasWhatKeysDo()
{
    Shown s;
    QVERIFY(s.isActive());
    s.press(Qt::Key_F11);
    for (QAction *action :
         {s.actions().run, s.actions().moreWorkers, s.actions().fewerWorkers, s.actions().nextFocus,
          s.actions().nextScenario, s.actions().previousScenario, s.actions().patternMenu->menuAction(),
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

void tst_StageKeys::escStopsARunAndThenLeaves()
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

void tst_StageKeys::f6BreaksItOnTheStage()
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

void tst_StageKeys::workersRunItAgain()
{
    Shown s;
    QVERIFY(s.isActive());
    s.press(Qt::Key_F11);
    const auto workers = [&] { return s.page().values().value("workers").toInt(); };
    const auto ranWith = [&] { return s.page().scene().outcomes.back().values.value("workers").toInt(); };
    const int before = workers();
    s.press(Qt::Key_Plus);
    QCOMPARE(workers(), before + 1);
    QVERIFY(!s.isIdle());
    QVERIFY(s.endsRun());
    QCOMPARE(ranWith(), before + 1);
    s.press(Qt::Key_Plus);
    s.press(Qt::Key_Minus); // the run with one more gives way
    s.press(Qt::Key_Minus);
    QCOMPARE(workers(), before);
    QVERIFY(s.endsRun());
    QCOMPARE(ranWith(), before);
    QCOMPARE(s.stage().slide().kind, Kind::Results);
    s.press(Qt::Key_Home); // what is set is said there
    QVERIFY(wordsOf(s.stage().slide()).contains(QStringLiteral("Workers\t%1").arg(before)));

    // Where no workers are set, the key says so.
    QVERIFY(s.window.showScenario(QStringLiteral("lock/interleavings")));
    QVERIFY(!s.actions().workers->isEnabled());
    const QImage seen = s.stage().grab().toImage();
    s.press(Qt::Key_Plus);
    QVERIFY(s.isIdle());
    QVERIFY(s.stage().grab().toImage() != seen);
}

void tst_StageKeys::workersLeaveASweepAlone()
{
    Shown s;
    QVERIFY(s.isActive());
    s.press(Qt::Key_F11);
    const std::vector<Slide> &slides = s.stage().slides();
    const auto offer = std::ranges::find(slides, Kind::Sweep, &Slide::kind);
    QVERIFY(offer != slides.end());
    s.stage().goTo(static_cast<int>(offer - slides.begin()));
    const int before = s.page().values().value("workers").toInt();
    s.press(Qt::Key_Plus);
    QCOMPARE(s.page().values().value("workers").toInt(), before + 1);
    QVERIFY(s.isIdle());
    QCOMPARE(s.stage().slide().kind, Kind::Sweep);
}

void tst_StageKeys::keysChangeHowItLooks()
{
    Shown s;
    QVERIFY(s.isActive());
    s.press(Qt::Key_F11);
    QTRY_COMPARE_WITH_TIMEOUT(s.stage().size(), s.window.size(), patience);
    const auto picture = [&] { return s.stage().grab().toImage(); };
    const QImage usual = picture();
    const QString spoken = language();
    s.press(Qt::Key_L);
    QVERIFY(language() != spoken && s.isPresenting());
    QTRY_VERIFY_WITH_TIMEOUT(picture() != usual, patience);
    s.press(Qt::Key_L);
    QCOMPARE(language(), spoken);
    const auto isDark = [&] { return picture().pixelColor(2, 2).lightness() < 128; };
    const bool wasDark = isDark();
    s.press(Qt::Key_T);
    QCOMPARE(isDark(), !wasDark);
    s.press(Qt::Key_T);
    QTRY_COMPARE_WITH_TIMEOUT(picture(), usual, patience);
    s.press(Qt::Key_Plus, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(picture() != usual, patience);
    s.press(Qt::Key_0, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(picture(), usual, patience);

    const auto code = std::ranges::find(s.stage().slides(), Kind::Code, &Slide::kind);
    s.stage().goTo(static_cast<int>(code - s.stage().slides().begin()));
    const QImage pythonFirst = picture();
    s.press(Qt::Key_P);
    QVERIFY(s.actions().cppFirst->isChecked());
    QVERIFY(picture() != pythonFirst);
    s.press(Qt::Key_P);
    QCOMPARE(picture(), pythonFirst);
    QGuiApplication::clipboard()->clear();
    s.press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->image().size(), s.stage().size());
    QVERIFY(s.isPresenting());
}

void tst_StageKeys::keysLeadToOtherScenarios()
{
    Shown s;
    QVERIFY(s.isActive());
    s.press(Qt::Key_F11);
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

void tst_StageKeys::theEndListsWhatWasInSight()
{
    Shown s;
    QVERIFY(s.isActive());
    s.press(Qt::Key_F11);
    s.press(Qt::Key_6);
    QVERIFY(s.window.showScenario(catalog().back().scenarios.back().path()));
    const QString words = wordsOf(s.stage().slides().back());
    for (std::size_t i = 0; i < catalog().size(); ++i) {
        const bool wasShown = i == 0 || i == 5 || i == catalog().size() - 1;
        const QString entry = QStringLiteral("%1. %2").arg(i + 1).arg(catalog()[i].title.text());
        QVERIFY2(words.contains(entry) == wasShown, qPrintable(words + entry));
    }
}

void tst_StageKeys::theFocusOfTheTimelineIsChosen()
{
    Shown s;
    QVERIFY(s.runOnce());
    QVERIFY(s.isActive());
    s.press(Qt::Key_F11);
    QCOMPARE(s.stage().slide().kind, Kind::Results);
    const auto *picture = s.stage().findChild<StagePicture *>();
    QVERIFY(picture);
    QCOMPARE(picture->focus(), QString());
    QStringList seen;
    for (std::size_t i = 1; i < s.page().scene().outcomes.size(); ++i) {
        s.press(Qt::Key_V);
        QVERIFY(!picture->focus().isEmpty() && !seen.contains(picture->focus()));
        seen << picture->focus();
        s.stage().show(s.page().scene()); // it stays
        QCOMPARE(picture->focus(), seen.last());
        const auto *timeline = picture->findChild<Timeline *>();
        QVERIFY(!timeline || timeline->focus() == seen.last());
    }
    s.press(Qt::Key_V); // the usual one again
    QCOMPARE(picture->focus(), QString());
    s.press(Qt::Key_V);
    QVERIFY(s.runOnce()); // of another run nobody chose
    QCOMPARE(picture->focus(), QString());
    s.press(Qt::Key_Home);
    s.press(Qt::Key_V); // nothing to choose from
    QCOMPARE(picture->focus(), QString());
    s.press(Qt::Key_F11);
    QVERIFY(!s.actions().nextFocus->isEnabled());
}

void tst_StageKeys::f5RunsOnTheStage()
{
    Shown s;
    QVERIFY(s.isActive());
    s.press(Qt::Key_F11);
    QVERIFY(s.page().scene().outcomes.empty());
    s.press(Qt::Key_F5);
    QVERIFY(s.endsRun());
    QCOMPARE(s.stage().slide().kind, Kind::Results);
    const auto trace = [&] { return s.page().scene().outcomes.front().shown()->trace; };
    const auto first = trace(); // the page has it as well
    QVERIFY(first);
    const auto *picture = s.stage().findChild<StagePicture *>();
    const auto took = formatSeconds(s.page().scene().outcomes.front().medianSeconds());
    QVERIFY2(picture->numbers().contains(took), qPrintable(picture->numbers()));
    s.press(Qt::Key_F5);
    QVERIFY(s.endsRun());
    QVERIFY(trace() != first); // another run
    const auto again = formatSeconds(s.page().scene().outcomes.front().medianSeconds());
    QVERIFY2(picture->numbers().contains(again), qPrintable(picture->numbers()));
}

QTEST_MAIN(tst_StageKeys)
#include "tst_stagekeys.moc"
