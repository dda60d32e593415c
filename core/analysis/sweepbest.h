#pragma once

#include "core/run/sweep.h"

namespace tenfold {

/// How much of the swept parameter is enough for a variant: its least value that is as fast as any, as far
/// as the repeats can tell.
struct SweepBest
{
    QString variant;
    int value = 0;
    double seconds = 0;     ///< its median
    bool isBanded = false;  ///< there are repeats, which tell what chance does; else a tenth is taken for it
    bool isFastest = true;  ///< its own time is the least
    bool isAgain = false;   ///< measured once, and again beside other programs: the least time is what counts
    bool isOnce = true;     ///< no value was measured again; without repeats only
    QList<int> noGain = {}; ///< swept values beyond it; empty without a band
    bool isMost = true;     ///< none beyond it ended in another way than right
};

/// Of each variant that is no mistake, where at least two values ended with the reference's result; in the
/// order of the scenario. None where it was stopped, the values change the work itself, as the reference's
/// own time tells, or other programs may have decided which is the fastest.
std::vector<SweepBest> bestOf(const Sweep &sweep);
/// How often what is undecided is carried out again.
inline constexpr int timesUndecided = 2;
/// Which of the `outcomes` of a sweep, measured once each, have an order that other programs may have made:
/// of each variant that is no mistake, those near the fastest, where others used cores meanwhile. Indices.
std::vector<std::size_t> undecided(const Scenario &scenario, const std::vector<Outcome> &outcomes);
/// bestOf() in a sentence per variant, in the language of the moment: "Workers: 8 are enough; 16 and 50 gain
/// nothing." Empty where there is none.
QStringList sayBestOf(const Sweep &sweep);

} // namespace tenfold
