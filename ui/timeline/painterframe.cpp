#include "core/analysis/format.h"
#include "ui/charts/axes.h"
#include "ui/timeline/painter.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

// What stands around and over the rows.
namespace tenfold {

static constexpr qreal pad = 14;

static QString say(const char *text)
{
    return QCoreApplication::translate("Timeline", text);
}

QString TimelinePainter::heading()
{
    return say(QT_TRANSLATE_NOOP("Timeline", "Worker timeline"));
}

/// With the space to the next key.
qreal TimelinePainter::keyWidth(State state) const
{
    const QFontMetricsF small(theme.font(11));
    return small.horizontalAdvance(styleOf(state, theme).name) + small.height() * 0.8 + 6 + 16 * theme.factor;
}

void TimelinePainter::paintHeading(QPainter &painter, const QRectF &target) const
{
    const qreal edge = pad * theme.factor;
    const QFont bold = theme.font(13, QFont::DemiBold);
    QPointF base(target.left() + edge, target.top() + edge + QFontMetricsF(bold).ascent());
    painter.setFont(bold);
    painter.setPen(theme.text);
    painter.drawText(base, heading());
    painter.setFont(theme.font(11));
    for (const std::vector<State> &line : legend_) {
        base.setX(target.right() - edge + 16 * theme.factor);
        for (const State state : line)
            base.rx() -= keyWidth(state);
        for (const State state : line) {
            paintKey(painter, base, state);
            base.rx() += keyWidth(state);
        }
        base.ry() += QFontMetricsF(painter.font()).height();
    }
}

void TimelinePainter::paintKey(QPainter &painter, const QPointF &at, State state) const
{
    const QFontMetricsF small(painter.font());
    const StateStyle style = styleOf(state, theme);
    const qreal swatch = small.height() * 0.8;
    const QRectF box(at.x(), at.y() - small.ascent() * 0.85, swatch, small.height() * 0.65);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.fill.isValid() ? style.fill : theme.of(VariantKind::Parallel));
    painter.drawRoundedRect(box, 2, 2);
    if (style.hatch != Qt::NoBrush)
        painter.fillRect(box, QBrush(theme.hatch(), style.hatch));
    painter.setPen(theme.text);
    if (!style.glyph.isEmpty())
        painter.drawText(box, Qt::AlignCenter, style.glyph);
    painter.setPen(theme.muted);
    painter.drawText(QPointF(at.x() + swatch + 6, at.y()), style.name);
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

void TimelinePainter::paintLabels(QPainter &painter) const
{
    // Low rows have fewer titles; a heading comes before the lanes that it would touch.
    painter.setFont(theme.font(11));
    const QFontMetricsF metrics(painter.font());
    const qreal room = metrics.height() * titleShare;
    std::vector<qreal> taken;
    const auto paint = [&](int row, bool headings) {
        const TimelineRow &its = rows_[static_cast<std::size_t>(row)];
        const bool isHeading = its.kind == TimelineRow::Kind::Heading;
        const qreal middle = rowScale_.y(row) + rowScale_.pitch / 2;
        if (isHeading != headings || middle < area_.top() - room || middle > area_.bottom() + room ||
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

/// A thin line through all rows; its time stands on the axis.
void TimelinePainter::paintCursor(QPainter &painter, double seconds) const
{
    const qreal x = time_.x(seconds);
    if (x < area_.left() || x > area_.right())
        return;
    painter.save();
    painter.setPen(QPen(theme.text, 1));
    painter.drawLine(QPointF(x, area_.top()), QPointF(x, area_.bottom()));
    painter.setFont(theme.font(11));
    const QFontMetricsF metrics(painter.font());
    const double pixel = (time_.end - time_.begin) / time_.width;
    const QString text =
        say(QT_TRANSLATE_NOOP("Timeline", "%1 s")).arg(seconds, 0, 'f', std::clamp(decimalsOf(pixel), 2, 9));
    const qreal width = metrics.horizontalAdvance(text) + 10;
    const qreal left = std::clamp(x - width / 2, area_.left(), area_.right() + pad * theme.factor - width);
    const QRectF box(left, area_.bottom() + 2, width, metrics.height() + 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.text);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(theme.card);
    painter.drawText(box, Qt::AlignCenter, text);
    painter.restore();
}

} // namespace tenfold
