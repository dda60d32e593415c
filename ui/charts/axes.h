#pragma once

#include <QString>

namespace tenfold {

/// A step of 1, 2 or 5 times a power of ten that divides `range` into at most `most` parts. Positive
/// arguments.
double niceStep(double range, int most);
/// The smallest 1, 1.5, 2, 3, 4, 5, 6 or 8 times a power of ten that is not below `value`: the end of an
/// axis, which so grows in steps while a run is on.
double niceEnd(double value);
/// Decimals that tell multiples of `step` apart.
int decimalsOf(double step);

} // namespace tenfold
