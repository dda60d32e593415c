#include "ui/mainwindow.h"

#include "ui/actions.h"
#include "ui/export/exportdialog.h"
#include "ui/fonts.h"
#include "ui/language.h"
#include "ui/numberbox.h"
#include "ui/patternlist.h"
#include "ui/patternpage.h"
#include "ui/runcontroller.h"
#include "ui/scenariopage.h"
#include "ui/sidepanel.h"
#include "ui/stage/stage.h"
#include "ui/statusline.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QScreen>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>

namespace tenfold {

static bool systemIsDark()
{
    // As it was before the first window set its own palette.
    static const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
}

MainWindow::MainWindow(Settings settings)
    : settings_(std::move(settings)),
      runs_(new RunController(this)),
      actions_(new Actions(*this)),
      center_(new QStackedWidget),
      splitter_(new QSplitter),
      stage_(new Stage),
      list_(new PatternList),
      pages_(new QStackedWidget),
      side_(new SidePanel),
      status_(new StatusLine)
{
    const QString last = settings_.scenario; // before showing another page replaces it
    systemIsDark();
    if (settings_.kept)
        setLanguage(settings_.language);
    build();
    recall();
    connectActions();
    connectChoices();
    const QSize screenSize = screen() ? screen()->availableSize() : QSize(1600, 900);
    resize(QSize(1600, 900).boundedTo(screenSize - QSize(8, 40))); // with the frame that it will get
    restoreGeometry(settings_.geometry);
    retranslate();
    if (settings_.splitter.isEmpty() || !splitter_->restoreState(settings_.splitter))
        splitter_->setSizes({qRound(265 * theme_.factor), 900, qRound(400 * theme_.factor)});
    if (last.isEmpty() || !showScenario(last))
        showPattern(0);
    list_->setFocus();
}

MainWindow::~MainWindow()
{
    delete runs_; // the run ends before the pages that it draws on
}

void MainWindow::build()
{
    pages_->setObjectName(QStringLiteral("pages"));
    for (const Pattern &pattern : catalog())
        addPattern(pattern);
    splitter_->addWidget(list_);
    splitter_->addWidget(pages_);
    splitter_->addWidget(side_);
    splitter_->setStretchFactor(1, 1);
    splitter_->setChildrenCollapsible(false);
    center_->addWidget(splitter_);
    center_->addWidget(stage_);
    setCentralWidget(center_);
    setStatusBar(status_);
    connect(runs_, &RunController::sceneChanged, this, &MainWindow::showScene);
    connect(runs_, &RunController::sweepChanged, this, [this](const Scenario &scenario, const Sweep &sweep) {
        if (ScenarioPage *of = scenarioPages_.value(&scenario)) {
            of->showSweep(sweep);
            pass(*of);
        }
    });
    connect(runs_, &RunController::phaseChanged, this, &MainWindow::showState);
    connect(runs_, &RunController::measured, this, &MainWindow::showMachine);
    connect(list_, &QListWidget::currentRowChanged, this, &MainWindow::showPattern);
}

/// What the settings say about what is in sight.
void MainWindow::recall()
{
    actions_->sidebar->setChecked(settings_.sidebar);
    list_->setVisible(settings_.sidebar);
    actions_->timeline->setChecked(settings_.timeline);
    side_->setTab(settings_.side);
}

void MainWindow::remember()
{
    settings_.sidebar = actions_->sidebar->isChecked();
    settings_.timeline = actions_->timeline->isChecked();
    settings_.side = side_->tab();
    for (const ScenarioPage *made : std::as_const(scenarioPages_))
        settings_.pages[made->scenario().path()] = made->memory();
}

void MainWindow::addPattern(const Pattern &pattern)
{
    auto *made = new PatternPage(pattern);
    pages_->addWidget(made);
    connect(made, &PatternPage::scenarioChanged, this, &MainWindow::showPage);
    connect(made, &PatternPage::made, this, [this](ScenarioPage *page) {
        scenarioPages_[&page->scenario()] = page;
        page->setPictureActions({actions_->exportPicture, actions_->copyPicture, actions_->copyData});
        page->setTimelineVisible(actions_->timeline->isChecked());
        page->setMemory(settings_.pages.value(page->scenario().path()));
        page->setTheme(theme_);
        connect(page, &ScenarioPage::runAsked, this, [this, page](const QStringList &variants) {
            if (page != this->page())
                return;
            runs_->start(page->scenario(), variants, page->values()); // one that still runs gives way
            page->scrollToResults();
        });
        connect(page, &ScenarioPage::sweepAsked, this,
                [this, page](const QString &over, const QList<int> &list) {
                    if (page == this->page() && page->isReady())
                        runs_->sweep(page->scenario(), page->variants(), page->values(), over, list);
                });
        connect(page, &ScenarioPage::copied, status_, [this] { status_->showMessage(tr("Copied"), 3000); });
        connect(page, &ScenarioPage::chosen, this,
                [this](const QString &id) { settings_.exporting.figure = id; });
        connect(page, &ScenarioPage::said, this, [this, page](const QString &sentences) {
            if (isPresenting() && page == this->page())
                stage_->say(sentences);
        });
        connect(page, &ScenarioPage::pointedAt, side_, &SidePanel::pointAt);
        connect(page, &ScenarioPage::changed, this, [this, page] {
            const QSignalBlocker quiet(actions_->workers);
            actions_->workers->setValue(page->values().value(QStringLiteral("workers")).toInt());
        });
    });
}

PatternPage *MainWindow::patternPage() const
{
    return static_cast<PatternPage *>(pages_->currentWidget());
}

ScenarioPage *MainWindow::page() const
{
    return patternPage()->current();
}

bool MainWindow::showScenario(const QString &path)
{
    const Pattern *pattern = findPattern(path.section(u'/', 0, 0));
    if (!pattern || (path.contains(u'/') && !findScenario(path)))
        return false;
    const auto index = static_cast<int>(pattern - catalog().data());
    static_cast<PatternPage *>(pages_->widget(index))->showScenario(path.section(u'/', 1));
    showPattern(index);
    return true;
}

void MainWindow::showPattern(int index)
{
    if (index < 0)
        return;
    pages_->setCurrentIndex(index);
    if (!page())
        patternPage()->showScenario({});
    const QSignalBlocker quiet(list_);
    list_->setCurrentRow(index);
    actions_->patterns->actions().at(index)->setChecked(true);
    showPage();
}

/// What came into sight takes the tool bar and the panels over; a run of another page stops.
void MainWindow::showPage()
{
    ScenarioPage *shown = page();
    settings_.scenario = shown ? shown->scenario().path() : patternPage()->pattern().id;
    const Scene scene = shown ? shown->scene() : Scene{};
    if (runs_->scenario() && runs_->scenario() != scene.scenario)
        runs_->stop();
    const Parameter *workers = shown ? shown->scenario().parameter(QStringLiteral("workers")) : nullptr;
    const QSignalBlocker quiet(actions_->workers);
    actions_->workers->setEnabled(workers);
    if (workers) {
        actions_->workers->setRange(workers->minimum, workers->maximum);
        actions_->workers->setValue(shown->values().value(workers->id).toInt());
    }
    actions_->setMistakes(shown ? shown->mistakes() : QList<QAction *>());
    side_->show(patternPage()->pattern(), scene);
    if (export_)
        export_->show(scene);
    if (isPresenting() && shown) {
        stage_->show(scene);
        stage_->say(shown->message());
    } else {
        setPresenting(false);
    }
    fitSide();
    showState();
}

void MainWindow::setValues(const Values &values)
{
    if (page())
        page()->setValues(values);
}

void MainWindow::setVariants(const QStringList &ids)
{
    if (page())
        page()->setVariants(ids);
}

void MainWindow::present(const Scene &scene)
{
    runs_->stop();
    if (scene.scenario && showScenario(scene.scenario->path()))
        showScene(scene);
}

void MainWindow::startRun()
{
    actions_->workers->interpretText(); // F5 in mid-typing
    if (!page() || runs_->phase() == RunController::Phase::Running || !page()->isReady())
        return;
    runs_->start(page()->scenario(), page()->variants(), page()->values());
    page()->scrollToResults();
}

void MainWindow::showScene(const Scene &scene)
{
    ScenarioPage *of = scenarioPages_.value(scene.scenario);
    if (!of)
        return;
    of->show(scene);
    pass(*of);
}

/// What a page shows goes on to all that stands beside it.
void MainWindow::pass(const ScenarioPage &of)
{
    if (&of != page())
        return;
    if (isPresenting())
        stage_->show(of.scene());
    else
        side_->show(patternPage()->pattern(), of.scene());
    if (export_)
        export_->show(of.scene());
    showState();
}

void MainWindow::showState()
{
    status_->show(runs_->phase(), page() ? page()->scene() : Scene{}, runs_->progress());
    actions_->run->setEnabled(page() && runs_->phase() != RunController::Phase::Running);
    actions_->stop->setEnabled(runs_->phase() == RunController::Phase::Running);
    for (QAction *action :
         {actions_->exportPicture, actions_->copyPicture, actions_->copyData, actions_->presentation})
        action->setEnabled(page());
    for (QAction *action : {actions_->nextStep, actions_->previousStep, actions_->firstStep,
                            actions_->lastStep, actions_->blank})
        action->setEnabled(isPresenting());
    // The parts of the window are out of sight: what a key did to them would be a surprise later.
    for (QAction *action : {actions_->sidebar, actions_->code, actions_->timeline})
        action->setEnabled(!isPresenting());
}

void MainWindow::showMachine(const Machine &machine)
{
    runs_->setMachine(machine);
    status_->showMachine(machine);
}

void MainWindow::setLook(const Theme &theme)
{
    hasOwnLook_ = true;
    theme_ = theme;
    applyTheme();
}

void MainWindow::applyTheme()
{
    if (!hasOwnLook_) {
        const bool dark =
            settings_.theme.isEmpty() ? systemIsDark() : settings_.theme == QLatin1String("dark");
        theme_ = Theme::make(dark, settings_.factor, uiFont());
    }
    theme_.base = uiFont(); // follows the language
    theme_.install();
    QApplication::setFont(theme_.font(11));
    setFont(theme_.font(11)); // what was made before does not always follow the application's
    // What is typed into has a border; what is read has none.
    setStyleSheet(
        theme_.styleSheet() +
        QStringLiteral(
            "tenfold--ParameterForm QPlainTextEdit{border:1px solid %1;border-radius:3px;padding:0}")
            .arg(theme_.grid.name()));
    actions_->setTheme(theme_);
    list_->setTheme(theme_);
    side_->setTheme(theme_);
    stage_->setTheme(theme_);
    for (int i = 0; i < pages_->count(); ++i)
        static_cast<PatternPage *>(pages_->widget(i))->setTheme(theme_);
}

void MainWindow::zoom(qreal factor)
{
    settings_.factor = std::clamp(factor, Settings::smallest, Settings::largest);
    hasOwnLook_ = false;
    applyTheme();
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Tenfold"));
    side_->retranslate();
    actions_->retranslate();
    stage_->retranslate();
    applyTheme(); // the font may change with the language
    showPage();
}

bool MainWindow::event(QEvent *event)
{
    const bool handled = QMainWindow::event(event);
    // After the children, which the base class has told.
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return handled;
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (settings_.kept && !std::exchange(isPainted_, true))
        QMetaObject::invokeMethod(runs_, &RunController::measure, Qt::QueuedConnection);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitSide();
}

bool MainWindow::isWide() const
{
    return width() >= 1360; // less leaves the page too narrow for its tabs and headings
}

void MainWindow::fitSide()
{
    const bool wants = settings_.code[isWide()];
    actions_->code->setChecked(wants);
    side_->setVisible(wants && page());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    runs_->end();
    if (!isPresenting()) {
        settings_.geometry = saveGeometry();
        settings_.splitter = splitter_->saveState();
    }
    remember();
    settings_.save();
    QMainWindow::closeEvent(event);
}

QImage MainWindow::shot()
{
    const bool wasVisible = isVisible();
    if (!wasVisible) {
        setAttribute(Qt::WA_DontShowOnScreen);
        show();
    }
    // Layouts settle in events: those of the window, then those of the charts in it.
    for (int i = 0; i < 4; ++i)
        QCoreApplication::processEvents();
    const QImage image = grab().toImage();
    if (!wasVisible) {
        hide();
        setAttribute(Qt::WA_DontShowOnScreen, false);
    }
    return image;
}

} // namespace tenfold
