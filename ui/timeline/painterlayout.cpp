#include "core/analysis/readings.h"
#include "ui/charts/axes.h"
#include "ui/pinned.h"
#include "ui/timeline/focus.h"
#include "ui/timeline/marks.h"
#include "ui/timeline/painter.h"

#include <algorithm>
#include <limits>
#include <utility>

// Where everything stands.
namespace tenfold {

// Rows can be read from these heights on, in pixels at the usual size of text: lanes with an 11 point title
// in capitals and digits and the number of a task; waits, which have neither.
static constexpr qreal leastLane = 14, leastWait = 9, stripPitch = 15, greatestLane = 42;
static constexpr int fewestWaits = 4; ///< below that the strip alone would say as much
static constexpr int mostAtEase = 10; ///< so many lanes are not folded where the picture may be higher
static constexpr int fewestLanes = 3; ///< so many are not folded

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

/// Notes what there is to draw.
void TimelinePainter::prepare(const Scene &scene)
{
    texts_.setFont(theme.font(11));
    styles_.clear();
    for (std::size_t i = 0; i < stateCount; ++i)
        styles_.push_back(styleOf(static_cast<State>(i), theme));
    keepTraces(scene);
    rows_ = timelineRows(scene, variant, usualSubRows, &notes_);
    joinHeirs(rows_);
    focus_ = -1;
    isDense_ = false;
}

/// What the titles beside a row need of the height of a line, so that they do not lie on the next ones: a
/// font's line has room for what no title has.
static qreal inkShare(const TimelineRow &row)
{
    const auto holds = [&](auto &&is) {
        return std::ranges::any_of(row.title, is) || std::ranges::any_of(row.group, is);
    };
    if (holds([](QChar c) { return c.unicode() > 0x2e7f; }))
        return 0.77; // as high as it is wide
    return holds([](QChar c) { return c.unicode() > 0x7f || QStringView(u"gjpqy,()").contains(c); }) ? 0.72
                                                                                                     : 0;
}

qreal TimelinePainter::leastOf(const TimelineRow &row) const
{
    const auto titled = [&](qreal least) {
        return std::ceil(std::max(least * theme.factor, inkShare(row) * texts_.metrics().height()));
    };
    switch (row.kind) {
    case TimelineRow::Kind::Heading:
        return std::ceil(texts_.metrics().height() * 0.9);
    case TimelineRow::Kind::SubRow:
        return std::ceil(leastWait * theme.factor);
    case TimelineRow::Kind::Strip:
        return titled(stripPitch);
    case TimelineRow::Kind::Lane:
    case TimelineRow::Kind::Lock:
    case TimelineRow::Kind::Rest:
        break;
    }
    return titled(leastLane);
}

qreal TimelinePainter::leastHeight() const
{
    qreal sum = 0;
    for (const TimelineRow &row : rows_)
        sum += leastOf(row);
    return sum;
}

/// As many sub-rows as there is room for, so that none is too low to be told from its neighbours.
void TimelinePainter::fitSubRows(const Scene &scene, qreal height)
{
    std::vector<int> loops; // how many rows each could take
    qreal others = leastHeight();
    for (const TimelineRow &row : rows_) {
        if (row.lane && row.lane->subRows() > 0)
            loops.push_back(row.lane->subRows());
        if (row.loop && row.kind != TimelineRow::Kind::Strip)
            others -= leastOf(row);
    }
    if (loops.empty())
        return;
    const qreal wait = leastOf({.kind = TimelineRow::Kind::SubRow});
    const qreal rest = leastOf({.kind = TimelineRow::Kind::Rest});
    int most = std::max(fewestWaits, static_cast<int>(height / wait));
    const auto fits = [&] {
        qreal sum = others;
        for (const int all : loops)
            sum += all <= most ? all * wait : most * wait + rest;
        return sum <= height;
    };
    while (most > fewestWaits && !fits())
        --most;
    if (most == usualSubRows)
        return;
    std::vector<TimelineRow> all = timelineRows(scene, variant, most, &notes_);
    joinHeirs(all);
    if (focus_ >= 0)
        fold(all, scene, std::numeric_limits<int>::max(), std::numeric_limits<int>::max());
    else
        rows_ = all;
}

void TimelinePainter::fold(const std::vector<TimelineRow> &all, const Scene &scene, int mostLanes,
                           int mostLocks)
{
    rows_ = foldedRows(all, scene, focus_, mostLanes, mostLocks);
    shorten(rows_);
}

/// All rows where there is room for them; else those of one variant, with less air, of fewer locks, and last
/// of fewer lanes.
void TimelinePainter::fitRows(const Scene &scene, const Window &window, qreal height)
{
    constexpr int all = std::numeric_limits<int>::max();
    const bool isOver = leastHeight() > height;
    if (isOver || !window.focus.isEmpty()) {
        const std::vector<TimelineRow> every = rows_;
        focus_ = rows_.empty()       ? -1
                 : variant.isEmpty() ? focusOf(scene, window.focus)
                                     : rows_.front().outcome;
        fold(every, scene, all, all);
        isDense_ = leastHeight() > height;
        const bool hasLoop = std::ranges::any_of(
            rows_, [](const TimelineRow &row) { return row.loop && row.kind != TimelineRow::Kind::Strip; });
        const auto count = [&](TimelineRow::Kind kind) {
            return static_cast<int>(std::ranges::count(rows_, kind, &TimelineRow::kind));
        };
        if (leastHeight() > height && !hasLoop) {
            const qreal lock = leastOf({.kind = TimelineRow::Kind::Lock});
            const int lanes = count(TimelineRow::Kind::Lane), locks = count(TimelineRow::Kind::Lock);
            const auto over = static_cast<int>(std::ceil((leastHeight() - height) / lock));
            const int mostLocks = locks > 1 ? std::clamp(locks - over - 1, 0, locks) : locks;
            fold(every, scene, all, mostLocks);
            if (leastHeight() > height && !window.unfolded) {
                const qreal lane = leastOf({.kind = TimelineRow::Kind::Lane});
                const auto less = static_cast<int>(std::ceil((leastHeight() + lock - height) / lane));
                int most = std::max(fewestLanes, lanes - less);
                fold(every, scene, most, mostLocks);
                while (leastHeight() > height && most > fewestLanes) // titles may be higher than some lane's
                    fold(every, scene, --most, mostLocks);
            }
        }
    }
    fitSubRows(scene, height);
    if (focus_ < 0 && std::ranges::any_of(rows_, [](const TimelineRow &row) {
            return row.lane && row.lane->role() == LaneRole::Process;
        }))
        shorten(rows_);
}

qreal TimelinePainter::neededHeight(qreal width, const Scene &scene, const Window &window, Fold how)
{
    legend_.assign(1, {});
    prepare(scene);
    const QRectF some(0, 0, width, 250 * theme.factor);
    const qreal edge = edgeIn(some);
    const qreal around = headingHeight(edge) + 2 * edge + texts_.metrics().height() + 4;
    if (how != Fold::Never) {
        const bool isEase = how == Fold::Ease, isLow = how == Fold::Low;
        focus_ = focusOf(scene, window.focus);
        isDense_ = !isEase;
        std::vector<TimelineRow> every = std::exchange(rows_, {});
        if (!isEase) {
            every = timelineRows(scene, variant, isLow ? fewestWaits : usualSubRows / 2, &notes_);
            joinHeirs(every);
        }
        const int most = std::numeric_limits<int>::max();
        fold(every, scene, isLow ? fewestLanes : window.unfolded ? most : mostAtEase, isEase ? 2 : 0);
    }
    return around + leastHeight();
}

/// What is left beyond the least goes to what gains from it.
std::vector<qreal> TimelinePainter::heightsIn(qreal height) const
{
    const auto grows = [](const TimelineRow &row) {
        return row.kind == TimelineRow::Kind::Lane || row.kind == TimelineRow::Kind::Lock ||
               row.kind == TimelineRow::Kind::SubRow;
    };
    qreal fixed = 0, growing = 0;
    for (const TimelineRow &row : rows_)
        (grows(row) ? growing : fixed) += leastOf(row);
    const qreal scale =
        growing > 0 ? std::clamp((height - fixed) / growing, 1.0, greatestLane / leastLane) : 1;
    std::vector<qreal> heights;
    for (const TimelineRow &row : rows_)
        heights.push_back(leastOf(row) * (grows(row) ? scale : 1));
    return heights;
}

/// The axis: all that there is; but of one variant in focus, that and room for words behind its end, unless
/// the others take hardly longer.
void TimelinePainter::fitTime(const Scene &scene, const Window &window)
{
    double longest = 0, overlapped = 0, focused = 0; // overlapped: the longest but for the reference
    bool hasLoop = false, isLive = false;
    for (const TimelineRow &row : rows_) {
        const Outcome &outcome = scene.outcomes[static_cast<std::size_t>(row.outcome)];
        const double own = toSeconds(scene.instantOf(*outcome.shown()->trace));
        const double end = std::max(own, pinnedEnd(scene, row.outcome));
        longest = std::max(longest, end);
        hasLoop |= row.loop != nullptr;
        isLive |= outcome.status() == Status::Running;
        if (scene.variantOf(outcome)->kind != VariantKind::Sequential)
            overlapped = std::max(overlapped, end);
        if (row.outcome == focus_)
            focused = end;
    }
    // While a run is on, the axis grows in steps; afterwards it ends with the longest.
    const double behind = area_.width() < 700 * theme.factor ? 1.15 : 1.35; // for words
    whole_ = longest <= 0 ? 1 : isLive ? niceEnd(longest) : longest * (focus_ < 0 ? 1.02 : behind);
    usualEnd_ = whole_;
    if (focus_ >= 0 && !isLive && focused > 0 && longest > 2 * focused)
        usualEnd_ = std::min(whole_, niceEnd(focused * 1.25, 5));
    else if (hasLoop && isCutFor(overlapped, longest))
        usualEnd_ = std::min(whole_, niceEnd(overlapped * 1.05));
    const auto range = window.range.value_or(std::pair(0.0, usualEnd_));
    unit_ = isLive ? TimeUnit() : timeUnitFor(range.second);
    time_ = {range.first, range.second, area_.left(), std::max<qreal>(1, area_.width())};
}

void TimelinePainter::layOut(const QRectF &target, const Scene &scene, const Window &window)
{
    const qreal edge = pad * theme.factor;
    const qreal upright = edgeIn(target);
    qreal room = 0;
    const auto fit = [&] {
        prepare(scene);
        room = std::floor(target.height() - 2 * upright - headingHeight(upright) - texts_.metrics().height() -
                          4);
        fitRows(scene, window, room);
    };
    legend_.assign(1, {});
    fit();
    const bool isLow = target.height() < 260 * theme.factor;
    const qreal line = texts_.metrics().height();
    const qreal title = QFontMetricsF(theme.font(13, QFont::DemiBold)).height();
    const auto layOutHeading = [&](qreal most) {
        layOutLegend(scene, target.width() - 2 * edge, most, window.taken);
        if (!window.note.isEmpty())
            layOutNote(window.note, target.width() - 2 * edge, window.taken,
                       static_cast<std::size_t>(std::max(1.0, 1 + (most - title) / line)));
    };
    const bool isNoted = !window.note.isEmpty();
    layOutHeading(!isLow ? target.height() * 0.4 : isNoted ? title + line : 0);
    if (legend_.size() > 1)
        fit(); // beside more lines there is less room
    // Which the rows need before all else.
    while (legend_.size() > 1 && leastHeight() > room && !window.unfolded) {
        layOutHeading(title + (static_cast<qreal>(legend_.size()) - 2) * line + 0.5);
        fit();
    }
    const qreal axis = texts_.metrics().height() + 4;
    const qreal labels = std::min(labelWidth(), target.width() * 0.3);
    area_ = target.adjusted(edge + labels + 15, upright + headingHeight(upright), -edge, -upright - axis)
                .toRect();
    fitTime(scene, window);
    rowScale_ = RowScale(area_.top() - window.scroll, heightsIn(area_.height()));
}

qreal TimelinePainter::headingHeight(qreal edge) const
{
    return QFontMetricsF(theme.font(13, QFont::DemiBold)).height() +
           static_cast<qreal>(legend_.size() - 1) * texts_.metrics().height() +
           (edge < pad * theme.factor ? 4 : 10) * theme.factor;
}

/// What the rows show: states, marks, arrows. A strip tells less apart.
std::vector<TimelinePainter::Key> TimelinePainter::keysOf(const Scene &scene)
{
    std::array<bool, stateCount> occurs{};
    running_.clear();
    for (const TimelineRow &row : rows_) {
        const Outcome &outcome = scene.outcomes[static_cast<std::size_t>(row.outcome)];
        if (const QColor colour = theme.of(scene.variantOf(outcome)->kind);
            !std::ranges::count(running_, colour))
            running_.push_back(colour);
        const bool isStrip = row.kind == TimelineRow::Kind::Strip;
        for (const Lane *lane : isStrip ? row.lanes : row.chain()) {
            noteDetached(*lane, occurs);
            const Lane::Sums sums = notes_.sums(scene, *lane);
            for (std::size_t i = 0; i < stateCount; ++i) {
                const auto state = static_cast<State>(i);
                const bool isTold =
                    state != State::Idle && (!isStrip || state == State::Running || isWaiting(state));
                occurs[i] = occurs[i] || (isTold && sums.state[i] > 0);
            }
        }
    }
    std::vector<Key> keys;
    for (std::size_t i = 0; i < stateCount; ++i) {
        if (occurs[i])
            keys.push_back({static_cast<State>(i), {}, styles_[i].name, {}});
    }
    for (const MarkKey &mark : marksIn(scene, rows_))
        keys.push_back({{}, mark.kind, mark.title, {}});
    for (const ArrowKind arrow : arrowsIn(scene, rows_, notes_))
        keys.push_back({{}, {}, titleOf(arrow), arrow});
    if (std::ranges::any_of(rows_, [&](const TimelineRow &row) { return pinnedEnd(scene, row.outcome) > 0; }))
        keys.push_back({{},
                        {},
                        translate("Timeline", "%1, its end", "the pinned run").arg(pinnedTitle(scene)),
                        {},
                        true});
    return keys;
}

/// Breaks the legend into lines, the first beside the title, no higher than `most` (the tool tips say it
/// too): what does not fit is left out, what comes first to begin with.
void TimelinePainter::layOutLegend(const Scene &scene, qreal width, qreal mostHeight, qreal taken)
{
    const QFontMetricsF title(theme.font(13, QFont::DemiBold));
    const qreal beside = width - title.horizontalAdvance(heading()) - 24 * theme.factor - taken;
    std::vector<Key> keys = keysOf(scene);
    const auto lines = [&] {
        std::vector<std::vector<Key>> broken(1);
        qreal room = beside;
        for (const Key &key : keys) {
            const qreal own = keyWidth(key);
            if (own > room && !(broken.size() > 1 && broken.back().empty())) {
                broken.emplace_back();
                room = width;
            }
            broken.back().push_back(key);
            room -= own;
        }
        return broken;
    };
    const auto heightOf = [&](std::size_t count) {
        return title.height() + static_cast<qreal>(count - 1) * texts_.metrics().height();
    };
    legend_ = lines();
    while (legend_.size() > 1 && heightOf(legend_.size()) > mostHeight && !keys.empty()) {
        keys.erase(keys.begin());
        legend_ = lines();
    }
}

} // namespace tenfold
