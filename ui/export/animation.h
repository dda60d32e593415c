#pragma once

#include "core/recording/replay.h"
#include "ui/export/animationencoder.h"
#include "ui/export/drawnfigure.h"

#include <QTimer>

namespace tenfold {

/// The bounds of an animation: its length in seconds, and its pixels.
inline constexpr double shortestAnimation = 0.5, longestAnimation = 60;
inline constexpr QSize greatestAnimation(3840, 2160);

/// How many seconds the replay of a run takes as an animation when nobody says so: its own time, made longer
/// or shorter where that is too short to follow or too long for a slide.
double usualLength(const Scene &scene);

/// Writes the replay of a run as an animation (.webp, .gif). Draws on the GUI thread, a frame for each turn
/// of its event loop, and packs on a thread of its own.
class AnimationExport : public QObject
{
    Q_OBJECT
public:
    /// `figure` of `scene`: half a second of the start, `figure.seconds` from there to the end, two of the
    /// end.
    AnimationExport(const Scene &scene, const Figure &figure, const QString &file, QObject *parent = nullptr);
    ~AnimationExport() override;

    /// What keeps it from being made, as a sentence; nothing when nothing does.
    QString problem() const;
    /// Begins; finished() comes once, with or without a file, and not before the event loop runs.
    void start();
    /// Does not go on before it is called with false: what is measured meanwhile is not disturbed.
    void hold(bool isHeld);
    /// Frames that are packed, and all.
    int done() const { return next_; }
    int count() const { return count_; }

    /// For command lines: writes it, on this thread's event loop. Returns a sentence where it could not.
    static QString save(const Scene &scene, const Figure &figure, const QString &file,
                        const MayWait &mayWait);

Q_SIGNALS:
    void progressed();
    /// With a sentence where it could not be written, else nothing.
    void finished(const QString &problem);

private:
    void draw();
    void write();
    void end(const QString &problem);

    std::shared_ptr<const Scene> whole_;
    Replay replay_;
    Figure figure_;
    QString file_;
    MayWait mayWait_;
    std::unique_ptr<DrawnFigure> drawn_; ///< none before the start
    std::unique_ptr<AnimationEncoder> encoder_;
    int next_ = 0, count_ = 0;
    bool isHeld_ = false, isOver_ = false;
    QTimer turn_;
};

} // namespace tenfold
