#pragma once

#include "ui/theme.h"

#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace tenfold {

/// A node where it is drawn. `text` fits into `box`; it is empty for a dot.
struct GraphNode
{
    enum class Form { Worker, Resource, TaskDone, TaskRuns, TaskBlocked, TaskWaits };
    QString text;
    QRectF box;
    qreal points = 13; ///< of the text
    Form form = Form::Worker;
    bool isStrong = true; ///< of the ring, or of the critical path
};

/// An arrow along `line`, whose last point is its tip.
struct GraphEdge
{
    QPolygonF line;
    bool isDashed = false;
    bool isStrong = true;
    QString words; ///< beside the line, in `wordsBox`; empty where there is no room
    QRectF wordsBox;
};

/// A text of its own, in the middle of `box`.
struct GraphText
{
    QString text;
    QRectF box;
    qreal points = 11;
    bool isBold = false;
    bool isMuted = true;
};

/// A graph as it is drawn: positions, no painting.
struct GraphLayout
{
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
    std::vector<GraphText> texts;
    std::vector<QPolygonF> band; ///< what makes the ring, or the critical path, one shape
};

/// Half the width of the band, and the font of the nodes, which decides how large they are.
inline qreal bandReach(const Theme &theme)
{
    return 8 * theme.factor;
}
QFont nodeFont(const Theme &theme, qreal points = 13);
/// How much room `text` takes as a GraphText of so many points.
QSizeF sizeOf(const QString &text, qreal points, bool isBold, const Theme &theme);
/// The way from `from` to `to` along `line`, which joins their middles: no more than what is outside of both.
QPolygonF between(const QPolygonF &line, const GraphNode &from, const GraphNode &to, const Theme &theme);
/// Whether `line` passes through `box`.
bool touches(const QPolygonF &line, const QRectF &box);
/// Puts `words` beside the line of `edge`, on the side away from `centre`; nowhere where they would leave
/// `area` or touch a node or other words of `layout`.
void putWords(GraphEdge &edge, const QString &words, const QPointF &centre, const QRectF &area,
              const GraphLayout &layout, const Theme &theme);

} // namespace tenfold
