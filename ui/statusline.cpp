#include "ui/statusline.h"

#include "core/analysis/explanation.h"
#include "core/analysis/format.h"
#include "core/analysis/verdict.h"
#include "ui/pagewords.h"
#include "ui/pinned.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QStyle>

#include <algorithm>

namespace tenfold {

/// One line that ends in dots where it is cut; the whole is its tool tip.
class CutLabel : public QLabel
{
public:
    QString shown() const { return fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        style()->drawItemText(&painter, contentsRect(), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                              palette(), isEnabled(), shown(), foregroundRole());
    }
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ToolTip)
            setToolTip(shown() == text() ? QString() : plainTip(text()));
        return QLabel::event(event);
    }
};

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent), state_(new CutLabel), progress_(new QProgressBar), machine_(new QLabel)
{
    state_->setObjectName(QStringLiteral("state"));
    machine_->setObjectName(QStringLiteral("machine"));
    for (QLabel *label : {state_, machine_})
        label->setContentsMargins(6, 0, 6, 0);
    progress_->setMaximumWidth(220);
    progress_->setTextVisible(false);
    progress_->hide();
    state_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // long ones do not widen the window
    addWidget(state_, 1);
    addPermanentWidget(progress_);
    addPermanentWidget(machine_);
    sayMachine();
}

static bool has(const Scene &scene, Status status)
{
    return std::ranges::any_of(scene.outcomes, [&](const Outcome &o) { return o.status() == status; });
}

static QString runningTitle(const Scene &scene)
{
    const auto among = [&](const std::vector<Outcome> &outcomes) {
        const auto running = std::ranges::find_if(outcomes, [](const Outcome &outcome) {
            const Repeat *shown = outcome.shown();
            return shown && shown->status == Status::Running;
        });
        return running == outcomes.end() ? QString() : scene.variantOf(*running)->title.text();
    };
    QString title = among(scene.outcomes);
    for (const auto &[over, sweep] : scene.sweeps)
        title = title.isEmpty() ? among(sweep.outcomes) : title;
    return title;
}

/// Whether the tasks of a variant that is no mistake failed, all of them.
static bool hasAllFailed(const Scene &scene)
{
    return std::ranges::any_of(scene.outcomes, [&](const Outcome &outcome) {
        return !scene.variantOf(outcome)->isMistake() && didAllTasksFail(outcome);
    });
}

static QString meaningOf(const Scene &scene)
{
    const Scenario &scenario = *scene.scenario();
    const QString remark = remarkOf(scenario, scene.outcomes.front(), scene.summary);
    return remark.isEmpty() ? verdict(scenario, scene.outcomes, scene.summary) : remark;
}

void StatusLine::show(RunController::Phase phase, const Scene &scene, std::pair<int, int> progress)
{
    const auto [done, jobs] = progress;
    const bool runs = phase != RunController::Phase::Idle;
    progress_->setVisible(runs);
    progress_->setRange(0, std::max(1, jobs));
    progress_->setValue(done);
    progress_->setAccessibleName(tr("Progress"));
    progress_->setAccessibleDescription(tr("%1 of %2").arg(done).arg(jobs));
    const QString title = runningTitle(scene);
    if (phase == RunController::Phase::Running && title.isEmpty() && done > 0 && !scene.isUnderWay())
        state_->setText(tr("Other programs bent it: measuring again (%1 of %2). Esc stops.")
                            .arg(std::min(done + 1, jobs))
                            .arg(jobs));
    else if (phase == RunController::Phase::Running)
        state_->setText(
            tr("Running %1 (%2 of %3). Esc stops.").arg(title).arg(std::min(done + 1, jobs)).arg(jobs));
    else if (runs)
        state_->setText(tr("Stopping…"));
    else if (!scene.scenario())
        state_->clear();
    else if (scene.whole)
        state_->setText(
            tr("Replay: %1 of %2.")
                .arg(formatSeconds(toSeconds(*scene.instant)), formatSeconds(scene.whole->longest())));
    else if (scene.outcomes.empty())
        state_->setText(tr("Ready: F5 runs it."));
    else if (!failureOfAll(scene.outcomes).isEmpty())
        state_->setText(tr("Failed."));
    else if (hasAllFailed(scene))
        state_->setText(tr("Ended; tasks failed, so the times mean nothing."));
    else if (has(scene, Status::Failed) || std::ranges::any_of(scene.outcomes, [&](const Outcome &o) {
                 return o.status() == Status::Stuck && !scene.variantOf(o)->isMistake();
             }))
        state_->setText(tr("Ended; not everything worked."));
    else if (has(scene, Status::Cancelled))
        state_->setText(tr("Stopped."));
    else
        state_->setText(followedBy(tr("Done."), meaningOf(scene)));
    if (!runs && scene.scenario() && scene.pinned)
        state_->setText(QStringLiteral("%1 · %2").arg(state_->text(), pinnedName(scene)));
}

void StatusLine::showRefused()
{
    progress_->hide();
    state_->setText(tr("Nothing was run: a value cannot be used."));
}

void StatusLine::showMachine(const Machine &machine)
{
    measured_ = machine;
    sayMachine();
}

void StatusLine::sayMachine()
{
    machine_->setAccessibleName(tr("Machine"));
    machine_->setText(measured_ ? tr("Cores: %1, effective: %2 · load: %3 cores busy with other programs")
                                      .arg(measured_->cores)
                                      .arg(measured_->effectiveCores, 0, 'f', 2)
                                      .arg(measured_->load, 0, 'f', 1)
                                : QString());
    machine_->setToolTip(
        tr("Effective: how many times the computing power of one thread all cores have together. Both are "
           "measured while nothing runs."));
}

void StatusLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        sayMachine();
}

} // namespace tenfold
