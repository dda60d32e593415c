#include "ui/timeline/painter.h"

#include "ui/timeline/marks.h"
#include "ui/timeline/runs.h"

#include <QPainter>

#include <algorithm>
#include <cstring>

namespace tenfold {

/// The columns point into traces, and so do the rows: those of the last picture are kept alive, and what was
/// read of older ones goes.
void TimelinePainter::keepTraces(const Scene &scene)
{
    std::vector<std::shared_ptr<const Trace>> traces;
    for (const Outcome &outcome : scene.outcomes) {
        if (const Repeat *repeat = outcome.shown(); repeat && repeat->trace)
            traces.push_back(repeat->trace);
    }
    if (!std::ranges::all_of(traces_,
                             [&](const auto &old) { return std::ranges::find(traces, old) != traces.end(); }))
        forget();
    traces_ = std::move(traces);
}

void TimelinePainter::forget()
{
    columns_.clear();
    inFlight_.clear();
    notes_.clear();
    sought_.clear();
}

FoundSpans TimelinePainter::count(const Scene &scene, const Sought &sought)
{
    sought_.seek(sought);
    return sought_.count(scene, variant);
}

void TimelinePainter::render(QPainter &painter, const QRectF &target, const Scene &scene,
                             const Window &window)
{
    if (!scene.scenario())
        return;
    const Scene &whole = scene.atEnd(); // where everything stands does not change in a replay
    layOut(target, whole, window);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintHeading(painter, target);
    if (!window.note.isEmpty())
        paintNote(painter, target);
    paintAxis(painter);
    painter.setClipRect(QRectF(target.left(), area_.top(), target.width(), area_.height()),
                        Qt::IntersectClip);
    paintLabels(painter, target);
    painter.setClipRect(area_.adjusted(-9, 0, 1, 0), Qt::IntersectClip);
    for (int row = 0; row < rowScale_.rows(); ++row) {
        if (isSeen(row))
            paintRow(painter, whole, row);
        if (rows_[static_cast<std::size_t>(row)].lane)
            paintThread(painter, row);
    }
    for (int row = 0; row < rowScale_.rows(); ++row) { // a time is higher than a low row: over the next one
        if (rows_[static_cast<std::size_t>(row)].lane)
            paintCut(painter, scene, row);
    }
    if (sought_.seek(window.sought); !window.sought.isEmpty())
        paintSought(painter, theme, whole, {rows_, rowScale_, time_, {}}, area_, sought_);
    if (scene.whole)
        paintToCome(painter, toSeconds(*scene.instant));
    paintLinks(painter, theme, scene, {rows_, rowScale_, time_, window.cursor}, notes_);
    paintMarks(painter, theme, scene, {rows_, rowScale_, time_, window.cursor}, notes_);
    if (focus_ >= 0)
        paintEnd(painter, scene);
    else
        paintSaved(painter, scene);
    paintStuck(painter, scene);
    paintPinned(painter, scene);
    painter.restore();
    if (window.lane)
        paintChosen(painter, target, *window.lane);
    if (window.selected)
        paintSelected(painter, *window.selected);
    if (scene.whole)
        paintCursor(painter, toSeconds(*scene.instant), 2 * theme.factor);
    if (window.cursor)
        paintCursor(painter, *window.cursor, 1);
}

bool TimelinePainter::isSeen(int row) const
{
    return rowScale_.y(row + 1) >= area_.top() && rowScale_.y(row) <= area_.bottom();
}

/// Low rows have fuller bars.
QRectF TimelinePainter::barOf(int row) const
{
    const qreal pitch = rowScale_.pitch(row);
    const qreal gap = pitch < 10 * theme.factor || isDense_ ? 1
                      : pitch < 24 * theme.factor           ? 2
                                                            : pitch * 0.32;
    return QRectF(area_.left(), std::round(rowScale_.y(row) + gap / 2), area_.width(),
                  std::max(1.0, std::round(pitch - gap)));
}

void TimelinePainter::paintRow(QPainter &painter, const Scene &scene, int row)
{
    const TimelineRow &entry = rows_[static_cast<std::size_t>(row)];
    if (entry.kind == TimelineRow::Kind::Heading)
        return;
    const Outcome &outcome = scene.outcomes[static_cast<std::size_t>(entry.outcome)];
    const Trace &trace = *outcome.shown()->trace;
    const Nanoseconds instant = scene.instantOf(trace);
    const QColor own = theme.of(scene.variantOf(outcome)->kind, scene.numberOf(outcome));
    const QRectF bar = barOf(row);
    painter.fillRect(QRectF(bar.left() - 8, bar.top(), 4, bar.height()),
                     own); // whose row it is, even if all is waiting
    const RunStyle style{theme, styles_, texts_, own};
    if (entry.kind == TimelineRow::Kind::Strip)
        paintStrip(painter, scene, row);
    else if (entry.kind == TimelineRow::Kind::SubRow)
        paintRuns(painter, columnsOf(*entry.loop, {}, instant, entry.subRow), bar, style, instant);
    else if (entry.kind == TimelineRow::Kind::Rest)
        entry.loop ? paintInFlight(painter, entry, bar, instant, theme.muted)
                   : paintStates(painter, entry, bar, own, instant);
    else if (entry.lane) {
        for (const Lane *lane : entry.chain())
            paintRuns(painter, columnsOf(*lane, {}, instant), bar, style, instant);
    } else
        paintLock(painter, trace, entry.lock, bar, own, instant);
}

/// A frame around a lane and its detached spans: all of them are one thread's.
void TimelinePainter::paintThread(QPainter &painter, int row) const
{
    int last = row;
    const auto isOfLoop = [&](int at) { return rows_[static_cast<std::size_t>(at)].loop != nullptr; };
    while (last + 1 < rowScale_.rows() && isOfLoop(last + 1))
        ++last;
    if (last == row)
        return;
    painter.setPen(QPen(theme.muted, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(area_.left() - 9, rowScale_.y(row) + 0.5, area_.width() + 9,
                                   rowScale_.y(last + 1) - rowScale_.y(row) - 1),
                            3, 3);
}

/// Above who holds it, below in how many lanes somebody waits for it.
void TimelinePainter::paintLock(QPainter &painter, const Trace &trace, const QByteArray &lock,
                                const QRectF &bar, const QColor &own, Nanoseconds instant)
{
    const qreal strip = std::round(bar.height() * 0.28);
    const QRectF above = bar.adjusted(0, 0, 0, -strip - 1);
    std::vector<int> waiting(static_cast<std::size_t>(time_.columns()));
    std::vector<Shares> shares(waiting.size());
    const auto lanes = trace.lanes();
    std::array<int, 3> numbers{}; // as in the chips of the code, however the lanes are called
    for (const Lane *lane : lanes) {
        const int number = ++numbers[static_cast<std::size_t>(lane->role())];
        const LaneColumns &held = columnsOf(*lane, lock, instant);
        paintRuns(painter, held, above, {theme, styles_, texts_, own, number}, instant);
        addShares(shares, held);
        const auto &columns = columnsOf(*lane, {}, instant).columns();
        for (std::size_t i = 0; i < columns.size(); ++i)
            waiting[i] += isWaitingFor(columns[i].span, lock);
    }
    paintShares(painter, shares, above, {theme, styles_, texts_, own});
    paintWaits(painter, waiting, static_cast<int>(lanes.size()),
               {bar.left(), bar.bottom() - strip, bar.width(), strip}, theme);
}

const LaneColumns &TimelinePainter::columnsOf(const Lane &lane, const QByteArray &lock, Nanoseconds instant,
                                              int subRow)
{
    LaneColumns &columns = columns_[{&lane, {lock, subRow}}];
    columns.update(lane, time_, instant, lock.isEmpty() ? nullptr : lock.constData(), subRow);
    return columns;
}

bool TimelinePainter::isWaitingFor(const SpanRecord *span, const QByteArray &lock)
{
    return span && span->state == State::Lock && lock == span->label;
}

const SpanRecord *TimelinePainter::spanAt(const Lane &lane, const QByteArray &lock, qreal x) const
{
    return spanIn(lane, lock, LaneColumns::noSubRow, x);
}

const SpanRecord *TimelinePainter::spanAt(const TimelineRow &subRow, qreal x) const
{
    return subRow.kind == TimelineRow::Kind::SubRow ? spanIn(*subRow.loop, {}, subRow.subRow, x) : nullptr;
}

const SpanRecord *TimelinePainter::spanIn(const Lane &lane, const QByteArray &lock, int subRow, qreal x) const
{
    const auto found = columns_.constFind({&lane, {lock, subRow}});
    if (found == columns_.cend() || x < area_.left() || x >= area_.right())
        return nullptr;
    const auto column = static_cast<std::size_t>(x - area_.left());
    return column < found->columns().size() ? found->columns()[column].span : nullptr;
}

const TimelineRow *TimelinePainter::rowAt(const QPointF &point) const
{
    const int row = rowScale_.row(point.y());
    const bool isInside = point.y() >= area_.top() && point.y() < area_.bottom() && point.x() < area_.right();
    return row < 0 || !isInside ? nullptr : &rows_[static_cast<std::size_t>(row)];
}

} // namespace tenfold
