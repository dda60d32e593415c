// What the actions of the window do.

#include "ui/actions.h"
#include "ui/dialogs.h"
#include "ui/export/exportdialog.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/numberbox.h"
#include "ui/patternlist.h"
#include "ui/replay/player.h"
#include "ui/resultspanel.h"
#include "ui/runcontroller.h"
#include "ui/scenariopage.h"
#include "ui/stage/stage.h"
#include "ui/statusline.h"

#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>

namespace tenfold {

void MainWindow::connectActions()
{
    const auto onTrigger = [this](QAction *action, auto &&slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    onTrigger(actions_->run, &MainWindow::startRun);
    onTrigger(actions_->stop, [this] { runs_->stop(); });
    onTrigger(actions_->previous, [this] { showPattern(std::max(0, list_->currentRow() - 1)); });
    onTrigger(actions_->next, [this] { showPattern(std::min(list_->count() - 1, list_->currentRow() + 1)); });
    onTrigger(actions_->openRecording, &MainWindow::chooseRecording);
    onTrigger(actions_->openPlaylist, &MainWindow::choosePlaylist);
    onTrigger(actions_->leavePlaylist, &MainWindow::leavePlaylist);
    onTrigger(actions_->saveRecording, &MainWindow::saveShown);
    onTrigger(actions_->runs, &MainWindow::showRuns);
    onTrigger(actions_->pin, &MainWindow::pinShown);
    onTrigger(actions_->exportPicture, &MainWindow::exportPicture);
    const auto sayCopied = [this] { status_->showMessage(tr("Copied"), 3000); };
    onTrigger(actions_->copyPicture, [this, sayCopied] {
        if (isPresenting()) {
            QGuiApplication::clipboard()->setPixmap(stage_->grab());
            return stage_->flash(tr("Copied"));
        }
        page()->results().copyPicture();
        sayCopied();
    });
    onTrigger(actions_->copyData, [this, sayCopied] {
        page()->results().copyData();
        sayCopied();
    });
    onTrigger(actions_->quit, &QWidget::close);
    onTrigger(actions_->sidebar, [this](bool on) { list_->setVisible(on); });
    onTrigger(actions_->code, [this](bool on) {
        settings_.code[isWide()] = on;
        fitSide();
    });
    onTrigger(actions_->timeline, [this](bool on) {
        for (ScenarioPage *made : std::as_const(scenarioPages_))
            made->results().setTimelineVisible(on);
    });
    connectStage();
    connectReplay();
    onTrigger(actions_->larger, [this] { zoom(settings_.factor * 1.1); });
    onTrigger(actions_->smaller, [this] { zoom(settings_.factor / 1.1); });
    onTrigger(actions_->normal, [this] { zoom(1); });
    onTrigger(actions_->shortcuts, [this] { showKeys(this, actions_->keys()); });
    onTrigger(actions_->about, [this] { showAbout(this); });
    connect(actions_->workers, &NumberBox::typedOutOfRange, this, [this](const QString &number) {
        const Parameter *workers = page() ? page()->scenario().parameter(QStringLiteral("workers")) : nullptr;
        QString sentence;
        if (workers && !number.isEmpty())
            parseValue(*workers, number, &sentence, Reader::Window);
        if (workers)
            page()->say(sentence.isEmpty() ? QStringList() : QStringList{sentence});
    });
    connect(actions_->workers, &QSpinBox::valueChanged, this, [this](int workers) {
        if (page())
            page()->setValues({{QStringLiteral("workers"), workers}});
    });
}

Player *MainWindow::player() const
{
    if (!page())
        return nullptr;
    Player *own = isPresenting() ? stage_->player() : &page()->player();
    return own && own->canPlay() ? own : nullptr;
}

void MainWindow::connectReplay()
{
    const auto onTrigger = [this](QAction *action, auto &&does) {
        connect(action, &QAction::triggered, this, [this, does] {
            if (Player *played = player())
                does(*played);
        });
    };
    onTrigger(actions_->play, [](Player &played) { played.isPlaying() ? played.pause() : played.play(); });
    onTrigger(actions_->eventAfter, [](Player &played) { played.step(true); });
    onTrigger(actions_->eventBefore, [](Player &played) { played.step(false); });
    onTrigger(actions_->toBeginning, [](Player &played) { played.seek(0); });
    onTrigger(actions_->toEnd, [](Player &played) { played.seek(played.end()); });
    const auto change = [this](int by) {
        return [this, by](Player &played) {
            const auto now = std::ranges::find(Player::speeds, played.speed()) - Player::speeds.begin();
            const auto other = std::clamp<std::ptrdiff_t>(now + by, 0, std::ssize(Player::speeds) - 1);
            played.setSpeed(Player::speeds[static_cast<std::size_t>(other)]);
            if (isPresenting())
                stage_->flash(tr("Replay: %1×").arg(played.speed()));
        };
    };
    onTrigger(actions_->faster, change(+1));
    onTrigger(actions_->slower, change(-1));
}

void MainWindow::connectChoices()
{
    connect(actions_->patterns, &QActionGroup::triggered, this,
            [this](QAction *action) { showPattern(action->data().toInt()); });
    connect(actions_->themes, &QActionGroup::triggered, this, [this](QAction *action) {
        settings_.theme = action->data().toString();
        hasOwnLook_ = false;
        applyTheme();
    });
    connect(actions_->languages, &QActionGroup::triggered, this, [this](QAction *action) {
        settings_.language = action->data().toString();
        setLanguage(settings_.language);
    });
    const auto check = [](QActionGroup *group, const QString &id) {
        for (QAction *action : group->actions())
            action->setChecked(action->data() == id);
    };
    check(actions_->themes, settings_.theme);
    check(actions_->languages, settings_.kept ? settings_.language : language());
}

/// An animation that is being written would be lost.
void MainWindow::askBeforeClosing()
{
    static const QString name = QStringLiteral("closing");
    if (findChild<QMessageBox *>(name)) // it is asked already
        return;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Export"),
                                tr("An animation is still being written."), QMessageBox::Cancel, this);
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *leave = box->addButton(tr("&Close without it"), QMessageBox::DestructiveRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, leave](const QAbstractButton *button) {
        if (button == leave)
            closeAtOnce();
    });
    box->open();
}

void MainWindow::closeAtOnce()
{
    isClosing_ = true;
    close();
}

void MainWindow::exportPicture()
{
    if (!export_) {
        export_ = new ExportDialog(settings_.exporting, theme_.dark, this);
        connect(export_, &ExportDialog::chosen, this,
                [this](const ExportChoice &choice) { settings_.exporting = choice; });
        connect(export_, &ExportDialog::failed, status_, // the dialog may have been closed since
                [this](const QString &problem) { status_->showMessage(problem, 10000); });
        connect(export_, &ExportDialog::saved, status_,
                [this](const QString &file) { status_->showMessage(tr("Saved %1").arg(file), 10000); });
    }
    export_->hold(runs_->phase() != RunController::Phase::Idle);
    export_->show(page()->scene());
    export_->setFigure(settings_.exporting.figure);
    export_->show();
    export_->raise();
    export_->activateWindow();
}

} // namespace tenfold
