#pragma once

#include "core/sync/stopped.h"
#include "core/workloads/compute/interleavings/count.h"
#include "core/workloads/compute/interleavings/programstate.h"

#include <algorithm>
#include <map>
#include <stop_token>

namespace tenfold {

/// Carries out every execution that begins with `prefix`, step by step, each exactly once, in the order of
/// their numbers: calls `visit(path, steps, state)` at its end, where `path` has the thread of each step.
template<typename Visit> class ExecutionVisitor
{
public:
    ExecutionVisitor(const ProgramRules &rules, Visit visit) : rules_(rules), visit_(std::move(visit)) {}

    void visitFrom(const Execution &prefix)
    {
        const ProgramState state = statesOf(rules_, prefix).back();
        std::ranges::copy(prefix, path_.begin());
        goOn(state, prefix.size());
    }

private:
    void goOn(ProgramState state, std::size_t depth)
    {
        bool hasEnded = true;
        for (std::size_t thread = 0; thread < rules_.threads(); ++thread) {
            if (!rules_.canStep(state, thread))
                continue;
            hasEnded = false;
            path_[depth] = static_cast<std::uint8_t>(thread);
            goOn(rules_.after(state, thread), depth + 1);
        }
        if (hasEnded)
            visit_(path_.data(), depth, state);
    }

    const ProgramRules rules_; ///< a copy: nobody else writes beside it
    Visit visit_;
    std::array<std::uint8_t, Program::mostThreads * Program::mostSteps> path_{};
};

/// How many executions that begin with `prefix` have each ending, by carrying out all of them. Throws
/// Stopped.
std::map<Ending, Count> search(const ProgramRules &rules, const Execution &prefix,
                               const std::stop_token &stop = {});

/// Beginnings that share out all executions among them, in their order: at least `least` of them, where
/// there are so many executions, and all of the same number of steps but those that end before.
std::vector<Execution> prefixesOf(const ProgramRules &rules, std::size_t least);

} // namespace tenfold
