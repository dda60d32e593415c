#pragma once

#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace tenfold {

/// `count` points at equal distances on the ellipse in `box`, clockwise: from the left where there are few,
/// else from left of the top, as many on either side.
std::vector<QPointF> around(const QRectF &box, std::size_t count);
/// The part from `a` to `b`, clockwise, of the ellipse around `centre` that is as large as `ring`.
QPolygonF arc(const QPointF &a, const QPointF &b, const QPointF &centre, const QSizeF &ring);

} // namespace tenfold
