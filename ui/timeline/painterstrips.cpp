#include "core/analysis/format.h"
#include "core/analysis/readings.h"
#include "core/analysis/verdict.h"
#include "ui/timeline/ending.h"
#include "ui/timeline/painter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

// Many lanes in a row.
namespace tenfold {

static QColor mixed(const QColor &from, const QColor &to, qreal share)
{
    const auto mix = [share](float a, float b) { return a + (b - a) * static_cast<float>(share); };
    return QColor::fromRgbF(mix(from.redF(), to.redF()), mix(from.greenF(), to.greenF()),
                            mix(from.blueF(), to.blueF()));
}

/// How many detached spans are under way that have no row of their own, as a strip of that height.
void TimelinePainter::paintInFlight(QPainter &painter, const TimelineRow &row, const QRectF &bar,
                                    Nanoseconds instant, const QColor &colour)
{
    InFlightColumns &inFlight = inFlight_[{row.loop, row.subRow}];
    inFlight.update(*row.loop, time_, instant, row.subRow);
    const qreal most = std::max(1, row.loop->subRows() - row.subRow);
    const std::vector<int> &columns = inFlight.columns();
    for (std::size_t begin = 0, end = 0; begin < columns.size(); begin = end) {
        while (end < columns.size() && columns[end] == columns[begin])
            ++end;
        const qreal height = bar.height() * columns[begin] / most;
        if (columns[begin] > 0)
            painter.fillRect(QRectF(bar.left() + static_cast<qreal>(begin), bar.bottom() - height,
                                    static_cast<qreal>(end - begin), height) &
                                 bar, // an SVG knows no clip
                             colour);
    }
}

/// What lanes do in a pixel column: how many compute, are blocked, wait for one another or for something
/// outside, or see to what computing needs.
struct Doing
{
    float running = 0, lock = 0, inside = 0, outside = 0, other = 0;
    bool operator==(const Doing &) const = default;

    void add(const LaneColumns::Column &column)
    {
        if (!column.span || column.span->state == State::Idle)
            return;
        const State state = column.span->state;
        if (state == State::Running)
            running += 1 - column.ready;
        else if (state == State::Lock)
            lock += 1;
        else
            (state == State::Io ? outside : isWaiting(state) ? inside : other) += 1;
    }
};

/// Of the lanes of `row`, the share that computes from below, the shares that wait over it; the ground, which
/// ends with them, is who does nothing.
void TimelinePainter::paintStates(QPainter &painter, const TimelineRow &row, const QRectF &bar,
                                  const QColor &own, Nanoseconds instant)
{
    if (row.lanes.empty())
        return;
    const int atOnce = workersOf(row.lanes.front()->trace(), instant).atOnce;
    const int lanes = std::clamp(atOnce, 1, static_cast<int>(row.lanes.size()));
    std::vector<Doing> doing(static_cast<std::size_t>(time_.columns()));
    for (const Lane *lane : row.lanes) {
        const auto &columns = columnsOf(*lane, {}, instant).columns();
        for (std::size_t i = 0; i < columns.size(); ++i)
            doing[i].add(columns[i]);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    const qreal left = std::max(time_.x(0), bar.left());
    const qreal right = std::min(time_.x(toSeconds(instant)), bar.right());
    painter.fillRect(QRectF(left, bar.top(), std::max(0.0, right - left), bar.height()),
                     mixed(theme.card, theme.wait, 0.25));
    const auto &fillOf = [&](State state) { return styles_[static_cast<std::size_t>(state)].fill; };
    for (std::size_t begin = 0, end = 0; begin < doing.size(); begin = end) {
        while (end < doing.size() && doing[end] == doing[begin])
            ++end;
        qreal above = bar.bottom();
        const auto stack = [&](float count, const QColor &colour) {
            const qreal height =
                std::min(above - bar.top(), std::round(bar.height() * static_cast<qreal>(count) / lanes));
            if (height < 1)
                return;
            painter.fillRect(QRectF(bar.left() + static_cast<qreal>(begin), above - height,
                                    static_cast<qreal>(end - begin), height) &
                                 bar, // an SVG knows no clip
                             colour);
            above -= height;
        };
        stack(doing[begin].running, own);
        stack(doing[begin].other, fillOf(State::Send));
        stack(doing[begin].lock, fillOf(State::Lock));
        stack(doing[begin].inside, fillOf(State::Queue));
        stack(doing[begin].outside, fillOf(State::Io));
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

/// What stands at the end of a strip: its time, and behind `proved` what shows that a mistake was made.
static QString endOf(const Scene &scene, const Outcome &outcome, bool proved)
{
    const QString time = formatSeconds(scene.secondsOf(outcome));
    if (outcome.status() == Status::Stuck)
        return translate("Timeline", "stuck after %1").arg(time);
    const QString proof =
        proved && outcome.status() == Status::Finished ? proofOf(*scene.scenario(), outcome) : QString();
    return proof.isEmpty() ? time : time + QStringLiteral(" · ") + proof;
}

/// A variant that is not in focus. What outlasts the axis goes on to its edge, with a break and its time.
void TimelinePainter::paintStrip(QPainter &painter, const Scene &scene, int row)
{
    const TimelineRow &entry = rows_[static_cast<std::size_t>(row)];
    const Outcome &outcome = scene.outcomes[static_cast<std::size_t>(entry.outcome)];
    const Nanoseconds instant = scene.instantOf(*outcome.shown()->trace);
    const QColor own = theme.of(scene.variantOf(outcome)->kind, scene.numberOf(outcome));
    const qreal apart = 8;
    const qreal end = time_.x(toSeconds(instant));
    const bool isCut = end > area_.right() + 1;
    QString text = endOf(scene, outcome, true);
    const qreal room = isCut ? area_.width() * 0.4 : area_.right() - end - apart;
    if (texts_.width(text) > room)
        text = endOf(scene, outcome, false);
    const qreal width = texts_.width(text);
    const QRectF bar = barOf(row);
    painter.save();
    painter.setClipRect(bar, Qt::IntersectClip);
    if (entry.loop)
        paintInFlight(painter, entry, bar, instant, mixed(theme.wait, theme.muted, 0.35));
    else
        paintStates(painter, entry, bar, own, instant);
    if (scene.variantOf(outcome)->isMistake())
        painter.fillRect(bar.intersected(QRectF(bar.left(), bar.top(), end - bar.left(), bar.height())),
                         QBrush(theme.hatch(), Qt::FDiagPattern));
    painter.restore();
    if (isCut)
        return paintBreak(painter, bar, own, text, bar);
    qreal at = end + apart;
    if (end < area_.left())
        return;
    if (width > room) { // where there is no room behind it, on a plate over its end
        at = std::min(end, area_.right()) - width - apart;
        painter.fillRect(QRectF(at - 4, bar.top(), width + 8, bar.height()), theme.card);
    }
    painter.setPen(theme.muted);
    texts_.draw(painter, {at, texts_.baseAround(bar.center().y())}, text);
}

/// Where the variant in focus ended, and what is to be said of it, as far as there is room.
void TimelinePainter::paintEnd(QPainter &painter, const Scene &scene)
{
    const Outcome &outcome = scene.outcomes[static_cast<std::size_t>(focus_)];
    const Trace &trace = *outcome.shown()->trace;
    const Nanoseconds instant = scene.instantOf(trace);
    const auto isOwn = [this](const TimelineRow &row) { return row.outcome == focus_; };
    const auto first = static_cast<int>(std::ranges::find_if(rows_, isOwn) - rows_.begin());
    const auto count = static_cast<int>(std::ranges::count_if(rows_, isOwn));
    if (outcome.status() == Status::Running || instant < trace.now() || count == 0)
        return;
    const qreal x = time_.x(toSeconds(instant));
    if (x < area_.left() || x > area_.right())
        return;
    const QRectF room(x + 8, std::max(rowScale_.y(first), area_.top()), area_.right() - x - 8,
                      std::min(rowScale_.y(first + count), area_.bottom()) -
                          std::max(rowScale_.y(first), area_.top()));
    const bool isRight = !scene.variantOf(outcome)->isMistake() && outcome.status() == Status::Finished;
    painter.setPen(QPen(isRight ? theme.gain : theme.text, 2 * theme.factor, Qt::DashLine));
    painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()));
    const QFont bold = theme.font(11, QFont::DemiBold);
    const QFontMetricsF metrics(bold);
    const qreal line = std::max(metrics.height(), std::min(room.height() / 4, metrics.height() * 1.5));
    qreal middle = room.top() + metrics.height() / 2;
    bool isFirst = true;
    for (QString text : wordsAtEnd(scene, focus_, notes_)) {
        const QFontMetricsF &own = isFirst ? metrics : texts_.metrics();
        if (isFirst && own.horizontalAdvance(text) > room.width())
            text = formatSeconds(scene.secondsOf(outcome)); // whose it is stands at the rows
        if (middle + metrics.height() / 2 > room.bottom() + 1)
            break;
        if (own.horizontalAdvance(text) <= room.width()) {
            painter.setFont(isFirst ? bold : texts_.font());
            painter.setPen(isFirst ? theme.text : theme.muted);
            painter.drawText(QPointF(room.left(), middle + own.capHeight() / 2), text);
            middle += line;
        }
        isFirst = false;
    }
}

} // namespace tenfold
