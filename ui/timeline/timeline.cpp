#include "ui/timeline/timeline.h"

#include "core/analysis/format.h"
#include "core/analysis/readings.h"
#include "ui/charts/chart.h"

#include <QAbstractScrollArea>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

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
    connect(scrollBar_, &QScrollBar::valueChanged, this, [this](int value) {
        window_.scroll = value;
        update();
    });
}

static const Trace *firstTrace(const Scene &scene)
{
    return scene.outcomes.empty() || scene.outcomes.front().repeats.empty()
               ? nullptr
               : scene.outcomes.front().repeats.front().trace.get();
}

void Timeline::show(const Scene &scene)
{
    if (scene.scenario() != scene_.scenario() || firstTrace(scene) != firstTrace(scene_)) { // another run
        window_.range.reset();
        point({});
    }
    scene_ = scene;
    fitScrollBar();
    retranslate();
    update();
}

void Timeline::setRoom(int height)
{
    if (std::exchange(room_, height) != height)
        fitScrollBar();
}

void Timeline::setTheme(const Theme &theme)
{
    painter_.theme = theme;
    fitScrollBar();
    update();
}

void Timeline::retranslate()
{
    setAccessibleName(tr("Worker timeline"));
    setAccessibleDescription(numbers());
    update();
}

void Timeline::fitScrollBar()
{
    if (!scene_.scenario())
        return;
    // The page scrolls rather than the rows in it, but for very many of them.
    const qreal factor = painter_.theme.factor;
    const auto needed = [&](qreal pitch, qreal low, qreal high) {
        const QRectF some(0, 0, width(), low * factor);
        window_.leastPitch = pitch;
        return qCeil(std::clamp(some.height() + painter_.missingHeight(some, scene_, window_), low * factor,
                                high * factor));
    };
    int least = needed(painter_.leastPitch(), 150, 560);
    if (least > room_) {
        if (needed(painter_.tightPitch(), 120, 560) <= room_)
            least = room_;
        else
            window_.leastPitch = painter_.leastPitch();
    }
    if (least != minimumHeight())
        setMinimumHeight(least);
    const int over = static_cast<int>(std::ceil(painter_.missingHeight(rect(), scene_, window_)));
    scrollBar_->setVisible(over > 0);
    scrollBar_->setRange(0, std::max(0, over));
    scrollBar_->setPageStep(height());
    const int width = scrollBar_->sizeHint().width();
    scrollBar_->setGeometry(rect().right() - width, 4, width, height() - 8);
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
    own.render(painter, target, scene_);
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

void Timeline::wheelEvent(QWheelEvent *event)
{
    const int turned = event->angleDelta().y();
    if (event->modifiers() & Qt::ControlModifier || !(scrollBar_->isVisible() || canPageScroll()))
        zoom(turned / 120.0, event->position().x());
    else if (const int before = scrollBar_->value();
             scrollBar_->setValue(before - turned / 2), scrollBar_->value() == before)
        return event->ignore(); // the page's
    event->accept();
}

/// Whether there is something around it for which the wheel has another use.
bool Timeline::canPageScroll() const
{
    for (const QWidget *around = parentWidget(); around; around = around->parentWidget()) {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(around);
        if (area && area->verticalScrollBar()->maximum() > 0)
            return true;
    }
    return false;
}

void Timeline::zoom(double notches, qreal about)
{
    setTime(painter_.time().zoomed(std::pow(0.8, notches), about, painter_.whole()));
}

void Timeline::point(std::optional<double> seconds)
{
    if (seconds == window_.cursor)
        return;
    window_.cursor = seconds;
    update();
    Q_EMIT pointedAt(seconds ? std::optional(static_cast<Nanoseconds>(*seconds * 1e9)) : std::nullopt);
}

void Timeline::pointByKey(double seconds)
{
    seconds = std::clamp(seconds, 0.0, painter_.whole());
    const TimeScale &time = painter_.time();
    if (seconds < time.begin || seconds > time.end)
        setTime(time.panned(time.x(seconds < time.begin ? time.begin : time.end) - time.x(seconds),
                            painter_.whole()));
    point(seconds);
}

void Timeline::mousePressEvent(QMouseEvent *event)
{
    dragged_ = event->position();
    Picture::mousePressEvent(event); // a card around it wants to know what was chosen
}

void Timeline::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton)) {
        const QPointF at = event->position();
        const bool isInside = !painter_.rows().empty() && painter_.area().contains(at);
        point(isInside ? std::optional(painter_.time().seconds(at.x())) : std::nullopt);
        return;
    }
    const QPointF moved = event->position() - std::exchange(dragged_, event->position());
    if (window_.range)
        setTime(painter_.time().panned(moved.x(), painter_.whole()));
    scrollBar_->setValue(scrollBar_->value() - qRound(moved.y()));
}

void Timeline::mouseDoubleClickEvent(QMouseEvent *)
{
    fit();
}

void Timeline::leaveEvent(QEvent *event)
{
    Picture::leaveEvent(event);
    point({});
}

void Timeline::focusOutEvent(QFocusEvent *event)
{
    Picture::focusOutEvent(event);
    if (!underMouse())
        point({});
}

void Timeline::keyPressEvent(QKeyEvent *event)
{
    const TimeScale &time = painter_.time();
    const double middle = (time.begin + time.end) / 2;
    const double at = window_.cursor.value_or(middle);
    const double step = (time.end - time.begin) / (event->modifiers() & Qt::ShiftModifier ? 10 : 100);
    switch (painter_.rows().empty() ? 0 : event->key()) {
    case Qt::Key_Left:
        return pointByKey(window_.cursor ? at - step : middle);
    case Qt::Key_Right:
        return pointByKey(window_.cursor ? at + step : middle);
    case Qt::Key_Home:
        return pointByKey(0);
    case Qt::Key_End:
        return pointByKey(painter_.whole());
    case Qt::Key_Plus:
        return zoom(1, time.x(at));
    case Qt::Key_Minus:
        return zoom(-1, time.x(at));
    case Qt::Key_F:
        return fit();
    default:
        Picture::keyPressEvent(event);
    }
}

QString Timeline::toolTipAt(const QPointF &point) const
{
    const TimelineRow *row = painter_.rowAt(point);
    if (point.y() < painter_.area().top())
        return tr(
            "Ctrl with the wheel, + and - zoom; dragging pans; F shows everything. Left, Right, Home and "
            "End move the line; the code that ran at that instant is lit.");
    if (!row)
        return {};
    const Lane *lane = row->loop ? row->loop : row->lane;
    if (!lane)
        return row->lock.isEmpty() ? QString() : lockToolTip(*row, point.x());
    const SpanRecord *span =
        row->loop ? painter_.spanAt(*row, point.x()) : painter_.spanAt(*lane, {}, point.x());
    if (!span)
        return row->kind == TimelineRow::Kind::Rest ? row->title : QString();
    const Nanoseconds end = span->endOr(scene_.instantOf(lane->trace()));
    QString text =
        (row->loop ? laneTitle(*lane) : row->title) + u'\n' + styleOf(span->state, painter_.theme).name;
    if (*span->label)
        text += QStringLiteral(" (%1)").arg(span->state == State::Lock ? lockTitle(span->label)
                                                                       : QString::fromUtf8(span->label));
    if (span->task >= 0)
        text += u'\n' + tr("task %1").arg(span->task + 1);
    return text + u'\n' +
           tr("from %1, for %2")
               .arg(formatSeconds(toSeconds(span->begin)), formatSeconds(toSeconds(end - span->begin)));
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

bool Timeline::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), this);
        return true;
    }
    return Picture::event(event);
}

QString Timeline::numbers() const
{
    QString text;
    for (const TimelineRow &row : timelineRows(scene_, painter_.variant)) {
        text += row.title;
        if (row.lane) {
            const Lane::Sums sums = sumsIn(scene_, *row.lane);
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

} // namespace tenfold
