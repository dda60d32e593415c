#include "ui/graph/graphlayout.h"

#include <QFontMetricsF>
#include <QLineF>

#include <algorithm>
#include <cmath>

namespace tenfold {

QFont nodeFont(const Theme &theme, qreal points)
{
    return theme.font(points, QFont::DemiBold);
}

QSizeF sizeOf(const QString &text, qreal points, bool isBold, const Theme &theme)
{
    const QFontMetricsF metrics(theme.font(points, isBold ? QFont::DemiBold : QFont::Normal));
    return {std::ceil(metrics.horizontalAdvance(text)) + 2, std::ceil(metrics.height())};
}

static bool holds(const GraphNode &node, const QPointF &point, qreal margin)
{
    const QRectF box = node.box.adjusted(-margin, -margin, margin, margin);
    const bool isRound = node.form == GraphNode::Form::Worker && std::abs(box.width() - box.height()) < 1;
    return isRound ? QLineF(box.center(), point).length() < box.width() / 2 : box.contains(point);
}

/// `line` with a point every other pixel.
static QPolygonF finer(const QPolygonF &line)
{
    QPolygonF fine;
    for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        const QLineF piece(line[i], line[i + 1]);
        const int steps = std::max(1, static_cast<int>(piece.length() / 2));
        for (int step = 0; step < steps; ++step)
            fine << piece.pointAt(static_cast<qreal>(step) / steps);
    }
    return fine << line.last();
}

bool touches(const QPolygonF &line, const QRectF &box)
{
    return line.size() > 1 &&
           std::ranges::any_of(finer(line), [&](const QPointF &point) { return box.contains(point); });
}

QPolygonF between(const QPolygonF &line, const GraphNode &from, const GraphNode &to, const Theme &theme)
{
    const qreal margin = 3 * theme.factor;
    QPolygonF outside;
    for (const QPointF &point : finer(line)) {
        if (!holds(from, point, margin) && !holds(to, point, margin))
            outside << point;
    }
    if (line.size() == 2 && outside.size() > 2)
        return QPolygonF() << outside.first() << outside.last();
    return outside;
}

void putWords(GraphEdge &edge, const QString &words, const QPointF &centre, const QRectF &area,
              const GraphLayout &layout, const Theme &theme)
{
    if (edge.line.size() < 2)
        return;
    const QSizeF size = sizeOf(words, 11, edge.isStrong, theme);
    const auto isFree = [&](const QRectF &box) {
        const QRectF wide = box.adjusted(-2, -1, 2, 1);
        return area.contains(box) &&
               std::ranges::none_of(layout.nodes,
                                    [&](const GraphNode &node) { return node.box.intersects(wide); }) &&
               std::ranges::none_of(layout.edges, [&](const GraphEdge &other) {
                   return !other.words.isEmpty() && other.wordsBox.intersects(wide);
               });
    };
    for (const qreal side : {1, -1}) {
        for (const qreal part : {0.5, 0.4, 0.6, 0.3, 0.7}) {
            const auto index = static_cast<qsizetype>(part * static_cast<qreal>(edge.line.size() - 1));
            const QLineF piece(edge.line[index], edge.line[index + 1]);
            if (piece.length() < 0.1)
                continue;
            const QPointF at = edge.line.size() == 2 ? piece.pointAt(part) : piece.p1();
            QPointF normal(piece.dy() / piece.length(), -piece.dx() / piece.length());
            if (QPointF::dotProduct(normal, at - centre) < 0)
                normal = -normal;
            const qreal reach = std::abs(normal.x()) * size.width() / 2 +
                                std::abs(normal.y()) * size.height() / 2 + bandReach(theme) +
                                2 * theme.factor;
            const QPointF middle = at + normal * reach * side;
            const QRectF box(middle - QPointF(size.width() / 2, size.height() / 2), size);
            if (isFree(box)) {
                edge.words = words;
                edge.wordsBox = box;
                return;
            }
        }
    }
}

} // namespace tenfold
