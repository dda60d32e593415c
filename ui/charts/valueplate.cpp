#include "ui/charts/valueplate.h"

#include "ui/theme.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tenfold {

static QFont plateFont(const Theme &theme)
{
    return theme.font(11, QFont::DemiBold);
}

static QSizeF plateSize(const Theme &theme, const QString &text)
{
    const QFontMetricsF metrics(plateFont(theme));
    return {metrics.horizontalAdvance(text) + 8, metrics.height()};
}

static void paintPlate(QPainter &painter, const Theme &theme, const QRectF &plate, const QString &text)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(plateFont(theme));
    QColor ground = theme.card;
    ground.setAlphaF(0.85F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(plate, 4, 4);
    painter.setPen(theme.text);
    painter.drawText(plate, Qt::AlignCenter, text);
    painter.restore();
}

QRectF paintValuePlate(QPainter &painter, const Theme &theme, const QRectF &plot, const QPointF &at,
                       const QString &text, PlateSide side)
{
    QRectF plate(QPointF(), plateSize(theme, text));
    const qreal away = 9 * theme.factor;
    const bool isLeft = at.x() + away + plate.width() >= plot.right();
    plate.moveTo(isLeft ? at.x() - away - plate.width() : at.x() + away,
                 side == PlateSide::Beside  ? at.y() - plate.height() / 2
                 : side == PlateSide::Above ? at.y() - plate.height() - 1
                                            : at.y() + away / 2);
    plate.moveLeft(std::max(plate.left(), plot.left()));
    plate.moveTop(std::clamp(plate.top(), 0.0, std::max(0.0, plot.bottom() - plate.height())));
    paintPlate(painter, theme, plate, text);
    return plate;
}

QRectF paintValuePlate(QPainter &painter, const Theme &theme, const QRectF &plot, const QPointF &at,
                       const QString &text, const std::vector<QPointF> &points)
{
    const qreal away = 9 * theme.factor;
    const QRectF plate = freePlace(plateSize(theme, text), plot, at, points, away);
    if (plate.isNull())
        return paintValuePlate(painter, theme, plot, at, text, PlateSide::Beside);
    const QLineF lead(at, QPointF(std::clamp(at.x(), plate.left(), plate.right()),
                                  std::clamp(at.y(), plate.top(), plate.bottom())));
    if (lead.length() > 1.5 * away) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.text, theme.factor));
        painter.drawLine(lead);
        painter.restore();
    }
    paintPlate(painter, theme, plate, text);
    return plate;
}

QRectF freePlace(const QSizeF &size, const QRectF &plot, const QPointF &at,
                 const std::vector<QPointF> &points, qreal away)
{
    const QSizeF room = plot.size() - size;
    if (room.width() < 0 || room.height() < 0)
        return {};
    // Points are put into cells once: places are many, and so may points be.
    const qreal cell = std::max(2.0, away / 3);
    const int columns = static_cast<int>(plot.width() / cell) + 1;
    const int rows = static_cast<int>(plot.height() / cell) + 1;
    const auto columnOf = [&](qreal x) {
        return std::clamp(static_cast<int>((x - plot.left()) / cell), 0, columns - 1);
    };
    const auto rowOf = [&](qreal y) {
        return std::clamp(static_cast<int>((y - plot.top()) / cell), 0, rows - 1);
    };
    std::vector<bool> isTaken(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    const auto cellAt = [&](int row, int column) {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
               static_cast<std::size_t>(column);
    };
    for (const QPointF &point : points)
        isTaken[cellAt(rowOf(point.y()), columnOf(point.x()))] = true;
    const auto isFree = [&](const QRectF &place) {
        const QRectF wide = place.adjusted(-away / 2, -away / 2, away / 2, away / 2);
        for (int row = rowOf(wide.top()); row <= rowOf(wide.bottom()); ++row) {
            for (int column = columnOf(wide.left()); column <= columnOf(wide.right()); ++column) {
                if (isTaken[cellAt(row, column)])
                    return false;
            }
        }
        return true;
    };
    constexpr int across = 32, down = 16;
    QRectF best;
    qreal nearest = 0;
    for (int i = 0; i <= across; ++i) {
        for (int k = 0; k <= down; ++k) {
            const QRectF place(
                {plot.left() + room.width() * i / across, plot.top() + room.height() * k / down}, size);
            const qreal x = std::max({place.left() - at.x(), at.x() - place.right(), 0.0});
            const qreal y = std::max({place.top() - at.y(), at.y() - place.bottom(), 0.0});
            // Beside it reads better than above or below it.
            const qreal distance = std::hypot(x, y) + std::abs(place.center().y() - at.y()) / 4;
            if (std::hypot(x, y) >= away && (best.isNull() || distance < nearest) && isFree(place)) {
                best = place;
                nearest = distance;
            }
        }
    }
    return best;
}

} // namespace tenfold
