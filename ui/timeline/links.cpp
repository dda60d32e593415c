#include "ui/timeline/links.h"

#include "core/catalog/words.h"
#include "ui/timeline/lanenotes.h"

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

/// Calls `visit(row, link, lane)` for the links that end from `begin` to `end` seconds; false, and not for
/// all, when there are too many.
template<typename Visit>
static bool visitLinks(const Scene &scene, const LinkPlace &place, double begin, double end, Visit &&visit)
{
    std::size_t count = 0, dependencies = 0;
    for (std::size_t row = 0; row < place.rows.size(); ++row) {
        for (const Lane *lane : place.rows[row].chain()) {
            if (lane->links().size() == 0)
                continue;
            const Nanoseconds instant = scene.instantOf(lane->trace());
            const auto until = std::min(static_cast<Nanoseconds>(std::ceil(end * 1e9)), instant);
            const std::size_t last = firstFrom(lane->links(), until + 1);
            for (std::size_t i = firstFrom(lane->links(), static_cast<Nanoseconds>(begin * 1e9)); i < last;
                 ++i) {
                if (lane->links()[i].kind == LinkKind::WaitsFor) // holds for a time: a graph shows it
                    continue;
                dependencies += lane->links()[i].kind == LinkKind::DependsOn ? 1 : 0;
                if (++count > mostArrows || dependencies > mostDependencies)
                    return false;
                visit(static_cast<int>(row), lane->links()[i], *lane);
            }
        }
    }
    return true;
}

/// The row of the lane `index` of the same trace as the lane of `row`; -1 without one.
static int rowOf(const std::vector<TimelineRow> &rows, int row, std::int32_t index)
{
    const Trace &trace = rows[static_cast<std::size_t>(row)].lane->trace();
    const auto found =
        std::ranges::find_if(rows, [&](const TimelineRow &other) { return other.shows(trace, index); });
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

static Qt::PenStyle dashOf(ArrowKind kind)
{
    switch (kind) {
    case ArrowKind::Hands:
        return Qt::DashLine;
    case ArrowKind::Replaces:
        return Qt::DotLine;
    case ArrowKind::Retries:
        return Qt::DashDotLine;
    case ArrowKind::Wakes:
    case ArrowKind::Needs:
        break;
    }
    return Qt::SolidLine;
}

void paintArrow(QPainter &painter, const Theme &theme, const QLineF &line, ArrowKind kind)
{
    const qreal size = 6 * theme.factor;
    // A light seam keeps it apart from the bars that it crosses.
    painter.setPen(QPen(theme.card, 3.5 * theme.factor));
    painter.drawLine(line);
    const QPen pen(theme.text, 1.3 * theme.factor);
    QPen dashed = pen;
    dashed.setStyle(dashOf(kind));
    dashed.setCapStyle(Qt::FlatCap);
    painter.setPen(dashed);
    painter.drawLine(line);
    painter.setPen(pen);
    painter.setBrush(theme.text);
    const qreal tail = size * (kind == ArrowKind::Hands ? 0.4 : 0.3);
    if (kind == ArrowKind::Hands) // the item
        painter.drawRect(QRectF(line.x1() - tail, line.y1() - tail, 2 * tail, 2 * tail));
    else
        painter.drawEllipse(line.p1(), tail, tail);
    if (line.length() < size)
        return;
    const QPointF along = (line.p2() - line.p1()) / line.length() * size;
    const QPointF across(-along.y() * 0.45, along.x() * 0.45);
    const QPointF left = line.p2() - along + across, right = line.p2() - along - across;
    const bool isOpen = kind == ArrowKind::Hands || kind == ArrowKind::Needs;
    if (isOpen) {
        painter.setPen(QPen(theme.text, 1.8 * theme.factor));
        painter.drawPolyline(QPolygonF{left, line.p2(), right});
        return;
    }
    if (kind == ArrowKind::Replaces)
        painter.setBrush(theme.card);
    painter.drawPolygon(QPolygonF{line.p2(), left, right});
}

QString titleOf(ArrowKind kind)
{
    switch (kind) {
    case ArrowKind::Wakes:
        return translate("Timeline", "wakes");
    case ArrowKind::Hands:
        return translate("Timeline", "hands over");
    case ArrowKind::Replaces:
        return translate("Timeline", "replaced by");
    case ArrowKind::Retries:
        return translate("Timeline", "retried by");
    case ArrowKind::Needs:
        break;
    }
    return translate("Timeline", "needed by");
}

/// Of a link that ends in `lane`: a process takes the place of one that died, a thread takes an item.
static ArrowKind kindOf(const LinkRecord &link, const Lane &lane)
{
    if (link.kind == LinkKind::HandsOver)
        return lane.role() == LaneRole::Process ? ArrowKind::Replaces : ArrowKind::Hands;
    return link.kind == LinkKind::Releases ? ArrowKind::Wakes : ArrowKind::Needs;
}

/// Calls `visit(row, mark, lane, begin)` for the crashes whose task was tried again.
template<typename Visit>
static void visitRetries(const Scene &scene, const std::vector<TimelineRow> &rows, LaneNotes &notes,
                         Visit &&visit)
{
    int left = 30; // more arrows would hide what they are to explain
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (const Lane *lane : rows[row].chain()) {
            const Nanoseconds instant = scene.instantOf(lane->trace());
            for (const std::size_t index : notes.marks(*lane, MarkKind::Crash)) {
                const MarkRecord &mark = lane->marks()[index];
                if (mark.time > instant || left == 0)
                    break;
                if (mark.task < 0)
                    continue;
                --left;
                const auto [who, begin] = notes.retryOf(*lane, index);
                if (who && begin <= instant)
                    visit(static_cast<int>(row), mark, *who, begin);
            }
        }
    }
}

std::vector<ArrowKind> arrowsIn(const Scene &scene, const std::vector<TimelineRow> &rows, LaneNotes &notes)
{
    constexpr std::size_t mostLooked = 20; // what is linked at all is linked early
    std::vector<ArrowKind> kinds;
    const auto note = [&](ArrowKind kind) {
        if (std::ranges::find(kinds, kind) == kinds.end())
            kinds.push_back(kind);
    };
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (const Lane *lane : rows[row].chain()) {
            const Nanoseconds instant = scene.instantOf(lane->trace());
            for (std::size_t i = 0; i < std::min(mostLooked, lane->links().size()); ++i) {
                const LinkRecord &link = lane->links()[i];
                const int from = link.kind == LinkKind::WaitsFor || link.toTime > instant
                                     ? -1
                                     : rowOf(rows, static_cast<int>(row), link.fromLane);
                if (from >= 0 && from != static_cast<int>(row))
                    note(kindOf(link, *lane));
            }
        }
    }
    visitRetries(scene, rows, notes,
                 [&](int, const MarkRecord &, const Lane &, Nanoseconds) { note(ArrowKind::Retries); });
    return kinds;
}

struct Arrow
{
    QLineF line;
    ArrowKind kind;
};

/// Of arrows that would cover one another, one.
static void merge(std::vector<Arrow> &arrows, qreal apart)
{
    std::vector<Arrow> kept;
    for (const Arrow &arrow : arrows) {
        const QLineF &own = arrow.line;
        const auto isClose = [&](const Arrow &other) {
            return other.kind == arrow.kind && std::abs(other.line.x1() - own.x1()) < apart &&
                   std::abs(other.line.x2() - own.x2()) < apart && other.line.y1() == own.y1() &&
                   other.line.y2() == own.y2();
        };
        if (std::ranges::none_of(kept, isClose))
            kept.push_back(arrow);
    }
    arrows = std::move(kept);
}

void paintLinks(QPainter &painter, const Theme &theme, const Scene &scene, const LinkPlace &place,
                LaneNotes &notes)
{
    std::vector<Arrow> arrows;
    const auto middle = [&](int row) { return place.rowScale.middle(row); };
    const auto take = [&](int row, const LinkRecord &link, const Lane &lane) {
        const int from = rowOf(place.rows, row, link.fromLane);
        if (from >= 0 && from != row) // from a process to its heir there is nothing to cross
            arrows.push_back({{place.time.x(toSeconds(link.fromTime)), middle(from),
                               place.time.x(toSeconds(link.toTime)), middle(row)},
                              kindOf(link, lane)});
    };
    if (!visitLinks(scene, place, place.time.begin, place.time.end, take)) {
        arrows.clear();
        const double reach = (place.time.end - place.time.begin) / place.time.width * 24 * theme.factor;
        if (place.cursor)
            visitLinks(scene, place, *place.cursor - reach, *place.cursor + reach, take);
    }
    visitRetries(scene, place.rows, notes,
                 [&](int row, const MarkRecord &mark, const Lane &who, Nanoseconds begin) {
                     const int to = rowOf(place.rows, row, who.index());
                     const QLineF line(place.time.x(toSeconds(mark.time)), middle(row),
                                       place.time.x(toSeconds(begin)), middle(std::max(0, to)));
                     if (to >= 0 && to != row)
                         arrows.push_back({line, ArrowKind::Retries});
                 });
    merge(arrows, 7 * theme.factor);
    for (const Arrow &arrow : arrows)
        paintArrow(painter, theme, arrow.line, arrow.kind);
}

} // namespace tenfold
