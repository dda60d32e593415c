#pragma once

#include "ui/scene.h"

#include <QStringList>

namespace tenfold {

class LaneNotes;

/// What is to be said where the rows of an outcome end, what matters most first: how long it took, what
/// happened, what it means.
QStringList wordsAtEnd(const Scene &scene, int outcome, LaneNotes &notes);

} // namespace tenfold
