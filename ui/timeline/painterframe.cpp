#include "core/analysis/format.h"
#include "core/analysis/waits.h"
#include "ui/charts/axes.h"
#include "ui/charts/stopsign.h"
#include "ui/timeline/painter.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

// What stands around and over the rows.
namespace tenfold {

QString TimelinePainter::heading()
{
    return translate("Timeline", "Worker timeline");
}

/// With the space to the next key.
qreal TimelinePainter::keyWidth(const Key &key)
{
    const bool isArrow = !key.state && !key.mark && !key.isPinned;
    return texts_.width(key.name) + texts_.metrics().height() * (isArrow ? 1.5 : 0.8) + 6 + 16 * theme.factor;
}

void TimelinePainter::paintHeading(QPainter &painter, const QRectF &target)
{
    const qreal edge = pad * theme.factor;
    const QFont bold = theme.font(13, QFont::DemiBold);
    QPointF base(target.left() + edge, target.top() + edgeIn(target) + QFontMetricsF(bold).ascent());
    painter.setFont(bold);
    painter.setPen(theme.text);
    painter.drawText(base, heading());
    for (const std::vector<Key> &line : legend_) {
        base.setX(target.right() - edge + 16 * theme.factor);
        for (const Key &key : line)
            base.rx() -= keyWidth(key);
        for (const Key &key : line) {
            paintKey(painter, base, key);
            base.rx() += keyWidth(key);
        }
        base.ry() += texts_.metrics().height();
    }
}

void TimelinePainter::paintKey(QPainter &painter, const QPointF &at, const Key &key)
{
    const QFontMetricsF &small = texts_.metrics();
    const qreal middle = at.y() - small.capHeight() / 2;
    qreal width = small.height() * 0.8;
    if (key.state)
        paintSwatch(painter, {at.x(), at.y() - small.ascent() * 0.85, width, small.height() * 0.65},
                    *key.state);
    else if (key.mark)
        paintMark(painter, theme, *key.mark, {at.x() + width / 2, middle}, 6 * theme.factor);
    else if (key.isPinned)
        paintPinnedSign(painter, {at.x() + width / 2, at.y()}, 5 * theme.factor);
    else {
        width = small.height() * 1.5;
        paintArrow(painter, theme, {at.x(), middle, at.x() + width, middle}, key.arrow);
    }
    painter.setPen(theme.muted);
    texts_.draw(painter, {at.x() + width + 6, at.y()}, key.name);
}

void TimelinePainter::paintSwatch(QPainter &painter, const QRectF &box, State state)
{
    const StateStyle &style = styles_[static_cast<std::size_t>(state)];
    QLinearGradient running(box.topLeft(), box.topRight()); // a stripe for each kind of variant
    for (std::size_t i = 0; i < running_.size(); ++i) {
        const auto share = 1 / static_cast<qreal>(running_.size());
        running.setColorAt(share * static_cast<qreal>(i), running_[i]);
        running.setColorAt(share * static_cast<qreal>(i + 1) - 1e-3, running_[i]);
    }
    if (state == State::Ready) {
        painter.setPen(QPen(running_.empty() ? theme.text : running_.back(), 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(0, 2, -1, -3).toRect());
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.fill.isValid() ? QBrush(style.fill) : QBrush(running));
    painter.drawRoundedRect(box, 2, 2);
    if (style.hatch != Qt::NoBrush)
        painter.fillRect(box, QBrush(theme.hatch(), style.hatch));
    painter.setPen(theme.text);
    if (!style.glyph.isEmpty())
        texts_.draw(painter,
                    {box.center().x() - texts_.width(style.glyph) / 2, texts_.baseAround(box.center().y())},
                    style.glyph);
}

/// A time in the unit of the axis.
QString TimelinePainter::timeLabel(double seconds, int decimals) const
{
    if (unit_.perSecond == 1)
        return translate("Timeline", "%1 s").arg(formatFixed(seconds, decimals));
    return formatFixed(seconds * unit_.perSecond, decimals) + u' ' + unit_.text();
}

void TimelinePainter::paintAxis(QPainter &painter)
{
    const double span = time_.end - time_.begin;
    double step = 0;
    const auto labelOf = [&](double seconds) {
        return timeLabel(seconds, std::max(unit_.perSecond == 1 ? 1 : 0, decimalsOf(step * unit_.perSecond)));
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

void TimelinePainter::paintSaved(QPainter &painter, const Scene &scene) const
{
    const Figures *parallel = scene.summary.headline(*scene.scenario());
    if (!variant.isEmpty() || !parallel || !parallel->timeSaved || *parallel->timeSaved <= 0)
        return;
    int first = -1;
    int last = -1;
    for (int row = 0; row < rowScale_.rows(); ++row) {
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
    const qreal bottom = rowScale_.y(last + 1), pitch = rowScale_.pitch(last);
    const qreal y = bottom - pitch / 2;
    painter.setFont(theme.font(12, QFont::DemiBold));
    const QFontMetricsF metrics(painter.font());
    const QString text = translate("Timeline", "saved %1").arg(formatSeconds(*parallel->timeSaved));
    const qreal width = metrics.horizontalAdvance(text);
    const bool isAbove = y - metrics.height() * 1.3 >= rowScale_.y(first); // not on the rows of another
    const bool isRoomy = isAbove || pitch >= 0.85 * metrics.height();      // else it would lie on another row
    const bool fits = isRoomy && width + (isAbove ? 0 : 40 * theme.factor) < to - from;
    if (!fits && (!isRoomy || to + 6 + width >= time_.x(time_.end)))
        return; // a line alone says nothing
    painter.setPen(QPen(theme.gain, 2 * theme.factor, Qt::DashLine));
    painter.drawLine(QPointF(from, rowScale_.y(first)), QPointF(from, bottom));
    painter.setPen(QPen(theme.gain, 2 * theme.factor));
    const qreal gap = fits && !isAbove ? width / 2 + 6 : 0;
    const qreal middle = (from + to) / 2;
    painter.drawLine(QPointF(from + 4, y), QPointF(middle - gap, y));
    painter.drawLine(QPointF(middle + gap, y), QPointF(to - 2, y));
    if (fits)
        painter.drawText(QRectF(from, y - metrics.height() * (isAbove ? 1.3 : 0.5), to - from,
                                metrics.height() * (isAbove ? 1.2 : 1)),
                         Qt::AlignCenter, text);
    else
        painter.drawText(QPointF(to + 6, y + metrics.capHeight() / 2), text);
}

/// The end of a bar that goes on beyond the edge of the picture: it runs up to the edge as an arrow, broken
/// before that, so that nobody reads an end on the axis. Its time, where it is said, stands on a plate.
void TimelinePainter::paintBreak(QPainter &painter, const QRectF &bar, const QColor &own, const QString &time,
                                 const QRectF &rowOfPlate)
{
    const qreal head = std::min(8 * theme.factor, bar.height() * 0.7), slit = 3.5 * theme.factor;
    const qreal slant = std::min(bar.height() * 0.4, 5 * theme.factor);
    const auto slitAt = [&](qreal x) {
        return QPolygonF{{x, bar.bottom() + 1},
                         {x + slant, bar.top() - 1},
                         {x + slant + slit, bar.top() - 1},
                         {x + slit, bar.bottom() + 1}};
    };
    const qreal tip = bar.right(), neck = tip - head;
    const qreal second = neck - 2 * slit - slant, first = second - 2 * slit;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.card);
    painter.drawRect(QRectF(first + slant, bar.top() - 1, tip - first - slant + 1, bar.height() + 2));
    painter.drawPolygon(slitAt(first));
    painter.setBrush(own); // whatever the lane does there: its last piece is whole
    painter.drawPolygon(QPolygonF{{first + slit, bar.bottom()},
                                  {first + slit + slant, bar.top()},
                                  {neck, bar.top()},
                                  {tip, bar.center().y()},
                                  {neck, bar.bottom()}});
    painter.setBrush(theme.card);
    painter.drawPolygon(slitAt(second));
    if (time.isEmpty())
        return;
    const QString text = time + QStringLiteral(" →");
    const qreal width = texts_.width(text) + 10;
    const QRectF plate(first - 3 * theme.factor - width, rowOfPlate.top() - 1, width,
                       rowOfPlate.height() + 2);
    painter.drawRect(plate);
    painter.setPen(theme.text);
    texts_.draw(painter, {plate.left() + 5, texts_.baseAround(plate.center().y())}, text);
}

/// What a broken row says: its time, which in a replay is known once it has ended, and is that of the instant
/// where this lies beyond the axis.
static QString timeOfCut(const Scene &scene, double end, double axis)
{
    const double instant = scene.whole ? toSeconds(*scene.instant) : end;
    return instant >= end || instant > axis ? formatSeconds(std::min(instant, end)) : QString();
}

/// A row that is longer than the usual axis is broken, and says its time.
void TimelinePainter::paintCut(QPainter &painter, const Scene &scene, int row)
{
    const TimelineRow &entry = rows_[static_cast<std::size_t>(row)];
    const Outcome &outcome = scene.atEnd().outcomes[static_cast<std::size_t>(entry.outcome)];
    const double end = toSeconds(scene.atEnd().instantOf(*outcome.shown()->trace));
    if (time_.begin > 0 || time_.end != usualEnd_ || end <= time_.end)
        return;
    const QRectF bar = barOf(row);
    const bool isFirst =
        std::ranges::none_of(rows_.begin(), rows_.begin() + row, [&](const TimelineRow &other) {
            return other.lane && other.outcome == entry.outcome;
        });
    QRectF plate(bar.left(), bar.center().y() - texts_.metrics().height() / 2, bar.width(),
                 texts_.metrics().height());
    if (rowScale_.y(row) >= area_.top() - 1) // not cut by the upper edge
        plate.moveTop(std::max(plate.top(), area_.top()));
    paintBreak(painter, bar, theme.of(scene.variantOf(outcome)->kind, scene.numberOf(outcome)),
               isFirst ? timeOfCut(scene, end, time_.end) : QString(), plate);
}

/// Where nothing went on any more: a line with a stop sign through the rows; behind their end who found it.
void TimelinePainter::paintStuck(QPainter &painter, const Scene &scene) const
{
    for (std::size_t i = 0; i < scene.outcomes.size(); ++i) {
        const Outcome &outcome = scene.outcomes[i];
        const auto isOwn = [&](const TimelineRow &row) {
            return row.outcome == static_cast<int>(i) && row.kind != TimelineRow::Kind::Heading &&
                   row.kind != TimelineRow::Kind::Strip;
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
        if (focus_ >= 0) { // the end of the rows says it
            painter.restore();
            continue;
        }
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

/// A stretch of time that is chosen: two lines, and a ground that lets all be seen.
void TimelinePainter::paintSelected(QPainter &painter, std::pair<double, double> range)
{
    const qreal left = std::max(time_.x(range.first), area_.left());
    const qreal right = std::min(time_.x(range.second), area_.right());
    if (right < left)
        return;
    QColor ground = theme.highlight;
    ground.setAlphaF(0.16F);
    painter.fillRect(QRectF(left, area_.top(), right - left, area_.height()), ground);
    painter.setPen(QPen(theme.highlight, 2));
    painter.drawLine(QPointF(left, area_.top()), QPointF(left, area_.bottom()));
    painter.drawLine(QPointF(right, area_.top()), QPointF(right, area_.bottom()));
}

/// Breaks the note into lines, the first beside the title, no more than `most`: they stand instead of the
/// legend, whose tool tip says all of it.
void TimelinePainter::layOutNote(const QString &note, qreal width, qreal taken, std::size_t most)
{
    const QFontMetricsF title(theme.font(13, QFont::DemiBold));
    noteLines_.clear();
    for (const QString &part : note.split(u'\n')) {
        QTextLayout layout(part, texts_.font());
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid() && noteLines_.size() < most;
             line = layout.createLine()) {
            const qreal beside =
                noteLines_.empty() ? title.horizontalAdvance(heading()) + 24 * theme.factor + taken : 0;
            const qreal room = std::max<qreal>(1, width - beside);
            line.setLineWidth(room);
            const bool isLast = noteLines_.size() + 1 == most;
            const QString rest = part.mid(line.textStart());
            noteLines_.push_back(isLast ? texts_.metrics().elidedText(rest, Qt::ElideRight, room)
                                        : rest.left(line.textLength()).trimmed());
            if (isLast)
                break;
        }
        layout.endLayout();
    }
    legend_.assign(std::max<std::size_t>(1, noteLines_.size()), {});
}

void TimelinePainter::paintNote(QPainter &painter, const QRectF &target)
{
    const QFontMetricsF bold(theme.font(13, QFont::DemiBold));
    QPointF base(target.right() - pad * theme.factor, target.top() + edgeIn(target) + bold.ascent());
    painter.setPen(theme.text);
    painter.setFont(theme.font(11));
    for (const QString &line : noteLines_) {
        painter.drawText(base - QPointF(texts_.metrics().horizontalAdvance(line), 0), line);
        base.ry() += texts_.metrics().height();
    }
}

/// What comes behind the instant of a replay, under a veil.
void TimelinePainter::paintToCome(QPainter &painter, double instant) const
{
    const qreal x = std::max(time_.x(instant), area_.left());
    if (x >= area_.right())
        return;
    QColor veil = theme.card;
    veil.setAlphaF(0.7F);
    painter.fillRect(QRectF(x, area_.top(), area_.right() + 1 - x, area_.height()), veil);
}

/// A line through all rows; its time stands on the axis.
void TimelinePainter::paintCursor(QPainter &painter, double seconds, qreal lineWidth)
{
    const qreal x = time_.x(seconds);
    if (x < area_.left() || x > area_.right())
        return;
    painter.save();
    painter.setPen(QPen(theme.text, lineWidth));
    painter.drawLine(QPointF(x, area_.top()), QPointF(x, area_.bottom()));
    const double pixel = (time_.end - time_.begin) / time_.width;
    const QString text = timeLabel(seconds, std::clamp(decimalsOf(pixel * unit_.perSecond), 2, 9));
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
