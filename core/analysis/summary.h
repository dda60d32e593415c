#pragma once

#include "core/analysis/caveat.h"
#include "core/analysis/cores.h"

#include <QStringList>

#include <optional>

namespace tenfold {

/// The figures of one variant against the reference. What cannot be said is empty.
struct Figures
{
    QString variant;
    int workers = 1;
    double seconds = 0; ///< median
    std::optional<double> speedup;
    std::optional<double> efficiency; ///< speed-up / workers
    std::optional<double> timeSaved;  ///< seconds
    std::optional<double>
        limit; ///< seconds that no schedule on these workers can beat; empty as well when it was
    std::optional<double> limitLongestFirst; ///< the same with the longest tasks first
    bool isLimitBeaten = false; ///< the tasks cannot have lasted as long as in the sequential run
    bool isBent = false;        ///< Summary::caveat stands: nothing is said to be gained
    bool sameResult = false;
};

/// The figures of a run and what they mean.
struct Summary
{
    std::vector<Figures> figures; ///< one per outcome, in their order
    Caveat caveat = {};           ///< stands at the numbers, wherever they are
    Cores cores = Cores::here();  ///< on which the outcomes came out
    /// What Scenario::remark said of them where they were recorded; empty of a run of this program.
    SaidTwice remark = {};
    const Figures *of(const QString &variant) const;
    /// The figures of variants[1], against which the others are held. Null when it was not run.
    const Figures *headline(const Scenario &scenario) const;
    /// What happened and why, with the numbers it rests on: a sentence or two each, in the language of the
    /// moment. Without the caveat.
    QStringList explanation;
};

/// Any thread. `effectiveCores` as measured, see machine.h; used for the limit of computing work.
Summary summarize(const Scenario &scenario, const std::vector<Outcome> &outcomes, double effectiveCores,
                  const Cores &cores = Cores::here());

} // namespace tenfold
