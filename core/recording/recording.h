#pragma once

#include "core/analysis/machine.h"
#include "core/analysis/summary.h"
#include "core/catalog/pattern.h"
#include "core/recording/label.h"
#include "core/recording/parts.h"
#include "core/run/sweep.h"

#include <algorithm>
#include <map>
#include <memory>

namespace tenfold {

/// Of a recording that was opened: what its file says beside it.
struct FileOrigin
{
    QString version = {};              ///< of the program that made it; empty where none was opened
    QString source = {};               ///< of its scenario, as it was then
    std::vector<FilePart> others = {}; ///< parts that this version does not know; they are saved again
    /// Has the scenario of the recording where this program has none like it; else null.
    std::shared_ptr<const Pattern> pattern = {};
};

/// What was asked for and what came out, finished or not: all that documents, texts and pictures are made
/// from. A value: copying it is cheap, the traces are shared.
struct Recording
{
    Request request; ///< a run; without a scenario: of nothing
    std::vector<Outcome> outcomes = {};
    Summary summary = {};                 ///< of these outcomes
    Machine machine = {};                 ///< on which they came out
    std::map<QString, Sweep> sweeps = {}; ///< by parameter: the last of each, beside the run
    FileOrigin origin = {};
    RunLabel label = {};

    const Scenario *scenario() const { return request.scenario; }
    /// What came out of the variant with this id; null where it was not run.
    const Outcome *outcomeOf(const QString &variant) const
    {
        const auto found = std::ranges::find(outcomes, variant, &Outcome::variant);
        return found == outcomes.end() ? nullptr : &*found;
    }
    /// By which a run is known, or a sweep without one, whatever was said of it since; null where there is
    /// none.
    std::shared_ptr<const Trace> firstTrace() const
    {
        const std::vector<Outcome> &own =
            outcomes.empty() && !sweeps.empty() ? sweeps.begin()->second.outcomes : outcomes;
        const Repeat *shown = own.empty() ? nullptr : own.front().shown();
        return shown ? shown->trace : nullptr;
    }
    /// Of its scenario, as it was when it was recorded.
    QString source() const { return origin.version.isEmpty() ? sourceOf(*scenario()) : origin.source; }
};

} // namespace tenfold
