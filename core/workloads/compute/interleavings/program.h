#pragma once

#include "core/trace/records.h"

#include <string>
#include <vector>

namespace tenfold {

/// What one step of a small program does. Nothing comes between the beginning and the end of a step.
enum class StepKind : std::uint8_t {
    Load,  ///< r = x, where each thread has an r of its own
    Store, ///< x = r + 1
    Lock,  ///< waits until the lock is free, and takes it
    Unlock
};

struct Step
{
    StepKind kind = StepKind::Load;
    std::uint8_t lock = 0; ///< its number in the program, for Lock and Unlock
    SourceLine where;
};

/// A small program: the steps of each thread, which share the variable x and some locks. Threads take turns
/// in any order, a step at a time.
struct Program
{
    std::vector<std::vector<Step>> threads;
    std::vector<std::string> locks; ///< their names

    /// What a state has room for.
    static constexpr std::size_t mostThreads = 5, mostSteps = 15, mostLocks = 8;
    static constexpr int greatestValue = 15;

    /// The value that x has to have in the end: no update is lost.
    int expected() const;
};

/// Writes a thread of a program down, a step for each call, with the line of the call. Locks are given back
/// in reverse order.
class ThreadSteps
{
public:
    /// Begins a new thread of `program`. Throws std::length_error where that has no room for one more, as
    /// each of the steps does; unlock() throws std::logic_error for another lock than the one taken last.
    explicit ThreadSteps(Program &program);

    using Line = std::source_location;
    void load(Line where = Line::current()) { add(StepKind::Load, {}, where); }
    void store(Line where = Line::current()) { add(StepKind::Store, {}, where); }
    void lock(const std::string &name, Line where = Line::current());
    void unlock(const std::string &name, Line where = Line::current());

private:
    void add(StepKind kind, const std::string &lock, SourceLine where);
    std::uint8_t numberOf(const std::string &lock);

    Program &program_;
    const std::size_t thread_;
    std::vector<std::string> held_;
};

/// Which thread takes each step, by number: one way in which the steps of a program may follow one another.
/// It ends where every thread has ended, or where none can go on.
using Execution = std::vector<std::uint8_t>;

/// What an execution ends with.
struct Ending
{
    std::uint8_t x = 0;
    bool isDeadlock = false; ///< threads wait for locks that will not be free again

    auto operator<=>(const Ending &) const = default;
};

/// Whether no update is lost and no thread is left waiting.
bool isRight(const Program &program, const Ending &ending);

} // namespace tenfold
