#include "core/recording/recordingcbor.h"

#include <QCborArray>

#include <algorithm>

namespace tenfold {

// What CBOR has no type of its own for is an array: the name of the type, and the value.
static const QLatin1String longNumber("long"), imageNumber("image");

// Qt has not changed these since there were files; NImageFormats is how many there are.
static_assert(QImage::Format_RGB32 == 4 && QImage::Format_ARGB32 == 5 && QImage::Format_RGB888 == 13 &&
              QImage::Format_Grayscale8 == 24 && QImage::Format_RGBA64 == 26);

QCborValue imageToCbor(const QImage &image)
{
    const QImage whole =
        image.colorCount() > 0 || image.depth() < 8 ? image.convertToFormat(QImage::Format_ARGB32) : image;
    const qsizetype row = static_cast<qsizetype>(whole.width()) * whole.depth() / 8;
    QByteArray pixels;
    pixels.reserve(row * whole.height());
    for (int y = 0; y < whole.height(); ++y)
        pixels.append(reinterpret_cast<const char *>(whole.constScanLine(y)), row);
    return QCborArray{static_cast<int>(whole.format()), whole.width(), whole.height(), pixels};
}

QImage imageFromCbor(const QCborValue &value)
{
    const QCborArray array = value.toArray();
    const qint64 format = array.at(0).toInteger(), width = array.at(1).toInteger(),
                 height = array.at(2).toInteger();
    const QByteArray pixels = array.at(3).toByteArray();
    if (array.isEmpty() || (width == 0 && height == 0))
        return {};
    constexpr qint64 greatest = 1 << 15;
    if (format <= QImage::Format_Indexed8 || format >= QImage::NImageFormats || width < 1 || height < 1 ||
        width > greatest || height > greatest)
        throw NoRecording();
    const auto form = static_cast<QImage::Format>(format);
    const qint64 row = width * QImage::toPixelFormat(form).bitsPerPixel() / 8;
    if (pixels.size() != row * height) // before memory is taken
        throw NoRecording();
    QImage image(static_cast<int>(width), static_cast<int>(height), form);
    if (image.isNull() || image.bytesPerLine() < row)
        throw NoRecording();
    for (int y = 0; y < image.height(); ++y)
        std::copy_n(pixels.constData() + y * row, row, reinterpret_cast<char *>(image.scanLine(y)));
    return image;
}

QCborValue cellToCbor(const QVariant &cell, RecordingShared &shared)
{
    switch (cell.typeId()) {
    case QMetaType::UnknownType:
        return nullptr;
    case QMetaType::Bool:
        return cell.toBool();
    case QMetaType::Int:
        return cell.toInt();
    case QMetaType::LongLong:
        return QCborArray{longNumber, cell.toLongLong()};
    case QMetaType::Double:
        return cell.toDouble();
    case QMetaType::QImage: {
        const auto image = cell.value<QImage>();
        const auto known = std::ranges::find(shared.images, image); // the variants make the same ones
        const auto number = known - shared.images.begin();
        if (known == shared.images.end())
            shared.images.push_back(image);
        return QCborArray{imageNumber, static_cast<qint64>(number)};
    }
    default:
        return cell.toString();
    }
}

QVariant cellFromCbor(const QCborValue &value, const RecordingShared &shared)
{
    if (value.isNull())
        return {};
    if (value.isBool())
        return value.toBool();
    if (value.isDouble())
        return value.toDouble();
    if (value.isString())
        return value.toString();
    if (value.isInteger() && value.toInteger() == static_cast<int>(value.toInteger()))
        return static_cast<int>(value.toInteger());
    const QCborArray array = value.toArray();
    const qint64 number = array.at(1).toInteger(-1);
    if (array.at(0).toString() == longNumber)
        return static_cast<qlonglong>(number);
    if (array.at(0).toString() != imageNumber || number < 0 ||
        number >= static_cast<qint64>(shared.images.size()))
        throw NoRecording();
    return shared.images[static_cast<std::size_t>(number)];
}

} // namespace tenfold
