// The presentation: which steps there are, and how they lead through.

#include "core/catalog/pattern.h"
#include "tests/patience.h"
#include "tests/ui/driven.h"
#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/runcontroller.h"
#include "ui/stage/stage.h"

#include <QAction>
#include <QPlainTextEdit>
#include <QTest>

using namespace tenfold;
using Kind = Slide::Kind;

class tst_StageSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneKeyLeadsThroughEverything();
    void theCountStandsOnceItIsKnown();
    void theEndBeginsAgain();
    void whatHasNoNewsIsNoStep();
    void stepsStayWithinTheirBounds();
    void everyStepKeySteps();
    void stepKeysDoNothingInThePage();
    void aStepDoesNotEndARun();
    void whatWaitsBeginsWhenTheRunIsOver();
    void aRunThatGaveWayIsForgotten();
    void whatIsGoneLeadsToItsLikes();
    void anInstantMakesNoSlides();
    void onlyNeighboursAreRemembered();
};

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

void tst_StageSteps::oneKeyLeadsThroughEverything()
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
    const std::vector<Kind> expected{Kind::Question,    Kind::Results,     Kind::View,    Kind::Replay,
                                     Kind::Explanation, Kind::Break,       Kind::Results, Kind::View,
                                     Kind::Replay,      Kind::Explanation, Kind::Code,    Kind::Sweep,
                                     Kind::Practices,   Kind::Next};
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

void tst_StageSteps::theCountStandsOnceItIsKnown()
{
    Shown s;
    QVERIFY(s.isActive());
    s.press(Qt::Key_F11);
    QStringList totals;
    const auto look = [&] {
        const QString place = s.stage().place();
        QCOMPARE(place.section(u' ', 0, 0).toInt(), s.stage().step() + 1);
        if (const QString total = place.section(QStringLiteral(" / "), 1); !total.isEmpty())
            totals << total;
    };
    look();
    QVERIFY(totals.isEmpty()); // a run adds slides
    for (int i = 0; i < 60 && s.stage().scenario() == &s.scenario(); ++i) {
        s.press(Qt::Key_PageDown);
        QVERIFY(s.endsRun());
        if (s.stage().scenario() == &s.scenario())
            look();
    }
    totals.removeDuplicates();
    QCOMPARE(totals.size(), 1);
}

void tst_StageSteps::theEndBeginsAgain()
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

void tst_StageSteps::whatHasNoNewsIsNoStep()
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

void tst_StageSteps::stepsStayWithinTheirBounds()
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

void tst_StageSteps::everyStepKeySteps()
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

void tst_StageSteps::stepKeysDoNothingInThePage()
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

void tst_StageSteps::aStepDoesNotEndARun()
{
    Shown s;
    s.makeLong();
    s.actions().presentation->trigger();
    s.actions().nextStep->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(s.isRunning() && s.page().scene().isUnderWay(), patience);
    const auto stepOf = [&](Slide::Does does) {
        const std::vector<Slide> &slides = s.stage().slides();
        return static_cast<int>(std::ranges::find(slides, does, &Slide::does) - slides.begin());
    };
    for (const Slide::Does does : {Slide::Does::BreakIt, Slide::Does::Sweep}) {
        const int step = stepOf(does);
        QVERIFY(step < s.stage().steps());
        s.stage().goTo(step);
        s.actions().nextStep->trigger();
        QCOMPARE(s.stage().step(), step); // it waits for its turn
        s.actions().nextStep->trigger();
        QVERIFY(s.isRunning()); // the same one
        QCOMPARE(s.runs().scenario(), &s.scenario());
        QVERIFY(!s.page().scene().hasMistake() && s.page().scene().sweeps.empty());
        QCOMPARE(s.stage().step(), step + 1); // a second step passes it by
    }
    s.stage().goTo(stepOf(Slide::Does::BreakIt));
    s.actions().nextStep->trigger();
    s.actions().stop->trigger(); // then nothing waits any more
    QVERIFY(s.endsRun());
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QVERIFY(s.isIdle() && !s.page().scene().hasMistake());
}

void tst_StageSteps::whatWaitsBeginsWhenTheRunIsOver()
{
    Shown s;
    s.actions().presentation->trigger();
    s.actions().nextStep->trigger();
    QVERIFY(s.isRunning());
    const std::vector<Slide> &slides = s.stage().slides();
    const auto offer = std::ranges::find(slides, Slide::Does::BreakIt, &Slide::does);
    QVERIFY(offer != slides.end());
    const QString mistake = offer->of;
    s.stage().goTo(static_cast<int>(offer - slides.begin()));
    s.actions().nextStep->trigger();
    QVERIFY(!s.page().scene().hasMistake());
    QTRY_VERIFY_WITH_TIMEOUT(s.page().scene().hasMistake(), 2 * patience); // the run ended and it began
    QVERIFY(s.page().scene().request.variants.contains(mistake));
    QVERIFY(s.stage().slide().isBroken);
    QVERIFY(s.endsRun());
}

void tst_StageSteps::aRunThatGaveWayIsForgotten()
{
    const Scenario &scenario = *findScenario(QStringLiteral("threads/url-fetch"));
    const auto sceneOf = [&](const QString &variant, Status status) {
        Scene scene{{.request = {.scenario = &scenario}}};
        scene.outcomes.push_back({variant, {}, 1, std::vector<Repeat>(1)});
        scene.outcomes.front().repeats.front().status = status;
        return scene;
    };
    StageRuns runs;
    runs.take(sceneOf(QStringLiteral("parallel"), Status::Finished));
    runs.take(sceneOf(QStringLiteral("processes"), Status::Running));
    QCOMPARE(runs.right.outcomes.size(), std::size_t{1}); // it is over
    QCOMPARE(runs.broken.outcomes.size(), std::size_t{1});
    runs.take(sceneOf(QStringLiteral("parallel"), Status::Finished));
    QVERIFY(runs.broken.outcomes.empty()); // nobody tells how it ended
    QCOMPARE(runs.right.scenario(), &scenario);
    QCOMPARE(runs.broken.scenario(), &scenario);
}

void tst_StageSteps::whatIsGoneLeadsToItsLikes()
{
    Shown s;
    QVERIFY(s.runOnce());
    s.actions().presentation->trigger();
    s.window.resize(1280, 720);
    for (int i = 0; i < 6; ++i) // larger type: more pages
        s.actions().larger->trigger();
    const auto pages = [&] {
        return std::ranges::count(s.stage().slides(), Kind::Explanation, &Slide::kind);
    };
    const auto many = pages();
    QVERIFY(many > 1);
    const std::vector<Slide> &slides = s.stage().slides();
    const auto last = std::ranges::find_if(slides, [&](const Slide &slide) {
        return slide.kind == Kind::Explanation && slide.page == static_cast<int>(many) - 1;
    });
    s.stage().goTo(static_cast<int>(last - slides.begin()));
    s.actions().normal->trigger();
    for (int i = 0; i < 6; ++i)
        s.actions().smaller->trigger();
    QVERIFY(pages() < many);
    QCOMPARE(s.stage().slide().kind, Kind::Explanation);
    QCOMPARE(s.stage().slide().page, static_cast<int>(pages()) - 1);
    s.actions().normal->trigger();
}

void tst_StageSteps::anInstantMakesNoSlides()
{
    Shown s;
    s.makeLong();
    s.actions().presentation->trigger();
    s.actions().run->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(s.isRunning() && s.page().scene().isUnderWay(), patience);
    s.stage().show(s.page().scene());
    const Slide *const made = s.stage().slides().data(); // others would be elsewhere
    s.stage().show(s.page().scene());
    QCOMPARE(s.stage().slides().data(), made);
    s.actions().stop->trigger();
    QVERIFY(s.endsRun());
    QVERIFY(s.stage().slides().data() != made); // what was seen stands there now
    const Slide *const atEnd = s.stage().slides().data();
    s.stage().show(s.page().scene());
    QCOMPARE(s.stage().slides().data(), atEnd);
}

void tst_StageSteps::onlyNeighboursAreRemembered()
{
    Shown s;
    QVERIFY(s.runOnce());
    s.actions().presentation->trigger();
    s.page().mistakes().front()->trigger();
    QVERIFY(s.endsRun());
    const auto hasRight = [&] {
        return std::ranges::any_of(s.stage().slides(), [](const Slide &slide) {
            return slide.kind == Kind::Results && !slide.isBroken;
        });
    };
    QVERIFY(hasRight());
    s.actions().nextScenario->trigger();
    s.actions().previousScenario->trigger();
    QCOMPARE(s.stage().scenario(), &s.scenario());
    QVERIFY(hasRight()); // a step away
    s.actions().nextScenario->trigger();
    s.actions().nextScenario->trigger();
    s.actions().previousScenario->trigger();
    s.actions().previousScenario->trigger();
    QCOMPARE(s.stage().scenario(), &s.scenario());
    QVERIFY(!hasRight()); // what the page has is left: the mistake beside the right way
}

QTEST_MAIN(tst_StageSteps)
#include "tst_stagesteps.moc"
