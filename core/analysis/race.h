#pragma once

#include "core/run/outcome.h"

namespace tenfold {

/// Who is done and how long ago, and how far the others are, in the language of the moment, a sentence each:
/// of `now`, outcomes at `instant` of those that they will be in the end.
QStringList raceWords(const Scenario &scenario, const std::vector<Outcome> &now,
                      const std::vector<Outcome> &whole, Nanoseconds instant);

/// How many of the rows there are, and how many there will be: none where it is not known when they came.
struct RowsSoFar
{
    int done = 0;
    int all = 0;
};
RowsSoFar rowsSoFar(const Outcome &now, const Outcome &whole);

} // namespace tenfold
