#include "ui/charts/axes.h"

#include <algorithm>
#include <cmath>

namespace tenfold {

/// The first of `mantissas` times the power of ten of `value` that is not below it.
template<std::size_t N> static double roundedUp(double value, const double (&mantissas)[N])
{
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double mantissa : mantissas) {
        if (value <= mantissa * power * (1 + 1e-9))
            return mantissa * power;
    }
    return 10 * power;
}

double niceStep(double range, int most)
{
    return roundedUp(range / std::max(1, most), {1.0, 2.0, 5.0});
}

double niceEnd(double value)
{
    return value > 0 ? roundedUp(value, {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0}) : 1;
}

int decimalsOf(double step)
{
    return std::max(0, -static_cast<int>(std::floor(std::log10(step) + 1e-9)));
}

} // namespace tenfold
