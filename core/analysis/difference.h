#pragma once

#include "core/analysis/noise.h"
#include "core/recording/recording.h"

namespace tenfold {

/// In what two runs differ: the pinned one, `then`, and the one that is held against it, `now`.
struct DifferenceRow
{
    enum class Kind { Parameter, Seed, Time, Finding, Caveat, Machine };
    struct Side
    {
        QVariant value = {};               ///< as documents have it; invalid: there is none
        Spread seconds = {};               ///< Time: of the finished repeats
        std::optional<Status> status = {}; ///< Time: how it ended
        bool isWrong = false;              ///< Time: it has no result, or another one than the reference
    };
    Kind kind = Kind::Parameter;
    QString id = {};      ///< of the parameter or measure; "seed", "seconds", "caveat", "cores"
    QString variant = {}; ///< Time, Finding
    Side then = {}, now = {};
};

/// What is to be said of the difference of the variant that the numbers speak of.
enum class Verdict : std::uint8_t {
    OtherScenario, ///< there is nothing to compare
    Nothing,       ///< no variant is in both
    NoResult,      ///< one of the two did not come to the right result
    Counts,        ///< it is not times that matter
    Bent,          ///< other programs, or a pause, made the times
    Once,          ///< there are no repeats that tell what chance does
    Noise,         ///< chance may be all of it
    Overlap,       ///< chance is not all of it by the medians, but repeats overlap
    More           ///< it is more than chance
};
QString idOf(Verdict verdict);

struct Difference
{
    const Scenario *then = nullptr, *now = nullptr; ///< the scenarios
    std::vector<DifferenceRow> rows = {};           ///< times of all variants; of all else what differs
    Verdict verdict = Verdict::Nothing;
    QString variant = {};                       ///< of which the verdict is; may be empty
    bool isThenBent = false, isNowBent = false; ///< the caveats of the two
    /// The row of that variant's time; null without one.
    const DifferenceRow *headline() const;
};

/// Of two runs that are over. The noise of the repeats is judged as that of a sweep is, see noise.h.
Difference differenceOf(const Recording &then, const Recording &now);
/// What the difference means, in the language of the moment: a sentence or two.
QString sayDifference(const Difference &difference);

/// A row in the language of the moment.
struct DifferenceWords
{
    QString what = {}, variant = {}, then = {}, now = {}, change = {};
};
DifferenceWords wordsOf(const Difference &difference, const DifferenceRow &row);
/// In which parameters `then` differs from `now`, with its own values: "2 workers"; empty where in none.
QString ownValues(const Recording &then, const Recording &now);

} // namespace tenfold
