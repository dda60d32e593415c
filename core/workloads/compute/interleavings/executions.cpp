#include "core/workloads/compute/interleavings/executions.h"

#include "core/sync/stopped.h"

#include <algorithm>

namespace tenfold {

std::string inDigits(Count count)
{
    std::string digits;
    for (int place = 0; place == 0 || count > 0; ++place, count /= 10) {
        if (place > 0 && place % 3 == 0)
            digits += ',';
        digits += static_cast<char>('0' + static_cast<int>(count % 10));
    }
    std::ranges::reverse(digits);
    return digits;
}

Executions::Executions(Program program, const std::stop_token &stop)
    : program_(std::move(program)), rules_(program_)
{
    layers_.push_back({{ProgramState{}}, {1}});
    while (!layers_.back().states.empty()) {
        throwIfStopped(stop);
        Layer further = next(layers_.back());
        layers_.push_back(std::move(further));
    }
    layers_.pop_back();
    for (std::size_t depth = layers_.size(); depth-- > 0;) {
        throwIfStopped(stop);
        complete(layers_[depth], depth + 1 < layers_.size() ? &layers_[depth + 1] : nullptr);
    }
}

/// The states one step further; what goes on no further is counted among the endings.
Executions::Layer Executions::next(const Layer &layer)
{
    std::vector<std::pair<ProgramState, Count>> reached;
    for (std::size_t i = 0; i < layer.states.size(); ++i) {
        const ProgramState state = layer.states[i];
        const std::size_t before = reached.size();
        for (std::size_t thread = 0; thread < rules_.threads(); ++thread) {
            if (rules_.canStep(state, thread))
                reached.emplace_back(rules_.representative(rules_.after(state, thread)), layer.ways[i]);
        }
        if (reached.size() == before) {
            Count &ending = endings_[rules_.endingOf(state)];
            ending = sum(ending, layer.ways[i]);
        }
    }
    std::ranges::sort(reached, {}, &std::pair<ProgramState, Count>::first);
    Layer further;
    for (const auto &[state, ways] : reached) {
        if (further.states.empty() || further.states.back() != state) {
            further.states.push_back(state);
            further.ways.push_back(ways);
        } else {
            further.ways.back() = sum(further.ways.back(), ways);
        }
    }
    return further;
}

static Count find(const std::vector<ProgramState> &states, const std::vector<Count> &counts,
                  ProgramState state)
{
    const auto found = std::ranges::lower_bound(states, state);
    return counts[static_cast<std::size_t>(found - states.begin())];
}

void Executions::complete(Layer &layer, const Layer *next) const
{
    layer.completions.reserve(layer.states.size());
    for (const ProgramState state : layer.states) {
        Count completions = 0;
        bool hasEnded = true;
        for (std::size_t thread = 0; thread < rules_.threads(); ++thread) {
            if (!rules_.canStep(state, thread))
                continue;
            hasEnded = false;
            const ProgramState after = rules_.representative(rules_.after(state, thread));
            completions = sum(completions, find(next->states, next->completions, after));
        }
        layer.completions.push_back(hasEnded ? 1 : completions);
    }
}

Count Executions::right() const
{
    Count all = 0;
    for (const auto &[ending, count] : endings_)
        all += isRight(program_, ending) ? count : 0;
    return all;
}

Count Executions::completionsOf(ProgramState state, std::size_t depth) const
{
    return find(layers_[depth].states, layers_[depth].completions, rules_.representative(state));
}

Execution Executions::at(Count number) const
{
    if (number < 1 || number > total())
        throw std::out_of_range("there is no execution of this number");
    Execution execution;
    ProgramState state;
    for (Count before = number - 1; execution.size() + 1 < layers_.size();) {
        bool hasEnded = true;
        for (std::size_t thread = 0; thread < rules_.threads(); ++thread) {
            if (!rules_.canStep(state, thread))
                continue;
            hasEnded = false;
            const ProgramState after = rules_.after(state, thread);
            const Count completions = completionsOf(after, execution.size() + 1);
            if (before < completions) {
                execution.push_back(static_cast<std::uint8_t>(thread));
                state = after;
                break;
            }
            before -= completions;
        }
        if (hasEnded)
            break;
    }
    return execution;
}

Count Executions::numberOf(const Execution &execution) const
{
    const std::vector<ProgramState> states = statesOf(rules_, execution);
    Count before = 0;
    for (std::size_t depth = 0; depth < execution.size(); ++depth) {
        for (std::size_t thread = 0; thread < execution[depth]; ++thread) {
            if (rules_.canStep(states[depth], thread))
                before += completionsOf(rules_.after(states[depth], thread), depth + 1);
        }
    }
    return before + 1;
}

} // namespace tenfold
