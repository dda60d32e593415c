#include "core/analysis/explanation.h"
#include "core/analysis/verdict.h"
#include "core/catalog/pattern.h"
#include "core/run/command.h"
#include "core/run/runner.h"
#include "tests/patience.h"
#include "tests/ui/driven.h"
#include "tests/ui/heartbeat.h"
#include "ui/actions.h"
#include "ui/bignumbers.h"
#include "ui/charts/chart.h"
#include "ui/code/codepanel.h"
#include "ui/explanationpanel.h"
#include "ui/resultspanel.h"
#include "ui/stage/slides.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace tenfold;

class tst_WindowRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void quickRunEndsWithNumbers();
    void stopTwiceIsStopOnce();
    void runStopRunEndsWithNumbers();
    void runWhileStoppingFollows();
    void anotherPatternStopsTheRun();
    void closingInMidRunLeavesNoThread();
    void runningLinesAreLit();
    void presentShowsFinishedOutcomes();
    void failureIsASentenceInThePage();
    void whatIsRefusedHasNoResults();
    void whereAllTasksFailNothingIsDone();
    void tenThousandFilesDoNotHoldTheWindowUp();

private:
    QTemporaryDir settings_;
};

void tst_WindowRuns::initTestCase()
{
    QVERIFY(settings_.isValid());
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_.path());
}

void tst_WindowRuns::quickRunEndsWithNumbers()
{
    Driven d;
    d.window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&d.window));
    QTest::keyClick(&d.window, Qt::Key_F5);
    QVERIFY(!d.isIdle());
    QVERIFY(d.endsRun());
    QVERIFY(d.hasNumbers());
    for (const Outcome &outcome : d.page().scene().outcomes)
        QVERIFY2(outcome.sameResult(), qPrintable(outcome.variant));
    QVERIFY(!d.page().scene().summary.explanation.isEmpty());
    QCOMPARE(commandOf(d.page().scene().request),
             QStringLiteral("tenfold run threads/url-fetch --preset quick"));
    QVERIFY(!d.part<QLabel>("message")->isVisible());
}

void tst_WindowRuns::stopTwiceIsStopOnce()
{
    Driven d;
    d.makeLong();
    d.actions().run->trigger();
    QVERIFY(d.isRunning());
    d.actions().stop->trigger();
    d.runs().stop();
    d.runs().stop();
    QVERIFY(d.endsRun());
    QCOMPARE(d.page().scene().outcomes.back().status(), Status::Cancelled);
    QVERIFY(d.actions().run->isEnabled());
    d.runs().stop();
    QVERIFY(d.isIdle());
}

void tst_WindowRuns::runStopRunEndsWithNumbers()
{
    Driven d;
    d.makeLong();
    d.actions().run->trigger();
    d.actions().stop->trigger();
    QVERIFY(d.endsRun());
    d.window.setValues(d.scenario().preset(QStringLiteral("quick")));
    QVERIFY(d.runOnce());
    QVERIFY(d.hasNumbers());
}

void tst_WindowRuns::runWhileStoppingFollows()
{
    Driven d;
    d.makeLong();
    d.actions().run->trigger();
    d.actions().stop->trigger();
    QVERIFY(!d.isRunning());
    d.window.setValues(d.scenario().preset(QStringLiteral("quick")));
    d.actions().run->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(d.isIdle() && d.hasNumbers(), patience);
}

void tst_WindowRuns::anotherPatternStopsTheRun()
{
    Driven d;
    d.makeLong();
    d.actions().run->trigger();
    d.actions().next->trigger();
    QVERIFY(d.endsRun());
    d.actions().previous->trigger();
    QCOMPARE(d.page().scene().outcomes.front().status(), Status::Cancelled);
    QCOMPARE(d.page().values()["rounds"].toInt(), 50); // the page kept what was entered
}

void tst_WindowRuns::closingInMidRunLeavesNoThread()
{
    // Qt paints large pictures with threads of the global pool, which would stay for another 30 s.
    QThreadPool::globalInstance()->waitForDone();
    const qsizetype before = threads();
    {
        Driven d;
        d.makeLong();
        d.window.show();
        d.actions().run->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(threads() > before, patience);
        QVERIFY(d.window.close());
        QVERIFY(d.isIdle());
    }
    QTRY_VERIFY_WITH_TIMEOUT(threads() <= before, patience);
}

void tst_WindowRuns::runningLinesAreLit()
{
    Driven d;
    d.makeLong();
    d.actions().run->trigger();
    const auto *code = d.part<CodePanel>();
    QTRY_VERIFY_WITH_TIMEOUT(!code->lit().isEmpty(), patience);
    const QStringList lines = code->toPlainText().split(u'\n');
    bool found = false;
    for (const int line : code->lit())
        found = found || lines.value(line - 1).contains(QLatin1String("TaskSpan"));
    QVERIFY(found);
    d.actions().stop->trigger();
    QVERIFY(d.endsRun());
    QVERIFY(code->lit().isEmpty());
}

void tst_WindowRuns::presentShowsFinishedOutcomes()
{
    Driven d;
    Runner runner;
    runner.start(
        planOf({&d.scenario(), {QStringLiteral("parallel")}, d.scenario().preset(QStringLiteral("quick"))}));
    runner.wait();
    Scene scene;
    scene.request.scenario = &d.scenario();
    scene.outcomes = runner.outcomes();
    scene.summary = summarize(d.scenario(), scene.outcomes, 2);
    d.window.present(scene);
    QVERIFY(d.hasNumbers());
    QVERIFY(d.isIdle());
    d.window.resize(1024, 768);
    QCOMPARE(d.window.shot().size(), QSize(1024, 768));
    QVERIFY(!d.window.isVisible());
}

void tst_WindowRuns::failureIsASentenceInThePage()
{
    Driven d;
    Scene scene;
    scene.request.scenario = &d.scenario();
    Repeat failed;
    failed.status = Status::Failed;
    failed.error = QStringLiteral("the disk is full");
    scene.outcomes = {Outcome{QStringLiteral("sequential"), {}, 1, {failed}}};
    scene.summary = summarize(d.scenario(), scene.outcomes, 2);
    d.window.present(scene);
    QVERIFY(d.text("message").contains(QLatin1String("the disk is full")));
    QVERIFY(!d.part<QLabel>("message")->isHidden());
    QCOMPARE(d.text("sequential-number"), titleOf(Status::Failed));
    // Nothing was measured: no pictures, and the reason stands once.
    QVERIFY(d.page().results().isHidden());
    QCOMPARE(d.text("state"), QStringLiteral("Failed."));
    QVERIFY(
        !d.window.findChild<ExplanationPanel *>()->toPlainText().contains(QLatin1String("the disk is full")));
    scene.outcomes.push_back(scene.outcomes.front());
    scene.outcomes.back().variant = QStringLiteral("parallel");
    scene.summary = summarize(d.scenario(), scene.outcomes, 2);
    d.window.present(scene);
    QCOMPARE(d.text("message").count(QLatin1String("the disk is full")), 1);
    QVERIFY(d.runOnce());
    QVERIFY(!d.page().results().isHidden());
}

void tst_WindowRuns::whatIsRefusedHasNoResults()
{
    Driven d;
    d.window.showScenario(QStringLiteral("threads/file-processing"));
    auto *page = d.window.findChildren<ScenarioPage *>().last();
    page->setValues(page->scenario().preset(QStringLiteral("quick")));
    QVERIFY(d.runOnce());
    QVERIFY(!page->results().isHidden());
    page->setValues({{"folder", QStringLiteral("/nowhere")}});
    d.actions().run->trigger();
    QVERIFY(d.isIdle());
    QVERIFY(!page->message().isEmpty());
    QVERIFY(page->results().isHidden()); // they would look as if they were those of /nowhere
    QVERIFY(page->findChild<QLabel *>(QStringLiteral("measured"))->isHidden()); // there is nothing below it
    QVERIFY2(!d.text("state").startsWith(QLatin1String("Done")), qPrintable(d.text("state")));
    page->setValues({{"folder", QString()}});
    QVERIFY(!page->results().isHidden());
    QVERIFY2(d.text("state").startsWith(QLatin1String("Done")), qPrintable(d.text("state")));
}

void tst_WindowRuns::whereAllTasksFailNothingIsDone()
{
    Driven d;
    d.window.setValues({{"urls", QStringLiteral("http://127.0.0.1:1/a\nhttp://127.0.0.1:1/b")}});
    QVERIFY(d.runOnce());
    QCOMPARE(d.page().scene().outcomes.front().status(), Status::Finished);
    QVERIFY(didAllTasksFail(d.page().scene().outcomes.front()));
    QVERIFY2(!d.text("state").startsWith(QLatin1String("Done")), qPrintable(d.text("state")));
    const std::unique_ptr<Picture> bars(makeElapsedBars());
    bars->show(d.page().scene());
    QVERIFY2(bars->numbers().contains(QLatin1String("all tasks failed")), qPrintable(bars->numbers()));
    QVERIFY(!bars->numbers().contains(u'×'));
    // Nothing has a length or a number, and why is said once: of the mistake as well.
    d.page().mistakes().front()->trigger();
    QVERIFY(d.endsRun());
    const Scene &scene = d.page().scene();
    QVERIFY(scene.hasMistake());
    bars->show(scene);
    static const QRegularExpression digit(QStringLiteral("[0-9]"));
    QVERIFY2(!bars->numbers().contains(digit), qPrintable(bars->numbers()));
    QCOMPARE(bars->numbers().count(QLatin1String("all tasks failed")), 3);
    for (const BigNumber &number : BigNumbers::of(d.scenario(), scene, Theme()))
        QVERIFY2(!number.value.contains(digit), qPrintable(number.title + number.value));
    QCOMPARE(d.text("message").count(QLatin1String("tasks failed")), 1);
    QVERIFY(!d.part<ExplanationPanel>()->toPlainText().contains(QLatin1String("tasks failed")));
    StageRuns runs;
    runs.take(scene);
    for (const Slide &slide :
         slidesOf(runs, [](const QStringList &words, const Slide &) { return QList<QStringList>{words}; }))
        QVERIFY2(!wordsOf(slide).contains(QLatin1String("no harm")), qPrintable(wordsOf(slide)));
}

void tst_WindowRuns::tenThousandFilesDoNotHoldTheWindowUp()
{
    const QTemporaryDir folder;
    for (int i = 0; i < 10'000; ++i) {
        QFile file(folder.filePath(QString::number(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a few words\n");
    }
    Driven d;
    d.window.showScenario(QStringLiteral("threads/file-processing"));
    d.window.setValues({{"folder", folder.path()}, {"files", 20'000}, {"latency", 0}});
    d.window.show();
    auto *page = d.window.findChildren<ScenarioPage *>().last();
    page->results().setViewTab(QStringLiteral("data"));
    Heartbeat heartbeat;
    QVERIFY(d.runOnce());
    QCOMPARE(page->scene().outcomes.back().shown()->results.table.rows.size(), 10'000);
    heartbeat.verify();
}

QTEST_MAIN(tst_WindowRuns)
#include "tst_windowruns.moc"
