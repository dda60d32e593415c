#pragma once

#include <QCborArray>

#include <stop_token>

namespace tenfold {

/// Where an image's pixels are, red, green and blue in a byte each, row by row, and what is done to them.
struct ImageWork
{
    QString file; ///< raw pixels; empty where they are handed over with the work
    int width = 0, height = 0;
    int radius = 0; ///< of the blur; 0: none

    QCborArray toCbor() const;
    static ImageWork fromCbor(const QCborArray &array);
    qsizetype bytes() const { return qsizetype{3} * width * height; }
};

/// What came out: numbers of the image afterwards, and small pictures of it, as raw pixels.
struct ImageResult
{
    qint64 pixels = 0;
    double brightness = 0, contrast = 0; ///< mean and standard deviation of the luma, 0 to 255
    QString digest;                      ///< of the pixels, as hexadecimal digits
    int width = 0, height = 0;           ///< of the small pictures
    QByteArray before, after;

    QCborArray toCbor() const;
    static ImageResult fromCbor(const QCborArray &array);
};

/// Lightens, raises the contrast, and blurs (a Gaussian, first along the rows, then along the columns).
/// `pixels` becomes the new picture. Throws std::runtime_error when `pixels` is no such image, Stopped.
ImageResult processImage(QByteArray &pixels, const ImageWork &work, const std::stop_token &stop = {});
/// The same with the pixels of a file. Throws std::runtime_error with a sentence when it cannot be read.
ImageResult processImageFile(const ImageWork &work, const std::stop_token &stop = {});

/// Tasks of a worker process. "image-file": from ImageWork to ImageResult. "image-pixels": from [ImageWork,
/// pixels] to [ImageResult, new pixels].
QCborValue imageFileTask(const QCborValue &argument, const std::stop_token &stop);
QCborValue imagePixelsTask(const QCborValue &argument, const std::stop_token &stop);

/// The pixels of a picture made from the seed: a sky, hills and balloons; `number` tells them apart.
QByteArray paintedPixels(int width, int height, quint64 seed, int number);

} // namespace tenfold
