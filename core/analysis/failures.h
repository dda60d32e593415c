#pragma once

#include "core/run/outcome.h"

#include <QString>

#include <utility>
#include <vector>

namespace tenfold {

/// Rows of the shown repeat whose status is a failure, and rows in all.
std::pair<qsizetype, qsizetype> failedRows(const Outcome &outcome);

/// Whether it ended, but none of its tasks brought anything out.
bool didAllTasksFail(const Outcome &outcome);

/// Why tasks of the shown repeat failed, as their status says it in the language of the moment, at most two
/// reasons and the most frequent first: "Status 503", "cannot be reached". Empty where none failed.
QString whyTasksFailed(const Outcome &outcome);

/// Why nothing at all could be run, in a sentence, in the language of the moment: once, where all outcomes
/// failed with the same. Empty where any did not fail.
QString failureOfAll(const std::vector<Outcome> &outcomes);

/// That everything ended, but no task of any outcome brought anything out, and why: a sentence, likewise.
QString allTasksFailed(const std::vector<Outcome> &outcomes);

} // namespace tenfold
