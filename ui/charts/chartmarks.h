#pragma once

#include <QChart>
#include <QGraphicsItem>

#include <functional>

namespace tenfold {

/// What Qt Charts has no words for, drawn over a chart as large as itself. Subclasses paint, in the chart's
/// coordinates.
class ChartMarks : public QGraphicsItem
{
public:
    explicit ChartMarks(QChart &chart) : QGraphicsItem(&chart)
    {
        setZValue(20);
        // Marks stand in the plot area, which is laid out after the chart has got its size.
        QObject::connect(&chart, &QChart::plotAreaChanged, &chart, [this] { update(); });
    }

    QRectF boundingRect() const override { return QRectF(QPointF(), size_); }
    /// What they mark has changed, or the size of the chart.
    void refresh()
    {
        const QSizeF size = static_cast<QChart *>(parentItem())->size();
        if (size != size_) {
            prepareGeometryChange();
            size_ = size;
        }
        update();
    }

private:
    QSizeF size_;
};

/// Marks that their picture paints itself.
class PaintedMarks final : public ChartMarks
{
public:
    PaintedMarks(QChart &chart, std::function<void(QPainter &)> paints)
        : ChartMarks(chart), paints_(std::move(paints))
    {}
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override { paints_(*painter); }

private:
    const std::function<void(QPainter &)> paints_;
};

} // namespace tenfold
