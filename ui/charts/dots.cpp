#include "ui/charts/dots.h"

#include <QPainter>

#include <array>

namespace tenfold {

QString symbolOf(const DotStyle &style)
{
    static constexpr std::array others{u'●', u'□', u'▲', u'○'};
    static constexpr std::array mistakes{u'◆', u'◇'};
    return style.kind == VariantKind::Mistake ? QChar(mistakes[style.shape % 2])
                                              : QChar(others[style.shape % 4]);
}

static QPolygonF shapeOf(const DotStyle &style, qreal size)
{
    const qreal r = size / 2;
    if (style.kind == VariantKind::Mistake)
        return QPolygonF{QPointF(0, -r * 1.25), QPointF(r * 1.25, 0), QPointF(0, r * 1.25),
                         QPointF(-r * 1.25, 0)};
    if (style.shape % 4 == 1)
        return QPolygonF(QRectF(-r * 0.9, -r * 0.9, r * 1.8, r * 1.8));
    if (style.shape % 4 == 2)
        return QPolygonF{QPointF(0, -r * 1.2), QPointF(r * 1.15, r * 0.9), QPointF(-r * 1.15, r * 0.9)};
    return {};
}

QPolygonF takeShape(QPainter &painter, const Theme &theme, const DotStyle &style, qreal size, bool hasEdge)
{
    const bool isHollow = style.shape % 2 == 1; // as their symbols are
    painter.setPen(isHollow  ? QPen(style.colour, 1.8 * theme.factor)
                   : hasEdge ? QPen(theme.card, 0.8 * theme.factor)
                             : QPen(Qt::NoPen));
    painter.setBrush(isHollow ? theme.card : style.colour);
    return shapeOf(style, size);
}

void paintShape(QPainter &painter, const QPolygonF &shape, const QPointF &at, qreal size)
{
    if (shape.isEmpty())
        painter.drawEllipse(at, size / 2, size / 2);
    else
        painter.drawConvexPolygon(shape.translated(at));
}

} // namespace tenfold
