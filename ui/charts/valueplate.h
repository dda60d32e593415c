#pragma once

#include <QRectF>
#include <QString>

class QPainter;

namespace tenfold {

struct Theme;

/// Where a value stands that is named.
enum class PlateSide { Beside, Above, Below };

/// `text` on a plate of the card's colour beside, above or below `at`, inside of `plot`; returns the plate.
QRectF paintValuePlate(QPainter &painter, const Theme &theme, const QRectF &plot, const QPointF &at,
                       const QString &text, PlateSide side);

} // namespace tenfold
