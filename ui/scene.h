#pragma once

#include "core/recording/recording.h"

#include <optional>

namespace tenfold {

/// Everything that a picture is a function of: a recording and an instant. Live, replay and finished runs
/// differ in the instant only.
struct Scene : Recording
{
    std::optional<Nanoseconds> instant = {}; ///< the scrubber; empty: now, or the end of what has ended

    /// The executions that the outcomes went through; null for most scenarios. Then the instant is one of the
    /// execution that is drawn, counted in steps, and what the search for them recorded is drawn at its end.
    std::shared_ptr<const Executions> executions() const;
    /// The instant at which `trace` of an outcome is drawn.
    Nanoseconds instantOf(const Trace &trace) const
    {
        return instant && !executions() ? std::min(*instant, trace.now()) : trace.now();
    }
    const Variant *variantOf(const Outcome &outcome) const { return scenario()->variant(outcome.variant); }
    /// The number of the outcome's variant among those of its kind, from 0: for Theme::of().
    int numberOf(const Outcome &outcome) const;
    /// Seconds of the outcome at the instant.
    double secondsOf(const Outcome &outcome) const;
    /// The longest time on any time axis, in seconds.
    double longest() const;
    /// Whether the run is not over.
    bool isUnderWay() const;
    /// Whether the run makes a mistake.
    bool hasMistake() const;
};

/// The chapter of `scenario`, which is that of `scene`: the program's own or the file's.
const Pattern &patternOf(const Scene &scene, const Scenario &scenario);

/// Whether an axis of time ends with the `overlapped` waits of one thread, though waits one by one take
/// `longest`: beside these they would be no wider than a hair.
constexpr bool isCutFor(double overlapped, double longest)
{
    return overlapped > 0 && longest > 5 * overlapped;
}

} // namespace tenfold
