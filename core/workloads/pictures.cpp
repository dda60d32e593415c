#include "core/workloads/pictures.h"

#include "core/catalog/words.h"
#include "core/workloads/rawfile.h"

#include <QFileInfo>
#include <QImageReader>

namespace tenfold {

static Picture failure(const char *error, const QString &reason)
{
    return {{}, {}, QString::fromLatin1(error), reason};
}

static Picture tooLarge(const QSize &size)
{
    return failure(QT_TRANSLATE_NOOP("status", "too-large"),
                   translate("Pictures", "This image has %1 x %2 pixels; at most %3 are taken.")
                       .arg(size.width())
                       .arg(size.height())
                       .arg(mostPixels));
}

static bool isTooLarge(const QSize &size)
{
    return qint64{size.width()} * size.height() > mostPixels;
}

/// The pixels row by row: those of a QImage are padded.
static QByteArray packed(const QImage &image)
{
    QByteArray pixels;
    pixels.reserve(qsizetype{3} * image.width() * image.height());
    for (int y = 0; y < image.height(); ++y)
        pixels.append(reinterpret_cast<const char *>(image.constScanLine(y)), qsizetype{3} * image.width());
    return pixels;
}

Picture decodePicture(const QString &name, const QString &raw)
{
    // Opening a pipe would wait for whoever writes to it.
    if (!QFileInfo(name).isFile())
        return failure(QT_TRANSLATE_NOOP("status", "not-a-file"),
                       translate("Pictures", "This is no file, or a link to none."));
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(QT_TRANSLATE_NOOP("status", "unreadable"), file.errorString());
    QImageReader reader(&file);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (!reader.canRead())
        return failure(QT_TRANSLATE_NOOP("status", "not-an-image"),
                       translate("Pictures", "This is no image of a known kind."));
    if (isTooLarge(reader.size())) // before it takes the memory
        return tooLarge(reader.size());
    QImage image = reader.read();
    if (image.isNull())
        return failure(QT_TRANSLATE_NOOP("status", "not-an-image"),
                       translate("Pictures", "This image cannot be decoded: %1").arg(reader.errorString()));
    if (isTooLarge(image.size()))
        return tooLarge(image.size());
    image.convertTo(QImage::Format_RGB888);
    writeRawFile(raw, packed(image));
    return {{}, {raw, image.width(), image.height(), 0}, {}, {}};
}

QImage smallPicture(const ImageResult &result, const QByteArray &pixels)
{
    if (pixels.size() != qsizetype{3} * result.width * result.height || pixels.isEmpty())
        return {};
    return QImage(reinterpret_cast<const uchar *>(pixels.constData()), result.width, result.height,
                  qsizetype{3} * result.width, QImage::Format_RGB888)
        .copy();
}

} // namespace tenfold
