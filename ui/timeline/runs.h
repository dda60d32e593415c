#pragma once

#include "ui/theme.h"
#include "ui/timeline/columns.h"

#include <QRectF>

class QPainter;

namespace tenfold {

/// What the runs of one row look like.
struct RunStyle
{
    Theme theme;
    QColor own;     ///< of the variant
    int holder = 0; ///< a lock's row: the number of the lane that held it; 0: a lane's row
    bool isLock() const { return holder > 0; }
};

/// Draws merged columns as bars into `bar`: a span each, or a block where several share a pixel. What is open
/// at `instant` has a square, bright end; tasks are numbered where the number fits.
void paintRuns(QPainter &painter, const LaneColumns &lane, const QRectF &bar, const RunStyle &style,
               Nanoseconds instant);

} // namespace tenfold
