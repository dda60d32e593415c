#pragma once

#include "ui/scene.h"

#include <QStringList>

namespace tenfold {

/// What is to be said where the rows of an outcome end, what matters most first: how long it took, what
/// happened, what it means.
QStringList wordsAtEnd(const Scene &scene, int outcome);

} // namespace tenfold
