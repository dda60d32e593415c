#include "ui/timeline/timeline.h"

#include "core/analysis/format.h"
#include "core/analysis/readings.h"

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
    scrollBar_->hide();
    connect(scrollBar_, &QScrollBar::valueChanged, this, [this](int value) {
        window_.scroll = value;
        update();
    });
}

void Timeline::show(const Scene &scene)
{
    if (scene.scenario != scene_.scenario)
        window_.range.reset();
    scene_ = scene;
    fitScrollBar();
    retranslate();
    update();
}

void Timeline::setTheme(const Theme &theme)
{
    painter_.theme = theme;
    window_.leastPitch = painter_.comfortablePitch();
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
    if (!scene_.scenario)
        return;
    const int over = static_cast<int>(std::ceil(painter_.comfortableHeight(scene_) - height()));
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

void Timeline::fit()
{
    window_.range.reset();
    update();
}

void Timeline::setTime(const TimeScale &time)
{
    window_.range = std::pair(time.begin, time.end);
    if (time.begin <= 0 && time.end >= painter_.whole())
        window_.range.reset();
    update();
}

void Timeline::wheelEvent(QWheelEvent *event)
{
    const double notches = event->angleDelta().y() / 120.0;
    setTime(painter_.time().zoomed(std::pow(0.8, notches), event->position().x(), painter_.whole()));
    event->accept();
}

void Timeline::mousePressEvent(QMouseEvent *event)
{
    dragged_ = event->position();
    Picture::mousePressEvent(event); // a card around it wants to know what was chosen
}

void Timeline::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    const QPointF moved = event->position() - std::exchange(dragged_, event->position());
    if (window_.range)
        setTime(painter_.time().panned(moved.x(), painter_.whole()));
    scrollBar_->setValue(scrollBar_->value() - qRound(moved.y()));
}

void Timeline::mouseDoubleClickEvent(QMouseEvent *)
{
    fit();
}

void Timeline::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F)
        fit();
    else
        Picture::keyPressEvent(event);
}

QString Timeline::toolTipAt(const QPointF &point) const
{
    const SpanRecord *span = painter_.spanAt(point);
    const int row = painter_.rowScale().row(point.y());
    if (!span || row < 0)
        return {};
    const TimelineRow &its = painter_.rows()[static_cast<std::size_t>(row)];
    const Nanoseconds end = span->endOr(scene_.instantOf(its.lane->trace()));
    QString text = its.title + u'\n' + styleOf(span->state, painter_.theme).name;
    if (*span->label)
        text += QStringLiteral(" (%1)").arg(QString::fromUtf8(span->label));
    if (span->task >= 0)
        text += u'\n' + tr("task %1").arg(span->task + 1);
    return text + u'\n' +
           tr("from %1, for %2")
               .arg(formatSeconds(toSeconds(span->begin)), formatSeconds(toSeconds(end - span->begin)));
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
            const Lane::Sums sums = row.lane->sums(scene_.instantOf(row.lane->trace()));
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
