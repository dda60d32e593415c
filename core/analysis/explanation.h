#pragma once

#include "core/analysis/failures.h"
#include "core/analysis/summary.h"

namespace tenfold {

/// What the result of the reference, `outcome`, means by the scenario's remark, as it was said where it was
/// recorded; in the language of the moment. Empty where the scenario has none.
QString remarkOf(const Scenario &scenario, const Outcome &outcome, const Summary &summary);

/// What was seen and why, a thought each, with the numbers it rests on; in the language of the moment. Only
/// what has finished is spoken of; a failed variant says what it failed with.
QStringList explain(const Scenario &scenario, const std::vector<Outcome> &outcomes, const Summary &summary);

} // namespace tenfold
