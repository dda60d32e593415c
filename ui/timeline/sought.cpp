#include "ui/timeline/sought.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <string_view>

namespace tenfold {

bool Sought::matches(const SpanRecord &span) const
{
    if (isHolding(span.shape))
        return false;
    if (line > 0)
        return span.where.line == line && std::string_view(span.where.file).ends_with(file);
    if (task >= 0)
        return span.task == task;
    return !text.isEmpty() && (QString::fromUtf8(span.label).contains(text, Qt::CaseInsensitive) ||
                               styleOf(span.state, {}).name.contains(text, Qt::CaseInsensitive));
}

Sought soughtBy(const QString &query)
{
    bool isNumber = false;
    const int number = query.trimmed().toInt(&isNumber);
    if (isNumber)
        return {.task = number > 0 ? number - 1 : SpanRecord::noTask};
    return {.text = query.trimmed()};
}

FoundSpans countSpans(const Scene &scene, const QString &variant, const Sought &sought)
{
    FoundSpans found;
    for (const Outcome &outcome : scene.outcomes) {
        const Repeat *repeat = outcome.shown();
        if (!repeat || !repeat->trace || (!variant.isEmpty() && variant != outcome.variant))
            continue;
        const Nanoseconds instant = scene.instantOf(*repeat->trace);
        for (const Lane *lane : repeat->trace->lanes()) {
            int spans = 0;
            lane->spans().forEach(
                [&](const SpanRecord &span) { spans += span.begin <= instant && sought.matches(span); });
            found.spans += spans;
            found.lanes += spans > 0;
        }
    }
    return found;
}

/// The pixel columns in which the lanes of a row show what is sought.
static std::vector<bool> columnsWith(const Scene &scene, const TimelineRow &row, const TimeScale &time,
                                     const Sought &sought)
{
    std::vector<bool> columns(static_cast<std::size_t>(time.columns()));
    const auto begin = static_cast<Nanoseconds>(time.begin * 1e9),
               end = static_cast<Nanoseconds>(time.end * 1e9);
    std::vector<const Lane *> lanes = row.lanes.empty() ? row.chain() : row.lanes;
    if (lanes.empty() && row.loop)
        lanes.push_back(row.loop);
    for (const Lane *lane : lanes) {
        const Nanoseconds instant = scene.instantOf(lane->trace());
        lane->spans().forEach([&](const SpanRecord &span) {
            const Nanoseconds until = std::min(span.endOr(instant), instant);
            if (span.begin > std::min(end, instant) || until < begin || !sought.matches(span))
                return;
            const bool isWait = span.shape == Shape::Detached;
            if (row.kind == TimelineRow::Kind::SubRow && (!isWait || span.depth != row.subRow))
                return;
            if (row.kind == TimelineRow::Kind::Lane && isWait)
                return;
            const auto first = static_cast<std::size_t>(time.column(toSeconds(span.begin)));
            const auto last = std::max(first + 3, static_cast<std::size_t>(time.column(toSeconds(until))));
            std::fill(columns.begin() + static_cast<std::ptrdiff_t>(std::min(first, columns.size())),
                      columns.begin() + static_cast<std::ptrdiff_t>(std::min(last, columns.size())), true);
        });
    }
    return columns;
}

void paintSought(QPainter &painter, const Theme &theme, const Scene &scene, const LinkPlace &place,
                 const QRectF &area, const Sought &sought)
{
    QPainterPath veil;
    veil.addRect(area);
    QList<QRectF> lit;
    for (std::size_t i = 0; i < place.rows.size(); ++i) {
        const int row = static_cast<int>(i);
        const QRectF bar(area.left(), place.rowScale.y(row), area.width(), place.rowScale.pitch(row));
        if (!bar.intersects(area))
            continue;
        const std::vector<bool> columns = columnsWith(scene, place.rows[i], place.time, sought);
        for (auto begin = std::find(columns.begin(), columns.end(), true); begin != columns.end();) {
            const auto end = std::find(begin, columns.end(), false);
            lit << QRectF(area.left() + static_cast<qreal>(begin - columns.begin()), bar.top(),
                          static_cast<qreal>(end - begin), bar.height());
            begin = std::find(end, columns.end(), true);
        }
    }
    for (const QRectF &box : std::as_const(lit))
        veil.addRect(box);
    QColor ground = theme.card;
    ground.setAlphaF(0.72F);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillPath(veil, ground);
    painter.setPen(QPen(theme.text, 1.5));
    painter.setBrush(Qt::NoBrush);
    for (const QRectF &box : std::as_const(lit))
        painter.drawRect(box.adjusted(0, 0.5, -1, -1));
    painter.restore();
}

} // namespace tenfold
