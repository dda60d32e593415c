#pragma once

#include "ui/scene.h"

#include <QMap>

#include <algorithm>
#include <functional>

namespace tenfold {

/// Who is at a line: a lane of a variant.
struct LitLane
{
    VariantKind kind = VariantKind::Parallel;
    int variant = 0; ///< its number among those of its kind, for Theme::of()
    LaneRole role = LaneRole::Worker;
    int number = 1;          ///< among the trace's lanes of this role, from 1
    bool isLettered = false; ///< a thread of a small program
    bool isNext = false;     ///< not there yet: its next step

    /// What stands in its chip: "2", "M" for the main thread, "B" for a thread of a small program.
    QString text() const
    {
        if (isLettered)
            return QChar(u'A' + static_cast<char16_t>(number - 1));
        return role == LaneRole::Main ? QStringLiteral("M") : QString::number(number);
    }
    bool operator==(const LitLane &) const = default;
};

/// A line of the scenario's own source that is being carried out.
struct LitLine
{
    std::vector<LitLane> lanes; ///< who is there
    bool isRunning() const { return std::ranges::any_of(lanes, std::not_fn(&LitLane::isNext)); }
    bool operator==(const LitLine &) const = default;
};

/// The lines (from 1) at which the scene's running variants are, by the spans that are open at its instant;
/// of an execution that is drawn step by step, the step that is taken and the ones at which others stand.
/// Cheap: it looks at the ends of the lanes only, unless the scene has an instant of its own.
QMap<int, LitLine> litLines(const Scene &scene);

} // namespace tenfold
