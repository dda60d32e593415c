#include "ui/charts/axes.h"

#include "core/analysis/format.h"

#include <algorithm>
#include <cmath>

namespace tenfold {

double niceStep(double range, int mostTicks)
{
    const double least = range / std::max(1, mostTicks);
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double mantissa : {1, 2, 5}) {
        if (least <= mantissa * power * (1 + 1e-9))
            return mantissa * power;
    }
    return 10 * power;
}

double niceEnd(double value, int mostTicks)
{
    if (value <= 0)
        return 1;
    const double step = niceStep(value, mostTicks);
    return step * std::ceil(value / step - 1e-9);
}

double tightEnd(double value, int mostTicks)
{
    if (value <= 0)
        return 1;
    const double fine = niceStep(value, 10);
    double end = niceEnd(value, 10);
    while (niceStep(end, mostTicks) > end * (1 + 1e-9))
        end += fine;
    return std::min(end, niceEnd(value, mostTicks));
}

int stepsThatFit(double end, int most, qreal width, const QFontMetricsF &metrics)
{
    for (int steps = most; steps > 1; --steps) {
        const double last = niceEnd(end, steps);
        const double step = niceStep(last, steps);
        const qreal label = metrics.horizontalAdvance(formatFixed(last, decimalsOf(step)));
        if ((label + metrics.averageCharWidth()) * last / step <= width)
            return steps;
    }
    return 1;
}

int decimalsOf(double step)
{
    return std::max(0, -static_cast<int>(std::floor(std::log10(step) + 1e-9)));
}

} // namespace tenfold
