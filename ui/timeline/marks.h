#pragma once

#include "ui/timeline/links.h"

#include <QString>

namespace tenfold {

class LaneNotes;

/// What happened at a mark, told by its shape: a cross in a disc, a triangle, a clock, a circle that is
/// struck out; a plain cross for what a scenario says of itself.
enum class MarkKind { Crash, Failed, TimedOut, Cancelled, Other }; // the gravest first
inline constexpr std::size_t markKinds = 5;
MarkKind kindOf(const MarkRecord &mark);
/// In the language of the moment.
QString titleOf(const MarkRecord &mark);

/// Draws the sign of `kind` around `middle`; nearly 2 * `radius` wide.
void paintMark(QPainter &painter, const Theme &theme, MarkKind kind, const QPointF &middle, qreal radius);

struct PlacedMark
{
    MarkKind kind = MarkKind::Other;
    double seconds = 0;
    bool operator==(const PlacedMark &) const = default;
};
/// The marks of a row that are drawn, the gravest first: none is closer than `apart` seconds to a graver one.
std::vector<PlacedMark> placedMarks(const Scene &scene, const TimelineRow &row, const TimeScale &time,
                                    double apart, LaneNotes &notes);

/// Draws the marks of the lanes of the rows at the instants at which something happened there. Where many lie
/// on one another, the gravest stands for all of them.
void paintMarks(QPainter &painter, const Theme &theme, const Scene &scene, const LinkPlace &place,
                LaneNotes &notes);

/// What a legend says of a sign.
struct MarkKey
{
    MarkKind kind = MarkKind::Other;
    QString title;
    bool operator==(const MarkKey &) const = default;
};
/// The marks of these rows, each once.
std::vector<MarkKey> marksIn(const Scene &scene, const std::vector<TimelineRow> &rows);

} // namespace tenfold
