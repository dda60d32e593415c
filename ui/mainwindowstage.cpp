// The presentation: how it is entered and left, and what its keys and its menu do.

#include "ui/actions.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/numberbox.h"
#include "ui/patternlist.h"
#include "ui/patternpage.h"
#include "ui/runcontroller.h"
#include "ui/scenariopage.h"
#include "ui/stage/stage.h"
#include "ui/statusline.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>

namespace tenfold {

void MainWindow::connectStage()
{
    const auto onTrigger = [this](QAction *action, auto &&slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    onTrigger(actions_->presentation, &MainWindow::setPresenting);
    onTrigger(actions_->nextStep, [this] { stage_->goOn(); });
    onTrigger(actions_->previousStep, [this] { stage_->goBack(); });
    onTrigger(actions_->firstStep, [this] { stage_->goTo(0); });
    onTrigger(actions_->lastStep, [this] { stage_->goTo(stage_->steps()); });
    onTrigger(actions_->blank, [this] { stage_->setBlank(true); });
    onTrigger(actions_->moreWorkers, [this] { changeWorkers(+1); });
    onTrigger(actions_->fewerWorkers, [this] { changeWorkers(-1); });
    onTrigger(actions_->nextFocus, [this] { stage_->moveFocus(); });
    onTrigger(actions_->nextScenario, [this] { showNeighbour(true); });
    onTrigger(actions_->previousScenario, [this] { showNeighbour(false); });
    const auto choose = [](QActionGroup *group, const QString &id) {
        for (QAction *action : group->actions()) {
            if (action->data() == id)
                action->trigger();
        }
    };
    onTrigger(actions_->otherLanguage, [this, choose] {
        choose(actions_->languages,
               language() == QLatin1String("ja") ? QStringLiteral("en") : QStringLiteral("ja"));
    });
    onTrigger(actions_->otherTheme, [this, choose] {
        choose(actions_->themes, theme_.dark ? QStringLiteral("light") : QStringLiteral("dark"));
    });
    onTrigger(actions_->cppFirst, [this](bool on) {
        settings_.cppFirst = on;
        stage_->setCppFirst(on);
    });
    actions_->cppFirst->setChecked(settings_.cppFirst);
    stage_->setCppFirst(settings_.cppFirst);
    connect(stage_, &Stage::left, this, [this] { setPresenting(false); });
    stage_->setOrder([this](const Scenario &scenario) {
        return playlist_.isEmpty() ? StageOrder::of(scenario) : playlist_.orderOf(scenario);
    });
    stage_->setTaken([this](const Slide &slide) { return take(slide); });
    connect(
        runs_, &RunController::phaseChanged, stage_,
        [this](RunController::Phase phase) {
            if (phase == RunController::Phase::Stopping)
                stage_->waitNoLonger();
            else if (phase == RunController::Phase::Idle && isPresenting())
                stage_->runIsOver();
        },
        Qt::QueuedConnection); // the last scene has been shown by then
    const auto line = [this] {
        auto *separator = new QAction(stage_);
        separator->setSeparator(true);
        return separator;
    };
    stage_->addActions({actions_->run,
                        actions_->stop,
                        actions_->breakIt->menuAction(),
                        actions_->replayMenu->menuAction(),
                        actions_->moreWorkers,
                        actions_->fewerWorkers,
                        actions_->nextFocus,
                        line(),
                        actions_->nextStep,
                        actions_->previousStep,
                        actions_->nextScenario,
                        actions_->previousScenario,
                        actions_->patternMenu->menuAction(),
                        actions_->leavePlaylist,
                        line(),
                        actions_->languageMenu->menuAction(),
                        actions_->themeMenu->menuAction(),
                        actions_->larger,
                        actions_->smaller,
                        actions_->normal,
                        actions_->cppFirst,
                        line(),
                        actions_->copyPicture,
                        actions_->exportPicture,
                        actions_->blank,
                        actions_->presentation});
}

/// Does what `slide` offers, if that can begin.
Taken MainWindow::take(const Slide &slide)
{
    using Does = Slide::Does;
    if (slide.does == Does::Leave || slide.does == Does::Return) {
        if (showNeighbour(slide.does == Does::Leave))
            return Taken::Begun;
        return playlist_.isEmpty() && showScenario(slide.of) ? Taken::Begun : Taken::No; // the first one
    }
    if (!page() || !page()->isReady())
        return Taken::No;
    if (runs_->phase() == RunController::Phase::Running) // a step must not end what the audience waits for
        return Taken::Later;
    if (slide.does == Does::Run)
        runs_->start(page()->request());
    else if (slide.does == Does::Sweep)
        startSweep(slide.of);
    else
        return breakIt(slide.of) ? Taken::Begun : Taken::No;
    return Taken::Begun;
}

/// Makes the mistake `id` beside the right way.
bool MainWindow::breakIt(const QString &id)
{
    qsizetype index = 0;
    for (const Variant &variant : page()->scenario().variants) {
        if (variant.isMistake() && variant.id == id) {
            page()->mistakes().at(index)->trigger();
            return true;
        }
        index += variant.isMistake() ? 1 : 0;
    }
    return false;
}

void MainWindow::startSweep(const QString &over)
{
    Request sweep = page()->request();
    sweep.over = over;
    sweep.variants = {page()->scenario().variants[1].id};
    sweep.sweptValues = sweptValues(*page()->scenario().parameter(over));
    runs_->start(sweep);
}

/// Runs what is in sight of the presentation: the run, the mistake or the sweep. One that is under way gives
/// way.
void MainWindow::runSlide()
{
    if (!page() || !page()->isReady())
        return;
    const Slide &slide = stage_->slide();
    const QString mistake = stage_->mistake();
    if (slide.kind == Slide::Kind::Sweep)
        startSweep(slide.of);
    else if (mistake.isEmpty() || !breakIt(mistake))
        runs_->start(page()->request());
}

void MainWindow::changeWorkers(int by)
{
    if (!actions_->workers->isEnabled())
        return stage_->flash(tr("There is no number of workers here"));
    const int before = actions_->workers->value();
    actions_->workers->setValue(before + by);
    const int workers = actions_->workers->value();
    stage_->flash(tr("Workers: %1").arg(workers));
    // A sweep takes long, and one over workers brings out the same: F5 makes it again.
    if (workers != before && stage_->slide().kind != Slide::Kind::Sweep)
        runSlide();
}

bool MainWindow::isPresenting() const
{
    return center_->currentWidget() == stage_;
}

/// The stage takes the whole screen over; whatever runs goes on.
void MainWindow::setPresenting(bool on)
{
    on = on && page();
    actions_->presentation->setChecked(on);
    if (on == isPresenting())
        return;
    if (on) { // what is remembered is how the window was before
        settings_.geometry = saveGeometry();
        settings_.splitter = splitter_->saveState();
    }
    center_->setCurrentIndex(on ? 1 : 0);
    for (QWidget *widget : std::initializer_list<QWidget *>{menuBar(), findChild<QToolBar *>(), status_})
        widget->setVisible(!on);
    setWindowState(windowState().setFlag(Qt::WindowFullScreen, on));
    stage_->setBlank(false);
    actions_->setPresenting(on);
    showPage();
    stage_->goToResults();
    if (on)
        stage_->setFocus();
    else
        list_->setFocus();
}

} // namespace tenfold
