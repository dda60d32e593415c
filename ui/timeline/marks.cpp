#include "ui/timeline/marks.h"

#include "core/catalog/words.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tenfold {

// What core/sync marks, which knows no translation.
[[maybe_unused]] static constexpr const char *ofTheLockTable = QT_TRANSLATE_NOOP("mark", "ring found");

/// The index of the first of `marks`, from `from` on, at `time` or later: they are in the order of time.
static std::size_t firstFrom(const AppendLog<MarkRecord> &marks, std::size_t from, Nanoseconds time)
{
    return marks.firstNot([time](const MarkRecord &mark) { return mark.time < time; }, from);
}

static void paintCross(QPainter &painter, const Theme &theme, const QPointF &at, qreal size)
{
    const QLineF falling(at - QPointF(size, size), at + QPointF(size, size));
    const QLineF rising(at - QPointF(size, -size), at + QPointF(size, -size));
    // A light seam keeps it apart from the bar that it stands on.
    for (const auto &[colour, width] : {std::pair(theme.card, 4.5), std::pair(theme.text, 2.0)}) {
        painter.setPen(QPen(colour, width * theme.factor, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(falling);
        painter.drawLine(rising);
    }
}

void paintMarks(QPainter &painter, const Theme &theme, const Scene &scene, const LinkPlace &place)
{
    const qreal size = std::clamp(place.rowScale.pitch * 0.2, 2.0, 4.0) * theme.factor;
    const double apart = 4 * size / place.time.width * (place.time.end - place.time.begin);
    for (std::size_t row = 0; row < place.rows.size(); ++row) {
        const Lane *lane = place.rows[row].lane;
        if (!lane || lane->marks().size() == 0)
            continue;
        const AppendLog<MarkRecord> &marks = lane->marks();
        const auto until = std::min(static_cast<Nanoseconds>(std::ceil(place.time.end * 1e9)),
                                    scene.instantOf(lane->trace()));
        const qreal middle = place.rowScale.y(static_cast<int>(row)) + place.rowScale.pitch / 2;
        std::size_t i = firstFrom(marks, 0, static_cast<Nanoseconds>(place.time.begin * 1e9));
        while (i < marks.size() && marks[i].time <= until) {
            const double seconds = toSeconds(marks[i].time);
            paintCross(painter, theme, {place.time.x(seconds), middle}, size);
            i = firstFrom(marks, i + 1, static_cast<Nanoseconds>((seconds + apart) * 1e9));
        }
    }
}

QStringList markTitles(const Scene &scene, const std::vector<TimelineRow> &rows)
{
    constexpr std::size_t mostLooked = 1000; // what is marked at all is marked early
    QStringList titles;
    for (const TimelineRow &row : rows) {
        if (!row.lane)
            continue;
        const Nanoseconds instant = scene.instantOf(row.lane->trace());
        const char *last = nullptr; // labels are literals, or interned
        for (std::size_t i = 0; i < std::min(mostLooked, row.lane->marks().size()); ++i) {
            const MarkRecord &mark = row.lane->marks()[i];
            if (mark.time > instant)
                break;
            if (std::exchange(last, mark.label) == mark.label)
                continue;
            if (const QString title = translate("mark", mark.label); !titles.contains(title))
                titles << title;
        }
    }
    return titles;
}

} // namespace tenfold
