#pragma once

#include "ui/theme.h"
#include "ui/timeline/columns.h"
#include "ui/timeline/rows.h"

#include <QHash>
#include <QRectF>

#include <optional>

class QPainter;

namespace tenfold {

/// Draws the worker timeline: the same picture on the screen, in a PNG, an SVG and a PDF.
class TimelinePainter
{
public:
    Theme theme;
    QString variant; ///< this one alone; empty: all

    struct Window
    {
        std::optional<std::pair<double, double>> range; ///< seconds that are shown; empty: all
        qreal scroll = 0;                               ///< pixels that the rows are moved up
        qreal leastPitch = 0;                           ///< rows are not made lower
    };

    /// Draws heading, legend, rows and axis into `target`.
    void render(QPainter &painter, const QRectF &target, const Scene &scene, const Window &window);
    void render(QPainter &painter, const QRectF &target, const Scene &scene)
    {
        render(painter, target, scene, {});
    }

    // Where the last render() put things.
    const TimeScale &time() const { return time_; }
    const RowScale &rowScale() const { return rowScale_; }
    const std::vector<TimelineRow> &rows() const { return rows_; }
    const QRectF &area() const { return area_; }
    double whole() const { return whole_; }
    /// The innermost span under a point of the last picture, or null.
    const SpanRecord *spanAt(const QPointF &point) const;
    /// A height in which no row is lower than its label.
    qreal comfortableHeight(const Scene &scene) const;
    qreal comfortablePitch() const;

private:
    void layOut(const QRectF &target, const Scene &scene, const Window &window);
    void paintHeading(QPainter &painter, const QRectF &target) const;
    void paintAxis(QPainter &painter) const;
    void paintLabels(QPainter &painter) const;
    void paintRow(QPainter &painter, const Scene &scene, int row);
    void paintLinks(QPainter &painter, const Scene &scene) const;
    void paintSaved(QPainter &painter, const Scene &scene) const;
    QRectF barOf(int row) const;

    TimeScale time_;
    RowScale rowScale_;
    std::vector<TimelineRow> rows_;
    std::vector<State> states_; // those that occur, for the legend
    QRectF area_;
    double whole_ = 1;
    QHash<QPair<const Lane *, QByteArray>, LaneColumns> columns_;
};

} // namespace tenfold
