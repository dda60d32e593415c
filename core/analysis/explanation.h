#pragma once

#include "core/analysis/summary.h"

#include <utility>

namespace tenfold {

/// What was seen and why, a thought each, with the numbers it rests on; in the language of the moment. Only
/// what has finished is spoken of; a failed variant says what it failed with.
QStringList explain(const Scenario &scenario, const std::vector<Outcome> &outcomes, const Summary &summary);

/// Rows of the shown repeat whose status is a failure, and rows in all.
std::pair<qsizetype, qsizetype> failedRows(const Outcome &outcome);

} // namespace tenfold
