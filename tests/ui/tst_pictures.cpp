#include "core/analysis/summary.h"
#include "core/analysis/verdict.h"
#include "core/catalog/pattern.h"
#include "core/trace/span.h"
#include "ui/charts/barmarks.h"
#include "ui/charts/chart.h"
#include "ui/charts/fitting.h"
#include "ui/fonts.h"
#include "ui/language.h"
#include "ui/resultspanel.h"
#include "ui/scenariopage.h"
#include "ui/statusline.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QPainter>
#include <QTest>

using namespace tenfold;

class tst_Pictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(QStringLiteral("en")); }
    void aCounterViewDrawsAllItsSources();
    void aLegendOfManyNamesWhatIsToBeSeen();
    void aRemarkThatSaysNothingLeavesTheWordToTheNumbers();
    void whatIsMeasuredAgainIsSaid();
    void whatWasNotCountedIsNotDrawn();
    void whatWasStoppedIsNoWholeBar();
    void whatHasNoResultIsNoWholeBar();
    void aMistakeBringsTheViewToTheFrontThatShowsIt();
    void theNumbersSayWhatAMistakeIsWorth();
    void wordsFitOrAreLeftOut();
    void aProofHasItsPlaceWhereRoomIsShort();
};

/// A scene with one outcome, whose trace has a sample each of two series.
static Scene sceneOf(Status status)
{
    Scene scene;
    scene.request.scenario = findScenario(QStringLiteral("threads/url-fetch"));
    auto trace = std::make_shared<Trace>();
    Lane *lane = trace->addLane(LaneRole::Worker);
    lane->sample(lane->seriesIndex("wide"), 7);
    lane->sample(lane->seriesIndex("narrow"), 3);
    lane->close();
    trace->stop();
    Repeat repeat;
    repeat.status = status;
    repeat.seconds = 1.5;
    repeat.trace = trace;
    scene.outcomes = {Outcome{QStringLiteral("sequential"), {}, 1, {repeat}}};
    return scene;
}

void tst_Pictures::aCounterViewDrawsAllItsSources()
{
    View view;
    view.kind = ViewKind::Counter;
    view.sources = QStringList{"wide", "narrow"};
    const std::unique_ptr<Picture> picture(makeView(view));
    picture->setTheme(Theme::make(false, 1, uiFont()));
    picture->show(sceneOf(Status::Finished));
    QVERIFY2(picture->numbers().contains(QLatin1String("at most 7")), qPrintable(picture->numbers()));
    QVERIFY2(picture->numbers().contains(QLatin1String("at most 3")), qPrintable(picture->numbers()));
}

void tst_Pictures::aLegendOfManyNamesWhatIsToBeSeen()
{
    View view;
    view.kind = ViewKind::Counter;
    view.sources = QStringList{"wide"};
    Scene scene = sceneOf(Status::Finished);
    const auto add = [&](const char *variant, Nanoseconds lasts) {
        const auto trace = std::make_shared<Trace>();
        Lane *lane = trace->addLaneAt(0, LaneRole::Worker);
        lane->sampleAt(0, lane->seriesIndex("wide"), 7);
        lane->sampleAt(lasts, lane->seriesIndex("wide"), -7);
        lane->closeAt(lasts);
        trace->stopAt(lasts);
        Outcome outcome = scene.outcomes.front();
        outcome.variant = variant;
        outcome.repeats.front().trace = trace;
        scene.outcomes.push_back(outcome);
    };
    const auto legend = [&] {
        const std::unique_ptr<Picture> picture(makeView(view));
        picture->setTheme(Theme::make(false, 1, uiFont()));
        picture->show(scene);
        return picture->findChild<QLabel *>()->text().remove(QChar(0x2060)).replace(QChar::Nbsp, u' ');
    };
    add("parallel", 1'000'000'000);
    add("unlimited-fan-out", 100'000); // over at once
    scene.outcomes.erase(scene.outcomes.begin());
    QVERIFY2(legend().contains("Unlimited fan-out"), qPrintable(legend())); // few
    add("processes", 900'000'000);
    add("lock-held-while-waiting", 800'000'000);
    QVERIFY2(!legend().contains("Unlimited fan-out"), qPrintable(legend()));
    QVERIFY2(legend().contains("Lock held while waiting"), qPrintable(legend()));
}

void tst_Pictures::aRemarkThatSaysNothingLeavesTheWordToTheNumbers()
{
    Scenario scenario = *findScenario(QStringLiteral("threads/url-fetch"));
    Scene scene = sceneOf(Status::Finished);
    scene.request.scenario = &scenario;
    scene.outcomes.front().repeats.front().sameResult = true;
    scene.outcomes.push_back(scene.outcomes.front());
    scene.outcomes.back().variant = QStringLiteral("parallel");
    scene.outcomes.back().repeats.front().seconds = 0.5;
    scene.summary = summarize(scenario, scene.outcomes, 2);
    const auto said = [&](const QString &remark) {
        scenario.remark = [remark](const Outcome &) { return remark; };
        StatusLine line;
        line.show(RunController::Phase::Idle, scene, {2, 2});
        return line.findChild<QLabel *>("state")->text();
    };
    QVERIFY2(said({}).contains("Threads: 3.00×"), qPrintable(said({})));
    QVERIFY(!said("So it is.").contains("Threads"));
    QVERIFY(said("So it is.").contains("So it is."));
}

void tst_Pictures::whatIsMeasuredAgainIsSaid()
{
    const Scene scene = sceneOf(Status::Finished); // nothing runs that could be named
    StatusLine line;
    line.show(RunController::Phase::Running, scene, {1, 2});
    const QString said = line.findChild<QLabel *>("state")->text();
    QVERIFY2(said.contains("measuring again (2 of 2)"), qPrintable(said));
}

void tst_Pictures::whatWasNotCountedIsNotDrawn()
{
    View view;
    view.kind = ViewKind::Counter;
    view.sources = QStringList{"wide"};
    Scene scene = sceneOf(Status::Finished);
    scene.outcomes.push_back(scene.outcomes.front());
    scene.outcomes.back().variant = QStringLiteral("parallel");
    scene.outcomes.back().repeats.front().trace = std::make_shared<Trace>();
    const std::unique_ptr<Picture> picture(makeView(view));
    picture->setTheme(Theme::make(false, 1, uiFont()));
    picture->show(scene);
    QCOMPARE(picture->numbers().count(u'\n'), 1);
}

void tst_Pictures::whatWasStoppedIsNoWholeBar()
{
    const std::unique_ptr<Picture> picture(makeElapsedBars());
    picture->setTheme(Theme::make(false, 1, uiFont()));
    picture->show(sceneOf(Status::Finished));
    QVERIFY(!picture->numbers().contains(QLatin1String("(stopped)")));
    picture->show(sceneOf(Status::Cancelled));
    QVERIFY2(picture->numbers().contains(QLatin1String("(stopped)")), qPrintable(picture->numbers()));
}

void tst_Pictures::theNumbersSayWhatAMistakeIsWorth()
{
    Scene scene = sceneOf(Status::Finished);
    Repeat &reference = scene.outcomes.front().repeats.front();
    reference.trace = nullptr; // the seconds as they stand here
    reference.sameResult = true;
    const auto add = [&](const QString &variant, double seconds, const QString &finding) {
        scene.outcomes.push_back(scene.outcomes.front());
        scene.outcomes.back().variant = variant;
        Repeat &repeat = scene.outcomes.back().repeats.front();
        repeat.seconds = seconds;
        repeat.results.findings = {{finding, 5, {}}};
    };
    add(QStringLiteral("parallel"), 0.5, QStringLiteral("in-flight"));
    add(QStringLiteral("processes"), 0.75, QStringLiteral("processes"));
    add(QStringLiteral("unlimited-fan-out"), 0.25, QStringLiteral("refused"));
    add(QStringLiteral("lock-held-while-waiting"), 1.5, QStringLiteral("refused")); // no proof
    scene.summary = summarize(*scene.scenario(), scene.outcomes, 2);
    const std::unique_ptr<Picture> picture(makeElapsedBars());
    picture->setTheme(Theme::make(false, 1, uiFont()));
    picture->show(scene);
    for (const char *bar :
         {"Threads\t0.50 s\t3.00×\n",
          "Processes\t0.75 s\t2.00×\tProcesses started needlessly: 5, no gain over Threads, 50 % slower\n",
          "Unlimited fan-out\t0.25 s\t6.00×\tRequests refused (503): 5\n",
          "Lock held while waiting\t1.50 s\t1.00×\tno gain, 3.00× as long as Threads\n"})
        QVERIFY2(picture->numbers().contains(QString::fromUtf8(bar)), qPrintable(picture->numbers()));
}

void tst_Pictures::whatHasNoResultIsNoWholeBar()
{
    // A mistake that is fast since it failed does not look like the winner.
    Scene scene = sceneOf(Status::Finished);
    scene.outcomes.front().repeats.front().sameResult = true;
    scene.outcomes.push_back(scene.outcomes.front());
    scene.outcomes.back().variant = QStringLiteral("unlimited-fan-out");
    const Theme theme = Theme::make(false, 1, uiFont());
    const QRgb colour = theme.of(VariantKind::Mistake, scene.numberOf(scene.outcomes.back())).rgb();
    const std::unique_ptr<Picture> bars(makeElapsedBars());
    bars->setTheme(theme);
    const auto coloured = [&] {
        scene.summary = summarize(*scene.scenario(), scene.outcomes, 2);
        bars->show(scene);
        QImage image(800, 300, QImage::Format_RGB32);
        image.fill(theme.card);
        QPainter painter(&image);
        bars->render(painter, image.rect());
        int count = 0;
        for (int y = 40; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixel(x, y) == colour;
        }
        return count;
    };
    const int whole = coloured();
    QVERIFY(whole > 1000);
    const QString right = bars->numbers();
    QVERIFY(right.contains(u'×') && !right.contains(u'✗'));
    scene.outcomes.back().repeats.front().sameResult = false;
    const int hollow = coloured();
    QVERIFY2(hollow < whole / 2, qPrintable(QStringLiteral("%1 of %2").arg(hollow).arg(whole)));
    QVERIFY(bars->numbers().contains(u'✗') && !bars->numbers().contains(u'×')); // no speed-up
    // Nor does one that failed altogether.
    scene.outcomes.back().repeats.front().status = Status::Failed;
    scene.outcomes.back().repeats.front().error = QStringLiteral("refused");
    QVERIFY(isWrong(scene.outcomes, scene.outcomes.back()));
    QVERIFY(coloured() < whole / 2);
    QVERIFY(!isWrong(scene.outcomes, scene.outcomes.front()));
}

void tst_Pictures::aMistakeBringsTheViewToTheFrontThatShowsIt()
{
    const Scenario &scenario = *findScenario(QStringLiteral("threads/url-fetch"));
    ScenarioPage page(scenario);
    const QStringList views{"in-flight", "in-flight", "memory"};
    QCOMPARE(page.mistakes().size(), views.size());
    for (qsizetype i = 0; i < views.size(); ++i) {
        page.results().setViewTab(QStringLiteral("time"));
        page.mistakes()[i]->trigger();
        QCOMPARE(page.results().viewTab(), views[i]);
    }
    page.findChild<QAbstractButton *>("only-parallel")->click();
    QCOMPARE(page.results().viewTab(), "memory"); // what is no mistake leaves it as it is
}

void tst_Pictures::wordsFitOrAreLeftOut()
{
    const QFont font = Theme::make(false, 1, uiFont()).font(11);
    const QFontMetricsF metrics(font);
    const QStringList words{"no gain over Threads", "8 % slower", "Processes started needlessly: 5"};
    const qreal first = metrics.horizontalAdvance(words[0]) + 2;
    QCOMPARE(fitting(words, font, 10000, 1), QStringList(words.join(" · ")));
    QCOMPARE(fitting(words, font, first, 1), QStringList(words[0]));
    QCOMPARE(fitting(words, font, first, 2), QStringList({words[0], words[1]})); // between them
    QCOMPARE(fitting(words, font, 0.7 * first, 2), QStringList({"no gain over", "Threads"}));
    const QString all = fitting(words, font, 0.9 * metrics.horizontalAdvance(words[2]), 3).join(' ');
    QVERIFY2(all.endsWith(words[2]), qPrintable(all)); // within the last of three
    const QStringList swapped{words[0], words[2], words[1]};
    QCOMPARE(fitting(swapped, font, first, 2), QStringList({words[0], words[1]})); // the second is too long
    QCOMPARE(fitting(words, font, 0.7 * first, 1), QStringList());
    QCOMPARE(fitting({}, font, 10000, 2), QStringList());
    const QStringList japanese{"スレッドと比べて効果なし", "8 % 遅い"}; // no spaces to end a line at
    const qreal wide = metrics.horizontalAdvance(japanese[0]) + 2;
    QCOMPARE(fitting(japanese, font, wide, 2), japanese);
    QCOMPARE(fitting(japanese, font, 0.7 * wide, 2).join(QString()), japanese[0]);
}

void tst_Pictures::aProofHasItsPlaceWhereRoomIsShort()
{
    const Theme theme = Theme::make(false, 1, uiFont());
    const QFontMetricsF bold(theme.font(13, QFont::DemiBold));
    const QFontMetricsF small(theme.font(11));
    const QString value = "stuck after 2.49 s", brief = "2.49 s", proof = "Consumers left waiting: 1";
    const QStringList words{proof, "found by the watchdog"};
    const qreal said = small.horizontalAdvance(proof) + 12;
    const auto in = [&](qreal width, int lines, bool isProved) {
        return barText(value, brief, words, theme, width, lines, isProved);
    };
    const qreal whole = bold.horizontalAdvance(value) + said;
    QCOMPARE(in(whole, 1, true).value, value);
    QCOMPARE(in(whole, 1, true).words, QStringList(proof));
    // One line: what the sign says too gives way, and not the proof.
    const qreal less = bold.horizontalAdvance(brief) + said;
    QVERIFY(less < whole - 20);
    QCOMPARE(in(less, 1, true).value, brief);
    QCOMPARE(in(less, 1, true).words, QStringList(proof));
    QVERIFY(!in(less, 1, true).isBelow);
    QCOMPARE(in(less, 1, false).value, value); // a right variant has none
    // Two lines: it stands below.
    const qreal least = std::max(said, bold.horizontalAdvance(value) + 20);
    QCOMPARE(in(least, 2, true).value, value);
    QCOMPARE(in(least, 2, true).words, QStringList(proof));
    QVERIFY(in(least, 2, true).isBelow);
    // No room at all.
    QCOMPARE(in(40, 1, true).value, value);
    QVERIFY(in(40, 1, true).words.isEmpty());
}

QTEST_MAIN(tst_Pictures)
#include "tst_pictures.moc"
