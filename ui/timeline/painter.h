#pragma once

#include "ui/theme.h"
#include "ui/timeline/columns.h"
#include "ui/timeline/rows.h"
#include "ui/timeline/textcache.h"

#include <QHash>
#include <QRectF>

#include <cmath>
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
        std::optional<double> cursor;                   ///< seconds at which a line stands
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
    /// Where the axis ends when nothing is zoomed, in seconds: before whole() where longer rows are cut.
    double usualEnd() const { return usualEnd_; }
    /// The row under a point of the last picture; null where there is none.
    const TimelineRow *rowAt(const QPointF &point) const;
    /// What the last picture shows of a lane at `x`: the innermost span, or with `lock` the hold; or null.
    const SpanRecord *spanAt(const Lane &lane, const QByteArray &lock, qreal x) const;
    /// The same of a row of detached spans.
    const SpanRecord *spanAt(const TimelineRow &subRow, qreal x) const;
    static bool isWaitingFor(const SpanRecord *span, const QByteArray &lock);
    /// By how much `target` is too low for all rows, in comfort or as low as `window` allows; negative when
    /// there is room.
    qreal missingHeight(const QRectF &target, const Scene &scene, const Window &window);
    qreal comfortablePitch() const;
    /// Lower rows cannot be told apart: they scroll.
    qreal leastPitch() const { return std::ceil(comfortablePitch() * 0.55); }
    /// Bars alone can still be seen.
    qreal tightPitch() const { return std::ceil(comfortablePitch() * 0.25); }

private:
    /// The shares of its line that a title needs to itself, and that a row has in comfort.
    static constexpr qreal titleShare = 0.72, comfortShare = 0.8;

    static constexpr qreal pad = 14; ///< at the edges of the picture
    /// Above the heading and below the axis.
    qreal edgeIn(const QRectF &target) const;
    void fitSubRows(const Scene &scene, qreal height, qreal leastPitch);
    void layOut(const QRectF &target, const Scene &scene, const Window &window);
    qreal layOutLegend(const std::array<bool, stateCount> &occurs, qreal width, qreal mostHeight);
    void keepTraces(const Scene &scene);
    static QString heading();
    qreal keyWidth(State state);
    void paintHeading(QPainter &painter, const QRectF &target);
    void paintKey(QPainter &painter, const QPointF &at, State state);
    void paintAxis(QPainter &painter);
    void paintLabels(QPainter &painter);
    void paintRow(QPainter &painter, const Scene &scene, int row);
    void paintLock(QPainter &painter, const Trace &trace, const QByteArray &lock, const QRectF &bar,
                   const QColor &own, Nanoseconds instant);
    void paintSaved(QPainter &painter, const Scene &scene) const;
    void paintStuck(QPainter &painter, const Scene &scene) const;
    void paintCursor(QPainter &painter, double seconds);
    void paintRest(QPainter &painter, const TimelineRow &row, const QRectF &bar, Nanoseconds instant) const;
    void paintThread(QPainter &painter, int row) const;
    void paintCut(QPainter &painter, const Scene &scene, int row);
    QRectF barOf(int row) const;
    const LaneColumns &columnsOf(const Lane &lane, const QByteArray &lock, Nanoseconds instant,
                                 int subRow = LaneColumns::noSubRow);
    const SpanRecord *spanIn(const Lane &lane, const QByteArray &lock, int subRow, qreal x) const;

    TimeScale time_;
    RowScale rowScale_;
    TextCache texts_;
    std::vector<StateStyle> styles_; // of the states, for the language and theme of the moment
    std::vector<std::shared_ptr<const Trace>> traces_;
    std::vector<TimelineRow> rows_;
    std::vector<std::vector<State>> legend_; // in lines: the states that occur
    QString markKey_;                        // what a cross stands for; empty without one
    std::vector<QColor> running_;            // of the kinds of variants that are shown
    QRectF area_;
    double whole_ = 1;
    double usualEnd_ = 1;
    bool areHeadingsAside_ = false; ///< rows are too low for a heading over the bars: beside them
    QHash<QPair<const Lane *, QPair<QByteArray, int>>, LaneColumns> columns_; // by lane, lock and sub-row
};

} // namespace tenfold
