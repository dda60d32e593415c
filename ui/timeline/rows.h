#pragma once

#include "core/analysis/lanetitle.h"
#include "ui/scene.h"

namespace tenfold {

class LaneNotes;

/// A row of the timeline.
struct TimelineRow
{
    enum class Kind { Heading, Lane, Lock, SubRow, Rest, Strip };
    Kind kind = Kind::Lane;
    QString title = {};
    QString name = {};          ///< what a tool tip says instead; empty: the title
    QString group = {};         ///< of the first row of the variant in focus: its title, beside the row's own
    bool isTitled = false;      ///< Lane: the variant's title stands elsewhere
    int outcome = 0;            ///< index into the scene's outcomes
    const Lane *lane = nullptr; ///< Lane
    std::vector<const Lane *> heirs =
        {};               ///< Lane: the processes that took the place of one that died, in turn
    QByteArray lock = {}; ///< Lock: its label
    const Lane *loop =
        nullptr;    ///< SubRow, Rest: the lane whose detached spans it shows; of a Strip if there is one
    int subRow = 0; ///< SubRow: which of them; Rest: the first that has no row of its own
    std::vector<const Lane *> lanes = {}; ///< Rest: instead, lanes that have no row of their own; Strip

    /// The lane, and those that took its place.
    std::vector<const Lane *> chain() const;
    /// Whether the lane `index` of `trace` is one of these.
    bool shows(const Trace &trace, std::int32_t index) const;
};

/// Detached spans of a lane that have a row of their own at the same time, where there is room for all; the
/// rest share a strip.
inline constexpr int usualSubRows = 14;

/// The rows of `scene`, or of `variant` alone: per outcome that has begun a lane each, with a row for each of
/// its detached spans at a time, and a row per named lock. The reference is one row titled by itself; the
/// others have a heading each, unless the one that the big numbers speak of is the only one. `notes`
/// spare reading what was read before.
std::vector<TimelineRow> timelineRows(const Scene &scene, const QString &variant = {},
                                      int mostSubRows = usualSubRows, LaneNotes *notes = nullptr);

/// Time per state of `lane` at the instant of `scene`.
Lane::Sums sumsIn(const Scene &scene, const Lane &lane);

} // namespace tenfold
