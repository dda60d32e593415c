#pragma once

class QFileDevice;

namespace tenfold {

/// Whether the image in `file` ends before its format says that it does, where the format says so: JPEG, PNG,
/// GIF, BMP, WebP, TIFF (its first image). The readers of most of them paint what is missing grey or black,
/// and say nothing. False for every other file; reads no more than the file has.
bool isCutShort(QFileDevice &file);

} // namespace tenfold
