#include "ui/interleavings/executionsview.h"

#include "ui/interleavings/stepspicture.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace tenfold {

ExecutionsView::ExecutionsView(const View &view, QWidget *parent) : Picture(parent), view_(view)
{
    setMinimumSize(360, 290);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true);
}

void ExecutionsView::show(const Scene &scene)
{
    drawn_ = drawnExecution(scene);
    instant_ = scene.instant;
    if (!drawn_) {
        endings_.reset();
    } else if (!endings_ || endings_->executions() != drawn_->all) {
        const auto has = [&](const Outcome &outcome) {
            const Repeat *repeat = outcome.shown();
            return repeat && repeat->results.executions == drawn_->all;
        };
        const auto from = std::ranges::find_if(scene.outcomes, has);
        endings_ = std::make_unique<EndingsPicture>(drawn_->all, from->shown()->results.remedy);
    }
    fit();
    retranslate();
}

void ExecutionsView::setTheme(const Theme &theme)
{
    theme_ = theme;
    fit();
    update();
}

/// As high as it takes to leave nothing out: the page scrolls instead.
void ExecutionsView::fit()
{
    const qreal f = theme_.factor;
    const qreal least = drawn_ ? StepsPicture(*drawn_, step()).leastHeight(theme_) + 16 * f : 0;
    const QSize size(qRound(360 * f), qRound(std::max(290 * f, least)));
    if (size != minimumSize())
        setMinimumSize(size);
}

void ExecutionsView::retranslate()
{
    setAccessibleName(view_.title.text());
    setAccessibleDescription(numbers());
    setToolTip(drawn_ ? tr("Left and Right go step by step, Up and Down to another execution.") : QString());
    update();
}

void ExecutionsView::render(QPainter &painter, const QRectF &target)
{
    paint(painter, target, false);
}

void ExecutionsView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect(), true);
}

void ExecutionsView::paint(QPainter &painter, const QRectF &target, bool hasButtons)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    Sheet sheet(painter, theme_);
    targets_.clear();
    const qreal f = theme_.factor;
    const QRectF area = target.adjusted(12 * f, 8 * f, -12 * f, -8 * f);
    if (!drawn_) {
        sheet.text({area.left(), area.top(), area.width(), sheet.lineHeight({12})}, Qt::AlignLeft,
                   view_.title.text(), theme_.text, {12, QFont::Bold});
    } else {
        const qreal left = std::clamp(0.3 * area.width(), std::min(200 * f, 0.4 * area.width()), 300 * f);
        const qreal middle = area.left() + left + 12 * f;
        endings_->paint(sheet, {area.left(), area.top(), left, area.height()}, *drawn_, targets_);
        sheet.line({middle, area.top()}, {middle, area.bottom()}, theme_.grid);
        StepsPicture(*drawn_, step())
            .paint(sheet, area.adjusted(left + 24 * f, 0, 0, 0), hasButtons, targets_);
    }
    texts_ = sheet.texts();
    painter.restore();
}

QString ExecutionsView::numbers() const
{
    return drawn_ ? endings_->numbers() + StepsPicture(*drawn_, step()).numbers() : QString();
}

const Target *ExecutionsView::targetAt(const QPointF &point) const
{
    const auto found =
        std::ranges::find_if(targets_, [&](const Target &target) { return target.area.contains(point); });
    return found == targets_.end() ? nullptr : &*found;
}

void ExecutionsView::choose(const Target &target)
{
    constexpr Count most = 2'000'000'000; // what the parameter can say
    if (target.number == 0)
        Q_EMIT instantChosen(DrawnExecution::instantOf(target.step));
    else if (target.number <= std::min(most, drawn_->all->total()))
        Q_EMIT valueChosen(drawn_->parameter, static_cast<int>(target.number));
}

bool ExecutionsView::event(QEvent *event)
{
    // The arrows are its own, not those of a scroll area or of the presentation.
    if (event->type() == QEvent::ShortcutOverride && drawn_) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_Home:
        case Qt::Key_End:
            event->accept();
            return true;
        default:
            break;
        }
    }
    return Picture::event(event);
}

void ExecutionsView::keyPressEvent(QKeyEvent *event)
{
    if (!drawn_)
        return Picture::keyPressEvent(event);
    const int last = drawn_->lastStep();
    switch (event->key()) {
    case Qt::Key_Left:
        return choose({{}, 0, std::max(0, step() - 1)});
    case Qt::Key_Right:
        return choose({{}, 0, std::min(last, step() + 1)});
    case Qt::Key_Home:
        return choose({{}, 0, 0});
    case Qt::Key_End:
        return choose({{}, 0, last});
    case Qt::Key_Up:
        return choose({{}, std::max<Count>(1, drawn_->number - 1)});
    case Qt::Key_Down:
        return choose({{}, std::min(drawn_->all->total(), drawn_->number + 1)});
    default:
        return Picture::keyPressEvent(event);
    }
}

void ExecutionsView::mousePressEvent(QMouseEvent *event)
{
    const Target *target = event->button() == Qt::LeftButton ? targetAt(event->position()) : nullptr;
    if (!target)
        return Picture::mousePressEvent(event);
    setFocus(Qt::MouseFocusReason);
    choose(Target(*target)); // showing it draws others
}

void ExecutionsView::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(targetAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    Picture::mouseMoveEvent(event);
}

} // namespace tenfold
