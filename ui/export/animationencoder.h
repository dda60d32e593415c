#pragma once

#include <QByteArray>
#include <QSize>
#include <QStringList>

#include <memory>

class QImage;

namespace tenfold {

/// Makes one file of frames that come one by one, which plays for ever. One thread at a time.
class AnimationEncoder
{
public:
    virtual ~AnimationEncoder() = default;

    /// For frames of `pixels`, by the ending: "webp", without loss, or "gif", of 255 colours a frame. Null
    /// for another ending, and where the library does not take such frames.
    static std::unique_ptr<AnimationEncoder> make(const QString &ending, QSize pixels);

    /// Shows `frame`, which is opaque, for `milliseconds`, which a GIF rounds to hundredths of a second.
    /// Returns whether it could.
    virtual bool add(const QImage &frame, int milliseconds) = 0;
    /// The file of what was added; empty where there is none. Nothing can be added behind that.
    virtual QByteArray finish() = 0;
};

/// The endings of the files that are animations.
QStringList animationEndings();
/// Whether `file` is one, by its ending.
bool isAnimation(const QString &file);

} // namespace tenfold
