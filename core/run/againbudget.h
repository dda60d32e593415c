#pragma once

#include <chrono>
#include <functional>
#include <stop_token>

namespace tenfold {

/// How long what is carried out again may take: all of that no longer than all that was carried out before
/// it, so that a run takes at most twice as long as without. Wall time, of one thread.
class AgainBudget
{
public:
    using Seconds = std::chrono::duration<double>;

    /// Carries out `step` for the first time; returns how long it took.
    Seconds first(const std::function<void()> &step);
    /// Whether something that takes as long as that may be carried out again.
    bool allows(Seconds expected) const { return expected <= left_; }
    /// Carries out `step` again, with a token that stops it when the time is up, or when `stop` does. Does
    /// nothing where no thread can be started that looks at the clock.
    void again(const std::stop_token &stop, const std::function<void(const std::stop_token &)> &step);

private:
    Seconds left_{0};
};

} // namespace tenfold
