#include "ui/timeline/geometry.h"

#include <algorithm>
#include <cmath>

namespace tenfold {

int TimeScale::columns() const
{
    const auto whole = static_cast<int>(width); // std::ceil is a call, and this is asked for each span
    return std::max(1, whole < width ? whole + 1 : whole);
}

int TimeScale::column(double seconds) const
{
    const double at = (seconds - begin) / (end - begin) * width;
    return static_cast<int>(std::clamp(at, 0.0, static_cast<double>(columns())));
}

static TimeScale within(TimeScale scale, double span, double begin, double whole)
{
    span = std::min(span, whole);
    scale.begin = std::clamp(begin, 0.0, whole - span);
    scale.end = scale.begin + span;
    return scale;
}

TimeScale TimeScale::zoomed(double factor, qreal about, double whole) const
{
    const double span = std::max(1e-6, (end - begin) * factor);
    const double share = std::clamp((about - left) / width, 0.0, 1.0);
    return within(*this, span, seconds(left + share * width) - share * span, whole);
}

TimeScale TimeScale::panned(qreal pixels, double whole) const
{
    return within(*this, end - begin, begin - pixels / width * (end - begin), whole);
}

RowScale::RowScale(qreal top, const std::vector<qreal> &heights) : edges_{top}
{
    for (const qreal height : heights)
        edges_.push_back(edges_.back() + height);
}

int RowScale::row(qreal y) const
{
    const auto below = std::ranges::upper_bound(edges_, y);
    return below == edges_.end() ? -1 : static_cast<int>(below - edges_.begin()) - 1;
}

} // namespace tenfold
