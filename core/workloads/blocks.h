#pragma once

#include "core/run/run.h"

#include <functional>
#include <numeric>

namespace tenfold {

/// Puts what many small tasks came to as a table of 16 rows: the number of a block of neighbours, how many
/// there are, and their exclusive or.
inline void putBlocks(Run &run, const std::vector<qint64> &results)
{
    constexpr std::size_t blocks = 16;
    for (std::size_t block = 0; block < blocks; ++block) {
        const auto at = [&](std::size_t edge) {
            return results.begin() + static_cast<std::ptrdiff_t>(edge * results.size() / blocks);
        };
        run.setRow(block, {static_cast<int>(block) + 1, static_cast<int>(at(block + 1) - at(block)),
                           std::accumulate(at(block), at(block + 1), qint64(0), std::bit_xor<>())});
    }
}

} // namespace tenfold
