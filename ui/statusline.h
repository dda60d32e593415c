#pragma once

#include "ui/runcontroller.h"

#include <QStatusBar>

class QLabel;
class QProgressBar;

namespace tenfold {

/// The status bar: what goes on, how far it is, on which machine.
class StatusLine : public QStatusBar
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

    /// `progress`: jobs done and jobs in all.
    void show(RunController::Phase phase, const Scene &scene, std::pair<int, int> progress);
    using QWidget::show;
    /// What was asked for could not begin.
    void showRefused();
    void showMachine(const Machine &machine);

protected:
    void changeEvent(QEvent *event) override;

private:
    void sayMachine();

    QLabel *state_;
    QProgressBar *progress_;
    QLabel *machine_;
    std::optional<Machine> measured_;
};

} // namespace tenfold
