#pragma once

#include "ui/scene.h"
#include "ui/theme.h"
#include "ui/timeline/geometry.h"
#include "ui/timeline/rows.h"

class QPainter;

namespace tenfold {

/// Where the rows of a timeline are, and the instant (in seconds) that the user points at.
struct LinkPlace
{
    const std::vector<TimelineRow> &rows;
    RowScale rowScale;
    TimeScale time;
    std::optional<double> cursor;
};

/// Draws the links between the lanes of the rows as arrows: all that are in sight where these are few, else
/// those next to the cursor.
void paintLinks(QPainter &painter, const Theme &theme, const Scene &scene, const LinkPlace &place);

} // namespace tenfold
