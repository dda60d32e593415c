#pragma once

#include "ui/theme.h"

class QPainter;

namespace tenfold {

/// What the points of a series look like.
struct DotStyle
{
    VariantKind kind = VariantKind::Parallel;
    std::size_t shape = 0; ///< the number of the series; odd ones are hollow
    QColor colour;
};

/// The character that stands for them in a legend.
QString symbolOf(const DotStyle &style);

/// Sets pen and brush, and returns the shape around (0, 0), as wide as `size` or a little wider: empty for a
/// disc or a ring. `hasEdge`: points that touch are told apart.
QPolygonF takeShape(QPainter &painter, const Theme &theme, const DotStyle &style, qreal size, bool hasEdge);

void paintShape(QPainter &painter, const QPolygonF &shape, const QPointF &at, qreal size);

} // namespace tenfold
