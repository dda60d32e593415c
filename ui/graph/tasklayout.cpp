#include "ui/graph/tasklayout.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace tenfold {

namespace {

/// What a node says, and so how large all of them are.
struct Detail
{
    bool hasName = true;
    bool hasNumber = true;
    QSizeF node;
    QSizeF gap;         ///< at least
    QSizeF margin = {}; ///< around the text, on both sides together
    qreal points = 13;
};

class Tasks
{
public:
    Tasks(const TaskGraph &graph, const QRectF &area, const Theme &theme)
        : graph_(graph), area_(area), theme_(theme), layers_(graph.layers())
    {
        for (const TaskNode &node : graph.nodes)
            layers_[node.layer].push_back(node.task);
        order();
        choose();
    }

    GraphLayout layout() const
    {
        GraphLayout layout;
        const QRectF area = area_.adjusted(0, 0, 0, isWhole_ ? 0 : -footHeight());
        std::vector<std::size_t> placeOf(graph_.nodes.size(), notDrawn);
        const std::size_t columns = std::min(layers_.size(), columnsFit());
        const qreal gap =
            columns < 2 ? 0
                        : std::min((area.width() - detail_.node.width()) / static_cast<qreal>(columns - 1) -
                                       detail_.node.width(),
                                   150 * theme_.factor);
        const qreal pitch = detail_.node.width() + gap;
        const qreal left = area.center().x() - pitch * static_cast<qreal>(columns - 1) / 2;
        std::vector<std::vector<std::size_t>> missing(layers_.size());
        for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
            const std::vector<std::size_t> drawn =
                layer < columns ? folded(layers_[layer], rowsFit(area.height())) : std::vector<std::size_t>();
            std::ranges::copy_if(layers_[layer], std::back_inserter(missing[layer]), [&](std::size_t task) {
                return std::ranges::find(drawn, task) == drawn.end();
            });
            const auto rows = static_cast<qreal>(drawn.size());
            const qreal step = std::min(area.height() / std::max(1.0, rows), 60 * theme_.factor);
            for (std::size_t row = 0; row < drawn.size(); ++row) {
                placeOf[drawn[row]] = layout.nodes.size();
                layout.nodes.push_back(nodeAt(
                    drawn[row], {left + pitch * static_cast<qreal>(layer),
                                 area.center().y() + step * (static_cast<qreal>(row) - (rows - 1) / 2)}));
            }
        }
        addEdges(layout, placeOf);
        addBand(layout, placeOf);
        sayMissing(layout, missing, left, pitch);
        return layout;
    }

private:
    static constexpr std::size_t notDrawn = static_cast<std::size_t>(-1);

    /// "+4 fetch", or the number alone.
    QString inShort(const std::vector<std::size_t> &tasks, bool hasNames) const
    {
        QStringList names;
        for (const std::size_t task : tasks)
            names << (hasNames ? graph_.nodes[task].name : QString());
        QStringList parts;
        for (const QString &name : std::as_const(names)) {
            const QString part = (QStringLiteral("+%1 ").arg(names.count(name)) + name).trimmed();
            if (!parts.contains(part))
                parts << part;
        }
        return parts.join(QStringLiteral("  "));
    }

    /// What is not drawn: below its column, or all of it in one number.
    void sayMissing(GraphLayout &layout, const std::vector<std::vector<std::size_t>> &missing, qreal left,
                    qreal pitch) const
    {
        std::size_t count = 0;
        for (const auto &tasks : missing)
            count += tasks.size();
        if (count == 0)
            return;
        const auto textAt = [&](const QString &text, qreal x) {
            const QSizeF size = sizeOf(text, 11, false, theme_);
            return GraphText{text, {QPointF(x - size.width() / 2, area_.bottom() - size.height()), size}};
        };
        const std::size_t columns = std::min(layers_.size(), columnsFit());
        for (const bool hasNames : {true, false}) {
            std::vector<GraphText> texts;
            for (std::size_t layer = 0; layer < columns; ++layer) {
                if (!missing[layer].empty())
                    texts.push_back(
                        textAt(inShort(missing[layer], hasNames), left + pitch * static_cast<qreal>(layer)));
            }
            const bool fit = std::ranges::all_of(texts, [&](const GraphText &text) {
                return text.box.left() >= area_.left() && text.box.right() <= area_.right() &&
                       (columns < 2 || text.box.width() < pitch - 4 * theme_.factor);
            });
            if (fit && columns == layers_.size()) {
                layout.texts.insert(layout.texts.end(), texts.begin(), texts.end());
                return;
            }
        }
        layout.texts.push_back(textAt(translate("TaskGraph", "and %1 more").arg(count), area_.center().x()));
    }

    QString textOf(const TaskNode &node, const Detail &detail) const
    {
        const QString number = QString::number(node.task + 1);
        if (!detail.hasNumber)
            return {};
        return detail.hasName && !node.name.isEmpty() ? number + u' ' + node.name : number;
    }

    /// Tasks stand next to those that they depend on.
    void order()
    {
        std::vector<double> row(graph_.nodes.size());
        std::vector<std::vector<std::size_t>> before(graph_.nodes.size());
        for (const auto &[task, on] : graph_.dependencies)
            before[task].push_back(on);
        for (std::vector<std::size_t> &layer : layers_) {
            const auto mean = [&](std::size_t task) {
                double sum = 0;
                for (const std::size_t on : before[task])
                    sum += row[on];
                return before[task].empty() ? 0 : sum / static_cast<double>(before[task].size());
            };
            std::ranges::stable_sort(layer, {}, mean);
            for (std::size_t i = 0; i < layer.size(); ++i)
                row[layer[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(layer.size());
        }
    }

    void choose()
    {
        const qreal f = theme_.factor;
        const QSizeF wide(20 * f, 8 * f), tight(10 * f, 0);
        std::array<Detail, 5> details{{{true, true, {}, {34 * f, 8 * f}, wide},
                                       {true, true, {}, {34 * f, 2 * f}, tight},
                                       {true, true, {}, {34 * f, 2 * f}, tight, 11},
                                       {false, true, {}, {16 * f, 2 * f}, tight, 11},
                                       {false, false, QSizeF(10 * f, 10 * f), {10 * f, 6 * f}}}};
        for (Detail &detail : details) {
            if (!detail.hasNumber)
                continue;
            const QFontMetricsF metrics(nodeFont(theme_, detail.points));
            qreal widest = 0;
            for (const TaskNode &node : graph_.nodes)
                widest = std::max(widest, metrics.horizontalAdvance(textOf(node, detail)));
            detail.node = QSizeF(std::ceil(widest), metrics.height()) + detail.margin;
        }
        std::size_t longest = 0;
        for (const auto &layer : layers_)
            longest = std::max(longest, layer.size());
        for (const Detail &detail : details) {
            detail_ = detail;
            isWhole_ = columnsFit() >= layers_.size() && rowsFit(area_.height()) >= longest;
            if (isWhole_)
                return;
        }
        // Names are worth more than the last tasks of a long layer, numbers than none: the most rows that
        // have them.
        for (const std::size_t i : {2U, 3U, 4U}) {
            detail_ = details[i];
            if (columnsFit() >= layers_.size())
                return;
        }
    }

    std::size_t columnsFit() const
    {
        const qreal pitch = detail_.node.width() + detail_.gap.width();
        return static_cast<std::size_t>(std::max(1.0, (area_.width() + detail_.gap.width()) / pitch));
    }
    std::size_t rowsFit(qreal height) const
    {
        const qreal pitch = detail_.node.height() + detail_.gap.height();
        return static_cast<std::size_t>(std::max(1.0, (height + detail_.gap.height()) / pitch));
    }
    qreal footHeight() const { return sizeOf(QStringLiteral("W"), 11, false, theme_).height() + 4; }

    /// The first `most` of a layer, those of the critical path among them.
    std::vector<std::size_t> folded(const std::vector<std::size_t> &layer, std::size_t most) const
    {
        std::size_t others = most;
        for (const std::size_t task : layer)
            others -= std::min<std::size_t>(others, graph_.nodes[task].isCritical ? 1 : 0);
        std::vector<std::size_t> kept;
        for (const std::size_t task : layer) {
            const bool isCritical = graph_.nodes[task].isCritical;
            if (isCritical || others > 0)
                kept.push_back(task);
            if (!isCritical && others > 0)
                --others;
        }
        return kept;
    }

    GraphNode nodeAt(std::size_t task, const QPointF &middle) const
    {
        const TaskNode &from = graph_.nodes[task];
        GraphNode node;
        node.text = textOf(from, detail_);
        node.points = detail_.points;
        using Form = GraphNode::Form;
        constexpr std::array forms{Form::TaskWaits, Form::TaskRuns, Form::TaskBlocked, Form::TaskDone};
        node.form = forms[static_cast<std::size_t>(from.progress)];
        // Of a path that consists of one task which waits there is nothing to say.
        node.isStrong =
            from.isCritical && (graph_.critical.size() > 1 || from.progress != TaskNode::Progress::Blocked);
        node.box = QRectF({}, detail_.node);
        node.box.moveCenter(middle);
        return node;
    }

    /// From the right of a node to the left of another, level at both ends.
    QPolygonF curve(const QRectF &from, const QRectF &to) const
    {
        const QPointF a(from.right() + 2, from.center().y());
        const QPointF b(to.left() - 3 * theme_.factor, to.center().y());
        if (std::abs(a.y() - b.y()) < 0.5)
            return QPolygonF() << a << b;
        QPolygonF line;
        constexpr int steps = 20;
        for (int i = 0; i <= steps; ++i) {
            const qreal t = static_cast<qreal>(i) / steps;
            line << QPointF(a.x() + (b.x() - a.x()) * t, a.y() + (b.y() - a.y()) * t * t * (3 - 2 * t));
        }
        return line;
    }

    bool isOnPath(const Dependency &dependency) const
    {
        const auto &path = graph_.critical;
        const auto found = std::ranges::find(path, dependency.on);
        return found != path.end() && found + 1 != path.end() && *(found + 1) == dependency.task;
    }

    void addEdges(GraphLayout &layout, const std::vector<std::size_t> &placeOf) const
    {
        for (const bool strong : {false, true}) {
            for (const Dependency &dependency : graph_.dependencies) {
                const std::size_t from = placeOf[dependency.on];
                const std::size_t to = placeOf[dependency.task];
                if (from == notDrawn || to == notDrawn || isOnPath(dependency) != strong)
                    continue;
                GraphEdge edge;
                edge.line = curve(layout.nodes[from].box, layout.nodes[to].box);
                edge.isStrong = strong;
                layout.edges.push_back(std::move(edge));
            }
        }
    }

    void addBand(GraphLayout &layout, const std::vector<std::size_t> &placeOf) const
    {
        QPolygonF line;
        for (const std::size_t task : graph_.critical) {
            if (placeOf[task] == notDrawn)
                return;
            const QRectF &box = layout.nodes[placeOf[task]].box;
            if (!line.isEmpty()) {
                const QRectF before(line.last() - QPointF(1, 1), line.last() + QPointF(1, 1));
                line += curve(before, QRectF(box.left(), box.top(), 2, box.height()));
            }
            line << (line.isEmpty() ? box.center() : QPointF(box.left(), box.center().y()));
            line << (task == graph_.critical.back() ? box.center() : QPointF(box.right(), box.center().y()));
        }
        if (graph_.critical.size() > 1)
            layout.band.push_back(line);
    }

    const TaskGraph &graph_;
    const QRectF area_;
    const Theme &theme_;
    std::vector<std::vector<std::size_t>> layers_;
    Detail detail_;
    bool isWhole_ = false;
};

} // namespace

GraphLayout layOut(const TaskGraph &graph, const QRectF &area, const Theme &theme)
{
    if (!graph.nodes.empty())
        return Tasks(graph, area, theme).layout();
    GraphLayout layout;
    const QString text = translate("TaskGraph", "No task has begun.");
    QRectF box({}, sizeOf(text, 11, false, theme));
    box.moveCenter(area.center());
    layout.texts.push_back({text, box});
    return layout;
}

} // namespace tenfold
