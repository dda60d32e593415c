#pragma once

#include <QFontMetricsF>
#include <QString>

namespace tenfold {

/// The most steps, up to `most`, of an axis from 0 to about `end` whose labels fit beside one another into
/// `width`.
int stepsThatFit(double end, int most, qreal width, const QFontMetricsF &metrics);

/// A step of 1, 2 or 5 times a power of ten that divides `range` into at most `mostTicks` parts. Positive
/// arguments.
double niceStep(double range, int mostTicks);
/// The first multiple of the step of an axis with at most `mostTicks` parts that is not below `value`: the
/// end of that axis, which so grows in steps while a run is on. 1 for no value.
double niceEnd(double value, int mostTicks = 8);
/// The least end of an axis with at most `mostTicks` parts that is not below `value`, where it need not carry
/// a tick, but leaves one above 0: less stays empty above what is drawn. 1 for no value.
double tightEnd(double value, int mostTicks);
/// Decimals that tell multiples of `step` apart.
int decimalsOf(double step);

} // namespace tenfold
