#pragma once

#include "ui/scene.h"
#include "ui/theme.h"
#include "ui/timeline/geometry.h"
#include "ui/timeline/rows.h"

#include <QLineF>

class QPainter;

namespace tenfold {

class LaneNotes;

/// Where the rows of a timeline are, and the instant (in seconds) that the user points at.
struct LinkPlace
{
    const std::vector<TimelineRow> &rows;
    RowScale rowScale;
    TimeScale time;
    std::optional<double> cursor;
};

/// An arrow of a legend.
enum class ArrowKind { Wakes, Hands, Replaces, Retries, Needs };
QString titleOf(ArrowKind kind);
/// The kinds of arrows between these rows, each once.
std::vector<ArrowKind> arrowsIn(const Scene &scene, const std::vector<TimelineRow> &rows, LaneNotes &notes);
/// Each kind has a dash, a head and a tail of its own.
void paintArrow(QPainter &painter, const Theme &theme, const QLineF &line, ArrowKind kind);

/// Draws the links between the lanes of the rows as arrows: all that are in sight where these are few, else
/// those next to the cursor. From a crash an arrow goes to who tried its task again. Arrows that would cover
/// one another are one.
void paintLinks(QPainter &painter, const Theme &theme, const Scene &scene, const LinkPlace &place,
                LaneNotes &notes);

} // namespace tenfold
