#include "ui/pinned.h"
#include "ui/timeline/painter.h"

#include <QPainter>

#include <algorithm>

// Where the variants of the pinned run ended.
namespace tenfold {

double TimelinePainter::pinnedEnd(const Scene &scene, int outcome)
{
    const Outcome *pinned = scene.pinnedOutcome(scene.outcomes[static_cast<std::size_t>(outcome)].variant);
    return pinned ? toSeconds(endOf(*pinned)) : 0;
}

/// A hollow triangle that stands on `foot`.
void TimelinePainter::paintPinnedSign(QPainter &painter, const QPointF &foot, qreal radius) const
{
    painter.setPen(QPen(theme.text, 1.3 * theme.factor, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(theme.card);
    painter.drawPolygon(
        QPolygonF{foot + QPointF(-radius, 0), foot + QPointF(radius, 0), foot + QPointF(0, -1.7 * radius)});
    painter.setBrush(Qt::NoBrush);
}

void TimelinePainter::paintPinned(QPainter &painter, const Scene &scene) const
{
    int end = 0;
    for (int first = 0; first < rowScale_.rows(); first = end) { // the rows of a variant
        const int outcome = rows_[static_cast<std::size_t>(first)].outcome;
        while (end < rowScale_.rows() && rows_[static_cast<std::size_t>(end)].outcome == outcome)
            ++end;
        const double seconds = pinnedEnd(scene, outcome);
        const qreal x = time_.x(seconds);
        const qreal top = std::max(rowScale_.y(first), area_.top());
        const qreal bottom = std::min(rowScale_.y(end), area_.bottom());
        if (seconds <= 0 || x < area_.left() || x > area_.right() || top >= bottom)
            continue;
        painter.setPen(QPen(theme.muted, 1.2 * theme.factor, Qt::DotLine));
        painter.drawLine(QPointF(x, top + 1), QPointF(x, bottom - 1));
        paintPinnedSign(painter, {x, bottom - 1.5}, std::min(5 * theme.factor, (bottom - top) / 2 - 1));
    }
}

} // namespace tenfold
