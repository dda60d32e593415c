#include "core/workloads/compute/interleavings/programstate.h"

#include <algorithm>
#include <stdexcept>

namespace tenfold {

ProgramRules::ProgramRules(const Program &program) : threads_(program.threads.size())
{
    const auto isAlike = [](const Step &a, const Step &b) { return a.kind == b.kind && a.lock == b.lock; };
    for (std::size_t thread = 0; thread < threads_; ++thread) {
        const std::vector<Step> &steps = program.threads[thread];
        for (std::size_t i = 0; i < steps.size(); ++i) // the rest is End
            operations_[thread][i] = {static_cast<Kind>(steps[i].kind),
                                      std::uint64_t{1} << (ProgramState::atLocks + steps[i].lock)};
        const auto group = std::ranges::find_if(alike_, [&](const std::vector<std::size_t> &others) {
            return std::ranges::equal(program.threads[others.front()], steps, isAlike);
        });
        if (group == alike_.end())
            alike_.push_back({thread});
        else
            group->push_back(thread);
    }
}

Ending ProgramRules::endingOf(ProgramState state) const
{
    Ending ending{static_cast<std::uint8_t>(state.x())};
    for (std::size_t thread = 0; thread < threads_; ++thread)
        ending.isDeadlock = ending.isDeadlock || !hasEnded(state, thread);
    return ending;
}

ProgramState ProgramRules::representative(ProgramState state) const
{
    // Their bytes in ascending order: five at the most.
    for (const std::vector<std::size_t> &group : alike_) {
        for (std::size_t i = 0; i + 1 < group.size(); ++i) {
            for (std::size_t j = i + 1; j < group.size(); ++j) {
                const std::size_t first = 8 * group[i], second = 8 * group[j];
                const std::uint64_t one = (state.word >> first) & 255, other = (state.word >> second) & 255;
                if (other < one)
                    state.word ^= (one ^ other) << first | (one ^ other) << second;
            }
        }
    }
    return state;
}

std::vector<ProgramState> statesOf(const ProgramRules &rules, const Execution &execution)
{
    std::vector<ProgramState> states{{}};
    for (const std::uint8_t thread : execution) {
        if (thread >= rules.threads() || !rules.canStep(states.back(), thread))
            throw std::invalid_argument("the thread cannot take this step");
        states.push_back(rules.after(states.back(), thread));
    }
    return states;
}

} // namespace tenfold
