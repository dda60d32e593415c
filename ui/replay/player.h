#pragma once

#include "core/recording/replay.h"
#include "ui/scene.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace tenfold {

/// Plays a run that is over: an instant of it that moves on by itself, is moved, or stands at the end, where
/// all is as without it. GUI thread.
class Player : public QObject
{
    Q_OBJECT
public:
    explicit Player(QObject *parent = nullptr);

    /// Takes `whole`, which is over, at its end; where it is the run that is there, at the instant that it is
    /// at. One that is under way, or goes through executions, which are stepped through in their picture, is
    /// not played.
    void load(const Scene &whole);
    /// Whether there is anything to play.
    bool canPlay() const { return end() > 0; }
    /// At the instant.
    const Scene &scene() const { return scene_; }
    Nanoseconds end() const { return replay_ ? replay_->end() : 0; }
    Nanoseconds instant() const { return instant_; }
    bool isAtEnd() const { return instant_ >= end(); }
    bool isPlaying() const { return timer_.isActive(); }
    /// How many seconds of the run go by in one; of `speeds`.
    double speed() const { return speed_; }
    static constexpr std::array speeds{0.01, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0};
    std::vector<ReplayMark> marks() const { return replay_ ? replay_->marks() : std::vector<ReplayMark>(); }

    /// Goes on from the instant; from the end, from the beginning.
    void play();
    void pause();
    /// Shows `instant`, within the run, and stands there; while it plays, goes on from there.
    void seek(Nanoseconds instant);
    /// To the next begin or end of a span, or the one before; of the chosen lane, or of all without one.
    /// Stands there.
    void step(bool isForward);
    /// Steps go by these lanes of the run from now on, which have a row together; by all for none.
    void choose(const std::vector<const Lane *> &lanes);
    const std::vector<const Lane *> &chosen() const { return chosen_; }
    /// What the chosen lane is called in the language of the moment; empty without one.
    QString chosenTitle() const;
    void setSpeed(double speed);

Q_SIGNALS:
    /// Another instant is shown.
    void moved();
    /// It plays, stands or can play, has another speed, or goes by another lane.
    void stateChanged();

private:
    void show(Nanoseconds instant);
    void tick();

    std::shared_ptr<const Scene> whole_;
    std::optional<Replay> replay_;
    Scene scene_;
    Nanoseconds instant_ = 0;
    Nanoseconds from_ = 0; ///< where it began to play, when elapsed_ did
    QElapsedTimer elapsed_;
    QTimer timer_;
    double speed_ = 1;
    std::vector<const Lane *> chosen_; ///< of the traces of whole_
};

} // namespace tenfold
