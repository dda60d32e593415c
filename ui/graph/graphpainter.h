#pragma once

#include "ui/graph/graphlayout.h"

class QPainter;

namespace tenfold {

/// Draws `layout`; what is done or stuck is filled with `fill`, the band is `band`.
void paintGraph(QPainter &painter, const GraphLayout &layout, const Theme &theme, const QColor &fill,
                const QColor &band);
/// `from` with `percent` of `to` in it.
QColor mixed(const QColor &from, const QColor &to, int percent);

} // namespace tenfold
