#pragma once

#include "core/workloads/compute/interleavings/count.h"
#include "core/workloads/compute/interleavings/programstate.h"

#include <map>
#include <stop_token>

namespace tenfold {

/// All executions of a program, counted exactly and numbered, without carrying out any of them. Executions
/// that have reached the same state go on in the same ways: they are counted together, step by step, so that
/// the work grows with the number of states. Immutable: any thread.
class Executions
{
public:
    /// Counts them. Throws std::overflow_error where they are more than a Count can hold, and Stopped.
    explicit Executions(Program program, const std::stop_token &stop = {});

    const Program &program() const { return program_; }
    const ProgramRules &rules() const { return rules_; }
    /// How many there are in all, deadlocks included.
    Count total() const { return layers_.front().completions.front(); }
    /// How many there are with each ending.
    const std::map<Ending, Count> &endings() const { return endings_; }
    /// How many have the right ending.
    Count right() const;

    /// The execution of this number, from 1 to total(), in the order in which they are enumerated: by the
    /// first thread that differs. Throws std::out_of_range.
    Execution at(Count number) const;
    /// The number of an execution.
    Count numberOf(const Execution &execution) const;

private:
    /// The states that are reached with the same number of steps.
    struct Layer
    {
        std::vector<ProgramState> states;    ///< ascending, representatives only
        std::vector<Count> ways = {};        ///< to reach each of them
        std::vector<Count> completions = {}; ///< in how many ways each of them goes on to an end
    };
    Layer next(const Layer &layer);
    void complete(Layer &layer, const Layer *next) const;
    Count completionsOf(ProgramState state, std::size_t depth) const;

    const Program program_;
    const ProgramRules rules_;
    std::vector<Layer> layers_;
    std::map<Ending, Count> endings_;
};

} // namespace tenfold
