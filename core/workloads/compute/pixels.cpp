#include "core/workloads/compute/pixels.h"

#include "core/sync/stopped.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace tenfold {
namespace {

constexpr int lighter = 16;           // added to each channel
constexpr double moreContrast = 1.25; // around the middle
constexpr int smallWidth = 96;

using Byte = unsigned char;

/// The pixels of an image as rows of `stride` bytes.
struct Rows
{
    Byte *bytes;
    int stride, height;
    Byte *row(int y) const { return bytes + static_cast<std::ptrdiff_t>(stride) * y; }
};

void adjust(const Rows &image, const std::stop_token &stop)
{
    std::array<Byte, 256> table{};
    for (int i = 0; i < 256; ++i)
        table[static_cast<std::size_t>(i)] =
            static_cast<Byte>(std::clamp(std::lround((i - 128) * moreContrast + 128 + lighter), 0L, 255L));
    for (int y = 0; y < image.height; ++y) {
        throwIfStopped(stop);
        std::for_each_n(image.row(y), image.stride, [&](Byte &value) { value = table[value]; });
    }
}

/// A Gaussian of 2 * radius + 1 taps in units of 1 / 65536.
std::vector<unsigned> gaussian(int radius)
{
    std::vector<double> taps;
    double sum = 0;
    for (int i = -radius; i <= radius; ++i)
        sum += taps.emplace_back(std::exp(-2.0 * i * i / (radius * radius))); // sigma is half the radius
    std::vector<unsigned> weights;
    unsigned rest = 65536;
    for (const double tap : taps)
        rest -= weights.emplace_back(static_cast<unsigned>(tap / sum * 65536));
    weights[static_cast<std::size_t>(radius)] += rest; // a plain area keeps its colour
    return weights;
}

void store(Byte *to, const std::vector<unsigned> &sums)
{
    std::ranges::transform(sums, to, [](unsigned sum) { return static_cast<Byte>((sum + 32768) >> 16); });
}

void blurRows(const Rows &image, const std::vector<unsigned> &weights, const std::stop_token &stop)
{
    const int radius = static_cast<int>(weights.size() / 2);
    const auto stride = static_cast<std::size_t>(image.stride);
    std::vector<Byte> wide(stride + 6 * static_cast<std::size_t>(radius)); // with the edges repeated
    std::vector<unsigned> sums(stride);
    for (int y = 0; y < image.height; ++y) {
        throwIfStopped(stop);
        Byte *row = image.row(y);
        for (int i = 0; i < radius; ++i) {
            std::copy_n(row, 3, wide.begin() + 3 * i);
            std::copy_n(row + stride - 3, 3, wide.end() - 3 * (i + 1));
        }
        std::copy_n(row, stride, wide.begin() + 3 * radius);
        std::ranges::fill(sums, 0U);
        for (std::size_t tap = 0; tap < weights.size(); ++tap) {
            const Byte *from = wide.data() + 3 * tap;
            for (std::size_t i = 0; i < stride; ++i)
                sums[i] += weights[tap] * from[i];
        }
        store(row, sums);
    }
}

void blurColumns(const Rows &image, const std::vector<unsigned> &weights, const std::stop_token &stop)
{
    const int radius = static_cast<int>(weights.size() / 2);
    const auto stride = static_cast<std::size_t>(image.stride);
    const std::vector<Byte> copy(image.bytes, image.row(image.height));
    std::vector<unsigned> sums(stride);
    for (int y = 0; y < image.height; ++y) {
        throwIfStopped(stop);
        std::ranges::fill(sums, 0U);
        for (int tap = -radius; tap <= radius; ++tap) {
            const int from = std::clamp(y + tap, 0, image.height - 1);
            const Byte *row = copy.data() + stride * static_cast<std::size_t>(from);
            const int place = tap + radius;
            const unsigned weight = weights[static_cast<std::size_t>(place)];
            for (std::size_t i = 0; i < stride; ++i)
                sums[i] += weight * row[i];
        }
        store(image.row(y), sums);
    }
}

/// Mean and standard deviation of the luma (ITU-R BT.601).
void look(const Rows &image, ImageResult &result, const std::stop_token &stop)
{
    quint64 sum = 0, squares = 0;
    for (int y = 0; y < image.height; ++y) {
        throwIfStopped(stop);
        const Byte *row = image.row(y);
        for (int i = 0; i < image.stride; i += 3) {
            const unsigned luma = (299U * row[i] + 587U * row[i + 1] + 114U * row[i + 2]) / 1000;
            sum += luma;
            squares += luma * luma;
        }
    }
    const auto count = static_cast<double>(result.pixels);
    result.brightness = static_cast<double>(sum) / count;
    result.contrast = std::sqrt(
        std::max(0.0, static_cast<double>(squares) / count - result.brightness * result.brightness));
}

QString digestOf(const Rows &image, const std::stop_token &stop)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (int y = 0; y < image.height; ++y) {
        if (y % 16 == 0)
            throwIfStopped(stop);
        hash.addData(QByteArrayView(image.row(y), image.stride));
    }
    return QString::fromLatin1(hash.result().toHex().left(16));
}

QByteArray smaller(const Rows &image, int width, int height)
{
    QByteArray pixels;
    pixels.reserve(qsizetype{3} * width * height);
    for (int y = 0; y < height; ++y) {
        const Byte *row = image.row(static_cast<int>(qint64{y} * image.height / height));
        for (int x = 0; x < width; ++x)
            pixels.append(reinterpret_cast<const char *>(row) + 3 * (qint64{x} * (image.stride / 3) / width),
                          3);
    }
    return pixels;
}

} // namespace

ImageResult processImage(QByteArray &pixels, const ImageWork &work, const std::stop_token &stop)
{
    if (work.width < 1 || work.height < 1 || work.radius < 0 || pixels.size() != work.bytes())
        throw std::runtime_error("these are not the pixels of an image of " + std::to_string(work.width) +
                                 "x" + std::to_string(work.height));
    const Rows image{reinterpret_cast<Byte *>(pixels.data()), 3 * work.width, work.height};
    ImageResult result;
    result.pixels = qint64{work.width} * work.height;
    result.width = std::min(smallWidth, work.width);
    result.height = std::clamp(static_cast<int>(qint64{result.width} * work.height / work.width), 1,
                               std::min(2 * smallWidth, work.height));
    result.before = smaller(image, result.width, result.height);
    adjust(image, stop);
    if (work.radius > 0) {
        const std::vector<unsigned> weights = gaussian(work.radius);
        blurRows(image, weights, stop);
        blurColumns(image, weights, stop);
    }
    look(image, result, stop);
    result.digest = digestOf(image, stop);
    result.after = smaller(image, result.width, result.height);
    return result;
}

ImageResult processImageFile(const ImageWork &work, const std::stop_token &stop)
{
    QFile file(work.file);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error((work.file + QStringLiteral(": ") + file.errorString()).toStdString());
    QByteArray pixels = file.readAll();
    return processImage(pixels, work, stop);
}

QCborArray ImageWork::toCbor() const
{
    return {file, width, height, radius};
}

ImageWork ImageWork::fromCbor(const QCborArray &array)
{
    return {array[0].toString(), static_cast<int>(array[1].toInteger()),
            static_cast<int>(array[2].toInteger()), static_cast<int>(array[3].toInteger())};
}

QCborArray ImageResult::toCbor() const
{
    return {pixels, brightness, contrast, digest, width, height, before, after};
}

ImageResult ImageResult::fromCbor(const QCborArray &array)
{
    return {array[0].toInteger(),
            array[1].toDouble(),
            array[2].toDouble(),
            array[3].toString(),
            static_cast<int>(array[4].toInteger()),
            static_cast<int>(array[5].toInteger()),
            array[6].toByteArray(),
            array[7].toByteArray()};
}

QCborValue imageFileTask(const QCborValue &argument, const std::stop_token &stop)
{
    return processImageFile(ImageWork::fromCbor(argument.toArray()), stop).toCbor();
}

QCborValue imagePixelsTask(const QCborValue &argument, const std::stop_token &stop)
{
    const QCborArray given = argument.toArray();
    QByteArray pixels = given[1].toByteArray();
    const ImageResult result = processImage(pixels, ImageWork::fromCbor(given[0].toArray()), stop);
    return QCborArray{result.toCbor(), pixels};
}

} // namespace tenfold
