#pragma once

#include "core/analysis/lanetitle.h"
#include "ui/scene.h"

namespace tenfold {

/// A row of the timeline.
struct TimelineRow
{
    enum class Kind { Heading, Lane, Lock, SubRow, Rest };
    Kind kind = Kind::Lane;
    QString title = {};
    int outcome = 0;            ///< index into the scene's outcomes
    const Lane *lane = nullptr; ///< Lane
    QByteArray lock = {};       ///< Lock: its label
    const Lane *loop = nullptr; ///< SubRow, Rest: the lane whose detached spans it shows
    int subRow = 0;             ///< SubRow: which of them; Rest: the first that has no row of its own
    std::vector<const Lane *> lanes = {}; ///< Rest: instead, lanes that have no row of their own
};

/// Detached spans of a lane that have a row of their own at the same time, where there is room for all; the
/// rest share a strip.
inline constexpr int usualSubRows = 14;

/// The rows of `scene`, or of `variant` alone: per outcome that has begun a lane each, with a row for each of
/// its detached spans at a time, and a row per named lock. The reference is one row titled by itself; the
/// others have a heading each, unless the one that the big numbers speak of is the only one.
std::vector<TimelineRow> timelineRows(const Scene &scene, const QString &variant = {},
                                      int mostSubRows = usualSubRows);

/// Time per state of `lane` at the instant of `scene`.
Lane::Sums sumsIn(const Scene &scene, const Lane &lane);

} // namespace tenfold
