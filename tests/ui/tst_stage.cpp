#include "core/catalog/pattern.h"
#include "core/run/runner.h"
#include "ui/actions.h"
#include "ui/fonts.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/runcontroller.h"
#include "ui/scenariopage.h"
#include "ui/stage/stage.h"
#include "ui/stage/stagepicture.h"
#include "ui/timeline/rows.h"

#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QDir>
#include <QMenuBar>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

using namespace tenfold;

/// A shown window with the quick preset of the first scenario.
struct Shown
{
    MainWindow window{Settings::none()};
    Shown()
    {
        window.showScenario(QStringLiteral("threads/url-fetch"));
        window.setValues(scenario().preset(QStringLiteral("quick")));
        window.resize(1280, 720);
        window.show();
    }
    bool isActive() { return QTest::qWaitForWindowActive(&window); }
    const Scenario &scenario() const { return *findScenario(QStringLiteral("threads/url-fetch")); }
    Stage &stage() const { return *window.findChild<Stage *>(); }
    RunController &runs() const { return *window.findChild<RunController *>(); }
    Actions &actions() const { return *window.findChild<Actions *>(); }
    ScenarioPage &page() const { return *window.findChild<ScenarioPage *>(); }
    bool isIdle() const { return runs().phase() == RunController::Phase::Idle; }
    bool isPresenting() const { return stage().isVisible(); }
    void makeLong() { window.setValues({{"unit", 1500}, {"rounds", 50}}); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = window.focusWidget();
        QTest::keyClick(focus ? focus : &window, key, modifiers);
    }
    bool runOnce()
    {
        actions().run->trigger();
        return QTest::qWaitFor([this] { return isIdle(); }, 30000);
    }
};

/// How many colours a picture has; a blank one has one.
static qsizetype coloursOf(const QImage &image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2)
            colours << image.pixel(x, y);
    }
    return colours.size();
}

class tst_Stage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closingInMidRunLeavesNoThread(); // first: no pool of another test keeps threads
    void f11ShowsTheStageAndLeavesIt();
    void stepsStayWithinTheirBounds();
    void everyStepIsDrawn();
    void everyStepKeySteps();
    void stepKeysDoNothingInThePage();
    void escStopsARunAndThenLeaves();
    void aBlackScreenSwallowsOneKey();
    void f5RunsOnTheStage();
    void f11InMidRunDisturbsNothing();
    void closingRemembersTheWindowNotTheStage();
    void languageThemeAndSizeApplyLive();
    void whatGoesWrongIsSaid();
    void anotherPatternTakesTheStageOver();
    void copyingTakesTheStage();
    void typeIsScaledToTheSize();
    void timelineKeepsTheVariantThatMatters();
};

void tst_Stage::f11ShowsTheStageAndLeavesIt()
{
    Shown s;
    QVERIFY(s.isActive());
    const QSize before = s.window.size();
    s.press(Qt::Key_F11);
    QVERIFY(s.isPresenting() && s.window.isFullScreen());
    QVERIFY(!s.window.menuBar()->isVisible() && !s.window.findChild<QToolBar *>()->isVisible());
    QTRY_COMPARE(s.stage().size(), s.window.size());
    QVERIFY(s.stage().hasFocus());
    QCOMPARE(s.stage().steps(), 1); // the question
    s.press(Qt::Key_F11);
    QVERIFY(!s.isPresenting() && !s.window.isFullScreen());
    QVERIFY(s.window.menuBar()->isVisible() && s.window.findChild<QToolBar *>()->isVisible());
    QTRY_COMPARE(s.window.size(), before);
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
    // Bars, each view, at least a page of explanation.
    QVERIFY(s.stage().steps() >= 2 + static_cast<int>(s.scenario().views.size()));
    QCOMPARE(s.stage().step(), 0);
    s.actions().previousStep->trigger();
    QCOMPARE(s.stage().step(), 0);
    for (int i = 0; i < s.stage().steps() + 3; ++i)
        s.actions().nextStep->trigger();
    QCOMPARE(s.stage().step(), s.stage().steps() - 1);
    s.actions().previousStep->trigger();
    QCOMPARE(s.stage().step(), s.stage().steps() - 2);
}

void tst_Stage::everyStepIsDrawn()
{
    Shown s;
    s.actions().presentation->trigger();
    QList<QImage> seen{s.stage().grab().toImage()};
    QVERIFY(s.runOnce());
    for (int i = 0; i < s.stage().steps(); ++i) {
        const QImage image = s.stage().grab().toImage();
        QVERIFY(coloursOf(image) > 20);
        QVERIFY(!seen.contains(image));
        seen << image;
        s.actions().nextStep->trigger();
    }
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
    QTRY_VERIFY_WITH_TIMEOUT(s.isIdle(), 10000);
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
    QTRY_VERIFY_WITH_TIMEOUT(s.isIdle(), 30000);
    QVERIFY(s.stage().steps() > 1);
    QVERIFY(s.stage().grab().toImage() != before);
    s.press(Qt::Key_F11);
    QVERIFY(!s.page().scene().outcomes.empty()); // the page has it as well
}

void tst_Stage::f11InMidRunDisturbsNothing()
{
    Shown s;
    s.makeLong();
    s.actions().run->trigger();
    QTRY_VERIFY(!s.page().scene().outcomes.empty() && s.page().scene().outcomes.front().shown() &&
                s.page().scene().outcomes.front().shown()->trace);
    const auto trace = s.page().scene().outcomes.front().shown()->trace;
    for (int i = 0; i < 5; ++i) {
        s.actions().presentation->trigger();
        QCOMPARE(s.isPresenting(), i % 2 == 0);
        QCOMPARE(s.runs().phase(), RunController::Phase::Running);
        QCOMPARE(s.page().scene().outcomes.front().shown()->trace, trace);
        QCoreApplication::processEvents();
    }
    const QImage now = s.stage().grab().toImage();
    QTRY_VERIFY(s.stage().grab().toImage() != now); // it lives
    s.actions().stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(s.isIdle(), 10000);
}

static qsizetype threads()
{
    return QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size();
}

void tst_Stage::closingInMidRunLeavesNoThread()
{
    const qsizetype before = threads();
    {
        Shown s;
        s.makeLong();
        s.actions().presentation->trigger();
        s.actions().run->trigger();
        QTRY_VERIFY(threads() > before);
        QVERIFY(s.window.close());
        QVERIFY(s.isIdle());
    }
    QTRY_VERIFY(threads() <= before);
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

void tst_Stage::languageThemeAndSizeApplyLive()
{
    Shown s;
    QVERIFY(s.runOnce());
    s.actions().presentation->trigger();
    QVERIFY(s.isActive());
    QTRY_COMPARE(s.stage().size(), s.window.size());
    QList<QImage> seen{s.stage().grab().toImage()};
    const auto isNew = [&] {
        QCoreApplication::processEvents();
        const QImage image = s.stage().grab().toImage();
        const bool is = !seen.contains(image);
        seen << image;
        return is;
    };
    s.actions().themes->actions().at(2)->trigger();
    QVERIFY(isNew());
    QVERIFY(seen.last().pixelColor(2, 2).lightness() < 128);
    s.press(Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(isNew());
    setLanguage(QStringLiteral("ja"));
    QVERIFY(isNew());
    setLanguage(QStringLiteral("en"));
    s.press(Qt::Key_0, Qt::ControlModifier);
    s.actions().themes->actions().at(1)->trigger();
    QCoreApplication::processEvents();
    QCOMPARE(s.stage().grab().toImage(), seen.first());
}

void tst_Stage::whatGoesWrongIsSaid()
{
    Shown s;
    s.actions().presentation->trigger();
    QTRY_COMPARE(s.stage().size(), s.window.size());
    const QImage before = s.stage().grab().toImage();
    s.page().say({QStringLiteral("The disk is full.")});
    QVERIFY(s.stage().grab().toImage() != before);
    s.page().say({});
    QCOMPARE(s.stage().grab().toImage(), before);
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

void tst_Stage::copyingTakesTheStage()
{
    Shown s;
    s.actions().presentation->trigger();
    s.actions().copyPicture->trigger();
    QCOMPARE(QGuiApplication::clipboard()->image().size(), s.stage().size());
}

void tst_Stage::typeIsScaledToTheSize()
{
    // A letter's height in a picture tells the size of its type.
    Shown s;
    QVERIFY(s.runOnce());
    const auto heightOfTitle = [&](QSize size) {
        StagePicture picture(s.scenario());
        const Theme theme = Theme::make(false, 1, uiFont());
        picture.setTheme(theme);
        picture.show(s.page().scene());
        QImage image(size, QImage::Format_RGB32);
        {
            QPainter painter(&image);
            picture.render(painter, QRectF(QPointF(), size));
        }
        int first = -1;
        int last = -1;
        for (int y = 0; y < 90; ++y) { // up to the cards
            for (int x = 0; x < size.width() / 4; ++x) {
                if (image.pixelColor(x, y).lightness() < 60) {
                    first = first < 0 ? y : first;
                    last = y;
                }
            }
            if (last >= 0 && y > last + 4)
                break;
        }
        return last - first + 1;
    };
    const auto expected = [](qreal factor) {
        const QFontMetricsF metrics(Theme::make(false, factor, uiFont()).font(20, QFont::Bold));
        return metrics.tightBoundingRect(findPattern(QStringLiteral("threads"))->title.text()).height();
    };
    QVERIFY(std::abs(heightOfTitle({1280, 720}) - expected(1.5)) <= 4);
    QVERIFY(std::abs(heightOfTitle({1920, 1080}) - expected(1.9)) <= 4);
}

void tst_Stage::timelineKeepsTheVariantThatMatters()
{
    Shown s;
    QStringList all;
    for (const Variant &variant : s.scenario().variants)
        all << variant.id;
    s.window.setVariants(all);
    s.window.setValues({{"workers", 8}});
    QVERIFY(s.runOnce());
    StagePicture picture(s.scenario());
    picture.setTheme(Theme::make(false, 1, uiFont()));
    picture.show(s.page().scene());
    QImage image(1280, 720, QImage::Format_RGB32);
    QPainter painter(&image);
    picture.render(painter, image.rect());
    const QString last = s.scenario().variants.back().title.text();
    QVERIFY(s.scenario().variants.back().isMistake());
    // The rows that were drawn are those of two variants: the reference and the mistake.
    const qsizetype rows = picture.numbers().count(u'\n');
    picture.show(s.page().scene());
    QVERIFY(rows < picture.numbers().count(u'\n'));
}

QTEST_MAIN(tst_Stage)
#include "tst_stage.moc"
