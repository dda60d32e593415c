#pragma once

#include "core/run/outcome.h"

namespace tenfold {

/// That other programs took cores from what computes, and how many; empty where they did not, or it is not
/// known. A sentence in the language of the moment.
QString sayDisturbance(const std::vector<Outcome> &outcomes);

/// How much of its time a variant with more workers than there are cores had none for them; empty where that
/// is little. Likewise.
QString sayCores(const Scenario &scenario, const Outcome &outcome);

} // namespace tenfold
