#include "ui/timeline/focus.h"
#include "ui/timeline/selection.h"
#include "ui/timeline/timeline.h"

#include <QAbstractScrollArea>
#include <QAction>
#include <QApplication>
#include <QHelpEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

// What a user does to it.
namespace tenfold {

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
    dragged_ = pressed_ = event->position();
    const bool isInside = !painter_.rows().empty() && painter_.area().contains(pressed_);
    selectedFrom_ = isInside && event->modifiers() & Qt::ShiftModifier
                        ? std::optional(painter_.time().seconds(pressed_.x()))
                        : std::nullopt;
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
    if (selectedFrom_)
        return select(*selectedFrom_, painter_.time().seconds(event->position().x()));
    const QPointF moved = event->position() - std::exchange(dragged_, event->position());
    if (window_.range)
        setTime(painter_.time().panned(moved.x(), painter_.whole()));
    scrollBar_->setValue(scrollBar_->value() - qRound(moved.y()));
}

void Timeline::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isClick = (event->position() - pressed_).manhattanLength() < QApplication::startDragDistance();
    if (isClick && event->button() == Qt::LeftButton && !selectedFrom_)
        clicked(event->position());
    selectedFrom_.reset();
    Picture::mouseReleaseEvent(event);
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
    const bool isShifted = event->modifiers() & Qt::ShiftModifier;
    const double step = (time.end - time.begin) / (isShifted ? 10 : 100);
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
    case Qt::Key_Up:
        return isShifted ? moveLane(-1) : moveFocus(-1);
    case Qt::Key_Down:
        return isShifted ? moveLane(1) : moveFocus(1);
    case Qt::Key_BracketLeft:
        return select(at, window_.selected ? window_.selected->second : time.end);
    case Qt::Key_BracketRight:
        return select(window_.selected ? window_.selected->first : time.begin, at);
    case Qt::Key_Escape:
        if (hasChosen())
            return clearChosen();
        return Picture::keyPressEvent(event);
    default:
        Picture::keyPressEvent(event);
    }
}

bool Timeline::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && hasChosen() &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // it takes away what is chosen, before it stops anything
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), this);
        return true;
    }
    return Picture::event(event);
}

/// The variants that are drawn, from above.
std::vector<QString> Timeline::drawnVariants() const
{
    std::vector<QString> variants;
    for (const Outcome &outcome : scene_.outcomes) {
        const Repeat *repeat = outcome.shown();
        if (repeat && repeat->trace && painter_.variant.isEmpty())
            variants.push_back(outcome.variant);
    }
    return variants;
}

QString Timeline::focus() const
{
    return painter_.focus() < 0 ? QString()
                                : scene_.outcomes[static_cast<std::size_t>(painter_.focus())].variant;
}

void Timeline::setFocusOn(const QString &variant)
{
    window_.focus = variant;
    window_.unfolded = false;
    window_.scroll = 0;
    fitScrollBar();
    offerFocus();
    sayChosen();
    leaveHiddenLane();
    update();
}

/// A lane without a row of its own cannot be seen to be chosen.
void Timeline::leaveHiddenLane()
{
    if (window_.lane && !std::ranges::count(painter_.rows(), window_.lane, &TimelineRow::lane))
        Q_EMIT laneChosen({});
}

void Timeline::moveFocus(int by)
{
    const std::vector<QString> variants = drawnVariants();
    if (variants.size() < 2)
        return;
    const int now = focusOf(scene_, window_.focus);
    const QString &current = scene_.outcomes[static_cast<std::size_t>(now)].variant;
    const auto at = static_cast<int>(std::ranges::find(variants, current) - variants.begin());
    const bool isFolded = painter_.focus() >= 0;
    const int next = std::clamp(at + (isFolded ? by : 0), 0, static_cast<int>(variants.size()) - 1);
    setFocusOn(variants[static_cast<std::size_t>(next)]);
}

/// Through the lanes that have rows; from none to the first, or the last.
void Timeline::moveLane(int by)
{
    std::vector<const TimelineRow *> rows;
    for (const TimelineRow &row : painter_.rows()) {
        if (row.lane)
            rows.push_back(&row);
    }
    if (rows.empty() || !canChooseLane())
        return;
    const auto last = std::ssize(rows) - 1;
    const auto now = std::ranges::find(rows, window_.lane, &TimelineRow::lane) - rows.begin();
    const auto next = now > last ? (by > 0 ? 0 : last) : std::clamp<std::ptrdiff_t>(now + by, 0, last);
    Q_EMIT laneChosen(rows[static_cast<std::size_t>(next)]->chain());
}

void Timeline::setLane(const Lane *lane)
{
    if (std::exchange(window_.lane, lane) != lane)
        sayChosen();
}

/// The choice of the variant in focus as a part of the context menu.
void Timeline::offerFocus()
{
    const std::vector<QString> variants = drawnVariants();
    const QString current = focus();
    if (static_cast<std::size_t>(focusActions_.size()) != variants.size()) {
        qDeleteAll(focusActions_);
        focusActions_.clear();
        for (std::size_t i = 0; i < variants.size() && variants.size() > 1; ++i) {
            auto *action = new QAction(this);
            action->setCheckable(true);
            connect(action, &QAction::triggered, this,
                    [this, action] { setFocusOn(action->data().toString()); });
            addAction(action);
            focusActions_ << action;
        }
    }
    for (qsizetype i = 0; i < focusActions_.size(); ++i) {
        const QString &variant = variants[static_cast<std::size_t>(i)];
        focusActions_[i]->setData(variant);
        focusActions_[i]->setText(tr("In focus: %1").arg(scene_.scenario()->variant(variant)->title.text()));
        focusActions_[i]->setChecked(variant == current);
    }
}

/// A title, or a strip, puts its variant in focus; "and 8 more" shows them; a lane's name chooses that.
void Timeline::clicked(const QPointF &at)
{
    const TimelineRow *row = painter_.rowAt(at);
    if (!row)
        return;
    const QString variant = scene_.outcomes[static_cast<std::size_t>(row->outcome)].variant;
    if (row->kind == TimelineRow::Kind::Strip)
        return setFocusOn(variant);
    if (row->kind == TimelineRow::Kind::Rest && !row->lanes.empty()) {
        window_.unfolded = true;
        return fitScrollBar();
    }
    if (at.x() >= painter_.area().left() && row->kind != TimelineRow::Kind::Heading) // whose title is there
        return;
    if (const TimelineRow *titled = canChooseLane() ? painter_.laneTitledAt(at) : nullptr)
        return Q_EMIT laneChosen(titled->lane == window_.lane ? std::vector<const Lane *>()
                                                              : titled->chain());
    if (!row->group.isEmpty() && window_.unfolded) {
        window_.unfolded = false;
        window_.scroll = 0;
        fitScrollBar();
        return leaveHiddenLane();
    }
    setFocusOn(row->group.isEmpty() ? variant : QString());
}

void Timeline::select(double from, double to)
{
    const auto [first, last] =
        std::minmax(std::clamp(from, 0.0, painter_.whole()), std::clamp(to, 0.0, painter_.whole()));
    window_.selected = {first, last};
    sayChosen();
}

void Timeline::clearChosen()
{
    window_.selected.reset();
    window_.sought = {};
    endFinding();
    sayChosen();
    if (window_.lane)
        Q_EMIT laneChosen({});
}

void Timeline::endFinding()
{
    if (!find_)
        return;
    if (find_->hasFocus()) // else whoever has it keeps it
        setFocus();
    find_->hide();
    std::exchange(find_, nullptr)->deleteLater();
    window_.taken = 0;
}

void Timeline::sayChosen()
{
    window_.note.clear();
    if (!window_.sought.isEmpty()) {
        const FoundSpans found = painter_.count(scene_, window_.sought);
        window_.note = found.spans == 0   ? tr("no span found")
                       : found.spans == 1 ? tr("1 span lit")
                                          : tr("%1 spans lit, on %2 rows").arg(found.spans).arg(found.lanes);
    } else if (window_.selected && window_.selected->first < window_.selected->second) { // it has two ends
        const int outcome = focusOf(scene_, painter_.variant.isEmpty() ? window_.focus : painter_.variant);
        const bool areAllShown = painter_.focus() < 0 && painter_.variant.isEmpty();
        QStringList lines;
        for (std::size_t i = 0; i < scene_.outcomes.size(); ++i) {
            const auto index = static_cast<int>(i);
            const Repeat *repeat = scene_.outcomes[i].shown();
            if (repeat && repeat->trace && (areAllShown || index == outcome))
                lines << selectionNote(scene_, index, *window_.selected);
        }
        window_.note = lines.join(u'\n');
    }
    QStringList said;
    if (window_.lane)
        said << tr("Chosen lane: %1").arg(titleIn(scene_.atEnd(), *window_.lane));
    if (!window_.note.isEmpty())
        said << window_.note;
    setAccessibleDescription((said << said_).join(u'\n'));
    update();
}

void Timeline::lightLine(int line)
{
    endFinding(); // its words would say what is no longer looked for
    window_.sought = {};
    if (line > 0 && scene_.scenario())
        window_.sought = {.file = "/patterns/" + scene_.scenario()->path().toStdString() + ".cpp",
                          .line = static_cast<std::uint32_t>(line)};
    sayChosen();
}

void Timeline::startFinding()
{
    if (!find_) {
        find_ = new QLineEdit(this);
        nameFind();
        placeFind();
        connect(find_, &QLineEdit::textChanged, this, &Timeline::find);
        find_->show();
    }
    find_->setFocus();
    find_->selectAll();
}

void Timeline::nameFind()
{
    find_->setPlaceholderText(tr("Task number or word"));
    find_->setAccessibleName(tr("Find in the timeline"));
}

/// Beside the heading; what is found is said beside it.
void Timeline::placeFind()
{
    find_->setFont(painter_.theme.font(11));
    const QFontMetricsF heading(painter_.theme.font(13, QFont::DemiBold));
    const int left =
        qCeil(14 * painter_.theme.factor + heading.horizontalAdvance(TimelinePainter::heading()) + 12);
    find_->setGeometry(left, 2, find_->fontMetrics().averageCharWidth() * 26, find_->sizeHint().height());
    window_.taken = find_->width();
}

void Timeline::find(const QString &query)
{
    window_.sought = soughtBy(query);
    sayChosen();
}

} // namespace tenfold
