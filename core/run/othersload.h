#pragma once

#include <chrono>
#include <optional>

namespace tenfold {

/// Cores that other programs used since this was made: what the system was busy (/proc/stat, in steps of
/// 10 ms), without this process and those of its children that have ended. Any thread.
class OthersLoad
{
public:
    OthersLoad();
    /// Empty where the system does not tell, and of less than 100 ms, which would be no figure.
    std::optional<double> cores() const;
    /// Cores that this process and its children used meanwhile.
    double ownCores() const;

private:
    struct Times
    {
        std::chrono::steady_clock::time_point at;
        std::optional<double> busy; ///< seconds of all cores together
        double own = 0;
    };
    static Times now();
    const Times begin_ = now();
};

} // namespace tenfold
