#pragma once

#include "ui/scene.h"

namespace tenfold {

// What the page of a scenario says of its results, in the language of the moment.

/// A sentence for each outcome that failed or gave another result than the reference.
QStringList complaintsOf(const Scene &scene);
/// A sentence for each outcome of a sweep that failed.
QStringList complaintsOf(const Sweep &sweep);
/// Why the scenario of `scene`, which is of its file, cannot be run here.
QString cannotRunAgain(const Scene &scene);
/// `text` for a tool tip, which takes for markup what looks like it: nothing that people or files say is.
QString plainTip(const QString &text);
/// What the run is called, where the outcomes of `scene` are from, if they were opened, and with which values
/// they were measured, if those differ from `now`.
QString measuredWith(const Scene &scene, const Values &now);

} // namespace tenfold
