#pragma once

#include <array>
#include <vector>

namespace tenfold {

/// A handwritten digit: 8 x 8 pixels from 0 (paper) to 1 (ink), and which digit it is.
struct Digit
{
    std::array<double, 64> pixels;
    int digit;
};

/// The 1797 handwritten digits that this program holds (resources/digits). Read at the first call; any
/// thread.
const std::vector<Digit> &handwrittenDigits();

} // namespace tenfold
