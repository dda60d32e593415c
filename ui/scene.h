#pragma once

#include "core/analysis/summary.h"
#include "core/run/sweep.h"

#include <map>
#include <optional>

namespace tenfold {

/// Everything that a picture is a function of: the outcomes and an instant. Live, replay and finished runs
/// differ in the instant only.
struct Scene
{
    const Scenario *scenario = nullptr;
    std::vector<Outcome> outcomes;
    Summary summary;                      ///< of these outcomes
    std::optional<Nanoseconds> instant;   ///< the scrubber; empty: now, or the end of what has ended
    QString command;                      ///< the command line that reproduces it
    std::map<QString, Sweep> sweeps = {}; ///< the last of each parameter's, beside the run

    /// The instant at which `trace` is drawn.
    Nanoseconds instantOf(const Trace &trace) const
    {
        return instant ? std::min(*instant, trace.now()) : trace.now();
    }
    const Variant *variantOf(const Outcome &outcome) const { return scenario->variant(outcome.variant); }
    /// The number of the outcome's variant among those of its kind, from 0: for Theme::of().
    int numberOf(const Outcome &outcome) const;
    /// Seconds of the outcome at the instant.
    double secondsOf(const Outcome &outcome) const;
    /// The longest time on any time axis, in seconds.
    double longest() const;
};

} // namespace tenfold
