#pragma once

#include "core/recording/recording.h"

#include <optional>

namespace tenfold {

/// Everything that a picture is a function of: a recording and an instant. Live, replay and finished runs
/// differ in the instant only.
struct Scene : Recording
{
    std::optional<Nanoseconds> instant = {}; ///< the scrubber; empty: now, or the end of what has ended

    /// The instant at which `trace` is drawn.
    Nanoseconds instantOf(const Trace &trace) const
    {
        return instant ? std::min(*instant, trace.now()) : trace.now();
    }
    const Variant *variantOf(const Outcome &outcome) const { return scenario()->variant(outcome.variant); }
    /// The number of the outcome's variant among those of its kind, from 0: for Theme::of().
    int numberOf(const Outcome &outcome) const;
    /// Seconds of the outcome at the instant.
    double secondsOf(const Outcome &outcome) const;
    /// The longest time on any time axis, in seconds.
    double longest() const;
};

} // namespace tenfold
