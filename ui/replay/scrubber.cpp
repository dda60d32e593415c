#include "ui/replay/scrubber.h"

#include "core/analysis/format.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace tenfold {

static constexpr qreal handle = 8, markSize = 5;

Scrubber::Scrubber(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
}

void Scrubber::setRun(Nanoseconds end, const std::vector<Mark> &marks)
{
    end_ = end;
    marks_ = marks;
    update();
}

void Scrubber::setInstant(Nanoseconds instant)
{
    instant_ = instant;
    setAccessibleDescription(formatSeconds(toSeconds(instant)));
    update();
}

void Scrubber::setTheme(const Theme &theme)
{
    theme_ = theme;
    updateGeometry();
    update();
}

void Scrubber::setTrack(int left, int right)
{
    if (std::exchange(left_, left) != left || std::exchange(right_, right) != right)
        update();
}

void Scrubber::setWordsShown(bool shown)
{
    areWordsShown_ = shown;
    updateGeometry();
    update();
}

QSize Scrubber::sizeHint() const
{
    const qreal words = areWordsShown_ ? QFontMetricsF(theme_.font(11)).height() : 0;
    return {120, qRound((2 * handle + 2 * markSize) * theme_.factor + words)};
}

QRectF Scrubber::track() const
{
    return {static_cast<qreal>(left_), (handle - 2) * theme_.factor,
            std::max(1.0, static_cast<qreal>(width() - left_ - right_)), 4 * theme_.factor};
}

qreal Scrubber::xOf(Nanoseconds instant) const
{
    const QRectF own = track();
    return own.left() + (end_ > 0 ? own.width() * toSeconds(instant) / toSeconds(end_) : 0);
}

/// Marks that are closer than their signs are wide share one, and their words; hollow ones stand alone.
std::vector<Scrubber::Placed> Scrubber::placed() const
{
    std::vector<Placed> all, hollow;
    for (const Mark &mark : marks_) {
        const qreal x = xOf(std::min(mark.time, end_));
        if (mark.isHollow)
            hollow.push_back({x, mark.time, mark.words, mark.tip, true});
        else if (!all.empty() && x - all.back().x < 2 * markSize * theme_.factor)
            all.back().words += QStringLiteral(" · ") + mark.words;
        else
            all.push_back({x, mark.time, mark.words, mark.tip, false});
    }
    all.insert(all.begin(), hollow.begin(), hollow.end()); // below solid ones at the same place
    std::ranges::stable_sort(all, {}, &Placed::x);
    return all;
}

/// One behind the end points there.
void Scrubber::paintSign(QPainter &painter, const Placed &mark) const
{
    const qreal top = track().bottom() + 5 * theme_.factor, size = markSize * theme_.factor;
    QPolygonF sign{{0, 0}, {size, 1.6 * size}, {-size, 1.6 * size}};
    if (mark.time > end_)
        sign = {{size, 0.8 * size}, {-size, 1.8 * size}, {-size, -0.2 * size}};
    const QColor colour = mark.time <= instant_ ? theme_.text : theme_.muted;
    painter.setPen(mark.isHollow ? QPen(colour, 1.3 * theme_.factor) : Qt::NoPen);
    painter.setBrush(mark.isHollow ? theme_.card : colour);
    painter.drawPolygon(sign.translated(mark.x, top));
}

void Scrubber::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF own = track();
    const qreal factor = theme_.factor, x = xOf(instant_);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_.grid);
    painter.drawRoundedRect(own, own.height() / 2, own.height() / 2);
    painter.setBrush(theme_.highlight);
    painter.drawRoundedRect(QRectF(own.topLeft(), QPointF(std::max(own.left(), x), own.bottom())),
                            own.height() / 2, own.height() / 2);
    const QFontMetricsF metrics(theme_.font(11));
    painter.setFont(theme_.font(11));
    qreal taken = 0; // up to where words stand
    for (const Placed &mark : placed()) {
        paintSign(painter, mark);
        if (!areWordsShown_)
            continue;
        const qreal wide = metrics.horizontalAdvance(mark.words);
        const qreal left = std::clamp(mark.x - wide / 2, taken, std::max(taken, width() - wide));
        if (left > mark.x || left + wide > width() + 0.5)
            continue; // the tool tip says it
        painter.setPen(theme_.muted);
        painter.drawText(QPointF(left, height() - metrics.descent()), mark.words);
        taken = left + wide + 8 * factor;
    }
    painter.setPen(hasFocus() ? QPen(theme_.highlight, 2 * factor) : QPen(theme_.card, 1.5 * factor));
    painter.setBrush(theme_.text);
    painter.drawEllipse(QPointF(x, own.center().y()), (handle - 1) * factor, (handle - 1) * factor);
}

/// Those under a point, the nearest first.
std::vector<Scrubber::Placed> Scrubber::marksAt(const QPointF &at) const
{
    const auto apart = [&](const Placed &mark) { return std::abs(mark.x - at.x()); };
    std::vector<Placed> marks = at.y() < track().bottom() ? std::vector<Placed>() : placed();
    std::erase_if(marks, [&](const Placed &mark) { return apart(mark) >= 1.5 * markSize * theme_.factor; });
    std::ranges::stable_sort(marks, {}, apart);
    return marks;
}

/// A click on a mark goes to it.
void Scrubber::choose(const QPointF &at)
{
    if (const std::vector<Placed> marks = marksAt(at); !marks.empty())
        return Q_EMIT chosen(std::min(marks.front().time, end_));
    const QRectF own = track();
    const double share = std::clamp((at.x() - own.left()) / own.width(), 0.0, 1.0);
    Q_EMIT chosen(static_cast<Nanoseconds>(share * static_cast<double>(end_)));
}

void Scrubber::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(event->position());
}

void Scrubber::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        choose({event->position().x(), 0});
}

void Scrubber::keyPressEvent(QKeyEvent *event)
{
    const Nanoseconds by = std::max<Nanoseconds>(1, end_ / 100);
    switch (event->key()) {
    case Qt::Key_Left:
        return Q_EMIT chosen(instant_ - by);
    case Qt::Key_Right:
        return Q_EMIT chosen(instant_ + by);
    case Qt::Key_Home:
        return Q_EMIT chosen(0);
    case Qt::Key_End:
        return Q_EMIT chosen(end_);
    default:
        QWidget::keyPressEvent(event);
    }
}

QString Scrubber::toolTipAt(const QPointF &at) const
{
    QStringList lines;
    for (const Placed &mark : marksAt(at))
        lines << QStringLiteral("%1: %2").arg(formatSeconds(toSeconds(mark.time)),
                                              mark.tip.isEmpty() ? mark.words : mark.tip);
    return lines.join(u'\n');
}

bool Scrubber::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), this);
    return true;
}

} // namespace tenfold
