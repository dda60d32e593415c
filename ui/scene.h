#pragma once

#include "core/recording/recording.h"

#include <optional>

namespace tenfold {

class Replay;

/// Everything that a picture is a function of: a recording and an instant. Live, replay and finished runs
/// differ in the instant only.
struct Scene : Recording
{
    std::optional<Nanoseconds> instant = {}; ///< the scrubber; empty: now, or the end of what has ended
    /// Of a replay that is not at its end: what it comes to. Axes reach as far as its, and a timeline shows
    /// it as what is still to come.
    std::shared_ptr<const Scene> whole = {};
    std::shared_ptr<const Recording> pinned = {}; ///< drawn behind it, whole at any instant; null: none

    /// As it is in the end.
    const Scene &atEnd() const { return whole ? *whole : *this; }
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
    /// What the pinned run has of `variant`, where that came to an end and can be drawn: of the same
    /// scenario, and measured in times. Null without it.
    const Outcome *pinnedOutcome(const QString &variant) const;
    /// The longest time on any time axis, in seconds.
    double longest() const;
    /// Whether the run is not over; a replay is of one that is.
    bool isUnderWay() const;
    /// Whether it is a run that can be shown at any instant: one that is over, and that did not go through
    /// executions, which are stepped through in their picture.
    bool canReplay() const { return !isUnderWay() && !executions(); }
    /// Whether the run makes a mistake.
    bool hasMistake() const;
};

/// `whole`, of which `replay` is, at `instant`; at the end it is the run as it was before anybody played it.
Scene sceneAt(const Replay &replay, const std::shared_ptr<const Scene> &whole, Nanoseconds instant);
/// `scene` with its explanation in the language of the moment.
Scene spoken(Scene scene);

/// The chapter of `scenario`, which is that of `scene`: the program's own or the file's.
const Pattern &patternOf(const Scene &scene, const Scenario &scenario);

/// Whether an axis of time ends with the `overlapped` waits of one thread, though waits one by one take
/// `longest`: beside these they would be no wider than a hair.
constexpr bool isCutFor(double overlapped, double longest)
{
    return overlapped > 0 && longest > 5 * overlapped;
}

} // namespace tenfold
