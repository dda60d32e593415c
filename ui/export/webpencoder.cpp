#include "ui/export/webpencoder.h"

#include <QImage>

#include <utility>

namespace tenfold {

WebpEncoder::WebpEncoder(QSize pixels)
{
    WebPAnimEncoderOptions options;
    constexpr int effort = 2; // of 0 to 9; more takes twice the time for a tenth of the size
    if (!WebPAnimEncoderOptionsInit(&options) || !WebPConfigInit(&config_) ||
        !WebPConfigLosslessPreset(&config_, effort) || pixels.width() > WEBP_MAX_DIMENSION ||
        pixels.height() > WEBP_MAX_DIMENSION)
        return;
    options.anim_params.loop_count = 0; // for ever
    encoder_ = WebPAnimEncoderNew(pixels.width(), pixels.height(), &options);
}

WebpEncoder::~WebpEncoder()
{
    WebPAnimEncoderDelete(encoder_);
}

bool WebpEncoder::add(const QImage &frame, int milliseconds)
{
    WebPPicture picture;
    if (!encoder_ || !WebPPictureInit(&picture))
        return false;
    const QImage pixels = frame.convertToFormat(QImage::Format_RGBA8888);
    picture.use_argb = 1;
    picture.width = pixels.width();
    picture.height = pixels.height();
    const bool isAdded =
        WebPPictureImportRGBX(&picture, pixels.constBits(), static_cast<int>(pixels.bytesPerLine())) &&
        WebPAnimEncoderAdd(encoder_, &picture, end_, &config_);
    WebPPictureFree(&picture);
    end_ += milliseconds;
    return isAdded;
}

QByteArray WebpEncoder::finish()
{
    WebPData data;
    WebPDataInit(&data);
    QByteArray bytes;
    // A last frame of nothing says how long the one before it is shown.
    if (encoder_ && end_ > 0 && WebPAnimEncoderAdd(encoder_, nullptr, end_, nullptr) &&
        WebPAnimEncoderAssemble(encoder_, &data))
        bytes = QByteArray(reinterpret_cast<const char *>(data.bytes), static_cast<qsizetype>(data.size));
    WebPDataClear(&data);
    WebPAnimEncoderDelete(std::exchange(encoder_, nullptr));
    return bytes;
}

} // namespace tenfold
