#pragma once

#include "core/analysis/summary.h"

namespace tenfold {

/// A run in a line: gainOf() each variant; of a mistake costOf(), too. Empty when there is none to speak
/// of.
QString verdict(const Scenario &scenario, const std::vector<Outcome> &outcomes, const Summary &summary);

/// A variant's speed-up and what it is worth, what matters most first: "3.20×", "9 % slower than Threads";
/// the `headline` being the figures of variants[1]. Beside a mistake that gained nothing, a speed-up would
/// look as if something had been gained: "no gain over Threads", "9 % slower".
QStringList gainOf(const Scenario &scenario, const Figures &figures, const Figures *headline);

/// How much longer `ratio` times a time is: "24 % slower", "2.50× as long".
QString slowerBy(double ratio);

/// The worth alone; empty where there is nothing to add to the speed-up.
QStringList worthOf(const Scenario &scenario, const Figures &figures, const Figures *headline);

/// What shows that a mistake was made: "Requests refused (503): 5". Empty where it did no harm, and for what
/// is no mistake.
QString proofOf(const Scenario &scenario, const Outcome &outcome);

/// What a mistake costs by the measure that it names, beside variants[1]: "Most memory taken: 132.46 MiB
/// instead of 32.83 MiB". Empty where it did no harm, and where it is less than half as much again as there.
QString costOf(const Scenario &scenario, const std::vector<Outcome> &outcomes, const Outcome &outcome);

/// What the size of a time saved is called: "Time saved", or "Took longer by" where it is below zero.
QString savingTitle(double saved);

/// What the time of a variant that overlaps its tasks is called: parallel in processes, concurrent in threads
/// and coroutines.
QString overlappedTitle(const Outcome &outcome);

/// Whether an outcome has ended, but without the result: it failed, or all of its tasks did, or it differs
/// from the reference's, or more of its tasks failed. How fast it was says nothing then.
bool isWrong(const std::vector<Outcome> &outcomes, const Outcome &outcome);

/// Who waits for whom in an outcome that is stuck, without a full stop, in the language of the moment; where
/// that was not recorded, as it was said in the run.
QString whyStuck(const Outcome &outcome);

/// How a run ended or where it stands, in a word: "stuck", "stopped".
QString titleOf(Status status);

/// The finding `id` of the outcome that has it and ran last; null where there is none.
const Finding *lastFinding(const std::vector<Outcome> &outcomes, const QString &id);

/// The value of a measure as a number that matters: "17,153,136", "4.90 MiB".
QString bigValue(const Measure &measure, double value);

} // namespace tenfold
