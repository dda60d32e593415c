#include "core/workloads/compute/interleavings/program.h"

#include <algorithm>
#include <stdexcept>

namespace tenfold {

int Program::expected() const
{
    std::ptrdiff_t stores = 0;
    for (const std::vector<Step> &thread : threads)
        stores += std::ranges::count(thread, StepKind::Store, &Step::kind);
    return static_cast<int>(stores);
}

bool isRight(const Program &program, const Ending &ending)
{
    return !ending.isDeadlock && ending.x == program.expected();
}

ThreadSteps::ThreadSteps(Program &program) : program_(program), thread_(program.threads.size())
{
    if (thread_ == Program::mostThreads)
        throw std::length_error("a program has at most 5 threads");
    program.threads.emplace_back();
}

void ThreadSteps::lock(const std::string &name, Line where)
{
    add(StepKind::Lock, name, where);
    held_.push_back(name);
}

void ThreadSteps::unlock(const std::string &name, Line where)
{
    if (held_.empty() || held_.back() != name)
        throw std::logic_error("locks are given back in reverse order");
    add(StepKind::Unlock, name, where);
    held_.pop_back();
}

std::uint8_t ThreadSteps::numberOf(const std::string &lock)
{
    auto &locks = program_.locks;
    const auto found = std::ranges::find(locks, lock);
    const auto number = static_cast<std::uint8_t>(found - locks.begin());
    if (found == locks.end()) {
        if (locks.size() == Program::mostLocks)
            throw std::length_error("a program has at most 8 locks");
        locks.push_back(lock);
    }
    return number;
}

void ThreadSteps::add(StepKind kind, const std::string &lock, SourceLine where)
{
    std::vector<Step> &steps = program_.threads[thread_];
    if (steps.size() == Program::mostSteps)
        throw std::length_error("a thread has at most 15 steps");
    if (kind == StepKind::Store && program_.expected() == Program::greatestValue)
        throw std::length_error("a program stores at most 15 times");
    const bool isOfLock = kind == StepKind::Lock || kind == StepKind::Unlock;
    steps.push_back({kind, isOfLock ? numberOf(lock) : std::uint8_t{0}, where});
}

} // namespace tenfold
