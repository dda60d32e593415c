#include "ui/charts/sweepview.h"

#include "core/analysis/format.h"

#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace tenfold {

SweepView::SweepView(const View &view, QWidget *parent) : LinesView(view, parent)
{
    across().setLabelsVisible(false); // the values themselves are its ticks
    across().setGridLineVisible(false);
    across().setTickCount(2);
}

double SweepView::placeOn(double value) const
{
    return isLog_ ? std::log10(value) : value;
}

void SweepView::show(const Scene &scene)
{
    const QString over = view().sources.value(0);
    if (const Parameter *parameter = scene.scenario()->parameter(over))
        unit_ = parameter->unit;
    const auto swept = scene.sweeps.find(over);
    const bool isSwept = swept != scene.sweeps.end();
    points_ = sweepPoints(isSwept ? swept->second
                                  : Sweep{{.scenario = scene.scenario(), .over = over}, scene.outcomes});
    values_.clear();
    for (const SweepPoint &point : points_) {
        if (values_.isEmpty() || values_.last() != point.value)
            values_ << point.value;
    }
    constexpr double wide = 15; // beyond it the small values would stand on one another
    isLog_ = !values_.isEmpty() && values_.first() > 0 && values_.last() >= wide * values_.first();
    std::vector<Line> lines;
    for (const Variant &variant : scene.scenario()->variants) {
        Line line{variant.title.text(), variant.kind, scene.numberOf({variant.id, {}, 0, {}}), {}};
        bool isThere = false;
        for (const SweepPoint &point : points_) {
            isThere = isThere || point.variant == variant.id;
            if (point.variant == variant.id && point.median)
                line.points << QPointF(placeOn(point.value), *point.median);
        }
        if (isThere)
            lines.push_back(std::move(line));
    }
    setLines(std::move(lines));
}

QString SweepView::heading() const
{
    const QString units =
        unit_.isEmpty() ? tr("s") : tr("s over %1", "units of time and of the parameter").arg(unit_);
    return (isLog_ ? tr("%1 (%2; across: logarithmic)", "title, units") : tr("%1 (%2)", "title, units"))
        .arg(view().title.text(), units);
}

QString SweepView::briefHeading() const
{
    return tr("%1 (%2)", "title, units").arg(view().title.text(), tr("s"));
}

std::vector<LegendKey> SweepView::legend() const
{
    std::vector<LegendKey> keys = LinesView::legend();
    if (values_.size() > 1)
        keys.push_back({theme().gain, QStringLiteral("◎"), tr("least")});
    else
        keys.push_back({theme().muted, {}, tr("No curve yet: press Sweep to measure several values.")});
    return keys;
}

void SweepView::fitAcross(int)
{
    const QFontMetricsF metrics(theme().font(11));
    chart().setMargins(QMargins(6, 4, 18, 6 + static_cast<int>(std::ceil(metrics.height()))));
    const double first = values_.isEmpty() ? 0 : placeOn(values_.first());
    const double last = values_.isEmpty() ? 1 : placeOn(values_.last());
    const double room = last > first ? (last - first) * 0.04 : 0.5;
    across().setRange(first - room, last + room);
}

/// The swept values below the axis, as many as fit.
void SweepView::paintTicks(QPainter &painter) const
{
    painter.setFont(theme().font(11));
    const QFontMetricsF metrics(painter.font());
    const QRectF plot = chart().plotArea();
    qreal free = -1e9;
    for (const int value : values_) {
        const qreal x = placeOf({placeOn(value), 0}).x();
        const QString text = QString::number(value);
        const qreal half = metrics.horizontalAdvance(text) / 2;
        const bool hasRoom = x - half > free;
        painter.setPen(QPen(theme().grid, 1));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + (hasRoom ? 4 : 0)));
        if (!hasRoom)
            continue;
        painter.setPen(theme().muted);
        painter.drawText(QPointF(x - half, plot.bottom() + metrics.ascent() + 5), text);
        free = x + half + metrics.averageCharWidth();
    }
}

/// A ring around the least of a curve, and what it is, where it covers no other.
void SweepView::paintLeast(QPainter &painter, std::size_t line, std::vector<QRectF> &taken) const
{
    const QList<QPointF> &points = lines()[line].points;
    const auto least = std::ranges::min_element(points, {}, &QPointF::y);
    const QPointF at = placeOf(*least);
    const qreal radius = 7 * theme().factor;
    painter.setPen(QPen(theme().gain, 2.5 * theme().factor));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(at, radius, radius);
    painter.setFont(theme().font(12, QFont::DemiBold));
    const QFontMetricsF metrics(painter.font());
    const double value = isLog_ ? std::pow(10, least->x()) : least->x();
    const QString text = QStringLiteral("%1: %2").arg(std::lround(value)).arg(formatSeconds(least->y()));
    const QRectF plot = chart().plotArea();
    QRectF plate(0, 0, metrics.horizontalAdvance(text) + 6, metrics.height());
    for (const qreal away : {-radius - 4 - plate.height(), radius + 4}) {
        plate.moveTopLeft({std::clamp(at.x() - plate.width() / 2, plot.left() + 2,
                                      std::max(plot.left() + 2, plot.right() - plate.width())),
                           at.y() + away});
        const bool isFree = std::ranges::none_of(taken, [&](const QRectF &t) { return t.intersects(plate); });
        if (!isFree || plate.top() < plot.top() || plate.bottom() > plot.bottom())
            continue;
        painter.setPen(Qt::NoPen);
        QColor ground = theme().card;
        ground.setAlpha(220);
        painter.setBrush(ground);
        painter.drawRoundedRect(plate, 3, 3);
        painter.setPen(theme().text);
        painter.drawText(QPointF(plate.left() + 3, plate.top() + metrics.ascent()), text);
        taken.push_back(plate);
        return;
    }
}

void SweepView::paintMarks(QPainter &painter) const
{
    paintTicks(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal size = 4 * theme().factor;
    for (std::size_t i = 0; i < lines().size(); ++i) {
        painter.setPen(QPen(theme().card, 1));
        painter.setBrush(penOf(i).color());
        for (const QPointF &point : lines()[i].points) {
            const QPointF at = placeOf(point);
            // A shape for each kind, beside colour and dash.
            if (lines()[i].kind == VariantKind::Sequential)
                painter.drawRect(QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size));
            else if (lines()[i].kind == VariantKind::Mistake)
                painter.drawPolygon(QPolygonF{{at.x(), at.y() - size * 1.4},
                                              {at.x() + size * 1.3, at.y() + size},
                                              {at.x() - size * 1.3, at.y() + size}});
            else
                painter.drawEllipse(at, size, size);
        }
    }
    std::vector<QRectF> taken;
    for (std::size_t i = 0; i < lines().size(); ++i) {
        if (lines()[i].kind == VariantKind::Parallel && lines()[i].points.size() > 1)
            paintLeast(painter, i, taken);
    }
}

QString SweepView::numbers() const
{
    QString text;
    for (std::size_t i = 0; i < lines().size(); ++i) {
        text += lines()[i].title;
        for (const QPointF &point : lines()[i].points) {
            const double value = isLog_ ? std::pow(10, point.x()) : point.x();
            text += QStringLiteral("\t%1: %2").arg(std::lround(value)).arg(formatSeconds(point.y()));
        }
        text += u'\n';
    }
    return text;
}

} // namespace tenfold
