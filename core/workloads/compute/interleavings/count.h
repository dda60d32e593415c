#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace tenfold {

/// How many executions there are: up to 3.4e38.
__extension__ using Count = unsigned __int128;

/// Their sum. Throws std::overflow_error where it would be more than a Count can hold.
inline Count sum(Count a, Count b)
{
    Count both = 0;
    if (__builtin_add_overflow(a, b, &both))
        throw std::overflow_error("there are more than 3.4e38 executions");
    return both;
}

/// In decimal digits, with a comma between each three of them: "17,153,136".
std::string inDigits(Count count);

} // namespace tenfold
