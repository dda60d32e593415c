#pragma once

#include "ui/scene.h"

#include <QString>

#include <utility>

namespace tenfold {

/// What the lanes of an outcome that have rows did between two instants, in seconds.
Lane::Sums sumsBetween(const Scene &scene, int outcome, std::pair<double, double> range);

/// The same in words, the longest first: "0.20 s to 0.40 s · Threads: running 0.5 s, waiting (I/O) 1.1 s".
QString selectionNote(const Scene &scene, int outcome, std::pair<double, double> range);

} // namespace tenfold
