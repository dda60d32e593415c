#pragma once

#include "core/analysis/summary.h"

#include <utility>

namespace tenfold {

/// What was seen and why, a thought each, with the numbers it rests on; in the language of the moment. Only
/// what has finished is spoken of; a failed variant says what it failed with.
QStringList explain(const Scenario &scenario, const std::vector<Outcome> &outcomes, const Summary &summary);

/// The same in a line: each variant's speed-up and what it is worth. Empty when there is none to speak of.
QString verdict(const Scenario &scenario, const std::vector<Outcome> &outcomes, const Summary &summary);

/// What a variant's speed-up is worth: "no gain", "0.13 s slower than Threads", the `headline` being the
/// figures of variants[1]. Empty where there is nothing to add to it.
QString worthOf(const Scenario &scenario, const Figures &figures, const Figures *headline);

/// Rows of the shown repeat whose status is a failure, and rows in all.
std::pair<qsizetype, qsizetype> failedRows(const Outcome &outcome);

} // namespace tenfold
