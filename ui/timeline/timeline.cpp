#include "ui/timeline/timeline.h"

#include "core/analysis/format.h"
#include "core/analysis/readings.h"
#include "ui/charts/chart.h"
#include "ui/timeline/ending.h"
#include "ui/timeline/focus.h"

#include <QAbstractScrollArea>
#include <QKeySequence>
#include <QPainter>
#include <QScrollBar>
#include <QShortcut>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace tenfold {

Picture *makeTimeline(const QString &variant, QWidget *parent)
{
    return new Timeline(variant, parent);
}

Timeline::Timeline(const QString &variant, QWidget *parent)
    : Picture(parent), scrollBar_(new QScrollBar(this))
{
    painter_.variant = variant;
    setMinimumSize(240, 150);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    scrollBar_->hide();
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, &Timeline::startFinding);
    connect(scrollBar_, &QScrollBar::valueChanged, this, [this](int value) {
        window_.scroll = value;
        update();
    });
}

static const Trace *firstTrace(const Scene &scene)
{
    const std::vector<Outcome> &outcomes = scene.atEnd().outcomes;
    return outcomes.empty() || outcomes.front().repeats.empty()
               ? nullptr
               : outcomes.front().repeats.front().trace.get();
}

void Timeline::show(const Scene &scene)
{
    if (scene.scenario() != scene_.scenario() || firstTrace(scene) != firstTrace(scene_)) { // another run
        window_.range.reset();
        window_.focus.clear();
        window_.unfolded = false;
        window_.lane = nullptr; // it may be gone
        clearChosen();
        point({});
    }
    if (!std::ranges::equal(scene.outcomes, scene_.outcomes, {}, &Outcome::variant, &Outcome::variant))
        window_.focus.clear(); // something else was run since, such as a mistake
    scene_ = scene;
    fitScrollBar();
    retranslate();
}

void Timeline::setRoom(int height)
{
    if (std::exchange(room_, height) != height)
        fitScrollBar();
}

void Timeline::setTheme(const Theme &theme)
{
    painter_.theme = theme;
    if (find_)
        placeFind();
    fitScrollBar();
    update();
}

void Timeline::retranslate()
{
    setAccessibleName(tr("Worker timeline"));
    said_ = numbersBy(painter_.notes());
    if (find_)
        nameFind();
    offerFocus();
    sayChosen();
}

void Timeline::fitScrollBar()
{
    if (!scene_.scenario())
        return;
    // All rows where there is room for them, else those of the variant in focus: for these the page scrolls.
    const qreal factor = painter_.theme.factor;
    using Fold = TimelinePainter::Fold;
    const auto needed = [&](Fold how) {
        return qCeil(std::clamp(painter_.neededHeight(width(), scene_.atEnd(), window_, how), 120 * factor,
                                560 * factor));
    };
    const int all = needed(Fold::Never), ease = needed(Fold::Ease);
    const bool fitsAll = window_.focus.isEmpty() && all <= std::max(room_, ease);
    const int least = fitsAll ? all : ease <= room_ ? ease : std::max(room_, needed(Fold::Tight));
    if (least != minimumHeight())
        setMinimumHeight(least);
    painter_.arrange(rect(), scene_.atEnd(), window_);
    const int over = window_.unfolded ? static_cast<int>(std::ceil(painter_.overflow())) : 0;
    scrollBar_->setVisible(over > 0);
    scrollBar_->setRange(0, std::max(0, over));
    scrollBar_->setPageStep(height());
    const int width = scrollBar_->sizeHint().width();
    scrollBar_->setGeometry(rect().right() - width, 4, width, height() - 8);
    update();
    Q_EMIT arranged();
}

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int bar = scrollBar_->isVisible() ? scrollBar_->width() : 0;
    painter_.render(painter, QRectF(rect()).adjusted(0, 0, -bar, 0), scene_, window_);
}

void Timeline::render(QPainter &painter, const QRectF &target)
{
    TimelinePainter own; // columns of another width must not drive out those of the screen
    own.theme = painter_.theme;
    own.variant = painter_.variant;
    TimelinePainter::Window window;
    window.focus = window_.focus;
    own.render(painter, target, scene_, window);
}

void Timeline::resizeEvent(QResizeEvent *event)
{
    Picture::resizeEvent(event);
    fitScrollBar();
}

/// As it is usually shown; and from there, everything.
void Timeline::fit()
{
    const bool isCut = !window_.range && painter_.usualEnd() < painter_.whole();
    window_.range = isCut ? std::optional(std::pair(0.0, painter_.whole())) : std::nullopt;
    update();
}

void Timeline::setTime(const TimeScale &time)
{
    window_.range = std::pair(time.begin, time.end);
    if (time.begin <= 0 && time.end >= painter_.whole() && painter_.usualEnd() == painter_.whole())
        window_.range.reset();
    update();
}

QString Timeline::toolTipAt(const QPointF &point) const
{
    const TimelineRow *row = painter_.rowAt(point);
    if (point.y() < painter_.area().top() && !window_.note.isEmpty())
        return window_.note;
    if (point.y() < painter_.area().top())
        return tr(
            "Ctrl with the wheel, + and - zoom; dragging pans; F shows everything. Left, Right, Home and "
            "End move the line; the code that ran at that instant is lit. Up and Down, or a click on a "
            "title, choose the variant in focus. Shift and dragging, or [ and ], sum up a stretch of time. "
            "Ctrl+F looks for a task. A click on the name of a lane, or Shift with Up and Down, chooses the "
            "lane whose events a replay steps through.");
    if (!row)
        return {};
    if (point.x() < painter_.area().left() || row->kind == TimelineRow::Kind::Strip)
        return labelToolTip(*row);
    const Lane *lane = row->loop ? row->loop : row->lane;
    if (!lane)
        return row->lock.isEmpty() ? labelToolTip(*row) : lockToolTip(*row, point.x());
    const SpanRecord *span = row->loop ? painter_.spanAt(*row, point.x()) : nullptr;
    for (const Lane *own : row->loop ? std::vector<const Lane *>() : row->chain()) {
        if (const SpanRecord *at = painter_.spanAt(*own, {}, point.x())) {
            span = at;
            lane = own;
        }
    }
    if (!span)
        return labelToolTip(*row);
    const Nanoseconds end = span->endOr(scene_.instantOf(lane->trace()));
    QString text = laneTitle(*lane) + u'\n' + styleOf(span->state, painter_.theme).name;
    if (*span->label)
        text += QStringLiteral(" (%1)").arg(span->state == State::Lock ? lockTitle(span->label)
                                                                       : QString::fromUtf8(span->label));
    if (span->task >= 0)
        text += u'\n' + tr("task %1").arg(span->task + 1);
    return text + u'\n' +
           tr("from %1, for %2")
               .arg(formatSeconds(toSeconds(span->begin)), formatSeconds(toSeconds(end - span->begin)));
}

/// Titles in full, and of a variant what is said where it ends.
QString Timeline::labelToolTip(const TimelineRow &row) const
{
    const QString own = row.name.isEmpty() ? row.title : row.name;
    QStringList lines;
    LaneNotes notes;
    if (row.kind == TimelineRow::Kind::Strip)
        lines << row.title << wordsAtEnd(scene_, row.outcome, notes) << tr("Click: puts it in focus");
    else if (!row.group.isEmpty())
        lines << row.group << wordsAtEnd(scene_, row.outcome, notes);
    if (row.kind != TimelineRow::Kind::Strip && !own.isEmpty())
        lines << own;
    for (const Lane *heir : row.heirs)
        lines << laneTitle(*heir);
    return lines.join(u'\n');
}

QString Timeline::lockToolTip(const TimelineRow &row, qreal x) const
{
    QStringList holders;
    QStringList waiting;
    for (const TimelineRow &other : painter_.rows()) {
        if (!other.lane || other.outcome != row.outcome)
            continue;
        if (painter_.spanAt(*other.lane, row.lock, x))
            holders << other.title;
        if (TimelinePainter::isWaitingFor(painter_.spanAt(*other.lane, {}, x), row.lock))
            waiting << other.title;
    }
    QStringList lines{row.title};
    if (!holders.isEmpty())
        lines << tr("held by %1").arg(listed(holders));
    if (!waiting.isEmpty())
        lines << tr("waiting: %1").arg(listed(waiting));
    return lines.join(u'\n');
}

QList<std::pair<QString, QString>> Timeline::keys()
{
    const auto named = [](std::initializer_list<int> keys) {
        QStringList names;
        for (const int key : keys)
            names << QKeySequence(key).toString(QKeySequence::NativeText);
        return names.join(QStringLiteral(", "));
    };
    return {
        {tr("Timeline: find"), QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)},
        {tr("Timeline: show everything"), named({Qt::Key_F})},
        {tr("Timeline: zoom"), named({Qt::Key_Plus, Qt::Key_Minus})},
        {tr("Timeline: move the line"), named({Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End})},
        {tr("Timeline: variant in focus"), named({Qt::Key_Up, Qt::Key_Down})},
        {tr("Timeline: lane to step through"),
         named({(Qt::SHIFT | Qt::Key_Up).toCombined(), (Qt::SHIFT | Qt::Key_Down).toCombined()})},
        {tr("Timeline: stretch from, up to the line"), named({Qt::Key_BracketLeft, Qt::Key_BracketRight})}};
}

QString Timeline::numbers() const
{
    LaneNotes notes;
    return numbersBy(notes);
}

QString Timeline::numbersBy(LaneNotes &notes) const
{
    QString text;
    for (const TimelineRow &row : timelineRows(scene_, painter_.variant, usualSubRows, &notes)) {
        text += row.title;
        if (row.lane) {
            const Lane::Sums sums = notes.sums(scene_, *row.lane);
            for (std::size_t i = 0; i < stateCount; ++i) {
                if (sums.state[i] > 0)
                    text += u'\t' + styleOf(static_cast<State>(i), painter_.theme).name +
                            QStringLiteral(": ") + formatSeconds(toSeconds(sums.state[i]));
            }
        }
        text += u'\n';
    }
    return text;
}

/// A line for each state of each worker, so that any tool can sum them up as it likes.
QString Timeline::data() const
{
    QString text = QStringList{tr("Variant"), tr("Worker"), tr("State"), tr("Seconds")}.join(u'\t') + u'\n';
    LaneNotes notes;
    for (const Outcome &outcome : scene_.outcomes) {
        const Repeat *repeat = outcome.shown();
        if (!repeat || !repeat->trace || (!painter_.variant.isEmpty() && painter_.variant != outcome.variant))
            continue;
        const Nanoseconds instant = scene_.instantOf(*repeat->trace);
        for (const Lane *lane : repeat->trace->lanes()) {
            if (lane->began() > instant || !notes.isShown(*lane, instant))
                continue;
            const Lane::Sums sums = notes.sums(scene_, *lane);
            for (std::size_t i = 0; i < stateCount; ++i) {
                if (sums.state[i] > 0)
                    text += QStringList{scene_.variantOf(outcome)->title.text(), laneTitle(*lane),
                                        styleOf(static_cast<State>(i), painter_.theme).name,
                                        plainNumber(toSeconds(sums.state[i]))}
                                .join(u'\t') +
                            u'\n';
            }
        }
    }
    return text;
}

} // namespace tenfold
