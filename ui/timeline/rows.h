#pragma once

#include "core/analysis/lanetitle.h"
#include "ui/scene.h"

namespace tenfold {

/// A row of the timeline.
struct TimelineRow
{
    enum class Kind { Heading, Lane, Lock };
    Kind kind = Kind::Lane;
    QString title;
    int outcome = 0;            ///< index into the scene's outcomes
    const Lane *lane = nullptr; ///< Lane
    QByteArray lock = {};       ///< Lock: its label
};

/// The rows of `scene`, or of `variant` alone: per outcome that has begun a lane each, and a row per named
/// lock. The reference is one row titled by itself; the others have a heading each, unless the one that the
/// big numbers speak of is the only one.
std::vector<TimelineRow> timelineRows(const Scene &scene, const QString &variant = {});

/// Time per state of `lane` at the instant of `scene`.
Lane::Sums sumsIn(const Scene &scene, const Lane &lane);

} // namespace tenfold
