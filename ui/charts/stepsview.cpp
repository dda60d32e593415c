#include "ui/charts/stepsview.h"

#include "core/analysis/format.h"
#include "core/analysis/limit.h"
#include "ui/charts/axes.h"

#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace tenfold {

constexpr std::size_t mostSteps = 400;
constexpr std::size_t mostTimes = 20; // times as many tasks as the first variant's

StepsView::StepsView(const View &view, QWidget *parent) : LinesView(view, parent) {}

/// A level stretch for each task, around its number; where there are very many, one for the longest of each
/// few.
static QList<QPointF> staircase(const std::vector<double> &seconds, const TimeUnit &unit)
{
    QList<QPointF> points;
    const std::size_t each = (seconds.size() + mostSteps - 1) / mostSteps;
    for (std::size_t first = 0; first < seconds.size(); first += each) {
        const std::size_t end = std::min(first + each, seconds.size());
        const double longest =
            unit.perSecond * *std::max_element(seconds.begin() + static_cast<std::ptrdiff_t>(first),
                                               seconds.begin() + static_cast<std::ptrdiff_t>(end));
        points << QPointF(static_cast<double>(first) + 0.5, longest)
               << QPointF(static_cast<double>(end) + 0.5, longest);
    }
    return points;
}

std::vector<double> StepsView::secondsOf(const std::shared_ptr<const Trace> &trace, Nanoseconds until) const
{
    const auto known = std::ranges::find_if(
        tasks_, [&](const Tasks &tasks) { return tasks.trace == trace && tasks.until == until; });
    return known != tasks_.end() ? known->seconds : taskDurations(*trace, until);
}

void StepsView::show(const Scene &scene)
{
    setReach({});
    setReach(atEnd_.of(scene, [this](const Scene &whole) {
        show(whole);
        endTime_ = time_;
        return extent();
    }));
    std::vector<Tasks> tasks;
    std::vector<Line> lines;
    double longest = 0;
    for (const Outcome &outcome : scene.outcomes) {
        const Repeat *repeat = outcome.shown();
        if (!repeat || !repeat->trace)
            continue;
        const Variant &variant = *scene.variantOf(outcome);
        const Nanoseconds until = scene.instantOf(*repeat->trace);
        std::vector<double> seconds = secondsOf(repeat->trace, until);
        if (seconds.empty())
            continue;
        // Many times as many as the first has are not its tasks: they would press those into a corner.
        if (!tasks.empty() && seconds.size() > mostTimes * tasks.front().seconds.size())
            continue;
        lines.push_back({variant.title.text(), variant.kind, scene.numberOf(outcome), {}});
        longest = std::max(longest, std::ranges::max(seconds));
        tasks.push_back({variant.title.text(), repeat->trace, until, std::move(seconds)});
    }
    tasks_ = std::move(tasks);
    time_ = scene.whole ? endTime_ : timeUnitFor(longest);
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i].points = staircase(tasks_[i].seconds, time_);
    setLines(std::move(lines));
}

QString StepsView::heading() const
{
    return time_.perSecond == 1 ? tr("%1 in seconds, by its number").arg(view().title.text())
                                : tr("%1 in %2, by its number").arg(view().title.text(), time_.text());
}

QString StepsView::briefHeading() const
{
    return tr("%1 (%2)", "title, unit of time").arg(view().title.text(), time_.text());
}

void StepsView::fitAcross(int mostTicks)
{
    std::size_t count = 1;
    for (const Tasks &tasks : tasks_)
        count = std::max(count, tasks.seconds.size());
    const double last = std::max(static_cast<double>(count), std::floor(extent().right()));
    styleAxis(across(), last, mostTicks);
    across().setTickInterval(std::max(1.0, niceStep(last, mostTicks))); // there is no half a task
    across().setLabelFormat(QStringLiteral("%.0f"));
    across().setRange(0.5, last + 0.5);
}

QString StepsView::data() const
{
    QString text = QStringList{tr("Variant"), tr("Task"), tr("Seconds")}.join(u'\t') + u'\n';
    for (const Tasks &tasks : tasks_) {
        for (int number = 1; const double seconds : tasks.seconds)
            text +=
                QStringList{tasks.title, QString::number(number++), plainNumber(seconds)}.join(u'\t') + u'\n';
    }
    return text;
}

QString StepsView::numbers() const
{
    QString text;
    for (const Tasks &tasks : tasks_) {
        text += tasks.title;
        for (const double seconds : tasks.seconds)
            text += u'\t' + formatSeconds(seconds);
        text += u'\n';
    }
    return text;
}

} // namespace tenfold
