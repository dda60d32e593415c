#pragma once

#include "core/workloads/compute/pixels.h"

#include <QImage>

#include <stop_token>

namespace tenfold {

/// An image as a file of raw pixels, or an error id and the reason in a sentence.
struct Picture
{
    QString name = {};
    ImageWork work = {};
    QString error = {}; ///< "not-a-file", "unreadable", "not-an-image", "incomplete", "too-large"
    QString reason = {};
};

/// The most pixels of an image that is taken: 20 million, so that they fit into a message as well.
inline constexpr qint64 mostPixels = 20'000'000;

/// Decodes the image `file` and writes its pixels, on white where it is transparent, to `raw`. Never throws
/// for a file that is not an image; throws std::runtime_error with a sentence when `raw` cannot be written,
/// Stopped.
Picture decodePicture(const QString &file, const QString &raw, const std::stop_token &stop = {});
/// A small picture that processImage() made.
QImage smallPicture(const ImageResult &result, const QByteArray &pixels);

} // namespace tenfold
