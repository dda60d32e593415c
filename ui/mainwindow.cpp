#include "ui/mainwindow.h"

#include "ui/actions.h"
#include "ui/export/exportdialog.h"
#include "ui/numberbox.h"
#include "ui/patternlist.h"
#include "ui/patternpage.h"
#include "ui/replay/player.h"
#include "ui/resultspanel.h"
#include "ui/runcontroller.h"
#include "ui/runlist.h"
#include "ui/scenariopage.h"
#include "ui/sidepanel.h"
#include "ui/stage/stage.h"
#include "ui/statusline.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QScreen>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>

namespace tenfold {

MainWindow::MainWindow(Settings settings)
    : settings_(std::move(settings)),
      theme_(firstLook(settings_)),
      runs_(new RunController(this)),
      actions_(new Actions(*this)),
      center_(new QStackedWidget),
      splitter_(new QSplitter),
      stage_(new Stage),
      list_(new PatternList),
      pages_(new QStackedWidget),
      patternPages_(catalog().size()),
      side_(new SidePanel),
      status_(new StatusLine),
      runList_(new RunList(this))
{
    const QString last = settings_.scenario; // before showing another page replaces it
    build();
    recall();
    connectActions();
    connectChoices();
    const QSize screenSize = screen() ? screen()->availableSize() : QSize(1600, 900);
    resize(QSize(1600, 900).boundedTo(screenSize - QSize(8, 40))); // with the frame that it will get
    restoreGeometry(settings_.geometry);
    translate();
    if (settings_.splitter.isEmpty() || !splitter_->restoreState(settings_.splitter))
        splitter_->setSizes({qRound(265 * theme_.factor), 900, qRound(400 * theme_.factor)});
    if (last.isEmpty() || !showScenario(last))
        showPattern(0);
    list_->setFocus();
}

MainWindow::~MainWindow()
{
    hide();           // what has the focus loses it while all parts are there
    delete runs_;     // the run ends before the pages that it draws on
    delete filePage_; // before the scenario that it shows
}

void MainWindow::build()
{
    pages_->setObjectName(QStringLiteral("pages"));
    splitter_->addWidget(list_);
    splitter_->addWidget(pages_);
    splitter_->addWidget(side_);
    splitter_->setStretchFactor(1, 1);
    splitter_->setChildrenCollapsible(false);
    center_->addWidget(splitter_);
    center_->addWidget(stage_);
    setCentralWidget(center_);
    setStatusBar(status_);
    setAcceptDrops(true);
    connect(runs_, &RunController::sceneChanged, this, [this](const Scene &scene) {
        if (!isDismissed_)
            showScene(scene);
        told_ = scene;
    });
    connect(runList_, &RunList::changed, this, &MainWindow::showKeptRuns);
    connect(runs_, &RunController::sweepChanged, this, [this](const Sweep &sweep) {
        ScenarioPage *shown = isDismissed_ ? nullptr : scenarioPages_.value(sweep.request.scenario);
        if (shown) {
            shown->showSweep(sweep);
            passOn(*shown);
        }
        tellSweep(sweep);
    });
    connect(runs_, &RunController::phaseChanged, this, [this](RunController::Phase phase) {
        if (phase == RunController::Phase::Idle) {
            isDismissed_ = false;
            keepRun(std::exchange(told_, {}));
        }
        if (export_)
            export_->hold(phase != RunController::Phase::Idle);
        showState();
    });
    connect(runs_, &RunController::measured, this, &MainWindow::showMachine);
    connect(side_, &SidePanel::lineChosen, this, [this](int line) {
        if (page())
            page()->results().lightLine(line);
    });
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
    for (const ScenarioPage *made : std::as_const(scenarioPages_)) {
        if (!made->scenario().isOfFile)
            settings_.pages[made->scenario().path()] = made->memory();
    }
}

PatternPage *MainWindow::patternPage(int index)
{
    PatternPage *&made = patternPages_[static_cast<std::size_t>(index)];
    if (!made)
        made = makePage(catalog()[static_cast<std::size_t>(index)]);
    return made;
}

PatternPage *MainWindow::makePage(const Pattern &pattern)
{
    auto *made = new PatternPage(pattern);
    made->setTheme(theme_);
    pages_->addWidget(made);
    connect(made, &PatternPage::scenarioChanged, this, &MainWindow::showPage);
    connect(made, &PatternPage::made, this, &MainWindow::connectPage);
    return made;
}

void MainWindow::connectPage(ScenarioPage *page)
{
    scenarioPages_[&page->scenario()] = page;
    page->results().setPictureActions({actions_->exportPicture, actions_->copyPicture, actions_->copyData});
    page->results().setTimelineVisible(actions_->timeline->isChecked());
    connect(page, &ScenarioPage::recordingDropped, this, &MainWindow::openRecording);
    page->setPinned(runList_->pinnedOf(page->scenario()));
    if (!page->scenario().isOfFile)
        page->setMemory(settings_.pages.value(page->scenario().path()));
    page->setTheme(theme_);
    connect(page, &ScenarioPage::unpinAsked, this, [this, page] { unpin(page->scenario()); });
    connect(page, &ScenarioPage::asked, this, [this, page](const Request &request) {
        if (page != this->page())
            return;
        runs_->start(request); // one that still runs gives way
        if (!request.isSweep())
            page->scrollToResults();
    });
    connect(&page->results(), &ResultsPanel::chosen, this,
            [this](const FigureId &id) { settings_.exporting.figure = id; });
    connect(page, &ScenarioPage::said, this, [this, page](const QString &sentences) {
        if (page != this->page())
            return;
        if (isPresenting())
            stage_->say(sentences);
        showState(); // it may be that nothing could begin
    });
    connect(&page->results(), &ResultsPanel::pointedAt, side_, &SidePanel::pointAt);
    connect(page, &ScenarioPage::sceneChosen, this, [this, page] { passOn(*page); });
    connect(page, &ScenarioPage::changed, this, [this, page] {
        const QSignalBlocker quiet(actions_->workers);
        actions_->workers->setValue(page->values().value(QStringLiteral("workers")).toInt());
        if (isPresenting() && page == this->page())
            stage_->setValues(page->values());
    });
}

PatternPage *MainWindow::patternPage() const
{
    return static_cast<PatternPage *>(pages_->currentWidget());
}

ScenarioPage *MainWindow::page() const
{
    return patternPage() ? patternPage()->current() : nullptr;
}

bool MainWindow::showScenario(const QString &path)
{
    const Pattern *pattern = findPattern(path.section(u'/', 0, 0));
    if (!pattern || (path.contains(u'/') && !findScenario(path)))
        return false;
    const auto index = static_cast<int>(pattern - catalog().data());
    patternPage(index)->showScenario(path.section(u'/', 1));
    showPattern(index);
    return true;
}

void MainWindow::showPattern(int index)
{
    if (index < 0)
        return;
    if (isPresenting() && catalog()[static_cast<std::size_t>(index)].scenarios.empty())
        return; // there is nothing to present
    pages_->setCurrentWidget(patternPage(index));
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
    const bool isOfFile = shown && shown->scenario().isOfFile; // which is not there at the next start
    if (!isOfFile)
        settings_.scenario = shown ? shown->scenario().path() : patternPage()->pattern().id;
    const Scene scene = shown ? shown->scene() : Scene{};
    if (runs_->scenario() && runs_->scenario() != scene.scenario())
        runs_->stop();
    for (const ScenarioPage *made : std::as_const(scenarioPages_)) { // what is out of sight stands still
        if (made != shown || isPresenting())
            made->player().pause();
    }
    if (!isPresenting() && stage_->player())
        stage_->player()->pause();
    const Parameter *workers = shown ? shown->scenario().parameter(QStringLiteral("workers")) : nullptr;
    const QSignalBlocker quiet(actions_->workers);
    actions_->setHasWorkers(workers && !isOfFile);
    if (workers) {
        actions_->workers->setRange(workers->minimum, workers->maximum);
        actions_->workers->setValue(shown->values().value(workers->id).toInt());
    }
    actions_->setMistakes(shown ? shown->mistakes() : QList<QAction *>());
    side_->show(patternPage()->pattern(), scene);
    if (export_)
        export_->show(scene);
    if (isPresenting() && shown && !isOfFile) {
        stage_->show(scene);
        stage_->setValues(shown->values());
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
    if (scene.scenario() && showScenarioOf(scene))
        showScene(scene);
}

void MainWindow::seek(Nanoseconds instant)
{
    if (page())
        page()->player().seek(instant);
}

void MainWindow::startRun()
{
    if (isPresenting())
        return runSlide();
    actions_->workers->interpretText(); // F5 in mid-typing
    if (!page() || runs_->phase() == RunController::Phase::Running || !page()->isReady())
        return;
    runs_->start(page()->request());
    page()->scrollToResults();
}

void MainWindow::showScene(const Scene &scene)
{
    ScenarioPage *shown = scenarioPages_.value(scene.scenario());
    if (!shown)
        return;
    shown->show(scene);
    if (!scene.isUnderWay() && !scene.scenario()->isOfFile && (!isPresenting() || shown != page()))
        stage_->keep(shown->scene().atEnd());
    passOn(*shown);
}

/// What a page shows goes on to everything beside it.
void MainWindow::passOn(const ScenarioPage &shown)
{
    if (&shown != page())
        return;
    if (isPresenting())
        stage_->show(shown.scene());
    else
        side_->show(patternPage()->pattern(), shown.scene());
    if (export_)
        export_->show(shown.scene());
    showState();
}

void MainWindow::showState()
{
    if (page() && page()->isRefused() && runs_->phase() == RunController::Phase::Idle)
        status_->showRefused();
    else
        status_->show(runs_->phase(), page() ? page()->scene() : Scene{}, runs_->progress());
    const bool canRun = page() && !page()->scenario().isOfFile;
    actions_->run->setEnabled(canRun && (isPresenting() || runs_->phase() != RunController::Phase::Running));
    actions_->stop->setEnabled(runs_->phase() == RunController::Phase::Running);
    for (QAction *action : {actions_->exportPicture, actions_->copyPicture, actions_->copyData})
        action->setEnabled(page());
    actions_->presentation->setEnabled(canRun); // what is presented is a chapter of the program
    actions_->saveRecording->setEnabled(canSave());
    actions_->leavePlaylist->setEnabled(!playlist_.isEmpty());
    actions_->replayMenu->setEnabled(player());
    const KeptRun *kept = page() ? runList_->holding(page()->scene()) : nullptr;
    actions_->pin->setEnabled(kept && !kept->isSweep());
    actions_->pin->setChecked(kept && kept->isPinned);
    // The parts of the window are out of sight: what a key did to them would be a surprise later.
    for (QAction *action : {actions_->sidebar, actions_->code, actions_->timeline})
        action->setEnabled(!isPresenting());
}

void MainWindow::showMachine(const Machine &machine)
{
    runs_->setMachine(machine);
    status_->showMachine(machine);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (export_ && export_->isDrawing() && !isClosing_) {
        event->ignore();
        return askBeforeClosing();
    }
    runs_->end();
    if (!isPresenting()) {
        settings_.geometry = saveGeometry();
        settings_.splitter = splitter_->saveState();
    }
    remember();
    settings_.save();
    QMainWindow::closeEvent(event);
}

} // namespace tenfold
