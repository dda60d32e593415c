#pragma once

#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace tenfold {

struct Theme;

/// Where a value stands that is named.
enum class PlateSide { Beside, Above, Below };

/// `text` on a plate of the card's colour beside, above or below `at`, inside of `plot`; returns the plate.
QRectF paintValuePlate(QPainter &painter, const Theme &theme, const QRectF &plot, const QPointF &at,
                       const QString &text, PlateSide side);

/// As above, but the nearest place where none of `points` is, with a line to `at` where that is not beside
/// it.
QRectF paintValuePlate(QPainter &painter, const Theme &theme, const QRectF &plot, const QPointF &at,
                       const QString &text, const std::vector<QPointF> &points);

/// The rectangle of `size` in `plot` nearest to `at`, and no nearer than `away`, that has no point of
/// `points` within `away` / 2; a null one where there is none.
QRectF freePlace(const QSizeF &size, const QRectF &plot, const QPointF &at,
                 const std::vector<QPointF> &points, qreal away);

} // namespace tenfold
