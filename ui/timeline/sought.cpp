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

void SoughtSpans::seek(const Sought &sought)
{
    if (sought == sought_)
        return;
    sought_ = sought;
    texts_.clear();
    lanes_.clear();
}

/// A text is compared once with each label and state.
bool SoughtSpans::matches(const SpanRecord &span)
{
    if (sought_.text.isEmpty() || isHolding(span.shape))
        return sought_.matches(span);
    const QPair<const char *, int> key{span.label, static_cast<int>(span.state)};
    const auto known = texts_.constFind(key);
    return known != texts_.constEnd() ? *known : *texts_.insert(key, sought_.matches(span));
}

SoughtSpans::Found &SoughtSpans::read(const Lane &lane)
{
    Found &found = lanes_[&lane];
    found.next = lane.spans().forEach(
        [&](const SpanRecord &span) {
            if (matches(span))
                found.spans.push_back(&span);
        },
        found.next);
    return found;
}

FoundSpans SoughtSpans::count(const Scene &scene, const QString &variant)
{
    FoundSpans all;
    for (const Outcome &outcome : scene.outcomes) {
        const Repeat *repeat = outcome.shown();
        if (!repeat || !repeat->trace || (!variant.isEmpty() && variant != outcome.variant))
            continue;
        const Nanoseconds instant = scene.instantOf(*repeat->trace);
        for (const Lane *lane : repeat->trace->lanes()) {
            const auto &spans = read(*lane).spans;
            const auto isBegun = [instant](const SpanRecord *span) { return span->begin <= instant; };
            const auto begun = static_cast<int>(std::ranges::partition_point(spans, isBegun) - spans.begin());
            all.spans += begun;
            all.lanes += begun > 0;
        }
    }
    return all;
}

const std::vector<std::vector<bool>> &SoughtSpans::rowsOf(const Lane &lane, const TimeScale &time,
                                                          Nanoseconds instant)
{
    Found &found = read(lane);
    const auto width = static_cast<std::size_t>(time.columns());
    if (!(time == found.scale) || instant < found.instant) {
        found.filled = 0;
        found.open.clear();
        found.rows.clear();
    }
    found.scale = time;
    found.instant = instant;
    const auto begin = static_cast<Nanoseconds>(time.begin * 1e9),
               end = static_cast<Nanoseconds>(time.end * 1e9);
    const auto fill = [&](const SpanRecord &span) {
        const Nanoseconds until = std::min(span.endOr(instant), instant);
        if (span.begin > end || until < begin)
            return;
        const std::size_t row = span.shape == Shape::Detached ? 1U + span.depth : 0;
        if (found.rows.size() <= row)
            found.rows.resize(row + 1);
        std::vector<bool> &columns = found.rows[row];
        columns.resize(width);
        const auto first = static_cast<std::size_t>(time.column(toSeconds(span.begin)));
        const auto last = std::max(first + 3, static_cast<std::size_t>(time.column(toSeconds(until))));
        std::fill(columns.begin() + static_cast<std::ptrdiff_t>(std::min(first, width)),
                  columns.begin() + static_cast<std::ptrdiff_t>(std::min(last, width)), true);
    };
    for (const SpanRecord *span : found.open)
        fill(*span);
    const auto isOver = [instant](const SpanRecord *span) { return span->endOr(instant + 1) <= instant; };
    std::erase_if(found.open, isOver);
    for (; found.filled < found.spans.size() && found.spans[found.filled]->begin <= instant; ++found.filled) {
        const SpanRecord *span = found.spans[found.filled];
        fill(*span);
        if (!isOver(span))
            found.open.push_back(span);
    }
    return found.rows;
}

std::vector<bool> SoughtSpans::columnsOf(const Scene &scene, const TimelineRow &row, const TimeScale &time)
{
    std::vector<bool> columns(static_cast<std::size_t>(time.columns()));
    std::vector<const Lane *> lanes = row.lanes.empty() ? row.chain() : row.lanes;
    if (lanes.empty() && row.loop)
        lanes.push_back(row.loop);
    // A lane's row shows what is nested, that of a wait one sub-row; the rest of them share a row.
    using Kind = TimelineRow::Kind;
    const bool isRest = row.kind == Kind::Rest && row.loop;
    const std::size_t from =
        row.kind == Kind::SubRow || isRest ? 1U + static_cast<std::size_t>(row.subRow) : 0;
    const std::size_t count = row.kind == Kind::Lane || row.kind == Kind::SubRow ? 1 : SIZE_MAX;
    for (const Lane *lane : lanes) {
        const auto &own = rowsOf(*lane, time, scene.instantOf(lane->trace()));
        for (std::size_t i = from; i < own.size() && i - from < count; ++i) {
            for (std::size_t column = 0; column < own[i].size(); ++column) {
                if (own[i][column])
                    columns[column] = true;
            }
        }
    }
    return columns;
}

void paintSought(QPainter &painter, const Theme &theme, const Scene &scene, const LinkPlace &place,
                 const QRectF &area, SoughtSpans &sought)
{
    QPainterPath veil;
    veil.addRect(area);
    QList<QRectF> lit;
    for (std::size_t i = 0; i < place.rows.size(); ++i) {
        const int row = static_cast<int>(i);
        const QRectF bar(area.left(), place.rowScale.y(row), area.width(), place.rowScale.pitch(row));
        if (!bar.intersects(area))
            continue;
        const std::vector<bool> columns = sought.columnsOf(scene, place.rows[i], place.time);
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
