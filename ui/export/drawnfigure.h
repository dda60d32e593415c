#pragma once

#include "ui/export/export.h"

namespace tenfold {

/// A figure that is being written, with what has to be said below it. GUI thread; in the language of the
/// moment.
class DrawnFigure
{
public:
    /// `figure` of `scene`, for a file with this ending. Without a picture where there is no such figure.
    DrawnFigure(const Scene &scene, const Figure &figure, const QString &ending);

    bool hasPicture() const { return picture_ != nullptr; }
    /// Draws `scene`, the same run at another instant, from now on. What stands below keeps its room.
    void show(const Scene &scene);
    /// The picture on a card's ground, with what has to be said below it.
    void paint(QPainter &painter) const;
    /// As many pixels as `scale` makes of its size.
    QImage rasterized(qreal scale) const;

    const Scene &scene() const { return scene_; }
    const Theme &theme() const { return theme_; }
    QSize size() const { return size_; }
    /// That makes the figure.
    const QString &command() const { return command_; }

private:
    void paintFoot(QPainter &painter, QRectF &body) const;
    void paintCaveat(QPainter &painter, QRectF &body) const;

    std::unique_ptr<Picture> picture_;
    Scene scene_;
    Theme theme_;
    QSize size_;
    QString command_;
    QString caveat_;      ///< why its numbers are not what they look like
    bool isAtEnd_ = true; ///< before that it has no numbers that it could bend
    bool hasFoot_ = true;
};

} // namespace tenfold
