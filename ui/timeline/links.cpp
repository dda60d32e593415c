#include "ui/timeline/links.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tenfold {

/// More arrows than this hide what they are to explain: those of dependencies, which a graph shows as well,
/// cross the bars of all workers.
static constexpr std::size_t mostArrows = 60, mostDependencies = 12;

/// The index of the first of `links` that ends at `time` or later: they are in the order of their ends.
static std::size_t firstFrom(const AppendLog<LinkRecord> &links, Nanoseconds time)
{
    return links.firstNot([time](const LinkRecord &link) { return link.toTime < time; });
}

/// Calls `visit(row, link)` for the links that end from `begin` to `end` seconds; false, and not for all,
/// when there are too many.
template<typename Visit>
static bool visitLinks(const Scene &scene, const LinkPlace &place, double begin, double end, Visit &&visit)
{
    std::size_t count = 0, dependencies = 0;
    for (std::size_t row = 0; row < place.rows.size(); ++row) {
        const Lane *lane = place.rows[row].lane;
        if (!lane || lane->links().size() == 0)
            continue;
        const Nanoseconds instant = scene.instantOf(lane->trace());
        const auto until = std::min(static_cast<Nanoseconds>(std::ceil(end * 1e9)), instant);
        const std::size_t last = firstFrom(lane->links(), until + 1);
        for (std::size_t i = firstFrom(lane->links(), static_cast<Nanoseconds>(begin * 1e9)); i < last; ++i) {
            if (lane->links()[i].kind == LinkKind::WaitsFor) // holds for a time: a graph shows it
                continue;
            dependencies += lane->links()[i].kind == LinkKind::DependsOn ? 1 : 0;
            if (++count > mostArrows || dependencies > mostDependencies)
                return false;
            visit(static_cast<int>(row), lane->links()[i]);
        }
    }
    return true;
}

/// The row of the lane `index` of the same trace as the lane of `row`; -1 without one.
static int rowOf(const std::vector<TimelineRow> &rows, int row, std::int32_t index)
{
    const Trace &trace = rows[static_cast<std::size_t>(row)].lane->trace();
    const auto found = std::ranges::find_if(rows, [&](const TimelineRow &other) {
        return other.lane && &other.lane->trace() == &trace && other.lane->index() == index;
    });
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

static void paintArrow(QPainter &painter, const Theme &theme, const QLineF &line)
{
    const qreal size = 6 * theme.factor;
    // A light seam keeps it apart from the bars that it crosses.
    painter.setPen(QPen(theme.card, 3.5 * theme.factor));
    painter.drawLine(line);
    painter.setPen(QPen(theme.text, 1.3 * theme.factor));
    painter.drawLine(line);
    painter.setBrush(theme.text);
    painter.drawEllipse(line.p1(), size * 0.3, size * 0.3);
    if (line.length() < size)
        return;
    const QPointF along = (line.p2() - line.p1()) / line.length() * size;
    const QPointF across(-along.y() * 0.45, along.x() * 0.45);
    painter.drawPolygon(QPolygonF{line.p2(), line.p2() - along + across, line.p2() - along - across});
}

void paintLinks(QPainter &painter, const Theme &theme, const Scene &scene, const LinkPlace &place)
{
    std::vector<QLineF> arrows;
    const auto middle = [&](int row) { return place.rowScale.y(row) + place.rowScale.pitch / 2; };
    const auto take = [&](int row, const LinkRecord &link) {
        const int from = rowOf(place.rows, row, link.fromLane);
        if (from >= 0)
            arrows.emplace_back(place.time.x(toSeconds(link.fromTime)), middle(from),
                                place.time.x(toSeconds(link.toTime)), middle(row));
    };
    if (!visitLinks(scene, place, place.time.begin, place.time.end, take)) {
        arrows.clear();
        if (!place.cursor)
            return;
        const double reach = (place.time.end - place.time.begin) / place.time.width * 24 * theme.factor;
        visitLinks(scene, place, *place.cursor - reach, *place.cursor + reach, take);
    }
    for (const QLineF &arrow : arrows)
        paintArrow(painter, theme, arrow);
}

} // namespace tenfold
