#pragma once

#include "core/analysis/format.h"
#include "ui/charts/endextent.h"
#include "ui/charts/linesview.h"

namespace tenfold {

/// How long each task took in each outcome, in the order of the tasks, as a staircase.
class StepsView : public LinesView
{
    Q_OBJECT
public:
    explicit StepsView(const View &view, QWidget *parent = nullptr);

    void show(const Scene &scene) override;
    QString numbers() const override;
    QString data() const override;

protected:
    QString heading() const override;
    QString briefHeading() const override;
    void fitAcross(int mostTicks) override;

private:
    struct Tasks
    {
        QString title;
        std::shared_ptr<const Trace> trace;
        Nanoseconds until;
        std::vector<double> seconds;
    };
    /// Of the trace up to the instant; what was read before is not read again.
    std::vector<double> secondsOf(const std::shared_ptr<const Trace> &trace, Nanoseconds until) const;
    TimeUnit time_;    ///< of the axis
    TimeUnit endTime_; ///< of a replay: at its end
    EndExtent<QRectF> atEnd_;
    std::vector<Tasks> tasks_; ///< of the lines
};

} // namespace tenfold
