#include "ui/timeline/painter.h"

#include <QPainter>

#include <algorithm>

// The titles beside the rows.
namespace tenfold {

static constexpr qreal labelGap = 12; ///< between the title of a variant and that of its row

qreal TimelinePainter::labelWidth()
{
    const QFontMetricsF bold(theme.font(11, QFont::DemiBold));
    qreal widest = 0;
    for (const TimelineRow &row : rows_) {
        qreal width = row.kind == TimelineRow::Kind::Heading ? 0 : texts_.width(row.title);
        if (row.kind == TimelineRow::Kind::Strip)
            width += markerWidth();
        if (!row.group.isEmpty())
            width += markerWidth() + bold.horizontalAdvance(row.group) + (width > 0 ? labelGap : 0);
        widest = std::max(widest, width);
    }
    return widest;
}

/// Right for a strip, down for what is in focus.
static void paintMarker(QPainter &painter, const Theme &theme, const QPointF &middle, bool isOpen)
{
    const qreal size = 3.5 * theme.factor;
    painter.setPen(Qt::NoPen);
    painter.setBrush(isOpen ? theme.text : theme.muted);
    QPolygonF marker{{-size * 0.6, -size}, {size * 0.8, 0}, {-size * 0.6, size}};
    if (isOpen)
        marker = {{-size, -size * 0.6}, {0, size * 0.8}, {size, -size * 0.6}};
    painter.drawPolygon(marker.translated(middle));
}

void TimelinePainter::paintLabel(QPainter &painter, int row, qreal left)
{
    const TimelineRow &entry = rows_[static_cast<std::size_t>(row)];
    const qreal middle = rowScale_.middle(row), base = texts_.baseAround(middle);
    const bool isStrip = entry.kind == TimelineRow::Kind::Strip;
    qreal right = area_.left() - 14;
    const auto fitting = [](const QFontMetricsF &metrics, const QString &text, qreal room) {
        return metrics.horizontalAdvance(text) <= room ? text
                                                       : metrics.elidedText(text, Qt::ElideMiddle, room);
    };
    if (!entry.group.isEmpty()) {
        const QFont bold = theme.font(11, QFont::DemiBold);
        const QFontMetricsF metrics(bold);
        const qreal own = entry.title.isEmpty() ? 0 : texts_.width(entry.title) + labelGap;
        const QString group = fitting(metrics, entry.group, right - left - markerWidth() - own);
        paintMarker(painter, theme, {left + markerWidth() * 0.4, middle}, true);
        painter.setFont(bold);
        painter.setPen(theme.text);
        painter.drawText(QPointF(left + markerWidth(), base), group);
        left += markerWidth() + metrics.horizontalAdvance(group) + labelGap;
    }
    if (entry.title.isEmpty())
        return;
    if (isStrip)
        paintMarker(painter, theme, {left + markerWidth() * 0.4, middle}, false);
    painter.setPen(isStrip ? theme.muted : theme.text);
    const QString title =
        fitting(texts_.metrics(), entry.title, right - left - (isStrip ? markerWidth() : 0));
    texts_.draw(painter, {isStrip ? left + markerWidth() : right - texts_.width(title), base}, title);
}

void TimelinePainter::paintLabels(QPainter &painter, const QRectF &target)
{
    for (int row = 0; row < rowScale_.rows(); ++row) {
        const TimelineRow &entry = rows_[static_cast<std::size_t>(row)];
        const qreal middle = rowScale_.middle(row);
        if (middle < area_.top() || middle > area_.bottom())
            continue;
        if (entry.kind == TimelineRow::Kind::Heading) { // over the bars' ground, where nothing else is
            painter.setPen(theme.muted);
            texts_.draw(painter, {area_.left(), texts_.baseAround(middle)}, entry.title);
        } else
            paintLabel(painter, row, target.left() + pad * theme.factor);
    }
}

const TimelineRow *TimelinePainter::laneTitledAt(const QPointF &point)
{
    const TimelineRow *row = rowAt(point);
    if (!row || !row->lane || row->title.isEmpty() || point.x() >= area_.left())
        return nullptr;
    const bool isBesideGroup = !row->group.isEmpty();
    return isBesideGroup && point.x() < area_.left() - 14 - texts_.width(row->title) - labelGap / 2 ? nullptr
                                                                                                    : row;
}

/// Around its title and all that it did: a shape, for those who do not see the colour.
void TimelinePainter::paintChosen(QPainter &painter, const QRectF &target, const Lane &lane) const
{
    for (int row = 0; row < rowScale_.rows(); ++row) {
        if (rows_[static_cast<std::size_t>(row)].lane != &lane || !isSeen(row))
            continue;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipRect(
            target.adjusted(0, area_.top() - target.top() - 2, 0, area_.bottom() + 2 - target.bottom()),
            Qt::IntersectClip);
        painter.setPen(QPen(theme.highlight, 2 * theme.factor));
        painter.setBrush(Qt::NoBrush);
        const QRectF bar = barOf(row);
        const qreal left = target.left() + pad * theme.factor - 6;
        painter.drawRoundedRect(
            QRectF(QPointF(left, bar.top() - 1), QPointF(area_.right() + 2, bar.bottom() + 1)), 4, 4);
        painter.restore();
    }
}

} // namespace tenfold
