#pragma once

#include "ui/export/animationencoder.h"

#include <webp/encode.h>
#include <webp/mux.h>

namespace tenfold {

/// A WebP animation without loss.
class WebpEncoder : public AnimationEncoder
{
public:
    explicit WebpEncoder(QSize pixels);
    ~WebpEncoder() override;
    Q_DISABLE_COPY_MOVE(WebpEncoder)

    bool isOpen() const { return encoder_ != nullptr; }
    bool add(const QImage &frame, int milliseconds) override;
    QByteArray finish() override;

private:
    WebPConfig config_ = {};
    WebPAnimEncoder *encoder_ = nullptr;
    int end_ = 0; ///< of what was added, in milliseconds
};

} // namespace tenfold
