#pragma once

#include "core/analysis/cores.h"
#include "core/run/outcome.h"

namespace tenfold {

struct Figures;

/// Why the numbers of a run are not what its variants are worth. While there is one it stands at the numbers,
/// wherever they are, and nothing there is green.
struct Caveat
{
    enum class Kind : std::uint8_t {
        None,
        HeldUp,   ///< the program was stopped, or the machine slept
        Others,   ///< other programs took cores
        Quota,    ///< the container may not use them
        TooSmall, ///< starting the workers takes longer than what they could save
        Uneven,   ///< faster than the sequential run allows by the share `first`, and nobody knows why
    };
    static constexpr double leastUneven = 0.03; ///< less may be noise: it stands there, but nothing is blamed
    Kind kind = Kind::None;
    double first = 0, second = 0; ///< the numbers of the line
    int count = 0;
    bool areProcesses = false;
    bool areOthersToo = false; ///< HeldUp: other programs bent it as well; `second` and `count` say how much
    bool isLive = false;       ///< Others: seen while the run is under way

    explicit operator bool() const { return kind != Kind::None; }
    /// The times were bent: what would follow from them, a limit, follows no more.
    bool bendsTimes() const
    {
        return kind == Kind::HeldUp || kind == Kind::Others || (kind == Kind::Uneven && first >= leastUneven);
    }
    /// One plain line in the language of the moment; empty without one.
    QString text() const;
};

/// Decides for a run and its figures, of which only what has finished counts.
Caveat caveatOf(const Scenario &scenario, const std::vector<Outcome> &outcomes,
                const std::vector<Figures> &figures, const Cores &cores);
/// For outcomes that are compared over several values, too: whether other programs or a hold-up bent them.
/// `seen` cores.
Caveat disturbanceOf(const std::vector<Outcome> &outcomes, int seen = Cores::here().seen);
/// What bends the repeat under way, as far as is known by now; isLive.
Caveat liveDisturbance(const std::vector<Outcome> &outcomes, int seen = Cores::here().seen);
/// Stable, for documents: "others", "too-small"; "none".
QString idOf(Caveat::Kind kind);

} // namespace tenfold
