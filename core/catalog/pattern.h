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
    /// What Python's GIL means for it, for people who come from the chapter; and what else to know of that.
    Words gil = {}, gilMore = {};
    Words gilCaption = {};                ///< of Python code, where it is not one lock for all threads
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
