#include "core/catalog/pattern.h"
#include "tests/core/walk.h"
#include "ui/bignumbers.h"
#include "ui/charts/chart.h"
#include "ui/code/codepanel.h"
#include "ui/code/litlines.h"
#include "ui/fonts.h"
#include "ui/interleavings/executionsview.h"
#include "ui/interleavings/executionwords.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/resultspanel.h"
#include "ui/scenariopage.h"
#include "ui/stage/stage.h"

#include <QDir>
#include <QLabel>
#include <QSignalSpy>

using namespace tenfold;

class TestExecutionsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(QStringLiteral("en")); }
    void itSaysHowManyEndHow();
    void aStepIsChosenWithTheKeys();
    void anotherExecutionIsDrawnWithoutAnotherRun();
    void aBrickAndAColumnCanBeClicked();
    void manyAreDrawnAsBars();
    void aNumberThatIsTooGreatIsSaid();
    void theLinesOfTheStepAreLit();
    void theWindowLightsTheStep();
    void theSearchIsDrawnAtItsEnd();
    void theBigNumbersAreCounts();
    void theViewHasThePageToItself();
    void thePresentationBeginsWithIt();
    void itIsAFunctionOfRecordingAndInstant();
    void noTextIsCutOrOverAnother_data();
    void noTextIsCutOrOverAnother();

private:
    static const Scenario &scenario() { return *findScenario(QStringLiteral("lock/interleavings")); }
    static Scene sceneOf(const Values &values = {});
};

Scene TestExecutionsView::sceneOf(const Values &values)
{
    Scene scene;
    scene.request = {&scenario(), scenario().tickedVariants(), scenario().preset("default")};
    scene.request.values.insert(values);
    scene.outcomes = carriedOut(planOf(scene.request));
    scene.summary = summarize(scenario(), scene.outcomes, 2);
    return scene;
}

static std::unique_ptr<Picture> shown(const Scene &scene)
{
    std::unique_ptr<Picture> picture(makeView(*scene.scenario()->view("executions")));
    picture->setTheme(Theme::make(false, 1, uiFont()));
    picture->show(scene);
    return picture;
}

static QImage imageOf(Picture &picture, QSize size, const Theme &theme)
{
    picture.setTheme(theme);
    QImage image(size, QImage::Format_RGB32);
    image.fill(theme.card);
    QPainter painter(&image);
    picture.render(painter, QRectF(image.rect()));
    return image;
}

#define HAS(text, part) QVERIFY2((text).contains(QString::fromUtf8(part)), qPrintable(text))

void TestExecutionsView::itSaysHowManyEndHow()
{
    const auto picture = shown(sceneOf());
    HAS(picture->numbers(), "x = 1\t4\t1 update is lost\nx = 2\t2\tright\n2 / 6\n");
    HAS(picture->numbers(), "x (shared)\t0\t0\t0\t1\t1\nr of A\t–\t0\t0\t0\t0\nr of B\t–\t–\t0\t0\t0\n");
    HAS(picture->numbers(), "B reads x in step 2 and A writes it in step 3.");
    const auto stuck = shown(sceneOf({{"program", "opposite-locks"}, {"execution", 3}}));
    HAS(stuck->numbers(), "finished\t4\tright\ndeadlock\t2\tnone can go on\n");
    HAS(stuck->numbers(), "A waits for b (B holds it), B waits for a (A holds it): none of them can go on.");
    HAS(stuck->numbers(), "If A takes step 2 instead, all is well");
    const auto locked = shown(sceneOf({{"program", "locked"}}));
    HAS(locked->numbers(), "No two steps that follow one another can be swapped");
}

void TestExecutionsView::aStepIsChosenWithTheKeys()
{
    ScenarioPage page(scenario());
    page.setTheme(Theme::make(false, 1, uiFont()));
    page.show(sceneOf());
    auto *view = page.findChild<ExecutionsView *>();
    QVERIFY(view);
    const auto step = [&] { return drawnExecution(page.scene())->stepAt(page.scene().instant); };
    QCOMPARE(step(), 4); // the end
    QSignalSpy chosen(&page, &ScenarioPage::sceneChosen);
    for (const auto &[key, expected] : {std::pair(Qt::Key_Left, 3),
                                        {Qt::Key_Left, 2},
                                        {Qt::Key_Home, 0},
                                        {Qt::Key_Left, 0},
                                        {Qt::Key_Right, 1},
                                        {Qt::Key_End, 4},
                                        {Qt::Key_Right, 4}}) {
        QTest::keyClick(view, key);
        QCOMPARE(step(), expected);
        if (expected > 0)
            HAS(view->numbers(), (QStringLiteral("→ %1\t").arg(expected)).toUtf8());
    }
    QCOMPARE(chosen.size(), 7);
}

void TestExecutionsView::anotherExecutionIsDrawnWithoutAnotherRun()
{
    ScenarioPage page(scenario());
    page.setTheme(Theme::make(false, 1, uiFont()));
    page.show(sceneOf());
    auto *view = page.findChild<ExecutionsView *>();
    QSignalSpy asked(&page, &ScenarioPage::asked);
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(page.values().value("execution"), QVariant(3));
    QCOMPARE(page.scene().request.values.value("execution"), QVariant(3)); // so do command and export
    HAS(view->numbers(), "3 / 6\n");
    page.setValues({{"execution", 1}}); // by the form
    HAS(view->numbers(), "1 / 6\n");
    QTest::keyClick(view, Qt::Key_Up);
    QCOMPARE(page.values().value("execution"), QVariant(1));
    QCOMPARE(asked.size(), 0);
    QVERIFY(page.findChild<QLabel *>("measured")->text().isEmpty()); // no other run is needed
}

void TestExecutionsView::aBrickAndAColumnCanBeClicked()
{
    ScenarioPage page(scenario());
    page.setTheme(Theme::make(false, 1, uiFont()));
    page.show(sceneOf());
    auto *view = page.findChild<ExecutionsView *>();
    page.resize(1300, 900);
    const auto click = [&](auto &&is) {
        page.grab();
        const auto found = std::ranges::find_if(view->targets(), is);
        QVERIFY(found != view->targets().end());
        QTest::mouseClick(view, Qt::LeftButton, {}, found->area.center().toPoint());
    };
    click([](const Target &target) { return target.number == 5; });
    QCOMPARE(page.values().value("execution"), QVariant(5));
    click([](const Target &target) { return target.number == 0 && target.step == 2; });
    QCOMPARE(drawnExecution(page.scene())->stepAt(page.scene().instant), 2);
}

void TestExecutionsView::manyAreDrawnAsBars()
{
    const auto picture = shown(sceneOf({{"threads", 3}, {"increments", 2}, {"execution", 34650}}));
    imageOf(*picture, {1000, 500}, Theme::make(false, 1, uiFont()));
    HAS(picture->numbers(), "34,650 / 34,650\n");
    const auto &texts = static_cast<ExecutionsView &>(*picture).texts();
    for (const char *count : {"10,428", "15,180", "7,512", "1,440", "90"})
        QVERIFY(std::ranges::count(texts, QLatin1String(count), &SheetText::text) == 1);
}

void TestExecutionsView::aNumberThatIsTooGreatIsSaid()
{
    const auto picture = shown(sceneOf({{"execution", 7}}));
    HAS(picture->numbers(), "6 / 6\n");
    HAS(picture->numbers(), "There is no execution 7; this is the last one.");
}

void TestExecutionsView::theLinesOfTheStepAreLit()
{
    Scene scene = sceneOf();
    QVERIFY(litLines(scene).isEmpty()); // at its end
    scene.instant = DrawnExecution::instantOf(3);
    const auto lit = litLines(scene); // A B [A] B: A stores, and so will B
    QCOMPARE(lit.size(), 1);
    const QString line = sourceOf(scenario()).split(u'\n')[lit.firstKey() - 1];
    HAS(line, "thread.store();");
    const auto &lanes = lit.first().lanes;
    QCOMPARE(lanes.size(), std::size_t(2));
    QCOMPARE(lanes[0].text(), "A");
    QVERIFY(!lanes[0].isNext);
    QCOMPARE(lanes[1].text(), "B");
    QVERIFY(lanes[1].isNext);
}

void TestExecutionsView::theWindowLightsTheStep()
{
    MainWindow window(Settings::none());
    window.setLook(Theme::make(true, 1, uiFont()));
    window.resize(1600, 900);
    window.present(sceneOf());
    auto *code = window.findChild<CodePanel *>();
    QVERIFY(code->lit().isEmpty());
    auto *view = window.findChild<ExecutionsView *>();
    QTest::keyClick(view, Qt::Key_Left);
    QCOMPARE(code->lit().size(), 1); // A stores, and B is about to
    QTest::keyClick(view, Qt::Key_Home);
    QCOMPARE(code->lit().size(), 1); // both are about to load
    QTest::keyClick(view, Qt::Key_Right);
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(code->lit().size(), 2); // B loads, A is about to store
    if (qEnvironmentVariableIsSet("TENFOLD_PICTURES"))
        window.shot().save(QDir(qEnvironmentVariable("TENFOLD_PICTURES")).filePath("window step 2.png"));
}

void TestExecutionsView::theSearchIsDrawnAtItsEnd()
{
    Scene scene = sceneOf();
    scene.instant = 0; // of the execution
    for (const Outcome &outcome : scene.outcomes)
        QCOMPARE(scene.instantOf(*outcome.shown()->trace), outcome.shown()->trace->now());
}

void TestExecutionsView::theBigNumbersAreCounts()
{
    const Theme theme = Theme::make(false, 1, uiFont());
    const auto values = [&](const Scene &scene) {
        QStringList texts;
        for (const BigNumber &number : BigNumbers::of(scenario(), scene, theme))
            texts << number.value;
        return texts;
    };
    QCOMPARE(values(sceneOf()), QStringList({"6", "4", "2"}));
    QCOMPARE(values(Scene()), QStringList({"–", "–", "–"}));
    const auto large = sceneOf({{"threads", 4}, {"increments", 3}});
    QCOMPARE(values(large),
             QStringList({QString::fromUtf8("2.31 × 10¹²"), QString::fromUtf8("2.31 × 10¹²"), "369,600"}));
    const auto locked = sceneOf({{"program", "locked"}});
    QCOMPARE(BigNumbers::of(scenario(), locked, theme)[1].colour, theme.muted); // none is wrong
    QCOMPARE(BigNumbers::of(scenario(), sceneOf(), theme)[1].colour, theme.lock);
}

void TestExecutionsView::theViewHasThePageToItself()
{
    ScenarioPage page(scenario());
    QCOMPARE(page.results().viewTab(), "executions");
    page.results().setViewTab("timeline");
    QCOMPARE(page.results().viewTab(), "timeline");
    page.results().setViewTab("elapsed");
    QCOMPARE(page.results().viewTab(), "elapsed");
}

void TestExecutionsView::thePresentationBeginsWithIt()
{
    Stage stage;
    stage.setTheme(Theme::make(false, 1, uiFont()));
    stage.resize(1280, 720);
    stage.show(sceneOf());
    stage.goToResults();
    QCOMPARE(stage.step(), 1); // behind the question
    HAS(stage.findChild<Picture *>()->numbers(), "2 / 6\n");
    stage.goOn();
    QVERIFY(!stage.findChild<Picture *>()->numbers().contains(QLatin1String("2 / 6\n")));
}

void TestExecutionsView::itIsAFunctionOfRecordingAndInstant()
{
    Scene scene = sceneOf();
    scene.instant = DrawnExecution::instantOf(2);
    const Theme theme = Theme::make(true, 1, uiFont());
    const auto other = shown(sceneOf({{"execution", 4}})); // has shown something else before
    other->show(scene);
    QCOMPARE(imageOf(*other, {900, 500}, theme), imageOf(*shown(scene), {900, 500}, theme));
}

void TestExecutionsView::noTextIsCutOrOverAnother_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("increments");
    QTest::addColumn<QSize>("size");
    for (const QString &program : scenario().parameter("program")->choices) {
        for (const auto &[threads, increments] : {std::pair(2, 1), {2, 3}, {3, 1}, {3, 3}, {5, 3}}) {
            for (const QSize size : {QSize(940, 420), QSize(1060, 560), QSize(700, 420)})
                QTest::addRow("%s %dx%d in %dx%d", qPrintable(program), threads, increments, size.width(),
                              size.height())
                    << program << threads << increments << size;
        }
    }
}

void TestExecutionsView::noTextIsCutOrOverAnother()
{
    QFETCH(QString, program);
    QFETCH(int, threads);
    QFETCH(int, increments);
    QFETCH(QSize, size);
    Scene scene = sceneOf({{"program", program}, {"threads", threads}, {"increments", increments}});
    for (const int step : {0, 3, 99}) {
        scene.instant = DrawnExecution::instantOf(step);
        const auto picture = shown(scene);
        const QImage image = imageOf(*picture, size, Theme::make(step == 3, 1, uiFont()));
        if (qEnvironmentVariableIsSet("TENFOLD_PICTURES"))
            image.save(
                QDir(qEnvironmentVariable("TENFOLD_PICTURES"))
                    .filePath(QStringLiteral("%1 step %2.png").arg(QTest::currentDataTag()).arg(step)));
        const auto &texts = static_cast<ExecutionsView &>(*picture).texts();
        for (std::size_t i = 0; i < texts.size(); ++i) {
            QVERIFY2(!texts[i].isCut, qPrintable(texts[i].text));
            QVERIFY2(QRectF(image.rect()).contains(texts[i].box), qPrintable(texts[i].text));
            for (std::size_t j = i + 1; j < texts.size(); ++j)
                QVERIFY2(!texts[i].box.adjusted(1, 2, -1, -2).intersects(texts[j].box.adjusted(1, 2, -1, -2)),
                         qPrintable(texts[i].text + " over " + texts[j].text));
        }
    }
}

QTEST_MAIN(TestExecutionsView)
#include "tst_executionsview.moc"
