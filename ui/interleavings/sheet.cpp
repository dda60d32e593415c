#include "ui/interleavings/sheet.h"

#include "core/analysis/format.h"
#include "ui/graph/graphpainter.h"

#include <array>
#include <cmath>

namespace tenfold {

qreal Sheet::widthOf(const QString &text, Type type) const
{
    return std::ceil(QFontMetricsF(fontOf(type)).horizontalAdvance(text)) + 1;
}

qreal Sheet::lineHeight(Type type) const
{
    return std::ceil(QFontMetricsF(fontOf(type)).height());
}

qreal Sheet::heightOf(const QString &text, qreal width, Type type) const
{
    const QFontMetricsF metrics(fontOf(type));
    return std::ceil(metrics.boundingRect({0, 0, width, 1e4}, Qt::TextWordWrap, unbroken(text)).height());
}

qreal Sheet::text(const QRectF &room, Qt::Alignment alignment, const QString &text, const QColor &ink,
                  Type type)
{
    const QFont font = fontOf(type);
    const QString shown = QFontMetricsF(font).elidedText(text, Qt::ElideRight, room.width() + 0.5);
    const qreal width = widthOf(shown, type);
    const qreal height = lineHeight(type);
    const qreal x = alignment & Qt::AlignHCenter ? room.center().x() - width / 2
                    : alignment & Qt::AlignRight ? room.right() - width
                                                 : room.left();
    const qreal y = alignment & Qt::AlignTop      ? room.top()
                    : alignment & Qt::AlignBottom ? room.bottom() - height
                                                  : room.center().y() - height / 2;
    texts_.push_back({text, {x, y, width, height}, shown != text});
    painter_.setFont(font);
    painter_.setPen(ink);
    painter_.drawText(QPointF(x, y + QFontMetricsF(font).ascent()), shown);
    return width;
}

qreal Sheet::words(const QRectF &room, const QString &text, const QColor &ink, Type type)
{
    const qreal height = heightOf(text, room.width(), type);
    texts_.push_back({text, {room.left(), room.top(), room.width(), height}, height > room.height() + 1});
    painter_.setFont(fontOf(type));
    painter_.setPen(ink);
    painter_.drawText(QRectF(room.topLeft(), QSizeF(room.width(), std::min(height, room.height()))),
                      Qt::TextWordWrap, unbroken(text));
    return height;
}

void Sheet::box(const QRectF &box, const QColor &fill, qreal radius)
{
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(fill);
    painter_.drawRoundedRect(box, radius, radius);
}

void Sheet::wrong(const QRectF &box)
{
    this->box(box, theme_.lock, 2);
    painter_.setBrush(QBrush(theme_.hatch(), Qt::BDiagPattern));
    painter_.drawRoundedRect(box, 2, 2);
}

void Sheet::frame(const QRectF &box, const QColor &ink, qreal width, Qt::PenStyle style)
{
    painter_.setBrush(Qt::NoBrush);
    painter_.setPen(QPen(ink, width, style));
    painter_.drawRoundedRect(box, 4, 4);
}

void Sheet::line(const QPointF &from, const QPointF &to, const QColor &ink, qreal width)
{
    painter_.setPen(QPen(ink, width));
    painter_.drawLine(from, to);
}

void Sheet::triangle(const QPointF &middle, qreal reach, bool pointsRight, const QColor &ink)
{
    const qreal tip = pointsRight ? reach : -reach;
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(ink);
    painter_.drawPolygon(
        QPolygonF{middle + QPointF(tip, 0), middle + QPointF(-tip, -reach), middle + QPointF(-tip, reach)});
}

QColor threadColour(const Theme &theme, int thread)
{
    static constexpr std::array cards{0, 60, 30, 75, 45}; // percent of the card's colour
    return mixed(theme.of(VariantKind::Parallel), theme.card, cards[static_cast<std::size_t>(thread) % 5]);
}

QColor inkOn(const QColor &fill)
{
    return fill.lightness() > 120 ? QColor(0x10, 0x13, 0x16) : QColor(Qt::white);
}

} // namespace tenfold
