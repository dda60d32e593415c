#include "ui/timeline/painter.h"

#include "core/analysis/format.h"
#include "core/analysis/readings.h"
#include "ui/charts/axes.h"
#include "ui/timeline/runs.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace tenfold {

static QString say(const char *text)
{
    return QCoreApplication::translate("Timeline", text);
}

static constexpr qreal pad = 14;

qreal TimelinePainter::comfortablePitch() const
{
    return QFontMetricsF(theme.font(11)).height() + 2;
}

qreal TimelinePainter::comfortableHeight(const Scene &scene) const
{
    const QFontMetricsF small(theme.font(11));
    const auto rows = static_cast<qreal>(timelineRows(scene, variant).size());
    return 2 * pad * theme.factor + QFontMetricsF(theme.font(13)).height() + 2 * small.height() +
           rows * comfortablePitch();
}

void TimelinePainter::layOut(const QRectF &target, const Scene &scene, const Window &window)
{
    const QFontMetricsF small(theme.font(11));
    const qreal edge = pad * theme.factor;
    rows_ = timelineRows(scene, variant);
    states_.clear();
    std::array<bool, stateCount> occurs{};
    qreal labels = 0;
    double longest = 0;
    bool isLive = false;
    for (const TimelineRow &row : rows_) {
        if (row.kind != TimelineRow::Kind::Heading)
            labels = std::max(labels, small.horizontalAdvance(row.title));
        const Outcome &outcome = scene.outcomes[static_cast<std::size_t>(row.outcome)];
        const Trace &trace = *outcome.shown()->trace;
        const Nanoseconds instant = scene.instantOf(trace);
        longest = std::max(longest, toSeconds(instant));
        isLive |= outcome.status() == Status::Running;
        if (!row.lane)
            continue;
        const Lane::Sums sums = row.lane->sums(instant);
        for (std::size_t i = 0; i < stateCount; ++i)
            occurs[i] = occurs[i] || (sums.state[i] > 0 && static_cast<State>(i) != State::Idle);
    }
    for (std::size_t i = 0; i < stateCount; ++i) {
        if (occurs[i])
            states_.push_back(static_cast<State>(i));
    }
    labels = std::min(labels, target.width() * 0.3);
    const qreal heading = QFontMetricsF(theme.font(13)).height() + 10 * theme.factor;
    area_ = target.adjusted(edge + labels + 12, edge + heading, -edge, -edge - small.height() - 4);
    // While a run is on, the axis grows in steps; afterwards it ends with the longest.
    whole_ = longest <= 0 ? 1 : isLive ? niceEnd(longest) : longest * 1.02;
    const auto range = window.range.value_or(std::pair(0.0, whole_));
    time_ = {range.first, range.second, area_.left(), std::max<qreal>(1, area_.width())};
    const auto rows = static_cast<int>(rows_.size());
    const qreal pitch = RowScale::pitchFor(rows, area_.height(), 36 * theme.factor);
    rowScale_ = {area_.top() - window.scroll, std::max(pitch, window.leastPitch), rows};
}

void TimelinePainter::render(QPainter &painter, const QRectF &target, const Scene &scene,
                             const Window &window)
{
    if (!scene.scenario)
        return;
    layOut(target, scene, window);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintHeading(painter, target);
    paintAxis(painter);
    painter.setClipRect(QRectF(target.left(), area_.top(), target.width(), area_.height()),
                        Qt::IntersectClip);
    paintLabels(painter);
    painter.setClipRect(area_.adjusted(-9, 0, 1, 0), Qt::IntersectClip);
    for (int row = 0; row < rowScale_.rows; ++row) {
        const qreal y = rowScale_.y(row);
        if (y + rowScale_.pitch >= area_.top() && y <= area_.bottom())
            paintRow(painter, scene, row);
    }
    paintLinks(painter, scene);
    paintSaved(painter, scene);
    painter.restore();
}

void TimelinePainter::paintHeading(QPainter &painter, const QRectF &target) const
{
    const qreal edge = pad * theme.factor;
    const QFont bold = theme.font(13, QFont::DemiBold);
    const QFontMetricsF title(bold);
    const QFontMetricsF small(theme.font(11));
    const qreal base = target.top() + edge + title.ascent();
    painter.setFont(bold);
    painter.setPen(theme.text);
    const QString heading = say(QT_TRANSLATE_NOOP("Timeline", "Worker timeline"));
    painter.drawText(QPointF(target.left() + edge, base), heading);
    const qreal start = target.left() + edge + title.horizontalAdvance(heading) + 24 * theme.factor;
    painter.setFont(theme.font(11));
    qreal x = target.right() - edge;
    for (auto state = states_.rbegin(); state != states_.rend(); ++state) {
        const StateStyle style = styleOf(*state, theme);
        const qreal swatch = small.height() * 0.8;
        const qreal width = small.horizontalAdvance(style.name) + swatch + 6;
        if (x - width < start)
            break; // what has no room is in the tool tips
        x -= width;
        const QRectF box(x, base - small.ascent() * 0.85, swatch, small.height() * 0.65);
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.fill.isValid() ? style.fill : theme.of(VariantKind::Parallel));
        painter.drawRoundedRect(box, 2, 2);
        if (style.hatch != Qt::NoBrush)
            painter.fillRect(box, QBrush(theme.hatch(), style.hatch));
        painter.setPen(theme.muted);
        painter.drawText(QPointF(x + swatch + 6, base), style.name);
        x -= 16 * theme.factor;
    }
}

void TimelinePainter::paintAxis(QPainter &painter) const
{
    painter.setFont(theme.font(11));
    const QFontMetricsF metrics(painter.font());
    const double span = time_.end - time_.begin;
    const int most = static_cast<int>(area_.width() / (metrics.horizontalAdvance(formatSeconds(8.88)) * 1.9));
    const double step = niceStep(span, std::max(2, most));
    const QString unit = say(QT_TRANSLATE_NOOP("Timeline", "%1 s"));
    for (int i = static_cast<int>(std::ceil(time_.begin / step - 1e-9)); i * step <= time_.end + 1e-12; ++i) {
        const qreal x = time_.x(i * step);
        painter.setPen(QPen(theme.grid, 1));
        painter.drawLine(QPointF(x, area_.top()), QPointF(x, area_.bottom()));
        const QString label = unit.arg(i * step, 0, 'f', std::max(1, decimalsOf(step)));
        const qreal width = metrics.horizontalAdvance(label);
        painter.setPen(theme.muted);
        painter.drawText(QPointF(std::min(x - width / 2, area_.right() + pad * theme.factor - width - 2),
                                 area_.bottom() + metrics.height()),
                         label);
    }
}

QRectF TimelinePainter::barOf(int row) const
{
    return {area_.left(), rowScale_.y(row) + rowScale_.pitch * 0.16, area_.width(), rowScale_.pitch * 0.68};
}

void TimelinePainter::paintLabels(QPainter &painter) const
{
    // Low rows have smaller labels, and fewer of them; a heading comes before the lanes that it would touch.
    QFont font = theme.font(11);
    const qreal shrink = std::clamp(rowScale_.pitch / (0.8 * QFontMetricsF(font).height()), 0.75, 1.0);
    font.setPointSizeF(font.pointSizeF() * shrink);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const qreal room = metrics.height() * 0.75;
    std::vector<qreal> taken;
    const auto paint = [&](int row, bool headings) {
        const TimelineRow &its = rows_[static_cast<std::size_t>(row)];
        const bool isHeading = its.kind == TimelineRow::Kind::Heading;
        const qreal middle = rowScale_.y(row) + rowScale_.pitch / 2;
        if (isHeading != headings ||
            std::ranges::any_of(taken, [&](qreal other) { return std::abs(other - middle) < room; }))
            return;
        taken.push_back(middle);
        painter.setPen(isHeading ? theme.muted : theme.text);
        const qreal base = middle + (metrics.ascent() - metrics.descent()) / 2;
        const QString title = metrics.elidedText(its.title, Qt::ElideMiddle, area_.left() - 14);
        if (isHeading) // over the bars' ground, where nothing else is
            painter.drawText(QPointF(area_.left(), base), its.title);
        else
            painter.drawText(QPointF(area_.left() - 14 - metrics.horizontalAdvance(title), base), title);
    };
    for (const bool headings : {true, false}) {
        for (int row = 0; row < rowScale_.rows; ++row)
            paint(row, headings);
    }
}

void TimelinePainter::paintRow(QPainter &painter, const Scene &scene, int row)
{
    const TimelineRow &its = rows_[static_cast<std::size_t>(row)];
    if (its.kind == TimelineRow::Kind::Heading)
        return;
    const Outcome &outcome = scene.outcomes[static_cast<std::size_t>(its.outcome)];
    const Trace &trace = *outcome.shown()->trace;
    const Nanoseconds instant = scene.instantOf(trace);
    const QColor own = theme.of(scene.variantOf(outcome)->kind, scene.numberOf(outcome));
    const QRectF bar = barOf(row);
    painter.fillRect(QRectF(bar.left() - 8, bar.top(), 4, bar.height()),
                     own); // whose row it is, even if all is waiting
    if (its.lane) {
        LaneColumns &columns = columns_[{its.lane, {}}];
        columns.update(*its.lane, time_, instant);
        paintRuns(painter, columns, bar, {theme, own}, instant);
        return;
    }
    for (const Lane *lane : trace.lanes()) {
        LaneColumns &columns = columns_[{lane, its.lock}];
        columns.update(*lane, time_, instant, its.lock.constData());
        paintRuns(painter, columns, bar, {theme, own, lane->number()}, instant);
    }
}

void TimelinePainter::paintLinks(QPainter &painter, const Scene &scene) const
{
    constexpr std::size_t most = 200;
    std::vector<QLineF> arrows;
    for (int row = 0; row < rowScale_.rows; ++row) {
        const TimelineRow &to = rows_[static_cast<std::size_t>(row)];
        if (!to.lane)
            continue;
        const Nanoseconds instant = scene.instantOf(to.lane->trace());
        to.lane->links().forEach([&](const LinkRecord &link) {
            if (link.toTime > instant || arrows.size() > most)
                return;
            for (int other = 0; other < rowScale_.rows; ++other) {
                const Lane *from = rows_[static_cast<std::size_t>(other)].lane;
                if (from && &from->trace() == &to.lane->trace() && from->index() == link.fromLane)
                    arrows.emplace_back(time_.x(toSeconds(link.fromTime)), barOf(other).center().y(),
                                        time_.x(toSeconds(link.toTime)), barOf(row).center().y());
            }
        });
    }
    if (arrows.size() > most)
        return;
    painter.setPen(QPen(theme.text, 1.2 * theme.factor));
    painter.setBrush(theme.text);
    for (const QLineF &arrow : arrows) {
        painter.drawLine(arrow);
        if (arrow.length() < 8)
            continue;
        const QPointF along = (arrow.p2() - arrow.p1()) / arrow.length() * 6 * theme.factor;
        const QPointF across(-along.y() * 0.45, along.x() * 0.45);
        painter.drawPolygon(QPolygonF{arrow.p2(), arrow.p2() - along + across, arrow.p2() - along - across});
    }
}

void TimelinePainter::paintSaved(QPainter &painter, const Scene &scene) const
{
    const Figures *parallel = scene.summary.headline(*scene.scenario);
    if (!variant.isEmpty() || !parallel || !parallel->timeSaved || *parallel->timeSaved <= 0)
        return;
    int first = -1;
    int last = -1;
    for (int row = 0; row < rowScale_.rows; ++row) {
        const TimelineRow &its = rows_[static_cast<std::size_t>(row)];
        if (its.lane && scene.outcomes[static_cast<std::size_t>(its.outcome)].variant == parallel->variant) {
            first = first < 0 ? row : first;
            last = row;
        }
    }
    const double sequential = scene.summary.figures.front().seconds;
    if (first < 0 || toSeconds(scene.instantOf(*scene.outcomes.front().shown()->trace)) < sequential * 0.99)
        return;
    const qreal from = time_.x(parallel->seconds);
    const qreal to = time_.x(sequential);
    const qreal bottom = rowScale_.y(last + 1);
    painter.setPen(QPen(theme.gain, 2 * theme.factor, Qt::DashLine));
    painter.drawLine(QPointF(from, rowScale_.y(first)), QPointF(from, bottom));
    const qreal y = bottom - rowScale_.pitch / 2;
    painter.setPen(QPen(theme.gain, 2 * theme.factor));
    painter.drawLine(QPointF(from + 4, y), QPointF(to - 2, y));
    painter.setFont(theme.font(12, QFont::DemiBold));
    const QFontMetricsF metrics(painter.font());
    const QString text =
        say(QT_TRANSLATE_NOOP("Timeline", "saved %1")).arg(formatSeconds(*parallel->timeSaved));
    if (metrics.horizontalAdvance(text) < to - from)
        painter.drawText(QRectF(from, y - metrics.height() * 1.3, to - from, metrics.height() * 1.2),
                         Qt::AlignCenter, text);
}

const SpanRecord *TimelinePainter::spanAt(const QPointF &point) const
{
    const int row = rowScale_.row(point.y());
    if (row < 0 || !area_.contains(point))
        return nullptr;
    const TimelineRow &its = rows_[static_cast<std::size_t>(row)];
    const auto found = columns_.constFind({its.lane, its.lock});
    if (!its.lane || found == columns_.cend())
        return nullptr;
    const auto column = static_cast<std::size_t>(std::max(0.0, point.x() - area_.left()));
    return column < found->columns().size() ? found->columns()[column].span : nullptr;
}

} // namespace tenfold
