#pragma once

#include "ui/scene.h"

#include <QMap>

namespace tenfold {

/// Who is at a line: a lane of a variant.
struct LitLane
{
    VariantKind kind = VariantKind::Parallel;
    int variant = 0; ///< its number among those of its kind, for Theme::of()
    LaneRole role = LaneRole::Worker;
    int number = 1; ///< among the trace's lanes of this role, from 1

    /// What stands in its chip: "2", "M" for the main thread.
    QString text() const { return role == LaneRole::Main ? QStringLiteral("M") : QString::number(number); }
    bool operator==(const LitLane &) const = default;
};

/// A line of the scenario's own source that is being carried out.
struct LitLine
{
    std::vector<LitLane> lanes; ///< who is there
    bool operator==(const LitLine &) const = default;
};

/// The lines (from 1) at which the scene's running variants are, by the spans that are open at its instant.
/// Cheap: it looks at the ends of the lanes only, unless the scene has an instant of its own.
QMap<int, LitLine> litLines(const Scene &scene);

} // namespace tenfold
