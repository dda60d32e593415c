#pragma once

#include "core/analysis/format.h"
#include "ui/theme.h"
#include "ui/timeline/columns.h"
#include "ui/timeline/lanenotes.h"
#include "ui/timeline/links.h"
#include "ui/timeline/marks.h"
#include "ui/timeline/rows.h"
#include "ui/timeline/sought.h"
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
        std::optional<double> cursor;                   ///< seconds at which a line stands
        QString focus;         ///< the variant that has rows while the others are strips; empty: the usual
                               ///< one, where not all have room
        bool unfolded = false; ///< all lanes of the one in focus have rows, as far as they may be scrolled
        std::optional<std::pair<double, double>> selected = {}; ///< seconds that are chosen
        const Lane *lane = nullptr;                             ///< the one that is chosen has a frame
        Sought sought = {}; ///< the spans that are lit, the others being veiled
        QString note = {};  ///< stands instead of the legend
        qreal taken = 0;    ///< pixels beside the heading that something else stands on
    };

    /// Draws heading, legend, rows and axis into `target`.
    void render(QPainter &painter, const QRectF &target, const Scene &scene, const Window &window);
    void render(QPainter &painter, const QRectF &target, const Scene &scene)
    {
        render(painter, target, scene, Window());
    }

    /// Puts things where render() would.
    void arrange(const QRectF &target, const Scene &scene, const Window &window)
    {
        layOut(target, scene, window);
    }

    static QString heading();
    /// What was read of the lanes of the picture that was arranged last.
    LaneNotes &notes() { return notes_; }
    /// How many spans of that picture are sought.
    FoundSpans count(const Scene &scene, const Sought &sought);

    // Where the last render() or arrange() put things.
    const TimeScale &time() const { return time_; }
    const RowScale &rowScale() const { return rowScale_; }
    const std::vector<TimelineRow> &rows() const { return rows_; }
    const QRectF &area() const { return area_; }
    double whole() const { return whole_; }
    /// Where the axis ends when nothing is zoomed, in seconds: before whole() where longer rows are cut.
    double usualEnd() const { return usualEnd_; }
    /// The row under a point of the last picture; null where there is none.
    const TimelineRow *rowAt(const QPointF &point) const;
    /// The row of a lane whose own title, not its variant's, is under a point; null where there is none.
    const TimelineRow *laneTitledAt(const QPointF &point);
    /// What the last picture shows of a lane at `x`: the innermost span, or with `lock` the hold; or null.
    const SpanRecord *spanAt(const Lane &lane, const QByteArray &lock, qreal x) const;
    /// The same of a row of detached spans.
    const SpanRecord *spanAt(const TimelineRow &subRow, qreal x) const;
    static bool isWaitingFor(const SpanRecord *span, const QByteArray &lock);
    /// The outcome in focus, the others being strips; -1: all have rows.
    int focus() const { return focus_; }
    /// By how much the rows of the last picture are too high for it.
    qreal overflow() const { return rowScale_.y(rowScale_.rows()) - rowScale_.y(0) - area_.height(); }
    enum class Fold {
        Never, ///< all rows of all variants
        Ease,  ///< those of the one in focus, and strips of the others
        Tight, ///< the same without gaps and locks
        Low,   ///< the same, but that most lanes of that one share a strip
    };
    /// How high a picture of `width` must be so that rows which are shown `how` can be read.
    qreal neededHeight(qreal width, const Scene &scene, const Window &window, Fold how);
    /// The least height of a lane's row.
    qreal lanePitch() const { return leastOf({}); }

private:
    struct Key
    {
        std::optional<State> state; ///< else a mark, an arrow or the pinned run's end
        std::optional<MarkKind> mark;
        QString name;
        ArrowKind arrow = ArrowKind::Wakes;
        bool isPinned = false;
    };

    static constexpr qreal pad = 14; ///< at the edges of the picture
    /// Above the heading and below the axis.
    qreal edgeIn(const QRectF &target) const;
    void prepare(const Scene &scene);
    qreal leastOf(const TimelineRow &row) const;
    qreal leastHeight() const;
    void fitRows(const Scene &scene, const Window &window, qreal height);
    void fitSubRows(const Scene &scene, qreal height);
    void fold(const std::vector<TimelineRow> &all, const Scene &scene, int mostLanes, int mostLocks);
    std::vector<qreal> heightsIn(qreal height) const;
    void fitTime(const Scene &scene, const Window &window);
    void layOut(const QRectF &target, const Scene &scene, const Window &window);
    std::vector<Key> keysOf(const Scene &scene);
    void layOutLegend(const Scene &scene, qreal width, qreal mostHeight, qreal taken);
    qreal headingHeight(qreal edge) const;
    void keepTraces(const Scene &scene);
    void forget();
    qreal keyWidth(const Key &key);
    void paintHeading(QPainter &painter, const QRectF &target);
    void paintKey(QPainter &painter, const QPointF &at, const Key &key);
    void paintSwatch(QPainter &painter, const QRectF &box, State state);
    void paintAxis(QPainter &painter);
    QString timeLabel(double seconds, int decimals) const;
    qreal labelWidth();
    qreal markerWidth() const { return 16 * theme.factor; }
    void paintLabels(QPainter &painter, const QRectF &target);
    void paintLabel(QPainter &painter, int row, qreal left);
    void paintStrip(QPainter &painter, const Scene &scene, int row);
    void paintStates(QPainter &painter, const TimelineRow &row, const QRectF &bar, const QColor &own,
                     Nanoseconds instant);
    void paintEnd(QPainter &painter, const Scene &scene);
    bool isSeen(int row) const;
    void paintRow(QPainter &painter, const Scene &scene, int row);
    void paintLock(QPainter &painter, const Trace &trace, const QByteArray &lock, const QRectF &bar,
                   const QColor &own, Nanoseconds instant);
    void paintSaved(QPainter &painter, const Scene &scene) const;
    static double pinnedEnd(const Scene &scene, int outcome); ///< in seconds; 0 without one
    void paintPinned(QPainter &painter, const Scene &scene) const;
    void paintPinnedSign(QPainter &painter, const QPointF &foot, qreal radius) const;
    void paintStuck(QPainter &painter, const Scene &scene) const;
    void paintCursor(QPainter &painter, double seconds, qreal lineWidth);
    void paintToCome(QPainter &painter, double instant) const;
    void paintChosen(QPainter &painter, const QRectF &target, const Lane &lane) const;
    void paintSelected(QPainter &painter, std::pair<double, double> range);
    void layOutNote(const QString &note, qreal width, qreal taken, std::size_t most);
    void paintNote(QPainter &painter, const QRectF &target);
    void paintInFlight(QPainter &painter, const TimelineRow &row, const QRectF &bar, Nanoseconds instant,
                       const QColor &colour);
    void paintThread(QPainter &painter, int row) const;
    void paintCut(QPainter &painter, const Scene &scene, int row);
    void paintBreak(QPainter &painter, const QRectF &bar, const QColor &own, const QString &time,
                    const QRectF &rowOfPlate);
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
    std::vector<std::vector<Key>> legend_; // in lines: what occurs
    std::vector<QString> noteLines_;       // instead of it
    std::vector<QColor> running_;          // of the kinds of variants that are shown
    QRectF area_;
    double whole_ = 1;
    double usualEnd_ = 1;
    int focus_ = -1;
    bool isDense_ = false; ///< rows have no gaps between them
    TimeUnit unit_;        ///< of the axis
    LaneNotes notes_;
    SoughtSpans sought_;
    QHash<QPair<const Lane *, QPair<QByteArray, int>>, LaneColumns> columns_; // by lane, lock and sub-row
    QHash<QPair<const Lane *, int>, InFlightColumns> inFlight_;               // by lane and first sub-row
};

} // namespace tenfold
