#include "ui/charts/barmarks.h"

#include "ui/charts/fitting.h"
#include "ui/charts/stopsign.h"
#include "ui/pinned.h"

#include <QHorizontalStackedBarSeries>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>

namespace tenfold {

int linesIn(qreal row, qreal line)
{
    return std::clamp(static_cast<int>(row / line + 0.1), 1, 3);
}

BarText barText(const QString &value, const QString &shortValue, const QStringList &words, const Theme &theme,
                qreal width, int lines, bool isProved)
{
    const QFont font = theme.font(11);
    const QFontMetricsF bold(theme.font(13, QFont::DemiBold));
    const auto behind = [&](const QString &text, const QStringList &parts) {
        return fitting(parts, font, width - bold.horizontalAdvance(text) - 8, lines);
    };
    if (const QStringList whole = behind(value, words); !whole.isEmpty() || words.isEmpty() || !isProved)
        return {value, whole};
    // A proof is worth a line of its own, or that the sign alone says how it ended.
    if (const QStringList below = fitting(words, font, width, 1); lines > 1 && !below.isEmpty())
        return {value, below, true};
    if (const QStringList whole = behind(shortValue, words); !whole.isEmpty())
        return {shortValue, whole};
    return {value, behind(value, words.mid(1))};
}

void BarMarks::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const QRectF plot = owner_.chart().plotArea();
    const qreal row = plot.height() / static_cast<qreal>(std::max<std::size_t>(1, owner_.bars_.size()));
    for (std::size_t i = 0; i < owner_.bars_.size(); ++i)
        paintBar(*painter, owner_.bars_[i], plot, plot.top() + row * (static_cast<qreal>(i) + 0.5), row);
}

void BarMarks::paintBar(QPainter &painter, const ElapsedBars::Bar &bar, const QRectF &plot, qreal middle,
                        qreal row) const
{
    const Theme &theme = owner_.theme();
    const double end = owner_.seconds_->max();
    const qreal height = row * owner_.series_->barWidth();
    const auto x = [&](double seconds) {
        return plot.left() + plot.width() * std::min(seconds * owner_.time_.perSecond, end) / end;
    };
    const QRectF body(plot.left(), middle - height / 2, x(bar.seconds) - plot.left(), height);
    if (bar.kind == VariantKind::Mistake)
        painter.fillRect(body,
                         QBrush(theme.dark ? QColor(0, 0, 0, 130) : QColor(0, 0, 0, 90), Qt::FDiagPattern));
    if (bar.isPartial && body.width() > 1) { // an outline alone: it has no end
        painter.fillRect(body.adjusted(0, 1, -1, -1), theme.card);
        painter.setPen(QPen(theme.of(bar.kind, bar.number), 2, Qt::DashLine));
        painter.setBrush(QBrush(theme.of(bar.kind, bar.number), Qt::BDiagPattern));
        painter.drawRect(body.adjusted(1, 1, -1, -1));
        painter.setBrush(Qt::NoBrush);
    }
    qreal textAt = body.right() + 8;
    if (bar.isWrong)
        textAt = paintWrong(painter, bar, body);
    if (bar.isStuck)
        textAt = paintStop(painter, bar, body);
    if (bar.limit) {
        const qreal at = x(*bar.limit);
        const qreal over = std::min(4 * theme.factor, (row - height) / 2);
        painter.setPen(
            QPen(theme.card, 1.5, Qt::SolidLine, Qt::FlatCap)); // to the left: the bar's end is seen
        const qreal beside = at - 1.25 * theme.factor - 0.75;
        painter.drawLine(QPointF(beside, body.top() - over), QPointF(beside, body.bottom() + over));
        painter.setPen(QPen(owner_.limitColour(), 2.5 * theme.factor, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(at, body.top() - over), QPointF(at, body.bottom() + over));
        if (at > body.right() - 4 && at < textAt + 60 * theme.factor)
            textAt = std::max(textAt, at + 8);
    }
    const QFontMetricsF bold(theme.font(13, QFont::DemiBold));
    const QFontMetricsF small(theme.font(11));
    const qreal line = small.height() * lineShare;
    // The value stands within the outline of the pinned run where that has room, else behind both.
    bool isInside = false;
    QString pinned;
    qreal behind = 0;
    if (bar.pinned) {
        const qreal over = std::clamp((row - height) / 2 - 1, 1.0, 5 * theme.factor);
        const QRectF outline(plot.left(), body.top() - over, x(*bar.pinned) - plot.left(), height + 2 * over);
        paintPinned(painter, outline, body);
        if (isApart(*bar.pinned, bar.whole, plot.width() * owner_.time_.perSecond / end))
            pinned = formatSeconds(*bar.pinned);
        isInside = textAt + bold.horizontalAdvance(bar.value) + 6 < outline.right();
        behind = outline.right() + 8;
        if (!isInside)
            textAt = std::max(textAt, behind);
    }
    const qreal ghost = pinned.isEmpty() ? 0 : small.horizontalAdvance(pinned) + 8;
    const qreal room = boundingRect().right() - (isInside ? behind : textAt) - ghost;
    BarText said = barText(isInside ? QString() : bar.value, isInside ? QString() : bar.shortValue, bar.words,
                           theme, room, linesIn(row, line), bar.kind == VariantKind::Mistake && !isInside);
    if (isInside)
        said.value = bar.value;
    const auto putLines = [&](const QStringList &lines, qreal around, auto &&left) {
        qreal base = around + small.capHeight() / 2 - line * static_cast<qreal>(lines.size() - 1) / 2;
        for (const QString &text : lines) {
            painter.drawText(QPointF(left(text), base), text);
            base += line;
        }
    };
    const qreal half = said.isBelow ? 0.52 * line : 0;
    painter.setFont(theme.font(13, QFont::DemiBold));
    painter.setPen(theme.text);
    painter.drawText(QPointF(textAt, middle - half + bold.capHeight() / 2), said.value);
    if (!isInside)
        behind = textAt + bold.horizontalAdvance(said.value) + 8;
    painter.setFont(theme.font(11));
    painter.setPen(theme.muted);
    painter.drawText(QPointF(behind, middle - half + small.capHeight() / 2), pinned);
    if (bar.kind == VariantKind::Mistake)
        painter.setPen(theme.text);
    putLines(said.words, middle + half,
             [&](const QString &) { return said.isBelow ? textAt : behind + ghost; });
    painter.setPen(theme.text);
    putLines(bar.label.split(u'\n'), middle,
             [&](const QString &text) { return plot.left() - titleGap - small.horizontalAdvance(text); });
}

/// A dashed outline around the bar, whose end is seen where it lies on the bar.
void BarMarks::paintPinned(QPainter &painter, const QRectF &outline, const QRectF &body) const
{
    const Theme &theme = owner_.theme();
    const qreal end = std::round(outline.right()) - 0.5;
    const QRectF around(QPointF(std::round(outline.left()) + 0.5, std::round(outline.top()) + 0.5),
                        QPointF(end, std::round(outline.bottom()) - 0.5));
    painter.setBrush(Qt::NoBrush);
    if (end < body.right()) {
        painter.setPen(QPen(theme.card, 3));
        painter.drawLine(QPointF(end, body.top()), QPointF(end, body.bottom()));
    }
    QPen pen(theme.muted, 1.2);
    pen.setDashPattern({4, 2.5});
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.drawRect(around);
}

/// What has no result is no bar among the others: an empty box, crossed through, that ends in a cross.
/// Returns where its value begins.
qreal BarMarks::paintWrong(QPainter &painter, const ElapsedBars::Bar &bar, const QRectF &body) const
{
    const Theme &theme = owner_.theme();
    const QColor colour = theme.of(bar.kind, bar.number);
    const qreal radius = std::min(body.height() / 2 - 1, 10 * theme.factor);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (body.width() > 1) {
        painter.fillRect(body, theme.card);
        painter.setPen(QPen(colour, 2));
        painter.setBrush(QBrush(colour, Qt::DiagCrossPattern));
        painter.drawRect(body.adjusted(1, 1, -1, -1));
    }
    const QPointF centre(std::max(body.right(), body.left() + radius), body.center().y());
    painter.setPen(QPen(theme.card, 2));
    painter.setBrush(theme.text);
    painter.drawEllipse(centre, radius, radius);
    painter.setPen(QPen(theme.card, 2 * theme.factor, Qt::SolidLine, Qt::RoundCap));
    const qreal arm = 0.42 * radius;
    painter.drawLine(centre - QPointF(arm, arm), centre + QPointF(arm, arm));
    painter.drawLine(centre - QPointF(arm, -arm), centre + QPointF(arm, -arm));
    painter.restore();
    return centre.x() + radius + 7;
}

/// The end of what got stuck: teeth, as of something torn off, and a stop sign. Returns where its value
/// begins.
qreal BarMarks::paintStop(QPainter &painter, const ElapsedBars::Bar &bar, const QRectF &body) const
{
    const Theme &theme = owner_.theme();
    const auto teeth = std::max(2, qRound(body.height() / (9 * theme.factor)));
    const qreal step = body.height() / teeth;
    QPolygonF end{body.topRight() - QPointF(1, 0)};
    for (int i = 0; i < teeth; ++i) {
        const qreal top = body.top() + step * i;
        end << QPointF(body.right() + step * 0.6, top + step / 2) << QPointF(body.right(), top + step);
    }
    end.last().rx() -= 1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.of(bar.kind, bar.number));
    painter.drawPolygon(end);
    painter.setBrush(QBrush(theme.dark ? QColor(0, 0, 0, 130) : QColor(0, 0, 0, 90), Qt::FDiagPattern));
    painter.drawPolygon(end);
    painter.restore();
    const qreal left = body.right() + step * 0.6 + 8;
    paintStopSign(painter, theme, {left + stopSign(theme) / 2, body.center().y()});
    return left + stopSign(theme) + 6;
}

} // namespace tenfold
