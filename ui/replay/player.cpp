#include "ui/replay/player.h"

#include "ui/timeline/focus.h"

#include <algorithm>

namespace tenfold {

static constexpr std::chrono::milliseconds frame(16);

Player::Player(QObject *parent) : QObject(parent)
{
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.setInterval(frame);
    connect(&timer_, &QTimer::timeout, this, &Player::tick);
}

static bool isSameRun(const Scene &one, const Scene &other)
{
    const auto traceOf = [](const Outcome &outcome) {
        const Repeat *shown = outcome.shown();
        return shown ? shown->trace.get() : nullptr;
    };
    return one.scenario() == other.scenario() &&
           std::ranges::equal(one.outcomes, other.outcomes, {}, traceOf, traceOf);
}

void Player::load(const Scene &whole)
{
    const bool isSame = replay_ && isSameRun(*whole_, whole); // while it was under way it was not played
    const bool isPlayed = whole.canReplay();
    whole_ = std::make_shared<const Scene>(whole);
    if (isPlayed)
        replay_.emplace(whole);
    else
        replay_.reset();
    if (!isSame || !isPlayed) {
        timer_.stop();
        instant_ = end();
        chosen_.clear();
    }
    show(instant_);
    Q_EMIT stateChanged();
}

void Player::play()
{
    if (!canPlay())
        return;
    if (isAtEnd())
        show(0);
    from_ = instant_;
    elapsed_.start();
    timer_.start();
    Q_EMIT moved();
    Q_EMIT stateChanged();
}

void Player::pause()
{
    if (!isPlaying())
        return;
    timer_.stop();
    Q_EMIT stateChanged();
}

void Player::seek(Nanoseconds instant)
{
    if (!canPlay())
        return;
    show(std::clamp<Nanoseconds>(instant, 0, end()));
    from_ = instant_;
    elapsed_.start();
    if (isAtEnd())
        pause();
    Q_EMIT moved();
}

void Player::step(bool isForward)
{
    if (!canPlay())
        return;
    pause();
    const auto event =
        isForward ? replay_->eventAfter(instant_, chosen_) : replay_->eventBefore(instant_, chosen_);
    seek(event.value_or(isForward ? end() : 0));
}

void Player::choose(const std::vector<const Lane *> &lanes)
{
    if (canPlay() && std::exchange(chosen_, lanes) != lanes)
        Q_EMIT stateChanged();
}

QString Player::chosenTitle() const
{
    return chosen_.empty() ? QString() : titleIn(*whole_, *chosen_.front());
}

void Player::setSpeed(double speed)
{
    from_ = instant_;
    elapsed_.start();
    speed_ = speed;
    Q_EMIT stateChanged();
}

void Player::tick()
{
    const auto passed = static_cast<double>(elapsed_.nsecsElapsed()) * speed_;
    show(std::min(end(), from_ + static_cast<Nanoseconds>(passed)));
    if (isAtEnd())
        pause();
    Q_EMIT moved();
}

void Player::show(Nanoseconds instant)
{
    instant_ = instant;
    scene_ = replay_ ? sceneAt(*replay_, whole_, instant) : *whole_;
}

} // namespace tenfold
