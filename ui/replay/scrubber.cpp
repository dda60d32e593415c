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

void Scrubber::setRun(Nanoseconds end, const std::vector<std::pair<ReplayMark, QString>> &marks)
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

/// Marks that are closer than their signs are wide share one, and their words.
std::vector<Scrubber::Placed> Scrubber::placed() const
{
    std::vector<Placed> all;
    for (const auto &[mark, words] : marks_) {
        const qreal x = xOf(mark.time);
        if (!all.empty() && x - all.back().x < 2 * markSize * theme_.factor)
            all.back().words += QStringLiteral(" · ") + words;
        else
            all.push_back({x, mark.time, mark.kind, words});
    }
    return all;
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
        const qreal top = own.bottom() + 5 * factor, size = markSize * factor;
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark.time <= instant_ ? theme_.text : theme_.muted);
        painter.drawPolygon(
            QPolygonF{{mark.x, top}, {mark.x + size, top + 1.6 * size}, {mark.x - size, top + 1.6 * size}});
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

const Scrubber::Placed *Scrubber::markAt(const std::vector<Placed> &all, const QPointF &at) const
{
    const auto found = std::ranges::find_if(
        all, [&](const Placed &mark) { return std::abs(mark.x - at.x()) < 1.5 * markSize * theme_.factor; });
    return found == all.end() || at.y() < track().bottom() ? nullptr : &*found;
}

/// A click on a mark goes to it.
void Scrubber::choose(const QPointF &at)
{
    const std::vector<Placed> all = placed();
    if (const Placed *mark = markAt(all, at))
        return Q_EMIT chosen(mark->time);
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

bool Scrubber::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const std::vector<Placed> all = placed();
    const Placed *mark = markAt(all, help->pos());
    QToolTip::showText(help->globalPos(),
                       mark ? QStringLiteral("%1: %2").arg(formatSeconds(toSeconds(mark->time)), mark->words)
                            : QString(),
                       this);
    return true;
}

} // namespace tenfold
