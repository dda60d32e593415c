#pragma once

#include "app/options.h"
#include "core/recording/recording.h"

namespace tenfold {

/// Writes the pictures that `options` ask for. Returns a sentence for each that could not be written.
QStringList savePictures(const Options &options, const Recording &recording);
/// Writes the page of `tenfold report` and prints its path. Returns a sentence when it could not be written.
QString saveReports(const Options &options, const std::vector<Recording> &recordings);
/// Whether `options` need fonts and painters.
bool needsPictures(const Options &options);

} // namespace tenfold
