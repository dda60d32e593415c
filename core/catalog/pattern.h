#pragma once

#include "core/catalog/scenario.h"

namespace tenfold {

/// One of the ten.
struct Pattern
{
    QString id = {};
    Words title = {};
    QString chapterName = {}; ///< what the source chapter calls it: "threading"
    Words summary = {};
    std::vector<Words> bestPractices = {};
    std::vector<Scenario> scenarios = {}; ///< empty while none has been built
};

/// The ten patterns in order, with their scenarios. Built once; any thread.
const std::vector<Pattern> &catalog();
/// The scenario with the path "threads/url-fetch", or null.
const Scenario *findScenario(const QString &path);
const Pattern *findPattern(const QString &id);
/// The scenario's own source file, as compiled.
QString sourceOf(const Scenario &scenario);

} // namespace tenfold
