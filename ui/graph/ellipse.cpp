#include "ui/graph/ellipse.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tenfold {

std::vector<QPointF> around(const QRectF &box, std::size_t count)
{
    constexpr std::size_t fine = 720;
    std::vector<QPointF> points;
    std::vector<qreal> way{0};
    for (std::size_t i = 0; i <= fine; ++i) {
        const qreal angle = 2 * std::numbers::pi * static_cast<qreal>(i) / fine - std::numbers::pi;
        points.emplace_back(box.center().x() + std::cos(angle) * box.width() / 2,
                            box.center().y() + std::sin(angle) * box.height() / 2);
        if (i > 0)
            way.push_back(way.back() + QLineF(points[i - 1], points[i]).length());
    }
    const qreal step = way.back() / static_cast<qreal>(count);
    const qreal first = count <= 4 ? 0 : way.back() / 4 - step / 2;
    std::vector<QPointF> places;
    for (std::size_t i = 0; i < count; ++i) {
        const qreal at = std::fmod(first + step * static_cast<qreal>(i), way.back());
        const auto found = std::ranges::lower_bound(way, at - 1e-6);
        places.push_back(points[static_cast<std::size_t>(found - way.begin())]);
    }
    return places;
}

QPolygonF arc(const QPointF &a, const QPointF &b, const QPointF &centre, const QSizeF &ring)
{
    // Along the ellipse: where that is a circle of radius 1, the mean of the angles.
    const auto angleOf = [&](const QPointF &p) {
        return std::atan2((p.y() - centre.y()) / ring.height(), (p.x() - centre.x()) / ring.width());
    };
    const qreal from = angleOf(a);
    qreal turn = angleOf(b) - from;
    if (turn <= 0)
        turn += 2 * std::numbers::pi;
    QPolygonF line;
    for (int i = 0; i <= 24; ++i) {
        const qreal angle = from + turn * i / 24;
        line << centre + QPointF(std::cos(angle) * ring.width() / 2, std::sin(angle) * ring.height() / 2);
    }
    return line;
}

} // namespace tenfold
