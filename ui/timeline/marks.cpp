#include "ui/timeline/marks.h"

#include "core/catalog/words.h"
#include "ui/timeline/lanenotes.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

namespace tenfold {

// What core/sync marks, which knows no translation.
[[maybe_unused]] static constexpr const char *ofTheLockTable = QT_TRANSLATE_NOOP("mark", "ring found");

MarkKind kindOf(const MarkRecord &mark)
{
    static constexpr std::array<std::pair<std::string_view, MarkKind>, 6> kinds{
        {{"lost", MarkKind::Crash},
         {"failed", MarkKind::Failed},
         {"refused by the site", MarkKind::Failed},
         {"timed out", MarkKind::TimedOut},
         {"cancelled at its deadline", MarkKind::TimedOut},
         {"cancelled", MarkKind::Cancelled}}};
    const auto found =
        std::ranges::find(kinds, std::string_view(mark.label), &std::pair<std::string_view, MarkKind>::first);
    return found == kinds.end() ? MarkKind::Other : found->second;
}

QString titleOf(const MarkRecord &mark)
{
    return kindOf(mark) == MarkKind::Crash ? translate("Timeline", "crash") : translate("mark", mark.label);
}

static void paintCross(QPainter &painter, const QPointF &at, qreal size, const QColor &colour, qreal width)
{
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(at - QPointF(size, size), at + QPointF(size, size));
    painter.drawLine(at - QPointF(size, -size), at + QPointF(size, -size));
}

static void paintDisc(QPainter &painter, const QPointF &at, qreal radius, const QColor &fill, const QPen &pen)
{
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawEllipse(at, radius, radius);
}

void paintMark(QPainter &painter, const Theme &theme, MarkKind kind, const QPointF &at, qreal radius)
{
    // A light seam keeps a sign apart from the bar that it stands on.
    const QPen seam(theme.card, 0.35 * radius);
    const QPen thin(theme.text, std::max(1.2, 0.22 * radius));
    switch (kind) {
    case MarkKind::Crash:
        paintDisc(painter, at, radius, theme.text, seam);
        return paintCross(painter, at, 0.42 * radius, theme.card, 0.28 * radius);
    case MarkKind::Failed: {
        const QPolygonF triangle{{at.x(), at.y() - radius},
                                 {at.x() + radius, at.y() + 0.8 * radius},
                                 {at.x() - radius, at.y() + 0.8 * radius}};
        painter.setPen(seam);
        painter.setBrush(theme.text);
        painter.drawPolygon(triangle);
        painter.setPen(QPen(theme.card, 0.25 * radius));
        painter.drawLine(at - QPointF(0, 0.3 * radius), at + QPointF(0, 0.2 * radius));
        return painter.drawPoint(at + QPointF(0, 0.5 * radius));
    }
    case MarkKind::TimedOut:
        paintDisc(painter, at, radius, theme.card, seam);
        paintDisc(painter, at, 0.85 * radius, theme.card, thin);
        painter.drawLine(at, at - QPointF(0, 0.55 * radius));
        return painter.drawLine(at, at + QPointF(0.42 * radius, 0));
    case MarkKind::Cancelled:
        paintDisc(painter, at, radius, theme.card, seam);
        paintDisc(painter, at, 0.85 * radius, theme.card, thin);
        return painter.drawLine(at - QPointF(0.5 * radius, 0), at + QPointF(0.5 * radius, 0));
    case MarkKind::Other:
        paintCross(painter, at, 0.55 * radius, theme.card, 0.62 * radius);
        return paintCross(painter, at, 0.55 * radius, theme.text, 0.28 * radius);
    }
}

/// Where in `placed`, which is in order, something lies closer to `seconds` than `apart`; its end without
/// one.
static auto closeTo(const std::set<double> &placed, double seconds, double apart)
{
    const auto at = placed.upper_bound(seconds - apart);
    return at != placed.end() && *at < seconds + apart ? at : placed.end();
}

/// Puts what has room beside what is placed already. As many looks as there is room, however many marks.
static void placeMarks(std::set<double> &placed, std::vector<double> &own, const AppendLog<MarkRecord> &marks,
                       const std::vector<std::size_t> &indices, std::pair<Nanoseconds, Nanoseconds> range,
                       double apart)
{
    const auto firstFrom = [&](auto from, Nanoseconds time) {
        return std::partition_point(from, indices.end(),
                                    [&](std::size_t index) { return marks[index].time < time; });
    };
    const auto step = [&](double seconds) { return static_cast<Nanoseconds>((seconds + apart) * 1e9); };
    for (auto i = firstFrom(indices.begin(), range.first);
         i != indices.end() && marks[*i].time <= range.second;) {
        double seconds = toSeconds(marks[*i].time);
        if (const auto close = closeTo(placed, seconds, apart); close != placed.end()) {
            seconds = *close;
        } else {
            placed.insert(seconds);
            own.push_back(seconds);
        }
        i = firstFrom(std::next(i), step(seconds));
    }
}

std::vector<PlacedMark> placedMarks(const Scene &scene, const TimelineRow &row, const TimeScale &time,
                                    double apart, LaneNotes &notes)
{
    std::set<double> placed;
    std::vector<PlacedMark> all;
    for (std::size_t i = 0; i < markKinds; ++i) {
        const auto kind = static_cast<MarkKind>(i);
        std::vector<double> own;
        for (const Lane *lane : row.chain()) {
            const auto until =
                std::min(static_cast<Nanoseconds>(std::ceil(time.end * 1e9)), scene.instantOf(lane->trace()));
            if (lane->marks().size() > 0)
                placeMarks(placed, own, lane->marks(), notes.marks(*lane, kind),
                           {static_cast<Nanoseconds>(time.begin * 1e9), until}, apart);
        }
        for (const double seconds : own)
            all.push_back({kind, seconds});
    }
    return all;
}

void paintMarks(QPainter &painter, const Theme &theme, const Scene &scene, const LinkPlace &place,
                LaneNotes &notes)
{
    for (std::size_t row = 0; row < place.rows.size(); ++row) {
        const qreal pitch = place.rowScale.pitch(static_cast<int>(row));
        const qreal radius = std::clamp(pitch * 0.45, 4 * theme.factor, 7 * theme.factor);
        const double apart = 1.6 * radius / place.time.width * (place.time.end - place.time.begin);
        const qreal middle = place.rowScale.middle(static_cast<int>(row));
        for (const PlacedMark &mark : placedMarks(scene, place.rows[row], place.time, apart, notes))
            paintMark(painter, theme, mark.kind, {place.time.x(mark.seconds), middle}, radius);
    }
}

std::vector<MarkKey> marksIn(const Scene &scene, const std::vector<TimelineRow> &rows)
{
    constexpr std::size_t mostLooked = 1000; // what is marked at all is marked early
    std::vector<MarkKey> keys;
    for (const TimelineRow &row : rows) {
        for (const Lane *lane : row.chain()) {
            const Nanoseconds instant = scene.instantOf(lane->trace());
            const char *last = nullptr; // labels are literals, or interned
            for (std::size_t i = 0; i < std::min(mostLooked, lane->marks().size()); ++i) {
                const MarkRecord &mark = lane->marks()[i];
                if (mark.time > instant)
                    break;
                if (std::exchange(last, mark.label) == mark.label)
                    continue;
                const MarkKey key{kindOf(mark), titleOf(mark)};
                if (std::ranges::find(keys, key) == keys.end())
                    keys.push_back(key);
            }
        }
    }
    return keys;
}

} // namespace tenfold
