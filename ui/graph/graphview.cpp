#include "ui/graph/graphview.h"

#include "core/analysis/format.h"
#include "ui/charts/chartmarks.h"
#include "ui/charts/chosen.h"
#include "ui/graph/graphpainter.h"
#include "ui/graph/tasklayout.h"
#include "ui/graph/waitlayout.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace tenfold {

GraphView::GraphView(const View &view, QWidget *parent) : ChartPicture(parent), view_(view)
{
    marks_ = new PaintedMarks(chart(), [this](QPainter &painter) { paintMarks(painter); });
}

bool GraphView::isOfTasks() const
{
    return view_.sources.contains(QLatin1String(idOf(LinkKind::DependsOn)));
}

/// The outcome whose waits are drawn: the running one, else the last with a ring, else the last in which
/// somebody waits, else the last.
static const Outcome *waiting(const Scene &scene, WaitGraph &graph)
{
    const Outcome *found = nullptr;
    int best = -1;
    for (const Outcome &outcome : scene.outcomes) {
        const Repeat *repeat = outcome.shown();
        if (!repeat || !repeat->trace)
            continue;
        WaitGraph own = waitsOf(scene, outcome);
        const int rank = repeat->status == Status::Running ? 3 : own.isRing ? 2 : !own.loop.empty() ? 1 : 0;
        if (rank >= best) {
            best = rank;
            found = &outcome;
            graph = std::move(own);
        }
    }
    return found;
}

/// The outcome whose tasks are drawn: the last one that got stuck, as long as no other runs, else the chosen
/// one.
static const Outcome *working(const Scene &scene)
{
    const Outcome *found = chosen(scene);
    if (!found || found->status() == Status::Running)
        return found;
    for (const Outcome &outcome : scene.outcomes) {
        if (outcome.status() == Status::Stuck && outcome.shown()->trace)
            found = &outcome;
    }
    return found;
}

void GraphView::show(const Scene &scene)
{
    waits_ = {};
    tasks_ = {};
    const Outcome *outcome = isOfTasks() ? working(scene) : waiting(scene, waits_);
    if (outcome && isOfTasks())
        tasks_ = tasksOf(scene, *outcome);
    hasOutcome_ = outcome;
    if (outcome) {
        const Variant &variant = *scene.variantOf(*outcome);
        variant_ = variant.title.text();
        kind_ = variant.kind;
        number_ = scene.numberOf(*outcome);
    }
    retranslate();
    fit();
}

void GraphView::setTheme(const Theme &theme)
{
    ChartPicture::setTheme(theme);
    retranslate();
    fit();
}

std::vector<LegendKey> GraphView::legend() const
{
    return isOfTasks() ? tasksLegend() : waitsLegend();
}

std::vector<LegendKey> GraphView::waitsLegend() const
{
    if (waits_.loop.empty())
        return {};
    const auto wanted = std::ranges::find_if(waits_.loop, [](const Waiter &w) { return !w.kind.isEmpty(); });
    return {{theme().lock, QStringLiteral("●"), tr("worker")},
            {theme().text, QStringLiteral("□"),
             wanted == waits_.loop.end() ? tr("what it waits for") : wanted->kind},
            {theme().text, QStringLiteral("╍╍"), translate("WaitGraph", "wants")},
            {theme().text, QStringLiteral("━━"), translate("WaitGraph", "held by")}};
}

std::vector<LegendKey> GraphView::tasksLegend() const
{
    const auto any = [&](TaskNode::Progress progress) {
        return std::ranges::any_of(tasks_.nodes, [&](const TaskNode &n) { return n.progress == progress; });
    };
    const QColor own = theme().of(kind_, number_);
    std::vector<LegendKey> keys;
    if (any(TaskNode::Progress::Done))
        keys.push_back({own, QStringLiteral("■"), tr("done")});
    if (any(TaskNode::Progress::Runs))
        keys.push_back({own, QStringLiteral("◖◗"), tr("running")});
    if (any(TaskNode::Progress::Blocked))
        keys.push_back({own, QStringLiteral("◌"), translate("State", "waiting for a result")});
    if (any(TaskNode::Progress::Waits))
        keys.push_back({theme().muted, QStringLiteral("▢"), tr("waiting")});
    if (tasks_.critical.size() > 1)
        keys.push_back({theme().gain, QStringLiteral("━━"),
                        tr("critical path: %1").arg(formatSeconds(tasks_.criticalSeconds))});
    return keys;
}

void GraphView::retranslate()
{
    const QString title = hasOutcome_ ? tr("%1 (%2)").arg(view_.title.text(), variant_) : view_.title.text();
    setHeading(title, view_.title.text(), legend(), view_.title.text());
    setAccessibleDescription(numbers());
}

void GraphView::fit()
{
    setLeastChartHeight(150);
    marks_->refresh();
}

void GraphView::paintMarks(QPainter &painter) const
{
    if (!hasOutcome_)
        return;
    const QRectF area = QRectF(QPointF(), chart().size()).adjusted(12, 6, -12, -8);
    if (area.width() < 40 || area.height() < 30)
        return;
    const QColor own = theme().of(kind_, number_);
    const bool isTasks = isOfTasks();
    const QColor band = mixed(isTasks ? theme().gain : theme().lock, theme().card, 60);
    paintGraph(painter, isTasks ? layOut(tasks_, area, theme()) : layOut(waits_, area, theme()), theme(),
               isTasks ? own : theme().lock, band);
}

QString GraphView::numbers() const
{
    QString text;
    if (isOfTasks()) {
        const std::array states{tr("waiting"), tr("running"), translate("State", "waiting for a result"),
                                tr("done")};
        for (const TaskNode &node : tasks_.nodes) {
            const QString name = node.name.isEmpty() ? QString() : u' ' + node.name;
            text += QString::number(node.task + 1) + name + u'\t' +
                    states[static_cast<std::size_t>(node.progress)] + u'\t' + formatSeconds(node.seconds);
            text += node.isCritical && tasks_.critical.size() > 1 ? u'\t' + tr("critical path") + u'\n'
                                                                  : QStringLiteral("\n");
        }
        return text;
    }
    if (waits_.isRing)
        text += tr("Ring of %1 of %2 workers").arg(waits_.loop.size()).arg(waits_.workers) + u'\n';
    const auto add = [&](const Waiter &waiter) {
        if (!waiter.wants.isEmpty())
            text += waiter.name + u'\t' + tr("wants %1").arg(waiter.wants) + u'\t' +
                    translate("WaitGraph", "held by %1").arg(waiter.heldBy) + u'\n';
    };
    std::ranges::for_each(waits_.loop, add);
    std::ranges::for_each(waits_.others, add);
    return text.isEmpty() && hasOutcome_ ? translate("WaitGraph", "No worker waits for another.") : text;
}

} // namespace tenfold
