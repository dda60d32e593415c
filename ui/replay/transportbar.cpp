#include "ui/replay/transportbar.h"

#include "core/analysis/difference.h"
#include "core/analysis/format.h"
#include "ui/pagewords.h"
#include "ui/pinned.h"
#include "ui/replay/player.h"
#include "ui/replay/scrubber.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace tenfold {

TransportBar::TransportBar(Player &player, QWidget *parent)
    : QFrame(parent),
      player_(player),
      scrubber_(new Scrubber),
      first_(new QToolButton),
      back_(new QToolButton),
      play_(new QToolButton),
      forward_(new QToolButton),
      last_(new QToolButton),
      instant_(new QLabel),
      speedTitle_(new QLabel),
      pinned_(new QLabel),
      speed_(new QComboBox),
      unpin_(new QPushButton),
      layout_(new QGridLayout(this)),
      controls_(new QWidget)
{
    setObjectName(QStringLiteral("card"));
    scrubber_->setObjectName(QStringLiteral("scrubber"));
    play_->setObjectName(QStringLiteral("play"));
    back_->setObjectName(QStringLiteral("event-before"));
    forward_->setObjectName(QStringLiteral("event-after"));
    speed_->setObjectName(QStringLiteral("speed"));
    pinned_->setObjectName(QStringLiteral("pinned"));
    pinned_->setTextFormat(Qt::PlainText);
    unpin_->setObjectName(QStringLiteral("unpin"));
    for (const double speed : Player::speeds)
        speed_->addItem(QString(), speed);
    speedTitle_->setBuddy(speed_);
    auto *controls = new QHBoxLayout(controls_);
    controls->setContentsMargins({});
    controls->setSpacing(2);
    for (QToolButton *button : {first_, back_, play_, forward_, last_}) {
        button->setAutoRaise(true);
        controls->addWidget(button);
    }
    for (QToolButton *button : {back_, forward_})
        button->setAutoRepeat(true);
    connect(first_, &QToolButton::clicked, this, [this] { player_.seek(0); });
    connect(last_, &QToolButton::clicked, this, [this] { player_.seek(player_.end()); });
    connect(back_, &QToolButton::clicked, this, [this] { player_.step(false); });
    connect(forward_, &QToolButton::clicked, this, [this] { player_.step(true); });
    connect(play_, &QToolButton::clicked, this,
            [this] { player_.isPlaying() ? player_.pause() : player_.play(); });
    connect(speed_, &QComboBox::activated, this,
            [this] { player_.setSpeed(speed_->currentData().toDouble()); });
    connect(unpin_, &QPushButton::clicked, this, &TransportBar::unpinAsked);
    connect(scrubber_, &Scrubber::chosen, &player_, &Player::seek);
    connect(&player_, &Player::moved, this, &TransportBar::showInstant);
    connect(&player_, &Player::stateChanged, this, &TransportBar::showState);
    retranslate();
    arrange();
}

static QString titleOf(const Scene &scene, const ReplayMark &mark)
{
    using Kind = ReplayMark::Kind;
    const QString title = scene.scenario()->variant(mark.variant)->title.text();
    switch (mark.kind) {
    case Kind::FirstResult:
        return TransportBar::tr("first result");
    case Kind::End:
        return TransportBar::tr("%1 ends").arg(title);
    case Kind::Stuck:
        return TransportBar::tr("%1 is stuck").arg(title);
    case Kind::Ring:
        return TransportBar::tr("deadlock");
    case Kind::Crash:
        return TransportBar::tr("crash");
    case Kind::Release:
        return TransportBar::tr("first release");
    }
    return {};
}

void TransportBar::showMarks()
{
    const Scene &scene = player_.scene();
    std::vector<Scrubber::Mark> marks;
    for (const ReplayMark &mark : player_.marks())
        marks.push_back({mark.time, titleOf(scene, mark)});
    if (const Outcome *pinned = pinnedShown(scene)) {
        const QString variant = scene.variantOf(*pinned)->title.text();
        marks.push_back(
            {endOf(*pinned), tr("pinned run ends"),
             tr("%1 ends in the pinned run").arg(variant) + QStringLiteral(" (%1)").arg(pinnedTitle(scene)),
             true});
    }
    std::ranges::stable_sort(marks, {}, &Scrubber::Mark::time);
    scrubber_->setRun(player_.end(), marks);
}

/// Which run lies behind, and how long it took: where there is room for the words.
void TransportBar::showPinned()
{
    const Scene &scene = player_.scene();
    const Outcome *pinned = pinnedShown(scene);
    unpin_->setVisible(scene.pinned != nullptr);
    pinned_->setVisible(pinned && !isLow_);
    if (pinned) {
        const QString words =
            QStringLiteral("%1, %2").arg(pinnedName(scene), formatSeconds(toSeconds(endOf(*pinned))));
        const QFontMetrics metrics(pinned_->font());
        pinned_->setText(metrics.elidedText(words, Qt::ElideMiddle, metrics.averageCharWidth() * 40));
        pinned_->setToolTip(plainTip(words));
    }
    unpin_->setToolTip(scene.pinned
                           ? plainTip(QStringLiteral("%1 (%2)").arg(tr("Unpin the run"), pinnedTitle(scene)))
                           : QString());
}

/// What is another run, or is in another language, has other marks.
void TransportBar::showState()
{
    setVisible(player_.canPlay());
    if (!player_.canPlay())
        return;
    const bool isPlaying = player_.isPlaying();
    play_->setIcon(theme_.icon(isPlaying ? QStringLiteral("pause") : QStringLiteral("run")));
    play_->setToolTip(isPlaying ? tr("Pause") : tr("Play this run again, all variants at once"));
    play_->setAccessibleName(isPlaying ? tr("Pause") : tr("Play"));
    const QSignalBlocker quiet(speed_);
    speed_->setCurrentIndex(speed_->findData(player_.speed()));
    nameSteps();
    showPinned();
    showMarks();
    showInstant();
}

void TransportBar::showInstant()
{
    scrubber_->setInstant(player_.instant());
    instant_->setText(
        tr("%1 of %2")
            .arg(formatSeconds(toSeconds(player_.instant())), formatSeconds(toSeconds(player_.end()))));
    first_->setEnabled(player_.instant() > 0);
    back_->setEnabled(player_.instant() > 0);
    last_->setEnabled(!player_.isAtEnd());
    forward_->setEnabled(!player_.isAtEnd());
}

void TransportBar::setTheme(const Theme &theme)
{
    theme_ = theme;
    scrubber_->setTheme(theme);
    first_->setIcon(theme.icon(QStringLiteral("first")));
    back_->setIcon(theme.icon(QStringLiteral("previous")));
    forward_->setIcon(theme.icon(QStringLiteral("next")));
    last_->setIcon(theme.icon(QStringLiteral("last")));
    for (QWidget *label : std::initializer_list<QWidget *>{instant_, speedTitle_, pinned_, unpin_})
        label->setFont(theme.font(11));
    speed_->setFont(theme.font(11));
    instant_->setMinimumWidth(
        QFontMetrics(instant_->font())
            .horizontalAdvance(tr("%1 of %2").arg(formatSeconds(0.0888), formatSeconds(0.0888))));
    showState();
}

static void name(QWidget *widget, const QString &words)
{
    widget->setAccessibleName(words);
    widget->setToolTip(words);
}

/// Where a lane is chosen, by that one.
void TransportBar::nameSteps()
{
    const QString lane = player_.chosenTitle();
    name(back_, lane.isEmpty() ? tr("To the event before") : tr("Previous event of %1").arg(lane));
    name(forward_, lane.isEmpty() ? tr("To the next event") : tr("Next event of %1").arg(lane));
}

/// Esc takes the choice of a lane away, before it stops anything.
bool TransportBar::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && !player_.chosen().empty() &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

void TransportBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !player_.chosen().empty())
        player_.choose({});
    else
        QFrame::keyPressEvent(event);
}

void TransportBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    setAxis(axis_.first, axis_.second);
}

void TransportBar::retranslate()
{
    name(first_, tr("To the beginning"));
    name(last_, tr("To the end"));
    scrubber_->setAccessibleName(tr("Instant of the replay"));
    unpin_->setText(tr("Unpin the run"));
    speedTitle_->setText(tr("Spee&d"));
    speed_->setAccessibleName(tr("Speed"));
    speed_->setToolTip(tr("How fast the replay goes"));
    for (int i = 0; i < speed_->count(); ++i)
        speed_->setItemText(i, QStringLiteral("%1×").arg(speed_->itemData(i).toDouble()));
    showState();
}

void TransportBar::setLow(bool low)
{
    if (std::exchange(isLow_, low) != low)
        arrange();
}

void TransportBar::arrange()
{
    for (QWidget *part : std::initializer_list<QWidget *>{scrubber_, controls_, speedTitle_, speed_, instant_,
                                                          pinned_, unpin_})
        layout_->removeWidget(part);
    layout_->setColumnMinimumWidth(6, isLow_ ? 0 : 8); // the scrubber alone goes up to the edge
    layout_->setContentsMargins(isLow_ ? QMargins(8, 1, 12, 1) : QMargins(0, 8, 0, 6));
    layout_->setVerticalSpacing(2);
    scrubber_->setWordsShown(!isLow_);
    if (isLow_) {
        layout_->addWidget(controls_, 0, 0);
        layout_->addWidget(scrubber_, 0, 1);
        layout_->addWidget(instant_, 0, 2);
        layout_->addWidget(speedTitle_, 0, 3);
        layout_->addWidget(speed_, 0, 4);
        layout_->addWidget(unpin_, 0, 5);
        showPinned();
        layout_->setColumnStretch(1, 1);
        layout_->setColumnStretch(3, 0);
        scrubber_->setTrack(10, 10);
        return;
    }
    layout_->addWidget(scrubber_, 0, 0, 1, 7);
    layout_->addWidget(controls_, 1, 0, Qt::AlignLeft);
    layout_->addWidget(speedTitle_, 1, 1);
    layout_->addWidget(speed_, 1, 2);
    layout_->addWidget(instant_, 1, 3, Qt::AlignLeft);
    layout_->addWidget(pinned_, 1, 4);
    layout_->addWidget(unpin_, 1, 5);
    layout_->setColumnStretch(1, 0);
    layout_->setColumnStretch(3, 1);
    showPinned();
    setAxis(axis_.first, axis_.second);
}

void TransportBar::setAxis(qreal zero, qreal perSecond)
{
    axis_ = {zero, perSecond};
    if (isLow_)
        return;
    const qreal end = zero + perSecond * toSeconds(player_.end());
    const bool isWhole = zero > 0 && end > zero && end < width();
    scrubber_->setTrack(isWhole ? qRound(zero) : 16, isWhole ? qRound(width() - end) : 16);
}

} // namespace tenfold
