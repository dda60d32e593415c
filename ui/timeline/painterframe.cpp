#include "core/analysis/format.h"
#include "core/analysis/waits.h"
#include "ui/charts/axes.h"
#include "ui/charts/stopsign.h"
#include "ui/timeline/painter.h"

#include <QPainter>

#include <cmath>

// What stands around and over the rows.
namespace tenfold {

QString TimelinePainter::heading()
{
    return translate("Timeline", "Worker timeline");
}

/// With the space to the next key.
qreal TimelinePainter::keyWidth(State state)
{
    const QString &name = styles_[static_cast<std::size_t>(state)].name;
    return texts_.width(name) + texts_.metrics().height() * 0.8 + 6 + 16 * theme.factor;
}

void TimelinePainter::paintHeading(QPainter &painter, const QRectF &target)
{
    const qreal edge = pad * theme.factor;
    const QFont bold = theme.font(13, QFont::DemiBold);
    QPointF base(target.left() + edge, target.top() + edgeIn(target) + QFontMetricsF(bold).ascent());
    painter.setFont(bold);
    painter.setPen(theme.text);
    painter.drawText(base, heading());
    if (!markKey_.isEmpty()) {
        const qreal from = base.x() + QFontMetricsF(bold).horizontalAdvance(heading()) + 24 * theme.factor;
        const qreal room = target.right() - edge - from;
        painter.setPen(theme.muted);
        painter.setFont(theme.font(11));
        painter.drawText(QPointF(from, base.y()),
                         texts_.metrics().elidedText(markKey_, Qt::ElideRight, room));
    }
    for (const std::vector<State> &line : legend_) {
        base.setX(target.right() - edge + 16 * theme.factor);
        for (const State state : line)
            base.rx() -= keyWidth(state);
        for (const State state : line) {
            paintKey(painter, base, state);
            base.rx() += keyWidth(state);
        }
        base.ry() += texts_.metrics().height();
    }
}

void TimelinePainter::paintKey(QPainter &painter, const QPointF &at, State state)
{
    const QFontMetricsF &small = texts_.metrics();
    const StateStyle &style = styles_[static_cast<std::size_t>(state)];
    const qreal swatch = small.height() * 0.8;
    const QRectF box(at.x(), at.y() - small.ascent() * 0.85, swatch, small.height() * 0.65);
    painter.setPen(Qt::NoPen);
    QLinearGradient running(box.topLeft(), box.topRight()); // a stripe for each kind of variant
    for (std::size_t i = 0; i < running_.size(); ++i) {
        const auto share = 1 / static_cast<qreal>(running_.size());
        running.setColorAt(share * static_cast<qreal>(i), running_[i]);
        running.setColorAt(share * static_cast<qreal>(i + 1) - 1e-3, running_[i]);
    }
    painter.setBrush(style.fill.isValid() ? QBrush(style.fill) : QBrush(running));
    painter.drawRoundedRect(box, 2, 2);
    if (style.hatch != Qt::NoBrush)
        painter.fillRect(box, QBrush(theme.hatch(), style.hatch));
    painter.setPen(theme.text);
    if (!style.glyph.isEmpty())
        texts_.draw(painter,
                    {box.center().x() - texts_.width(style.glyph) / 2, texts_.baseAround(box.center().y())},
                    style.glyph);
    painter.setPen(theme.muted);
    texts_.draw(painter, {at.x() + swatch + 6, at.y()}, style.name);
}

void TimelinePainter::paintAxis(QPainter &painter)
{
    const double span = time_.end - time_.begin;
    const QString unit = translate("Timeline", "%1 s");
    double step = 0;
    const auto labelOf = [&](double seconds) {
        return unit.arg(seconds, 0, 'f', std::max(1, decimalsOf(step)));
    };
    // As many steps as their labels leave room for; the finer, the longer they are.
    for (int ticks = 12; ticks > 0; --ticks) {
        step = niceStep(span, ticks);
        if (texts_.width(labelOf(time_.end)) * 1.5 < step / span * time_.width)
            break;
    }
    for (int i = static_cast<int>(std::ceil(time_.begin / step - 1e-9)); i * step <= time_.end + 1e-12; ++i) {
        const qreal x = time_.x(i * step);
        painter.setPen(QPen(theme.grid, 1));
        painter.drawLine(QPointF(x, area_.top()), QPointF(x, area_.bottom()));
        const QString label = labelOf(i * step);
        const qreal width = texts_.width(label);
        painter.setPen(theme.muted);
        texts_.draw(painter,
                    {std::min(x - width / 2, area_.right() + pad * theme.factor - width - 2),
                     area_.bottom() + texts_.metrics().height()},
                    label);
    }
}

void TimelinePainter::paintLabels(QPainter &painter)
{
    // Low rows have fewer titles: the first row's and the headings come before the lanes that they would
    // touch.
    const qreal room = texts_.metrics().height() * titleShare;
    std::vector<qreal> taken;
    const auto isFree = [&](qreal middle) {
        return std::ranges::none_of(taken,
                                    [&](qreal other) { return std::abs(other - middle) < room - 1e-6; });
    };
    const auto paint = [&](int row) {
        const TimelineRow &entry = rows_[static_cast<std::size_t>(row)];
        if (entry.title.isEmpty())
            return; // it takes no room from the title of a neighbour
        const bool isHeading = entry.kind == TimelineRow::Kind::Heading;
        qreal middle = rowScale_.y(row) + rowScale_.pitch / 2;
        if (isHeading && areHeadingsAside_ && !taken.empty() && middle > taken.back()) {
            // Beside the first of its lanes rather than not at all, or than close below another title.
            const qreal ease = taken.back() + 0.9 * texts_.metrics().height();
            middle = std::max({middle, taken.back() + room, std::min(ease, middle + rowScale_.pitch)});
        }
        if (middle < area_.top() - room || middle > area_.bottom() + room || !isFree(middle))
            return;
        taken.push_back(middle);
        painter.setPen(isHeading ? theme.muted : theme.text);
        const qreal base = texts_.baseAround(middle);
        if (isHeading && !areHeadingsAside_) { // over the bars' ground, where nothing else is
            texts_.draw(painter, {area_.left(), base}, entry.title);
            return;
        }
        const bool fits = texts_.width(entry.title) <= area_.left() - 14;
        const QString title =
            fits ? entry.title : texts_.metrics().elidedText(entry.title, Qt::ElideMiddle, area_.left() - 14);
        texts_.draw(painter, {area_.left() - 14 - texts_.width(title), base}, title);
    };
    for (const bool first : {true, false}) {
        for (int row = 0; row < rowScale_.rows; ++row) {
            const bool isHeading = rows_[static_cast<std::size_t>(row)].kind == TimelineRow::Kind::Heading;
            if (first == (row == 0 || isHeading))
                paint(row);
        }
    }
}

void TimelinePainter::paintSaved(QPainter &painter, const Scene &scene) const
{
    const Figures *parallel = scene.summary.headline(*scene.scenario());
    if (!variant.isEmpty() || !parallel || !parallel->timeSaved || *parallel->timeSaved <= 0)
        return;
    int first = -1;
    int last = -1;
    for (int row = 0; row < rowScale_.rows; ++row) {
        const TimelineRow &entry = rows_[static_cast<std::size_t>(row)];
        if (entry.lane &&
            scene.outcomes[static_cast<std::size_t>(entry.outcome)].variant == parallel->variant) {
            first = first < 0 ? row : first;
            last = row;
        }
    }
    const double sequential = scene.summary.figures.front().seconds;
    if (first < 0 || scene.variantOf(scene.outcomes.front())->kind != VariantKind::Sequential ||
        toSeconds(scene.instantOf(*scene.outcomes.front().shown()->trace)) < sequential * 0.99)
        return;
    const qreal from = time_.x(parallel->seconds);
    const qreal to = std::min(time_.x(sequential), area_.right()); // cut where it is longer than the axis
    const qreal bottom = rowScale_.y(last + 1);
    painter.setPen(QPen(theme.gain, 2 * theme.factor, Qt::DashLine));
    painter.drawLine(QPointF(from, rowScale_.y(first)), QPointF(from, bottom));
    const qreal y = bottom - rowScale_.pitch / 2;
    painter.setPen(QPen(theme.gain, 2 * theme.factor));
    painter.setFont(theme.font(12, QFont::DemiBold));
    const QFontMetricsF metrics(painter.font());
    const QString text = translate("Timeline", "saved %1").arg(formatSeconds(*parallel->timeSaved));
    const qreal width = metrics.horizontalAdvance(text);
    const bool isAbove = y - metrics.height() * 1.3 >= rowScale_.y(first); // not on the rows of another
    const bool fits = width + (isAbove ? 0 : 40 * theme.factor) < to - from;
    const qreal gap = fits && !isAbove ? width / 2 + 6 : 0;
    const qreal middle = (from + to) / 2;
    painter.drawLine(QPointF(from + 4, y), QPointF(middle - gap, y));
    painter.drawLine(QPointF(middle + gap, y), QPointF(to - 2, y));
    if (fits)
        painter.drawText(QRectF(from, y - metrics.height() * (isAbove ? 1.3 : 0.5), to - from,
                                metrics.height() * (isAbove ? 1.2 : 1)),
                         Qt::AlignCenter, text);
    else if (to + 6 + width < time_.x(time_.end))
        painter.drawText(QPointF(to + 6, y + metrics.capHeight() / 2), text);
}

/// A row that is longer than the usual axis is cut by dashes, and says its time.
void TimelinePainter::paintCut(QPainter &painter, const Scene &scene, int row)
{
    const TimelineRow &entry = rows_[static_cast<std::size_t>(row)];
    const Outcome &outcome = scene.outcomes[static_cast<std::size_t>(entry.outcome)];
    const double end = toSeconds(scene.instantOf(*outcome.shown()->trace));
    if (time_.begin > 0 || time_.end != usualEnd_ || end <= time_.end)
        return;
    const QRectF bar = barOf(row);
    const qreal dash = 3 * theme.factor;
    for (int i = 1; i <= 3; ++i)
        painter.fillRect(QRectF(bar.right() - 2 * i * dash, bar.top(), dash, bar.height()), theme.card);
    const bool isFirst =
        std::ranges::none_of(rows_.begin(), rows_.begin() + row, [&](const TimelineRow &other) {
            return other.lane && other.outcome == entry.outcome;
        });
    if (!isFirst)
        return;
    const QString text = formatSeconds(end);
    const qreal width = texts_.width(text) + 10;
    QRectF plate(bar.right() - 7 * dash - width, bar.center().y() - texts_.metrics().height() / 2, width,
                 texts_.metrics().height());
    if (rowScale_.y(row) >= area_.top() - 1) // not cut by the upper edge
        plate.moveTop(std::max(plate.top(), area_.top()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.card);
    painter.drawRoundedRect(plate, 3, 3);
    painter.setPen(theme.text);
    texts_.draw(painter, {plate.left() + 5, texts_.baseAround(plate.center().y())}, text);
}

/// Where nothing went on any more: a line with a stop sign through the rows; behind their end who found it.
void TimelinePainter::paintStuck(QPainter &painter, const Scene &scene) const
{
    for (std::size_t i = 0; i < scene.outcomes.size(); ++i) {
        const Outcome &outcome = scene.outcomes[i];
        const auto isOwn = [&](const TimelineRow &row) {
            return row.outcome == static_cast<int>(i) && row.kind != TimelineRow::Kind::Heading;
        };
        const auto first = std::ranges::find_if(rows_, isOwn);
        if (outcome.status() != Status::Stuck || first == rows_.end())
            continue;
        const Trace &trace = *outcome.shown()->trace;
        const double end = toSeconds(scene.instantOf(trace)), stuck = outcome.shown()->seconds;
        const qreal x = time_.x(stuck);
        if (end < stuck || x < area_.left() - 1 || x > area_.right())
            continue;
        const auto row = static_cast<int>(first - rows_.begin());
        const qreal top = rowScale_.y(row);
        const qreal bottom = rowScale_.y(row + static_cast<int>(std::ranges::count_if(rows_, isOwn)));
        // At the upper end of what is seen of the line: in its middle it would seem to be of the lane there.
        const qreal middle = std::max(top, area_.top()) + stopSign(theme) / 2;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.text, 2 * theme.factor));
        painter.drawLine(QPointF(x, top), QPointF(x, bottom));
        paintStopSign(painter, theme, {x, middle});
        painter.setFont(theme.font(12, QFont::DemiBold));
        const QFontMetricsF metrics(painter.font());
        const QString after = translate("Timeline", "stuck after %1").arg(formatSeconds(stuck));
        const qreal left = std::max(time_.x(end), x + stopSign(theme)) + 8;
        for (const QString &text : {after + u' ' + QStringLiteral("·") + u' ' + foundBy(trace), after}) {
            const QRectF box(left, middle - metrics.height() / 2, metrics.horizontalAdvance(text) + 2,
                             metrics.height());
            if (box.right() > area_.right())
                continue;
            painter.fillRect(box.adjusted(-3, 0, 3, 0), theme.card);
            painter.setPen(theme.text);
            painter.drawText(box, Qt::AlignCenter, text);
            break;
        }
        painter.restore();
    }
}

/// A thin line through all rows; its time stands on the axis.
void TimelinePainter::paintCursor(QPainter &painter, double seconds)
{
    const qreal x = time_.x(seconds);
    if (x < area_.left() || x > area_.right())
        return;
    painter.save();
    painter.setPen(QPen(theme.text, 1));
    painter.drawLine(QPointF(x, area_.top()), QPointF(x, area_.bottom()));
    const double pixel = (time_.end - time_.begin) / time_.width;
    const QString text =
        translate("Timeline", "%1 s").arg(seconds, 0, 'f', std::clamp(decimalsOf(pixel), 2, 9));
    const qreal width = texts_.width(text) + 10;
    const qreal left = std::clamp(x - width / 2, area_.left(), area_.right() + pad * theme.factor - width);
    const QRectF box(left, area_.bottom() + 2, width, texts_.metrics().height() + 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.text);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(theme.card);
    texts_.draw(painter, {left + 5, texts_.baseAround(box.center().y())}, text);
    painter.restore();
}

} // namespace tenfold
