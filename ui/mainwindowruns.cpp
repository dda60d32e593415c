// The runs of the session, and the one that is pinned.

#include "core/analysis/explanation.h"
#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/resultspanel.h"
#include "ui/runcontroller.h"
#include "ui/runlist.h"
#include "ui/runsdialog.h"
#include "ui/scenariopage.h"
#include "ui/stage/stage.h"

#include <QAction>

#include <algorithm>

namespace tenfold {

/// What has ended comes into the list, but what could not begin.
void MainWindow::keepRun(const Scene &scene)
{
    const std::vector<Outcome> &outcomes =
        scene.sweeps.empty() ? scene.outcomes : scene.sweeps.begin()->second.outcomes;
    const bool hasEnded = std::ranges::none_of(outcomes, [](const Outcome &outcome) {
        return outcome.status() == Status::Pending || outcome.status() == Status::Running;
    });
    if (scene.scenario() && hasEnded && failureOfAll(outcomes).isEmpty())
        runList_->add(scene);
}

/// As a recording of it alone.
void MainWindow::tellSweep(const Sweep &sweep)
{
    told_ = {};
    told_.request = sweep.request;
    told_.request.over.clear();
    told_.request.sweptValues.clear();
    told_.machine = runs_->machine();
    told_.sweeps[sweep.request.over] = sweep;
}

void MainWindow::showRuns()
{
    if (!runsDialog_) {
        runsDialog_ = new RunsDialog(*runList_, this);
        connect(runsDialog_, &RunsDialog::showAsked, this, &MainWindow::showKept);
        connect(runsDialog_, &RunsDialog::deleteAsked, this, &MainWindow::deleteKept);
        connect(runsDialog_, &RunsDialog::saveAsked, this, [this](int id) {
            if (const KeptRun *run = runList_->find(id))
                saveRecording(*run->recording);
        });
    }
    if (const KeptRun *shown = page() ? runList_->holding(page()->scene()) : nullptr)
        runsDialog_->choose(shown->id);
    runsDialog_->show();
    runsDialog_->raise();
    runsDialog_->activateWindow();
}

/// Nothing is lost by it: what was there is in the list as well, or is asked for.
void MainWindow::showKept(int id)
{
    const KeptRun *run = runList_->find(id);
    if (!run)
        return;
    const Recording recording = *run->recording;
    const auto show = [this, recording, isSaved = run->isSaved()] {
        if (isSaved && !recording.outcomes.empty())
            kept_[recording.scenario()] = recording.firstTrace();
        putOnPage(recording);
    };
    if (const Recording *lost = lostBy(recording))
        askBefore(*lost, show);
    else
        show();
}

/// One that is in no file is gone for good, unless it is the one in sight.
void MainWindow::deleteKept(int id)
{
    const KeptRun *run = runList_->find(id);
    if (!run)
        return;
    const auto remove = [this, id] { runList_->remove(id); };
    if (run->isSaved())
        remove();
    else
        askBefore(*run->recording, remove);
}

void MainWindow::pinShown()
{
    const KeptRun *shown = page() ? runList_->holding(page()->scene()) : nullptr;
    if (shown)
        runList_->setPinned(shown->id, !shown->isPinned);
}

void MainWindow::unpin(const Scenario &scenario)
{
    const auto pinned = runList_->pinnedOf(scenario);
    if (const KeptRun *run = pinned ? runList_->holding(*pinned) : nullptr)
        runList_->setPinned(run->id, false);
}

/// Every page has its pinned run behind what it shows, and the name of that.
void MainWindow::showKeptRuns()
{
    for (ScenarioPage *made : std::as_const(scenarioPages_)) {
        if (const KeptRun *kept = runList_->holding(made->scene().atEnd()))
            made->setLabel(kept->label());
        const auto pinned = runList_->pinnedOf(made->scenario());
        if (pinned == made->results().pinned())
            continue;
        made->setPinned(pinned);
        if (!made->scene().isUnderWay() && !made->scene().outcomes.empty() &&
            (!isPresenting() || made != page()))
            stage_->keep(made->scene().atEnd());
        passOn(*made);
    }
    showState();
}

} // namespace tenfold
