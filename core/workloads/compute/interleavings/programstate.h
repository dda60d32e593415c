#pragma once

#include "core/workloads/compute/interleavings/program.h"

#include <array>

namespace tenfold {

/// Everything that the rest of an execution depends on, in one word: a byte for each thread (its next step
/// and its r), one for x, and one with a bit for each lock that is held. States that are equal go on in the
/// same ways. An r is forgotten when it has been stored, so that more of them are equal.
struct ProgramState
{
    std::uint64_t word = 0;

    unsigned next(std::size_t thread) const { return (word >> 8 * thread) & 15; }
    unsigned read(std::size_t thread) const { return (word >> (8 * thread + 4)) & 15; }
    unsigned x() const { return (word >> atX) & 255; }
    bool isHeld(unsigned lock) const { return (word >> (atLocks + lock)) & 1; }

    auto operator<=>(const ProgramState &) const = default;

    static constexpr std::size_t atX = 8 * Program::mostThreads, atLocks = atX + 8;
};

/// The rules by which the states of a program follow one another. Any thread.
class ProgramRules
{
public:
    explicit ProgramRules(const Program &program);

    std::size_t threads() const { return threads_; }
    bool hasEnded(ProgramState state, std::size_t thread) const
    {
        return at(state, thread).kind == Kind::End;
    }
    /// Whether the thread has a next step, and does not wait for a lock.
    bool canStep(ProgramState state, std::size_t thread) const
    {
        const Operation &step = at(state, thread);
        return step.kind != Kind::End && !(step.kind == Kind::Lock && (state.word & step.bit));
    }
    /// The state after the next step of a thread that can step.
    ProgramState after(ProgramState state, std::size_t thread) const
    {
        const Operation &step = at(state, thread);
        const std::size_t place = 8 * thread;
        switch (step.kind) {
        case Kind::Load:
            state.word &= ~(std::uint64_t{15} << (place + 4));
            state.word |= std::uint64_t{state.x()} << (place + 4);
            break;
        case Kind::Store: {
            const std::uint64_t value = state.read(thread) + 1;
            state.word &= ~(std::uint64_t{255} << ProgramState::atX | std::uint64_t{15} << (place + 4));
            state.word |= value << ProgramState::atX;
            break;
        }
        case Kind::Lock:
        case Kind::Unlock:
            state.word ^= step.bit;
            break;
        case Kind::End:
            break;
        }
        state.word += std::uint64_t{1} << place;
        return state;
    }
    /// What a state ends with in which no thread can step.
    Ending endingOf(ProgramState state) const;
    /// The one that stands for all states which differ in nothing but which of the threads of the same
    /// steps is where.
    ProgramState representative(ProgramState state) const;

private:
    enum class Kind : std::uint8_t { Load, Store, Lock, Unlock, End };
    struct Operation
    {
        Kind kind = Kind::End;
        std::uint64_t bit = 0; ///< of the lock
    };
    const Operation &at(ProgramState state, std::size_t thread) const
    {
        return operations_[thread][state.next(thread)];
    }

    std::size_t threads_;
    std::array<std::array<Operation, Program::mostSteps + 1>, Program::mostThreads> operations_{};
    std::vector<std::vector<std::size_t>> alike_; ///< threads of the same steps, together
};

/// The state after each step of `execution`, the first state first. Throws std::invalid_argument where a step
/// cannot be taken.
std::vector<ProgramState> statesOf(const ProgramRules &rules, const Execution &execution);

} // namespace tenfold
