#include "ui/timeline/painter.h"

#include "core/analysis/readings.h"
#include "ui/charts/axes.h"
#include "ui/timeline/marks.h"
#include "ui/timeline/runs.h"

#include <QPainter>

#include <algorithm>
#include <cstring>
#include <numeric>

namespace tenfold {

/// So that titles of neighbouring rows do not touch.
qreal TimelinePainter::comfortablePitch() const
{
    return std::ceil(QFontMetricsF(theme.font(11)).height() * comfortShare);
}

qreal TimelinePainter::missingHeight(const QRectF &target, const Scene &scene, const Window &window)
{
    layOut(target, scene, window);
    const qreal pitch = window.leastPitch > 0 ? window.leastPitch : comfortablePitch();
    return static_cast<qreal>(rows_.size()) * pitch - area_.height();
}

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
        columns_.clear();
    traces_ = std::move(traces);
}

qreal TimelinePainter::edgeIn(const QRectF &target) const
{
    return (target.height() < 260 * theme.factor ? 7 : pad) * theme.factor;
}

/// Notes the states of the first detached spans of `lane`: those of a loop are all alike.
static void noteDetached(const Lane &lane, std::array<bool, stateCount> &occurs)
{
    const std::size_t first = lane.subRows() > 0 ? std::min<std::size_t>(1000, lane.spans().size()) : 0;
    for (std::size_t i = 0; i < first; ++i) {
        if (lane.spans()[i].shape == Shape::Detached)
            occurs[static_cast<std::size_t>(lane.spans()[i].state)] = true;
    }
}

/// As many sub-rows as there is room for, so that none is too low to be told from its neighbours.
void TimelinePainter::fitSubRows(const Scene &scene, qreal height, qreal leastPitch)
{
    constexpr qreal leastSubRow = 9; // pixels
    constexpr int fewest = 4;        // below that the strip alone would say as much
    std::vector<int> groups;         // rows that each would take without a strip
    auto others = static_cast<int>(rows_.size());
    for (const TimelineRow &row : rows_) {
        if (row.lane && row.lane->subRows() > 0)
            groups.push_back(row.lane->subRows());
        else if (!row.lanes.empty())
            groups.push_back(usualSubRows + static_cast<int>(row.lanes.size()));
    }
    if (groups.empty())
        return;
    const auto rowsOf = [&](int most) {
        return std::accumulate(groups.begin(), groups.end(), 0, [most](int sum, int group) {
            return sum + std::min(group, most + 1); // and the strip
        });
    };
    others -= rowsOf(usualSubRows);
    const auto room = static_cast<int>(height / std::max(leastSubRow * theme.factor, leastPitch));
    int most = std::max(fewest, room);
    while (most > fewest && others + rowsOf(most) > room)
        --most;
    rows_ = timelineRows(scene, variant, most);
}

void TimelinePainter::layOut(const QRectF &target, const Scene &scene, const Window &window)
{
    const qreal edge = pad * theme.factor;
    const qreal upright = edgeIn(target);
    texts_.setFont(theme.font(11));
    styles_.clear();
    for (std::size_t i = 0; i < stateCount; ++i)
        styles_.push_back(styleOf(static_cast<State>(i), theme));
    keepTraces(scene);
    rows_ = timelineRows(scene, variant);
    std::array<bool, stateCount> occurs{};
    double longest = 0;
    double overlapped = 0; // the longest but for the reference
    bool hasLoop = false;
    bool isLive = false;
    running_.clear();
    for (const TimelineRow &row : rows_) {
        const Outcome &outcome = scene.outcomes[static_cast<std::size_t>(row.outcome)];
        const Trace &trace = *outcome.shown()->trace;
        const Nanoseconds instant = scene.instantOf(trace);
        longest = std::max(longest, toSeconds(instant));
        hasLoop |= row.loop != nullptr;
        if (scene.variantOf(outcome)->kind != VariantKind::Sequential)
            overlapped = std::max(overlapped, toSeconds(instant));
        isLive |= outcome.status() == Status::Running;
        if (const QColor colour = theme.of(scene.variantOf(outcome)->kind);
            !std::ranges::count(running_, colour))
            running_.push_back(colour);
        if (!row.lane)
            continue;
        noteDetached(*row.lane, occurs);
        const Lane::Sums sums = sumsIn(scene, *row.lane);
        for (std::size_t i = 0; i < stateCount; ++i)
            occurs[i] = occurs[i] || (sums.state[i] > 0 && static_cast<State>(i) != State::Idle);
    }
    const QStringList marks = markTitles(scene, rows_);
    markKey_ = marks.isEmpty() ? QString() : markSymbol + u' ' + marks.join(QStringLiteral(" · "));
    const qreal heading = layOutLegend(occurs, target.width() - 2 * edge, target.height() * 0.4) +
                          (upright < edge ? 4 : 10) * theme.factor;
    const qreal height = target.height() - 2 * upright - heading - texts_.metrics().height() - 4;
    fitSubRows(scene, height, window.leastPitch);
    const auto rows = static_cast<int>(rows_.size());
    const qreal pitch = std::max(RowScale::pitchFor(rows, height, 42 * theme.factor), window.leastPitch);
    areHeadingsAside_ = pitch < comfortablePitch() - 1;
    qreal labels = 0;
    for (const TimelineRow &row : rows_) {
        if (row.kind != TimelineRow::Kind::Heading || areHeadingsAside_)
            labels = std::max(labels, texts_.width(row.title));
    }
    labels = std::min(labels, target.width() * 0.3);
    area_ =
        target
            .adjusted(edge + labels + 12, upright + heading, -edge, -upright - texts_.metrics().height() - 4)
            .toRect();
    // While a run is on, the axis grows in steps; afterwards it ends with the longest.
    whole_ = longest <= 0 ? 1 : isLive ? niceEnd(longest) : longest * 1.02;
    const bool isCut = hasLoop && isCutFor(overlapped, longest);
    usualEnd_ = isCut ? std::min(whole_, niceEnd(overlapped * 1.05)) : whole_;
    const auto range = window.range.value_or(std::pair(0.0, usualEnd_));
    time_ = {range.first, range.second, area_.left(), std::max<qreal>(1, area_.width())};
    rowScale_ = {area_.top() - window.scroll, pitch, rows};
}

/// Breaks the legend of the states that occur into lines, the first beside the title, no higher than `most`
/// (the tool tips say them too); returns their height.
qreal TimelinePainter::layOutLegend(const std::array<bool, stateCount> &occurs, qreal width, qreal mostHeight)
{
    const QFontMetricsF title(theme.font(13, QFont::DemiBold));
    qreal room = width - title.horizontalAdvance(heading()) - 24 * theme.factor;
    if (!markKey_.isEmpty())
        room -= texts_.width(markKey_) + 24 * theme.factor;
    legend_.assign(1, {});
    for (std::size_t i = 0; i < stateCount; ++i) {
        if (!occurs[i])
            continue;
        const auto state = static_cast<State>(i);
        const qreal key = keyWidth(state);
        if (key > room) {
            legend_.emplace_back();
            room = width;
        }
        legend_.back().push_back(state);
        room -= key;
    }
    const auto heightOfAll = [&] {
        return title.height() + static_cast<qreal>(legend_.size() - 1) * texts_.metrics().height();
    };
    while (legend_.size() > 1 && heightOfAll() > mostHeight)
        legend_.pop_back();
    return heightOfAll();
}

void TimelinePainter::render(QPainter &painter, const QRectF &target, const Scene &scene,
                             const Window &window)
{
    if (!scene.scenario())
        return;
    layOut(target, scene, window);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintHeading(painter, target);
    paintAxis(painter);
    // Titles of low rows are higher than their rows.
    const qreal over = std::max(0.0, (texts_.metrics().height() - rowScale_.pitch) / 2);
    painter.setClipRect(QRectF(target.left(), area_.top() - over, target.width(), area_.height() + 2 * over),
                        Qt::IntersectClip);
    paintLabels(painter);
    painter.setClipRect(area_.adjusted(-9, 0, 1, 0), Qt::IntersectClip);
    for (int row = 0; row < rowScale_.rows; ++row) {
        const qreal y = rowScale_.y(row);
        if (y + rowScale_.pitch >= area_.top() && y <= area_.bottom())
            paintRow(painter, scene, row);
        if (rows_[static_cast<std::size_t>(row)].lane)
            paintThread(painter, row);
    }
    for (int row = 0; row < rowScale_.rows; ++row) { // a time is higher than a low row: over the next one
        if (rows_[static_cast<std::size_t>(row)].lane)
            paintCut(painter, scene, row);
    }
    paintLinks(painter, theme, scene, {rows_, rowScale_, time_, window.cursor});
    paintMarks(painter, theme, scene, {rows_, rowScale_, time_, window.cursor});
    paintSaved(painter, scene);
    paintStuck(painter, scene);
    painter.restore();
    if (window.cursor)
        paintCursor(painter, *window.cursor);
}

/// Low rows have fuller bars.
QRectF TimelinePainter::barOf(int row) const
{
    const qreal pitch = rowScale_.pitch;
    const qreal share = pitch < 24 * theme.factor ? 0.8 : 0.68;
    QRect bar = QRectF(area_.left(), rowScale_.y(row) + pitch * (1 - share) / 2, area_.width(), pitch * share)
                    .toRect();
    bar.setHeight(std::max(1, bar.height())); // thousands of rows share their pixels
    return bar;
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
    if (entry.kind == TimelineRow::Kind::SubRow)
        paintRuns(painter, columnsOf(*entry.loop, {}, instant, entry.subRow), bar, style, instant);
    else if (entry.kind == TimelineRow::Kind::Rest)
        paintRest(painter, entry, bar, instant);
    else if (entry.lane)
        paintRuns(painter, columnsOf(*entry.lane, {}, instant), bar, style, instant);
    else
        paintLock(painter, trace, entry.lock, bar, own, instant);
}

/// How many detached spans or lanes are under way that have no row of their own, as a strip of that height;
/// in a colour of no state, since they may be in several.
void TimelinePainter::paintRest(QPainter &painter, const TimelineRow &row, const QRectF &bar,
                                Nanoseconds instant) const
{
    std::vector<int> changes(static_cast<std::size_t>(time_.columns()) + 1);
    const auto add = [&](Nanoseconds begin, Nanoseconds end) {
        const auto at = [&](Nanoseconds t) {
            return static_cast<std::size_t>(time_.column(toSeconds(std::min(t, instant))));
        };
        ++changes[at(begin)];
        --changes[at(end)];
    };
    for (const Lane *lane : row.lanes)
        add(lane->began(), lane->closedOr(instant));
    if (row.loop)
        row.loop->spans().forEach([&](const SpanRecord &span) {
            if (span.shape == Shape::Detached && span.depth >= row.subRow && span.begin <= instant)
                add(span.begin, span.endOr(instant));
        });
    const qreal most =
        std::max(1, row.loop ? row.loop->subRows() - row.subRow : static_cast<int>(row.lanes.size()));
    int under = 0;
    for (std::size_t i = 0; i + 1 < changes.size(); ++i) {
        under += changes[i];
        const qreal height = bar.height() * under / most;
        if (under > 0)
            painter.fillRect(QRectF(bar.left() + static_cast<qreal>(i), bar.bottom() - height, 1, height),
                             theme.muted);
    }
}

/// A frame around a lane and its detached spans: all of them are one thread's.
void TimelinePainter::paintThread(QPainter &painter, int row) const
{
    int last = row;
    const auto isOfLoop = [&](int at) { return rows_[static_cast<std::size_t>(at)].loop != nullptr; };
    while (last + 1 < rowScale_.rows && isOfLoop(last + 1))
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
    return row < 0 || !area_.contains(point) ? nullptr : &rows_[static_cast<std::size_t>(row)];
}

} // namespace tenfold
