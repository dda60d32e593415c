// Recordings that are saved and opened.

#include "core/analysis/explanation.h"
#include "core/recording/outputfile.h"
#include "core/recording/recordingfile.h"
#include "ui/mainwindow.h"
#include "ui/owninput.h"
#include "ui/patternlist.h"
#include "ui/patternpage.h"
#include "ui/resultspanel.h"
#include "ui/runcontroller.h"
#include "ui/runlist.h"
#include "ui/scenariopage.h"
#include "ui/statusline.h"

#include <QDate>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>

namespace tenfold {

/// "threads-url-fetch 2026-11-29.tenfold".
static QString usualName(const Scenario &scenario)
{
    return QStringLiteral("%1 %2.tenfold")
        .arg(scenario.path().replace(u'/', u'-'), QDate::currentDate().toString(Qt::ISODate));
}

bool MainWindow::canSave() const
{
    return page() && runs_->phase() == RunController::Phase::Idle &&
           (!page()->scene().outcomes.empty() || !page()->scene().sweeps.empty());
}

bool MainWindow::isUnsaved(const Scenario &scenario) const
{
    const ScenarioPage *shown = scenarioPages_.value(&scenario);
    const std::shared_ptr<const Trace> trace = shown ? shown->scene().atEnd().firstTrace() : nullptr;
    return trace && trace != kept_.value(&scenario).lock();
}

void MainWindow::saveShown()
{
    if (canSave())
        saveRecording(page()->scene().atEnd());
}

/// As it is now, whatever the user does meanwhile.
void MainWindow::saveRecording(const Recording &unnamed, const std::function<void()> &then)
{
    Recording recording = unnamed;
    if (const KeptRun *kept = runList_->holding(unnamed)) // it may have been named since it is shown
        recording.label = kept->label();
    auto *dialog = new QFileDialog(this, tr("Save recording"), folder_.isEmpty() ? QDir::homePath() : folder_,
                                   tr("Recordings (*.tenfold)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("tenfold"));
    dialog->selectFile(usualName(*recording.scenario()));
    connect(dialog, &QFileDialog::fileSelected, this, [this, recording, then](const QString &file) {
        folder_ = QFileInfo(file).absolutePath();
        const QString problem = writeOutput(file, savedRecording(recording));
        if (!problem.isEmpty())
            return page()->say({problem});
        const ScenarioPage *shown = scenarioPages_.value(recording.scenario());
        if (shown && shown->scene().firstTrace() == recording.firstTrace())
            kept_[recording.scenario()] = recording.firstTrace();
        runList_->setFile(recording, QFileInfo(file).fileName());
        status_->showMessage(tr("Saved %1").arg(QDir::toNativeSeparators(file)), 10000);
        if (then)
            then();
    });
    dialog->open();
}

void MainWindow::chooseRecording()
{
    auto *dialog = new QFileDialog(this, tr("Open recording"), folder_.isEmpty() ? QDir::homePath() : folder_,
                                   tr("Recordings (*.tenfold)") + QStringLiteral(";;") + tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openRecording);
    dialog->open();
}

void MainWindow::openRecording(const QString &file)
{
    if (QFileInfo(file).isDir())
        return openPlaylist(file);
    const QString name = QFileInfo(file).fileName();
    const OpenedRecording opened = tenfold::openRecording(file);
    if (!opened.recording) {
        if (page())
            page()->say({QStringLiteral("%1: %2").arg(name, opened.problem)});
        return;
    }
    folder_ = QFileInfo(file).absolutePath();
    bring(*opened.recording, name);
}

/// What is in no file and would be gone once `recording` is shown: the run that is there where the list has
/// it no more, or one that leaves the list. Null for nothing.
const Recording *MainWindow::lostBy(const Recording &recording) const
{
    if (!recording.outcomes.empty() && isUnsaved(*recording.scenario()) &&
        !runList_->holding(scenarioPages_.value(recording.scenario())->scene()))
        return &scenarioPages_.value(recording.scenario())->scene().atEnd();
    const KeptRun *run = runList_->lostBy(recording);
    return run ? run->recording.get() : nullptr;
}

/// Shows what was opened, unless that would lose something.
void MainWindow::bring(const Recording &recording, const QString &name)
{
    if (const Recording *lost = lostBy(recording))
        askBefore(*lost, [this, recording, name] { showRecording(recording, name); });
    else
        showRecording(recording, name);
}

/// `lost` is in no file: it is gone only if the user says so.
void MainWindow::askBefore(const Recording &lost, const std::function<void()> &then)
{
    auto *box = new QMessageBox(
        QMessageBox::Question, tr("Runs"),
        tr("A run of \"%1\" has not been saved, and would be gone.").arg(lost.scenario()->title.text()),
        QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *save = box->addButton(tr("&Save…"), QMessageBox::AcceptRole);
    const QPushButton *discard = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    connect(box, &QMessageBox::buttonClicked, this,
            [this, own = Recording(lost), then, save, discard](const QAbstractButton *button) {
                if (button == save)
                    saveRecording(own, then);
                else if (button == discard)
                    then();
            });
    box->open();
}

bool MainWindow::showScenarioOf(const Recording &recording)
{
    if (!recording.scenario()->isOfFile)
        return showScenario(recording.scenario()->path());
    if (recording.origin.pattern)
        showFilePage(recording.origin.pattern);
    return recording.origin.pattern != nullptr;
}

/// It takes the place of another such page, whose recording is in its file.
void MainWindow::showFilePage(const std::shared_ptr<const Pattern> &pattern)
{
    PatternPage *before = filePattern_ == pattern ? nullptr : filePage_;
    const std::shared_ptr<const Pattern> patternBefore = filePattern_;
    if (filePattern_ != pattern) {
        filePattern_ = pattern;
        filePage_ = makePage(*filePattern_);
    }
    setPresenting(false);
    pages_->setCurrentWidget(filePage_);
    filePage_->showScenario({});
    const QSignalBlocker quiet(list_);
    list_->clearSelection();
    list_->setCurrentRow(-1);
    showPage();
    if (!before)
        return;
    scenarioPages_.remove(&patternBefore->scenarios.front());
    kept_.remove(&patternBefore->scenarios.front());
    delete before;
}

void MainWindow::showRecording(const Recording &recording, const QString &name)
{
    if (!recording.outcomes.empty() || !recording.sweeps.empty())
        runList_->add(recording, name);
    if (!recording.outcomes.empty())
        kept_[recording.scenario()] = recording.firstTrace();
    putOnPage(recording);
    if (isVisible()) // else it would lie over what comes into sight with the window
        status_->showMessage(tr("Opened %1").arg(name), 10000);
}

void MainWindow::putOnPage(const Recording &recording)
{
    runs_->stop();
    isDismissed_ = runs_->scenario() == recording.scenario();
    if (!showScenarioOf(recording))
        return;
    Scene scene{recording};
    if (!scene.outcomes.empty()) {
        scene = spoken(scene);
        page()->setValues(scene.request.values);
        page()->setVariants(scene.request.variants);
        showScene(scene);
        page()->scrollToResults();
    }
    for (const auto &[over, sweep] : scene.sweeps) {
        page()->showSweep(sweep);
        if (scene.outcomes.empty())
            page()->results().setViewTab(sweepFigure(*scene.scenario(), over).toString());
        passOn(*page());
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedRecording(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    openRecording(droppedRecording(*event->mimeData()));
}

} // namespace tenfold
