#pragma once

#include "ui/scene.h"

#include <QMap>

namespace tenfold {

/// A line of the scenario's own source that is being carried out.
struct LitLine
{
    VariantKind kind = VariantKind::Parallel;
    int lanes = 0; ///< how many workers are there
};

/// The lines (from 1) at which the scene's running variants are, by the spans that are open at its instant.
/// Cheap: it looks at the ends of the lanes only, unless the scene has an instant of its own.
QMap<int, LitLine> litLines(const Scene &scene);

} // namespace tenfold
