#include "core/workloads/pictures/pictures.h"

#include "core/catalog/words.h"
#include "core/sync/stopped.h"
#include "core/workloads/files/inputfile.h"
#include "core/workloads/files/rawfile.h"
#include "core/workloads/pictures/wholepicture.h"

#include <QImageReader>
#include <QPainter>

#include <atomic>
#include <cerrno>
#include <cstdio>

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

/// Packed drawings (svgz) are unpacked whole before anybody looks at their size.
static bool isPacked(QFile &file)
{
    return file.peek(2) == "\x1f\x8b";
}

static bool isTooLarge(const QSize &size)
{
    return qint64{size.width()} * size.height() > mostPixels;
}

/// Without its transparent parts: they become white, as on paper.
static QImage onWhite(QImage image)
{
    if (image.hasAlphaChannel()) {
        image.convertTo(QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        painter.setCompositionMode(QPainter::CompositionMode_DestinationOver);
        painter.fillRect(image.rect(), Qt::white);
    }
    image.convertTo(QImage::Format_RGB888);
    return image;
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

/// Whether libjpeg finds less of an image than its header says, while this object lives. It tells Qt's log
/// only (QImageReader succeeds), so the log is listened to: by one handler of the process, installed once and
/// never taken away, which keeps such a warning of the thread that asks, and passes all else on to the
/// handler before it. Whoever installs another one after the first image has to pass on what it gets as well.
class LackingData
{
public:
    LackingData()
    {
        static const bool isInstalled = (before = qInstallMessageHandler(look), true);
        Q_UNUSED(isInstalled)
        asking = this;
    }
    ~LackingData() { asking = nullptr; }
    Q_DISABLE_COPY_MOVE(LackingData)
    bool isNoticed() const { return isNoticed_; }

private:
    static void look(QtMsgType type, const QMessageLogContext &context, const QString &text)
    {
        const QtMessageHandler handler = before;
        if (asking && qstrcmp(context.category, "qt.gui.imageio.jpeg") == 0 &&
            text.contains(QLatin1String("premature end"), Qt::CaseInsensitive))
            asking->isNoticed_ = true;
        else if (handler)
            handler(type, context, text);
        else // of another thread, in the moment between the installation and its result
            std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, text)));
    }

    static inline std::atomic<QtMessageHandler> before = nullptr;
    static inline thread_local LackingData *asking = nullptr; ///< in this thread
    bool isNoticed_ = false;
};

Picture decodePicture(const QString &name, const QString &raw, const std::stop_token &stop)
{
    constexpr qint64 mostBytes = 256 << 20; // twice the pixels that are taken, not packed at all
    InputFile file(name, mostBytes, stop);
    if (!file.open()) {
        const bool isMissing = file.systemError() == ENOENT || file.systemError() == ELOOP;
        if (isMissing || !file.isRegular() || file.systemError() == ENXIO)
            return failure(QT_TRANSLATE_NOOP("status", "not-a-file"),
                           isMissing
                               ? translate("Pictures", "There is no such file, or this link leads nowhere.")
                               : file.problem());
        return failure(QT_TRANSLATE_NOOP("status", "unreadable"), file.problem());
    }
    if (file.isTooLarge())
        return failure(QT_TRANSLATE_NOOP("status", "too-large"),
                       translate("Pictures", "This file is larger than 256 MiB."));
    const auto throwIfStopped = [&] { // then nothing more can be read
        if (stop.stop_requested())
            throw Stopped();
    };
    InputFile again(name, mostBytes, stop); // what is read counts towards the bound
    const bool isCut = again.open() && isCutShort(again);
    throwIfStopped();
    if (isCut && !again.isTooLarge())
        return failure(
            QT_TRANSLATE_NOOP("status", "incomplete"),
            translate("Pictures", "This image is cut short: the file ends before the image does."));
    QImageReader reader(&file);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const bool canRead = !isPacked(file) && reader.canRead();
    throwIfStopped();
    if (!canRead)
        return failure(QT_TRANSLATE_NOOP("status", "not-an-image"),
                       translate("Pictures", "This is not an image in a known format."));
    if (isTooLarge(reader.size())) // before it takes the memory
        return tooLarge(reader.size());
    const LackingData data;
    QImage image = reader.read();
    throwIfStopped();
    if (image.isNull())
        return failure(QT_TRANSLATE_NOOP("status", "not-an-image"),
                       translate("Pictures", "This image cannot be decoded: %1").arg(reader.errorString()));
    if (isTooLarge(image.size()))
        return tooLarge(image.size());
    if (data.isNoticed())
        return failure(QT_TRANSLATE_NOOP("status", "incomplete"),
                       translate("Pictures", "A part of this image's data is missing."));
    image = onWhite(std::move(image));
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
