#pragma once

#include <algorithm>
#include <vector>

/// The upper of two middle ones; 0 of none.
inline double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}
