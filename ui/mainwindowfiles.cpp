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

namespace tenfold {

static std::shared_ptr<const Trace> traceOf(const Recording &recording)
{
    const Repeat *shown = recording.outcomes.empty() ? nullptr : recording.outcomes.front().shown();
    return shown ? shown->trace : nullptr;
}

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
    const std::shared_ptr<const Trace> trace = shown ? traceOf(shown->scene()) : nullptr;
    return trace && trace != kept_.value(&scenario).lock();
}

void MainWindow::saveRecording(const std::function<void()> &then)
{
    if (!canSave())
        return;
    const Recording recording = page()->scene(); // as it is now, whatever the user does meanwhile
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
        kept_[recording.scenario()] = traceOf(recording);
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
    const QString name = QFileInfo(file).fileName();
    const OpenedRecording opened = tenfold::openRecording(file);
    if (!opened.recording) {
        if (page())
            page()->say({QStringLiteral("%1: %2").arg(name, opened.problem)});
        return;
    }
    folder_ = QFileInfo(file).absolutePath();
    if (!opened.recording->outcomes.empty() && isUnsaved(*opened.recording->scenario()))
        askBefore(*opened.recording, name);
    else
        showRecording(*opened.recording, name);
}

/// The run that is there is in no file: it is lost only if the user says so.
void MainWindow::askBefore(const Recording &recording, const QString &name)
{
    showScenarioOf(recording);
    auto *box = new QMessageBox(
        QMessageBox::Question, tr("Open recording"),
        tr("The run of \"%1\" that is shown has not been saved.").arg(recording.scenario()->title.text()),
        QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *save = box->addButton(tr("&Save…"), QMessageBox::AcceptRole);
    const QPushButton *discard = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    connect(box, &QMessageBox::buttonClicked, this,
            [this, recording, name, save, discard](const QAbstractButton *button) {
                if (button == save)
                    saveRecording([this, recording, name] { showRecording(recording, name); });
                else if (button == discard)
                    showRecording(recording, name);
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
    runs_->stop();
    if (!showScenarioOf(recording))
        return;
    Scene scene{recording};
    kept_[scene.scenario()] = traceOf(scene);
    if (!scene.outcomes.empty()) {
        scene.summary.explanation = explain(*scene.scenario(), scene.outcomes, scene.summary);
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
    if (isVisible()) // else it would lie over what comes into sight with the window
        status_->showMessage(tr("Opened %1").arg(name), 10000);
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
