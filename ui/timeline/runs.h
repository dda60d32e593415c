#pragma once

#include "ui/theme.h"
#include "ui/timeline/columns.h"
#include "ui/timeline/textcache.h"

#include <QRectF>

class QPainter;

namespace tenfold {

/// What the runs of one row look like.
struct RunStyle
{
    const Theme &theme;
    const std::vector<StateStyle> &states; ///< of the theme, in the order of the enumeration
    TextCache &texts;
    QColor own;     ///< of the variant
    int holder = 0; ///< a lock's row: the number of the lane that held it; 0: a lane's row
    bool isLock() const { return holder > 0; }
};

/// Draws merged columns as bars into `bar`: a span each, or a block where several share a pixel. What is open
/// at `instant` has a square, bright end; tasks are numbered where the number fits. Shares of a lock are left
/// to paintShares(). `bar` is of whole pixels.
void paintRuns(QPainter &painter, const LaneColumns &lane, const QRectF &bar, const RunStyle &style,
               Nanoseconds instant);

/// How many lanes hold a lock together in a pixel column; of a crowd, not all at the same time.
struct Shares
{
    int lanes = 0;
    bool isCrowd = false;
    bool operator==(const Shares &) const = default;
};

/// Counts what a lane holds together with others into `shares`, one a pixel column.
void addShares(std::vector<Shares> &shares, const LaneColumns &held);

/// Draws for each pixel column how many hold a lock together, as a strip in `bar` that is the higher the more
/// they are, with the number where it is sure and fits.
void paintShares(QPainter &painter, const std::vector<Shares> &shares, const QRectF &bar,
                 const RunStyle &style);

/// Draws for each pixel column how many of `lanes` wait, as a strip that is the higher the more they are.
void paintWaits(QPainter &painter, const std::vector<int> &waiting, int lanes, const QRectF &strip,
                const Theme &theme);

} // namespace tenfold
