// Recordings that are presented one after the other.

#include "core/recording/recordingfile.h"
#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/runcontroller.h"
#include "ui/runlist.h"
#include "ui/scenariopage.h"
#include "ui/stage/stage.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace tenfold {

void MainWindow::choosePlaylist()
{
    auto *dialog = new QFileDialog(this, tr("Open playlist"), folder_.isEmpty() ? QDir::homePath() : folder_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openPlaylist);
    dialog->open();
}

void MainWindow::openPlaylist(const QString &folder)
{
    Playlist opened(folder);
    QStringList problems = opened.problems();
    if (opened.isEmpty()) {
        problems.prepend(tr("%1 holds no recording that can be presented (*.tenfold).")
                             .arg(QDir::toNativeSeparators(folder)));
        if (page())
            page()->say(problems);
        return;
    }
    folder_ = folder;
    const auto start = [this, opened] {
        if (const Recording *lost = lostBy(opened))
            askBefore(*lost, [this, opened] { startPlaylist(opened); });
        else
            startPlaylist(opened);
    };
    if (problems.isEmpty())
        return start();
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Open playlist"),
                                tr("Some of the files cannot be presented:") + u'\n' + problems.join(u'\n'),
                                QMessageBox::Cancel, this);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *others = box->addButton(tr("&Present the others"), QMessageBox::AcceptRole);
    connect(box, &QMessageBox::buttonClicked, this, [start, others](const QAbstractButton *button) {
        if (button == others)
            start();
    });
    box->open();
}

/// A run that is on a page which the playlist takes, and nowhere else; null for none.
const Recording *MainWindow::lostBy(const Playlist &playlist) const
{
    for (int i = 0; i < playlist.count(); ++i) {
        const Scenario &scenario = *playlist.number(i).scenario;
        if (isUnsaved(scenario) && !runList_->holding(scenarioPages_.value(&scenario)->scene()))
            return &scenarioPages_.value(&scenario)->scene().atEnd();
    }
    return nullptr;
}

void MainWindow::startPlaylist(const Playlist &playlist)
{
    playlist_ = playlist;
    if (!playNumber(0) && !showNeighbour(true)) {
        leavePlaylist();
        if (page())
            page()->say({stage_->flashed()});
        return;
    }
    setPresenting(true);
    stage_->goTo(0);
}

void MainWindow::leavePlaylist()
{
    playlist_ = {};
    stage_->orderChanged();
    showState();
}

/// Shows what is recorded of a number; false where none of its files can be opened any more.
bool MainWindow::playNumber(int index)
{
    const Playlist::Number &number = playlist_.number(index);
    std::vector<Recording> recordings;
    QStringList problems;
    for (const QString &file : number.files) {
        OpenedRecording opened = tenfold::openRecording(file);
        if (opened.recording && opened.recording->scenario() == number.scenario)
            recordings.push_back(*std::move(opened.recording));
        else
            problems << QStringLiteral("%1: %2").arg(
                QFileInfo(file).fileName(),
                opened.recording ? tr("It is now a recording of another scenario.") : opened.problem);
    }
    if (!problems.isEmpty())
        stage_->flash(problems.join(QStringLiteral(" · ")));
    if (recordings.empty())
        return false;
    playlist_.setAt(index);
    runs_->stop();
    showScenario(number.scenario->path());
    page()->clear(); // what it shows is in the list of runs
    stage_->forget(*number.scenario);
    for (const Recording &recording : recordings) {
        if (!recording.outcomes.empty())
            kept_[number.scenario] = recording.firstTrace();
        putOnPage(recording);
    }
    stage_->goTo(0);
    return true;
}

/// The scenario after the one in sight, or before it; in a playlist the number, the next one that can be
/// opened.
bool MainWindow::showNeighbour(bool isAfter)
{
    if (!page())
        return false;
    if (playlist_.isEmpty()) {
        const Scenario *other = neighbour(page()->scenario(), isAfter);
        return other && showScenario(other->path());
    }
    int index = playlist_.indexBeside(page()->scenario(), isAfter);
    for (int tried = 0; tried < playlist_.count() && index >= 0; ++tried) {
        if (playNumber(index))
            return true;
        index = isAfter ? (index + 1) % playlist_.count() : index - 1;
    }
    return false;
}

} // namespace tenfold
