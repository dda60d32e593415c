#pragma once

#include "ui/theme.h"

#include <QPointF>

class QPainter;

namespace tenfold {

/// How wide a stop sign is, in pixels.
inline qreal stopSign(const Theme &theme)
{
    return 16 * theme.factor;
}
/// A disc with a bar: here it did not go on.
void paintStopSign(QPainter &painter, const Theme &theme, const QPointF &middle);

} // namespace tenfold
