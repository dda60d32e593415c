#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>
#include <vector>

namespace tenfold {

/// How many of the cores that this process sees other programs used since this was made: what these were busy
/// (/proc/stat, in steps of 10 ms), without this process and those of its children that have ended. Any
/// thread.
class OthersLoad
{
public:
    OthersLoad();
    /// Empty where the system does not tell, and of less than 100 ms, which would be no figure.
    std::optional<double> cores() const;
    /// Cores that this process and its children used meanwhile.
    double ownCores() const;

    /// Seconds that these cores were busy, of what /proc/stat says; all together where it names none of them.
    static double busySeconds(const QByteArray &stat, const std::vector<int> &cores);

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
