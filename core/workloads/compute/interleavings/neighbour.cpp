#include "core/workloads/compute/interleavings/neighbour.h"

#include <algorithm>

namespace tenfold {

Ending endingOf(const ProgramRules &rules, const Execution &execution)
{
    return rules.endingOf(statesOf(rules, execution).back());
}

/// What `execution` ends with; nothing where it has a step that cannot be taken.
static std::optional<Ending> endingIfPossible(const ProgramRules &rules, const Execution &execution)
{
    ProgramState state;
    for (const std::uint8_t thread : execution) {
        if (!rules.canStep(state, thread))
            return {};
        state = rules.after(state, thread);
    }
    return rules.endingOf(state);
}

/// `prefix` and what comes first among all that it can go on with.
static Execution completed(const ProgramRules &rules, Execution prefix)
{
    ProgramState state = statesOf(rules, prefix).back();
    for (std::size_t thread = 0; thread < rules.threads();) {
        if (!rules.canStep(state, thread)) {
            ++thread;
            continue;
        }
        state = rules.after(state, thread);
        prefix.push_back(static_cast<std::uint8_t>(thread));
        thread = 0;
    }
    return prefix;
}

static std::vector<Neighbour> swapsOf(const ProgramRules &rules, const Execution &execution)
{
    std::vector<Neighbour> swaps;
    for (std::size_t step = 0; step + 1 < execution.size(); ++step) {
        if (execution[step] == execution[step + 1])
            continue;
        Execution other = execution;
        std::swap(other[step], other[step + 1]);
        if (const std::optional<Ending> ending = endingIfPossible(rules, other))
            swaps.push_back({other, 0, *ending, step, true});
    }
    return swaps;
}

/// Those in which another thread takes a step, the last step first.
static std::vector<Neighbour> turnsOf(const ProgramRules &rules, const Execution &execution)
{
    std::vector<Neighbour> turns;
    const std::vector<ProgramState> states = statesOf(rules, execution);
    for (std::size_t step = execution.size(); step-- > 0;) {
        for (std::size_t thread = 0; thread < rules.threads(); ++thread) {
            if (thread == execution[step] || !rules.canStep(states[step], thread))
                continue;
            Execution other(execution.begin(), execution.begin() + static_cast<std::ptrdiff_t>(step));
            other.push_back(static_cast<std::uint8_t>(thread));
            other = completed(rules, std::move(other));
            turns.push_back({other, 0, endingOf(rules, other), step, false});
        }
    }
    return turns;
}

std::optional<Neighbour> neighbourOf(const Executions &all, const Execution &execution)
{
    const ProgramRules &rules = all.rules();
    const Ending own = endingOf(rules, execution);
    const auto isOpposite = [&](const Neighbour &other) {
        return isRight(all.program(), other.ending) != isRight(all.program(), own);
    };
    const auto first = [](const std::vector<Neighbour> &others, auto &&is) -> std::optional<Neighbour> {
        const auto found = std::ranges::find_if(others, is);
        return found == others.end() ? std::nullopt : std::optional(*found);
    };
    const std::vector<Neighbour> swaps = swapsOf(rules, execution);
    std::optional<Neighbour> best = first(swaps, isOpposite);
    if (!best && all.program().expected() == 0) // no value tells executions apart, a deadlock does
        best = first(turnsOf(rules, execution), isOpposite);
    if (!best)
        best = first(swaps, [&](const Neighbour &other) { return other.ending != own; });
    if (!best)
        best = first(swaps, [](const Neighbour &) { return true; });
    if (best)
        best->number = all.numberOf(best->execution);
    return best;
}

} // namespace tenfold
