#include "ui/charts/valueplate.h"

#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

namespace tenfold {

QRectF paintValuePlate(QPainter &painter, const Theme &theme, const QRectF &plot, const QPointF &at,
                       const QString &text, PlateSide side)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(11, QFont::DemiBold));
    const QFontMetricsF metrics(painter.font());
    QRectF plate(0, 0, metrics.horizontalAdvance(text) + 8, metrics.height());
    const qreal away = 9 * theme.factor;
    const bool isLeft = at.x() + away + plate.width() >= plot.right();
    plate.moveTo(isLeft ? at.x() - away - plate.width() : at.x() + away,
                 side == PlateSide::Beside  ? at.y() - plate.height() / 2
                 : side == PlateSide::Above ? at.y() - plate.height() - 1
                                            : at.y() + away / 2);
    plate.moveLeft(std::max(plate.left(), plot.left()));
    plate.moveTop(std::clamp(plate.top(), 0.0, std::max(0.0, plot.bottom() - plate.height())));
    QColor ground = theme.card;
    ground.setAlphaF(0.85F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(plate, 4, 4);
    painter.setPen(theme.text);
    painter.drawText(plate, Qt::AlignCenter, text);
    painter.restore();
    return plate;
}

} // namespace tenfold
