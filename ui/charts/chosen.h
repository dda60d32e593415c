#pragma once

#include "ui/scene.h"

namespace tenfold {

/// The outcome that a picture of one alone draws: the running one, else the one of the big numbers, else the
/// last that has a trace; null without one.
const Outcome *chosen(const Scene &scene);

} // namespace tenfold
