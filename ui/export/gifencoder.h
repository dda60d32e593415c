#pragma once

#include "ui/export/animationencoder.h"

#include <QImage>

#include <gif_lib.h>

namespace tenfold {

/// A GIF (GIF89a), each of whose frames holds what has changed since the one before.
class GifEncoder : public AnimationEncoder
{
public:
    explicit GifEncoder(QSize pixels);
    ~GifEncoder() override;
    Q_DISABLE_COPY_MOVE(GifEncoder)

    bool isOpen() const { return gif_ != nullptr; }
    bool add(const QImage &frame, int milliseconds) override;
    QByteArray finish() override;

private:
    bool writePending();
    bool close();

    QByteArray bytes_;
    GifFileType *gif_ = nullptr;
    QImage shown_, pending_; ///< what is written, and what comes once it is known for how long
    qint64 added_ = 0;       ///< milliseconds of all that came
    qint64 written_ = 0;     ///< hundredths of a second of all that is written
};

} // namespace tenfold
