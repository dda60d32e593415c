#include "ui/charts/stopsign.h"

#include <QPainter>

namespace tenfold {

void paintStopSign(QPainter &painter, const Theme &theme, const QPointF &middle)
{
    const qreal size = stopSign(theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.text);
    painter.drawEllipse(middle, size / 2, size / 2);
    const QSizeF bar(size * 0.56, size * 0.2);
    painter.fillRect(QRectF(middle - QPointF(bar.width() / 2, bar.height() / 2), bar), theme.card);
    painter.restore();
}

} // namespace tenfold
