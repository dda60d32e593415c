#include "ui/graph/waitlayout.h"

#include "ui/graph/ellipse.h"

#include <QFontMetricsF>
#include <QLineF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tenfold {

static constexpr int mostNamed = 8; // workers, of which those outside the ring are drawn

static GraphNode nodeOf(const QString &name, GraphNode::Form form, qreal least, qreal most,
                        const Theme &theme)
{
    const QFontMetricsF metrics(nodeFont(theme));
    GraphNode node;
    node.text = metrics.elidedText(name, Qt::ElideMiddle, most);
    node.form = form;
    const qreal height = std::max(least * theme.factor, metrics.height() + 6 * theme.factor);
    const qreal width = std::ceil(metrics.horizontalAdvance(node.text)) + 10 * theme.factor;
    node.box = QRectF(0, 0, std::max(height, width), height);
    return node;
}

/// "A3" for "account 3": what is numbered has its initial in the graph, where that is a letter of the Latin
/// script.
static QString shortName(const QString &name)
{
    const qsizetype space = name.lastIndexOf(u' ');
    bool isNumber = false;
    name.mid(space + 1).toUInt(&isNumber);
    const bool isLatin = !name.isEmpty() && name.front().isLetter() && name.front().unicode() < 0x250;
    return space > 0 && isNumber && isLatin ? name.front().toUpper() + name.mid(space + 1) : name;
}

namespace {

/// The nodes of the loop in order, worker and what it wants in turn, and where they stand.
class Loop
{
public:
    Loop(const WaitGraph &graph, const QRectF &area, const Theme &theme)
        : graph_(graph), area_(area), theme_(theme)
    {
        // As many as fit; where two do not, with shorter names; where nothing does, with no room for words.
        const auto fit = static_cast<std::size_t>((area.width() + area.height()) / (48 * theme.factor));
        const std::size_t all = graph.loop.size();
        for (const bool isFlat : {false, true}) {
            isFlat_ = isFlat;
            for (const qreal share : {0.28, 0.2, 0.13}) {
                most_ = area.width() * share;
                for (std::size_t drawn = std::min(all, std::max<std::size_t>(2, fit)); drawn > 0; --drawn) {
                    place(drawn);
                    if (!overlaps())
                        return;
                    if (drawn <= 2)
                        break;
                }
            }
        }
    }

    void putInto(GraphLayout &layout) const
    {
        layout.nodes = nodes_;
        if (graph_.isRing)
            layout.band.push_back(bandLine());
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            const std::size_t next = (i + 1) % nodes_.size();
            if (nodes_[i].box.isNull() || nodes_[next].box.isNull() || nodes_.size() < 2)
                continue;
            const bool wants = nodes_[i].form == GraphNode::Form::Worker;
            GraphEdge edge;
            edge.line = between(way(i, next), nodes_[i], nodes_[next], theme_);
            edge.isDashed = wants;
            putWords(edge, wants ? translate("WaitGraph", "wants") : translate("WaitGraph", "held by"),
                     centre(), area_, layout, theme_);
            layout.edges.push_back(std::move(edge));
        }
        std::erase_if(layout.nodes, [](const GraphNode &node) { return node.box.isNull(); });
        if (graph_.isRing)
            sayWhat(layout);
    }

private:
    QPointF centre() const { return ring_.center(); }
    bool isBent() const { return nodes_.size() <= 4; }

    void place(std::size_t drawn)
    {
        const std::size_t all = graph_.loop.size();
        const bool hasGap = drawn < all;
        nodes_.clear();
        for (std::size_t i = 0; i < drawn - (hasGap ? 1 : 0); ++i) {
            const Waiter &waiter = graph_.loop[i];
            nodes_.push_back(nodeOf(waiter.name, GraphNode::Form::Worker, 40, most_, theme_));
            GraphNode wanted = nodeOf(shortName(waiter.wants), GraphNode::Form::Resource, 36, most_, theme_);
            if (waiter.wants.isEmpty()) {
                nodes_.back().isStrong = false;
                wanted.box = {}; // its place is kept
            }
            nodes_.push_back(wanted);
        }
        if (hasGap) {
            const auto missing = static_cast<int>(all - drawn + 1);
            nodes_.push_back(nodeOf(translate("WaitGraph", "%1 more").arg(missing), GraphNode::Form::Worker,
                                    40, most_, theme_));
            const QString &last = graph_.loop.back().wants;
            nodes_.push_back(nodeOf(shortName(last), GraphNode::Form::Resource, 36, most_, theme_));
            if (last.isEmpty())
                nodes_.back().box = {};
        }
        fitRing();
        const std::vector<QPointF> places = around(ring_, nodes_.size());
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            if (!nodes_[i].box.isNull())
                nodes_[i].box.moveCenter(places[i]);
        }
    }

    void fitRing()
    {
        qreal wide = 0, high = 0;
        for (const GraphNode &node : nodes_) {
            wide = std::max(wide, node.box.width() / 2);
            high = std::max(high, node.box.height() / 2);
        }
        const QSizeF words = sizeOf(translate("WaitGraph", "held by"), 11, true, theme_);
        const qreal beside = isBent() ? words.width() * 0.3 : words.width() * 0.2;
        const qreal over = isFlat_ ? 0 : words.height() + bandReach(theme_) + 6;
        QSizeF size(area_.width() - 2 * (wide + beside + 4), area_.height() - 2 * std::max(high + 4, over));
        size = size.expandedTo({20, 20});
        // No wider than looks like a ring, no larger than its nodes need.
        size.setWidth(std::min(size.width(), (isFlat_ ? 5 : 2.2) * size.height()));
        const qreal most = std::max(4.0, static_cast<qreal>(nodes_.size())) * 280 * theme_.factor;
        const qreal length = std::numbers::pi * (size.width() + size.height()) / 2;
        if (length > most)
            size *= most / length;
        ring_ = QRectF({}, size);
        ring_.moveCenter(area_.center());
    }

    bool overlaps() const
    {
        const qreal gap = 12 * theme_.factor; // for an arrow
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            const QRectF wide = nodes_[i].box.adjusted(-gap, -gap / 2, gap, gap / 2);
            for (std::size_t j = i + 1; j < nodes_.size(); ++j) {
                if (!nodes_[i].box.isNull() && !nodes_[j].box.isNull() && wide.intersects(nodes_[j].box))
                    return true;
            }
        }
        return false;
    }

    QPolygonF way(std::size_t from, std::size_t to) const
    {
        const QPointF a = nodes_[from].box.center();
        const QPointF b = nodes_[to].box.center();
        return isBent() ? arc(a, b, centre(), ring_.size()) : QPolygonF() << a << b;
    }

    QPolygonF bandLine() const
    {
        QPolygonF line;
        for (std::size_t i = 0; i < nodes_.size(); ++i)
            line += way(i, (i + 1) % nodes_.size());
        return line;
    }

    /// The proof, in the middle of the ring.
    void sayWhat(GraphLayout &layout) const
    {
        const auto size = static_cast<int>(graph_.loop.size());
        const QString title = translate("WaitGraph", "Ring of %1").arg(size);
        const QString note = translate("WaitGraph", "%1 of %2 workers").arg(size).arg(graph_.workers);
        const QSizeF titleSize = sizeOf(title, 20, true, theme_);
        const QSizeF noteSize = sizeOf(note, 11, false, theme_);
        QRectF whole({}, QSizeF(std::max(titleSize.width(), noteSize.width()),
                                titleSize.height() + noteSize.height()));
        whole.moveCenter(centre());
        const auto isCovered = [&](const QRectF &box) {
            return std::ranges::any_of(layout.nodes, [&](const auto &n) { return n.box.intersects(box); }) ||
                   std::ranges::any_of(layout.edges, [&](const auto &e) {
                       return e.wordsBox.intersects(box) || touches(e.line, box);
                   });
        };
        const auto put = [&](const QString &text, qreal points, bool isBold, const QPointF &middle) {
            QRectF box({}, sizeOf(text, points, isBold, theme_));
            box.moveCenter(middle);
            if (!isCovered(box))
                layout.texts.push_back({text, box, points, isBold, !isBold});
            return !isCovered(box);
        };
        if (!isCovered(whole)) {
            put(title, 20, true, {centre().x(), whole.top() + titleSize.height() / 2});
            put(note, 11, false, {centre().x(), whole.bottom() - noteSize.height() / 2});
            return;
        }
        for (const qreal points : {20, 15, 11}) {
            if (put(title, points, true, centre()))
                return;
        }
    }

    const WaitGraph &graph_;
    const QRectF area_;
    const Theme &theme_;
    qreal most_ = 0;      // pixels of a name
    bool isFlat_ = false; // the area is
    QRectF ring_;
    std::vector<GraphNode> nodes_;
};

/// Who waits outside of the loop, a row each.
class Others
{
public:
    Others(const WaitGraph &graph, const QRectF &area, const Theme &theme)
        : graph_(graph), theme_(theme), lineHeight_(sizeOf(QStringLiteral("W"), 11, false, theme).height())
    {
        const auto fit =
            static_cast<std::size_t>(std::max(0.0, (area.height() - 2 * lineHeight_) / rowHeight()));
        if (graph.workers > mostNamed || graph.others.empty() || fit == 0)
            return;
        for (std::size_t i = 0; i < std::min(fit, graph.others.size()); ++i) {
            const Waiter &waiter = graph.others[i];
            Row row{
                nodeOf(waiter.name, GraphNode::Form::Worker, 36, area.width() * 0.12, theme),
                nodeOf(shortName(waiter.wants), GraphNode::Form::Resource, 30, area.width() * 0.12, theme),
                translate("WaitGraph", "held by %1").arg(waiter.heldBy)};
            row.worker.isStrong = row.wanted.isStrong = false;
            width_ = std::max(width_, row.worker.box.width() + arrow() + row.wanted.box.width() + 8 +
                                          sizeOf(row.note, 11, false, theme).width());
            rows_.push_back(row);
        }
        if (width_ > area.width() * 0.42) {
            rows_.clear();
            width_ = 0;
        }
    }

    /// Puts them at the right of `area`, or their number below; returns what is left.
    QRectF putInto(GraphLayout &layout, QRectF area) const
    {
        const std::size_t missing = graph_.others.size() - rows_.size();
        if (missing > 0) {
            const QString text = rows_.empty() ? translate("WaitGraph", "%1 more waiting").arg(missing)
                                               : translate("WaitGraph", "and %1 more").arg(missing);
            const QSizeF size = sizeOf(text, 11, false, theme_);
            layout.texts.push_back(
                {text, QRectF(area.bottomRight() - QPointF(size.width(), size.height()), size)});
            if (rows_.empty())
                area.setBottom(area.bottom() - size.height() - 4);
        }
        if (rows_.empty())
            return area;
        const qreal left = area.right() - width_;
        const QString title = translate("WaitGraph", "also waiting");
        const QSizeF size = sizeOf(title, 11, false, theme_);
        const qreal height = size.height() + 6 + rowHeight() * static_cast<qreal>(rows_.size());
        qreal y = area.center().y() - height / 2;
        layout.texts.push_back({title, QRectF(QPointF(left, y), size)});
        y += size.height() + 6;
        for (Row row : rows_) {
            const qreal middle = y + rowHeight() / 2;
            row.worker.box.moveCenter({left + row.worker.box.width() / 2, middle});
            row.wanted.box.moveCenter(
                {row.worker.box.right() + arrow() + row.wanted.box.width() / 2, middle});
            const QPolygonF line{row.worker.box.center(), row.wanted.box.center()};
            layout.edges.push_back({between(line, row.worker, row.wanted, theme_), true, false, {}, {}});
            const QSizeF note = sizeOf(row.note, 11, false, theme_);
            layout.texts.push_back(
                {row.note, QRectF(QPointF(row.wanted.box.right() + 8, middle - note.height() / 2), note)});
            layout.nodes.push_back(row.worker);
            layout.nodes.push_back(row.wanted);
            y += rowHeight();
        }
        area.setRight(left - 24 * theme_.factor);
        return area;
    }

private:
    struct Row
    {
        GraphNode worker, wanted;
        QString note;
    };
    qreal rowHeight() const { return 42 * theme_.factor; }
    qreal arrow() const { return 40 * theme_.factor; }

    const WaitGraph &graph_;
    const Theme &theme_;
    const qreal lineHeight_;
    qreal width_ = 0;
    std::vector<Row> rows_;
};

/// What nobody has: a row of small squares at the right of the lower edge of `area`. Returns what is left.
QRectF putFree(const WaitGraph &graph, GraphLayout &layout, QRectF area, const Theme &theme)
{
    constexpr std::size_t most = 6;
    if (graph.free.empty() || area.height() < 180 * theme.factor)
        return area;
    const qreal gap = 6 * theme.factor;
    std::vector<GraphNode> nodes;
    qreal width = 0;
    const auto words = [&] {
        const std::size_t more = graph.free.size() - nodes.size();
        return more > 0 ? translate("WaitGraph", "and %1 more").arg(more) : QString();
    };
    const QString title = translate("WaitGraph", "free");
    const qreal titleWidth = sizeOf(title, 11, false, theme).width() + gap;
    for (const QString &name : graph.free) {
        GraphNode node = nodeOf(shortName(name), GraphNode::Form::Resource, 24, area.width() * 0.2, theme);
        node.isStrong = false;
        const bool isLast = nodes.size() + 1 == graph.free.size();
        const qreal rest = isLast ? 0 : sizeOf(words(), 11, false, theme).width();
        if (nodes.size() == most || titleWidth + width + node.box.width() + gap + rest > area.width())
            break;
        width += node.box.width() + gap;
        nodes.push_back(node);
    }
    const QSizeF more = words().isEmpty() ? QSizeF() : sizeOf(words(), 11, false, theme);
    const qreal height = nodes.empty() ? more.height() : nodes.front().box.height();
    const qreal middle = area.bottom() - height / 2;
    qreal x = area.right() - width - std::max(0.0, more.width()) - titleWidth;
    const auto put = [&](const QString &text) {
        const QSizeF size = sizeOf(text, 11, false, theme);
        layout.texts.push_back({text, QRectF(QPointF(x, middle - size.height() / 2), size)});
        x += size.width() + gap;
    };
    put(title);
    for (GraphNode node : nodes) {
        node.box.moveCenter({x + node.box.width() / 2, middle});
        layout.nodes.push_back(node);
        x += node.box.width() + gap;
    }
    if (!words().isEmpty())
        put(words());
    area.setBottom(area.bottom() - height - gap);
    return area;
}

} // namespace

GraphLayout layOut(const WaitGraph &graph, const QRectF &area, const Theme &theme)
{
    GraphLayout layout;
    if (graph.loop.empty()) {
        const QString text = translate("WaitGraph", "No worker waits for another.");
        QRectF box({}, sizeOf(text, 11, false, theme));
        box.moveCenter(area.center());
        layout.texts.push_back({text, box});
        return layout;
    }
    GraphLayout beside;
    const QRectF above = putFree(graph, beside, area, theme);
    const QRectF rest = Others(graph, above, theme).putInto(beside, above);
    Loop(graph, rest, theme).putInto(layout);
    std::ranges::move(beside.nodes, std::back_inserter(layout.nodes));
    std::ranges::move(beside.edges, std::back_inserter(layout.edges));
    std::ranges::move(beside.texts, std::back_inserter(layout.texts));
    return layout;
}

} // namespace tenfold
