#include "core/workloads/compute/interleavings/search.h"

#include <algorithm>

namespace tenfold {

/// Executions between two looks at the stop token: some milliseconds.
static constexpr std::uint64_t executionsUnwatched = 1 << 16;

std::map<Ending, Count> search(const ProgramRules &rules, const Execution &prefix,
                               const std::stop_token &stop)
{
    throwIfStopped(stop);
    std::array<std::array<std::uint64_t, Program::greatestValue + 1>, 2> counts{};
    std::uint64_t visited = 0;
    const auto count = [&](const std::uint8_t *, std::size_t, ProgramState state) {
        const Ending ending = rules.endingOf(state);
        ++counts[ending.isDeadlock][ending.x];
        if (++visited % executionsUnwatched == 0)
            throwIfStopped(stop);
    };
    ExecutionVisitor(rules, count).visitFrom(prefix);
    std::map<Ending, Count> endings;
    for (const bool isDeadlock : {false, true}) {
        for (std::size_t x = 0; x < counts[isDeadlock].size(); ++x) {
            if (counts[isDeadlock][x] > 0)
                endings[{static_cast<std::uint8_t>(x), isDeadlock}] = counts[isDeadlock][x];
        }
    }
    return endings;
}

std::vector<Execution> prefixesOf(const ProgramRules &rules, std::size_t least)
{
    std::vector<Execution> prefixes{{}};
    for (bool grows = true; grows && prefixes.size() < least;) {
        grows = false;
        std::vector<Execution> longer;
        for (const Execution &prefix : prefixes) {
            const ProgramState state = statesOf(rules, prefix).back();
            const std::size_t before = longer.size();
            for (std::size_t thread = 0; thread < rules.threads(); ++thread) {
                if (!rules.canStep(state, thread))
                    continue;
                grows = true;
                longer.push_back(prefix);
                longer.back().push_back(static_cast<std::uint8_t>(thread));
            }
            if (longer.size() == before)
                longer.push_back(prefix); // has ended
        }
        prefixes = std::move(longer);
    }
    return prefixes;
}

} // namespace tenfold
