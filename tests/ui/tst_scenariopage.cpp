#include "core/analysis/verdict.h"
#include "core/catalog/pattern.h"
#include "tests/patience.h"
#include "tests/ui/driven.h"
#include "ui/actions.h"
#include "ui/bignumbers.h"
#include "ui/code/codepanel.h"
#include "ui/mainwindow.h"
#include "ui/owninput.h"
#include "ui/patternlist.h"
#include "ui/resultspanel.h"
#include "ui/runcard.h"
#include "ui/runcontroller.h"
#include "ui/scenariopage.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace tenfold;

class tst_ScenarioPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void breakItRunsTheRightWayAndTheMistake();
    void resultsStayInSight();
    void theMenuOfMistakesBreaksIt();
    void onlyThisRunsTheReferenceAndThat();
    void breakItInMidRunTakesOver();
    void resultsOfOtherValuesSaySo();
    void copyingSaysSo();
    void copyDataTakesTheTableOfTheDataTab();
    void chipsNameTheWorkers();
    void everyInputFindsItsParameter();
    void uselessInputIsASentence();
    void dropSetsTheForm();
    void machineIsMeasuredAgainButNotInARun();
    void pageIsLeftAsItWas();
    void damagedSettingsAreDefaults();

private:
    static const Scenario &scenario() { return *findScenario(QStringLiteral("threads/url-fetch")); }
    QString write(const QString &name, const QByteArray &content) const;

    QTemporaryDir folder_;
};

void tst_ScenarioPage::initTestCase()
{
    QVERIFY(folder_.isValid());
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
}

QString tst_ScenarioPage::write(const QString &name, const QByteArray &content) const
{
    QFile file(folder_.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                    : QString();
}

void tst_ScenarioPage::breakItRunsTheRightWayAndTheMistake()
{
    Driven o;
    o.click("break-lock-held-while-waiting");
    QVERIFY(!o.isIdle());
    QVERIFY(o.endsRun());
    const QStringList expected{"sequential", "parallel", "lock-held-while-waiting"};
    QCOMPARE(o.ran(), expected);
    QCOMPARE(o.page().variants(), o.page().scenario().tickedVariants()); // the ticks are what Run runs
    QVERIFY(o.page().scene().outcomes.back().finding("serialised")->value > 0);
}

void tst_ScenarioPage::resultsStayInSight()
{
    Driven o;
    o.window.resize(1280, 720);
    o.window.show();
    auto *card = o.window.findChild<RunCard *>();
    card->setFolded(false);
    o.click("break-lock-held-while-waiting"); // more variants than before: the pictures grow
    QVERIFY(o.endsRun());
    QScrollBar *bar = o.page().verticalScrollBar();
    const auto *numbers = o.page().findChild<BigNumbers *>();
    QTRY_COMPARE_WITH_TIMEOUT(bar->value(),
                              std::min(bar->maximum(), numbers->mapTo(o.page().widget(), QPoint()).y() - 10),
                              patience);
    QVERIFY(bar->value() > 0);
    bar->triggerAction(QAbstractSlider::SliderToMinimum);
    const int before = bar->maximum();
    o.window.resize(1280, 640);
    QTRY_VERIFY_WITH_TIMEOUT(bar->maximum() != before, patience);
    QCOMPARE(bar->value(), 0); // what the user chose stays
}

void tst_ScenarioPage::theMenuOfMistakesBreaksIt()
{
    Driven o;
    const QList<QAction *> mistakes = o.actions().breakIt->actions();
    QCOMPARE(mistakes.size(), std::ranges::count_if(o.page().scenario().variants, &Variant::isMistake));
    QCOMPARE(mistakes.front()->shortcut(), QKeySequence(Qt::Key_F6));
    QVERIFY(o.window.actions().contains(mistakes.front())); // its key lives whatever is in sight
    mistakes.front()->trigger();
    QVERIFY(o.endsRun());
    QCOMPARE(o.ran(), QStringList({"sequential", "parallel", "lock-held-while-waiting"}));
    // The numbers speak of what is shown: the mistake's beside the right one, and what it did.
    const Theme theme = Theme::make(false, 1, {});
    const Scenario &scenario = o.page().scenario();
    const auto numbers = BigNumbers::of(scenario, o.page().scene(), theme);
    QCOMPARE(numbers[0].title, scenario.variant("parallel")->title.text());
    QCOMPARE(numbers[1].title, scenario.variant("lock-held-while-waiting")->title.text());
    QCOMPARE(numbers[1].colour, theme.of(VariantKind::Mistake));
    QVERIFY(numbers[0].value.endsWith(u's') && numbers[1].value.endsWith(u's'));
    QCOMPARE(numbers[2].title, scenario.measureOf("serialised")->title.text());
    Scene failed = o.page().scene(); // a short time without a result is no number to be proud of
    failed.outcomes.back().repeats.front().sameResult = false;
    QVERIFY(BigNumbers::of(scenario, failed, theme)[1].value.endsWith(u'✗'));
    o.window.showScenario(QStringLiteral("threads/database"));
    QCOMPARE(o.actions().breakIt->actions().size(), 1);
    QVERIFY(!o.window.actions().contains(mistakes.front()));
    o.window.showScenario(QStringLiteral("processes/ml-training"));
    QVERIFY(!o.actions().breakIt->isEnabled());
}

void tst_ScenarioPage::onlyThisRunsTheReferenceAndThat()
{
    Driven o;
    o.click("only-one-interpreter");
    QVERIFY(o.endsRun());
    QCOMPARE(o.ran(), QStringList({"sequential", "one-interpreter"}));
    // The big numbers speak of what was run.
    const Theme theme = Theme::make(false, 1, {});
    auto numbers = BigNumbers::of(o.page().scenario(), o.page().scene(), theme);
    QCOMPARE(numbers[1].title, o.page().scenario().variant("one-interpreter")->title.text());
    QVERIFY(numbers[1].value.endsWith(u's') && numbers[2].value.endsWith(u'×'));
    Scene scene = o.page().scene();
    scene.summary.figures.back().speedup = 1.02;
    QCOMPARE(BigNumbers::of(o.page().scenario(), scene, theme)[2].colour, theme.muted); // no gain
    scene.summary.figures.back().speedup = 3;
    QCOMPARE(BigNumbers::of(o.page().scenario(), scene, theme)[2].colour, theme.gain);
    scene.summary.figures.back().isBent = true;
    QCOMPARE(BigNumbers::of(o.page().scenario(), scene, theme)[2].colour, theme.muted);
    // What failed has no speed-up, and says that it failed.
    scene.summary.figures.back().speedup.reset();
    scene.outcomes.back().repeats.back().status = Status::Failed;
    numbers = BigNumbers::of(o.page().scenario(), scene, theme);
    QCOMPARE(numbers[1].value, titleOf(Status::Failed));
    QCOMPARE(numbers[2].value, QStringLiteral("–"));
    QCOMPARE(numbers[2].colour, theme.muted);
    o.click("only-sequential");
    QVERIFY(o.endsRun());
    QCOMPARE(o.ran(), QStringList({"sequential"}));
    QCOMPARE(o.page().variants(), o.page().scenario().tickedVariants());
}

void tst_ScenarioPage::breakItInMidRunTakesOver()
{
    Driven o;
    o.window.setValues({{"unit", 1500}, {"rounds", 50}});
    o.actions().run->trigger();
    QVERIFY(!o.isIdle());
    o.makeQuick();
    o.click("break-unlimited-fan-out");
    QTRY_VERIFY_WITH_TIMEOUT(o.isIdle() && o.ran().contains(QStringLiteral("unlimited-fan-out")), patience);
    QCOMPARE(o.page().scene().outcomes.back().status(), Status::Finished);
}

void tst_ScenarioPage::resultsOfOtherValuesSaySo()
{
    Driven o;
    const auto *measured = o.page().findChild<QLabel *>(QStringLiteral("measured"));
    QVERIFY(measured->isHidden());
    o.click("only-sequential");
    QVERIFY(o.endsRun());
    QVERIFY(measured->isHidden());
    const int before = o.page().values()[QStringLiteral("workers")].toInt();
    o.window.setValues({{"workers", before + 2}});
    QVERIFY(!measured->isHidden());
    QVERIFY2(measured->text().contains(QStringLiteral("Workers = %1").arg(before)),
             qPrintable(measured->text()));
    o.window.setValues({{"workers", before}});
    QVERIFY(measured->isHidden());
}

void tst_ScenarioPage::copyingSaysSo()
{
    Driven o;
    auto *status = o.window.findChild<QStatusBar *>();
    o.actions().copyData->trigger();
    QCOMPARE(status->currentMessage(), QStringLiteral("Copied"));
    status->clearMessage();
    o.actions().copyPicture->trigger();
    QCOMPARE(status->currentMessage(), QStringLiteral("Copied"));
}

void tst_ScenarioPage::copyDataTakesTheTableOfTheDataTab()
{
    Driven o;
    QVERIFY(o.runOnce());
    o.actions().copyData->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(
        QLatin1String("Variant\tSeconds\tSpeed-up\tLimit in seconds\tRemarks\nSequential\t0.")));
    o.page().results().setViewTab(QStringLiteral("data"));
    QCOMPARE(o.page().results().viewTab(), QStringLiteral("data"));
    o.actions().copyData->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().trimmed().split(u'\n');
    QCOMPARE(lines.size(), 5); // the heading and the chapter's four
    QCOMPARE(lines.front(), QStringLiteral("URL\tStatus\tBytes\tError"));
    QVERIFY(lines[1].startsWith(QLatin1String("/delay/15\t200\t")));
}

void tst_ScenarioPage::chipsNameTheWorkers()
{
    Driven o;
    o.window.setValues({{"unit", 1500}, {"rounds", 50}});
    o.page().setVariants({QStringLiteral("parallel")});
    o.click("only-parallel");
    QTRY_VERIFY_WITH_TIMEOUT(!o.page().scene().outcomes.empty() && !litLines(o.page().scene()).isEmpty(),
                             patience);
    const QMap<int, LitLine> lit = litLines(o.page().scene());
    QCOMPARE(lit.first().lanes.front().text(), QStringLiteral("M")); // the reference runs on the main thread
    QCOMPARE(lit.first().lanes.front().kind, VariantKind::Sequential);
    o.runs().stop();
    QVERIFY(o.endsRun());
}

void tst_ScenarioPage::everyInputFindsItsParameter()
{
    Scenario s = scenario();
    s.parameters = {{"urls", "URLs", {}, ParameterKind::Text, 0, 0, {}, QString()},
                    {"folder", "Folder", {}, ParameterKind::Folder, 0, 0, {}, QString()}};
    QMimeData folder;
    folder.setUrls({QUrl::fromLocalFile(folder_.path())});
    QCOMPARE(ownInput(s, folder).values, Values({{"folder", folder_.path()}}));
    QMimeData addresses;
    addresses.setUrls({QUrl("http://127.0.0.1/a"), QUrl("http://127.0.0.1/b")});
    QCOMPARE(ownInput(s, addresses).values,
             Values({{"urls", QStringLiteral("http://127.0.0.1/a\nhttp://127.0.0.1/b")}}));
    QMimeData text;
    text.setText(QStringLiteral(" one\ntwo\n"));
    QCOMPARE(ownInput(s, text).values, Values({{"urls", QStringLiteral("one\ntwo")}}));
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(write(QStringLiteral("list.txt"), "x\ny\n"))});
    QCOMPARE(ownInput(s, file).values, Values({{"urls", QStringLiteral("x\ny\n")}}));
    s.parameters.push_back({"file", "File", {}, ParameterKind::File, 0, 0, {}, QString()});
    QCOMPARE(ownInput(s, file).values, Values({{"file", folder_.filePath(QStringLiteral("list.txt"))}}));
}

void tst_ScenarioPage::uselessInputIsASentence()
{
    QMimeData folder;
    folder.setUrls({QUrl::fromLocalFile(folder_.path())});
    OwnInput input = ownInput(scenario(), folder);
    QVERIFY(input.values.isEmpty());
    QVERIFY2(input.problem.contains(QLatin1String("Own URLs")), qPrintable(input.problem)); // what would fit
    QMimeData binary;
    binary.setUrls({QUrl::fromLocalFile(write(QStringLiteral("x.bin"), QByteArray(10, '\0')))});
    input = ownInput(scenario(), binary);
    QVERIFY(input.values.isEmpty() && input.problem.contains(QLatin1String("x.bin")));
    QMimeData gone;
    gone.setUrls({QUrl::fromLocalFile(folder_.filePath(QStringLiteral("gone")))});
    input = ownInput(scenario(), gone);
    QVERIFY(input.values.isEmpty() && input.problem.contains(QLatin1String("gone")));
    QMimeData nothing;
    QVERIFY(!ownInput(scenario(), nothing).problem.isEmpty());
}

void tst_ScenarioPage::dropSetsTheForm()
{
    Driven o;
    const auto drop = [&](const QMimeData &data) {
        // As Qt does it: who accepts the entry, or a parent of it, gets the drop.
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(o.page().widget(), &enter);
        QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(o.page().widget(), &event);
    };
    QMimeData text;
    text.setText(QStringLiteral("http://127.0.0.1:1/a"));
    drop(text);
    QCOMPARE(o.page().values().value(QStringLiteral("urls")).toString(), text.text());
    QVERIFY(!o.window.findChild<RunCard *>()->isFolded()); // what has come in is in sight
    QMimeData folder;
    folder.setUrls({QUrl::fromLocalFile(folder_.path())});
    drop(folder);
    QCOMPARE(o.page().values().value(QStringLiteral("urls")).toString(), text.text());
    QVERIFY(!o.window.findChild<QLabel *>("message")->text().isEmpty());
}

void tst_ScenarioPage::machineIsMeasuredAgainButNotInARun()
{
    RunController runs(nullptr, std::chrono::milliseconds(1));
    QSignalSpy measured(&runs, &RunController::measured);
    bool inRun = false;
    connect(&runs, &RunController::measured, this,
            [&] { inRun = inRun || runs.phase() != RunController::Phase::Idle; });
    const auto run = [&] {
        runs.start({&scenario(), {QStringLiteral("parallel")}, scenario().preset(QStringLiteral("quick"))});
        QTRY_VERIFY_WITH_TIMEOUT(runs.phase() != RunController::Phase::Idle, patience);
        QTRY_VERIFY_WITH_TIMEOUT(runs.phase() == RunController::Phase::Idle, patience);
    };
    run();
    QCOMPARE(measured.size(), 0); // nobody has asked for it
    runs.measure();
    QTRY_COMPARE_WITH_TIMEOUT(measured.size(), 1, patience);
    run();
    QTRY_COMPARE_WITH_TIMEOUT(measured.size(), 2, patience);
    QVERIFY(!inRun);
    RunController seldom;
    QSignalSpy seldomMeasured(&seldom, &RunController::measured);
    seldom.measure();
    QTRY_COMPARE_WITH_TIMEOUT(seldomMeasured.size(), 1, patience);
    seldom.start({&scenario(), {}, scenario().preset(QStringLiteral("quick"))});
    QTRY_VERIFY_WITH_TIMEOUT(seldom.phase() == RunController::Phase::Running, patience);
    QTRY_VERIFY_WITH_TIMEOUT(seldom.phase() == RunController::Phase::Idle, patience);
    QCOMPARE(seldomMeasured.size(), 1);
}

void tst_ScenarioPage::pageIsLeftAsItWas()
{
    {
        Driven o(Settings::load());
        o.window.setValues({{"workers", 9}, {"urls", QStringLiteral("http://127.0.0.1/,\n@x")}});
        o.page().setVariants({QStringLiteral("parallel")});
        o.page().results().setViewTab(QStringLiteral("time"));
        o.window.findChild<RunCard *>()->setFolded(false);
        o.actions().timeline->trigger();
        o.actions().sidebar->trigger();
        o.window.findChild<QTabWidget *>("side")->setCurrentIndex(1);
        o.window.show();
        QVERIFY(o.window.close());
    }
    Driven o(Settings::load());
    QCOMPARE(o.page().values().value(QStringLiteral("workers")).toInt(), 9);
    QCOMPARE(o.page().values().value(QStringLiteral("urls")).toString(),
             QStringLiteral("http://127.0.0.1/,\n@x"));
    QCOMPARE(o.page().variants(), QStringList({"sequential", "parallel"}));
    QCOMPARE(o.page().results().viewTab(), QStringLiteral("time"));
    QVERIFY(!o.window.findChild<RunCard *>()->isFolded());
    QVERIFY(!o.actions().timeline->isChecked());
    QVERIFY(!o.actions().sidebar->isChecked());
    QVERIFY(o.window.findChild<PatternList *>()->isHidden());
    QCOMPARE(o.window.findChild<QTabWidget *>("side")->currentIndex(), 1);
    // Defaults again leave nothing behind.
    o.window.setValues(scenario().preset(QStringLiteral("default")));
    o.page().setVariants(scenario().tickedVariants());
    o.window.close();
    const PageMemory memory = Settings::load().pages.value(scenario().path());
    QVERIFY(memory.values.isEmpty() && memory.variants.isEmpty());
}

void tst_ScenarioPage::damagedSettingsAreDefaults()
{
    {
        QSettings ini(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("tenfold"),
                      QStringLiteral("tenfold"));
        ini.setValue(QStringLiteral("pages/threads/url-fetch/values/workers"), QStringLiteral("many"));
        ini.setValue(QStringLiteral("pages/threads/url-fetch/values/unit"), 999999);
        ini.setValue(QStringLiteral("pages/threads/url-fetch/values/rounds"), 3);
        ini.setValue(QStringLiteral("pages/threads/url-fetch/variants"), QStringLiteral("none"));
        ini.setValue(QStringLiteral("pages/threads/url-fetch/tab"), QStringLiteral("nowhere"));
        ini.setValue(QStringLiteral("side"), 77);
        ini.setValue(QStringLiteral("sidebar"), QStringLiteral("perhaps"));
    }
    Driven o(Settings::load());
    Values expected = scenario().preset(QStringLiteral("default"));
    expected[QStringLiteral("rounds")] = 3; // what is whole is kept
    QCOMPARE(o.page().values(), expected);
    QCOMPARE(o.page().variants(), scenario().tickedVariants());
    QCOMPARE(o.page().results().viewTab(), QStringLiteral("in-flight"));
    QVERIFY(o.actions().sidebar->isChecked());
}

QTEST_MAIN(tst_ScenarioPage)
#include "tst_scenariopage.moc"
