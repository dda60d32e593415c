#pragma once

#include "core/analysis/summary.h"

#include <utility>

namespace tenfold {

/// What was seen and why, a thought each, with the numbers it rests on; in the language of the moment. Only
/// what has finished is spoken of; a failed variant says what it failed with.
QStringList explain(const Scenario &scenario, const std::vector<Outcome> &outcomes, const Summary &summary);

/// Why nothing at all could be run, in a sentence, in the language of the moment: once, where all outcomes
/// failed with the same. Empty where any did not fail.
QString failureOfAll(const std::vector<Outcome> &outcomes);

/// Whether it ended, but none of its tasks brought anything out.
bool didAllTasksFail(const Outcome &outcome);

/// Rows of the shown repeat whose status is a failure, and rows in all.
std::pair<qsizetype, qsizetype> failedRows(const Outcome &outcome);

} // namespace tenfold
