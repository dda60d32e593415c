#pragma once

#include <QtGlobal>

#include <chrono>
#include <mutex>
#include <vector>

namespace tenfold {

/// The proportional set size of a process in bytes, what it shares divided among the sharers (Linux
/// smaps_rollup); 0 when it is gone.
qint64 proportionalSetSize(qint64 processId);

/// The memory of this program and its worker processes (PSS), beyond what the program held when this was
/// made. Each look is a sample of the gauge "memory" in MiB. Any thread.
class TreeMemory
{
public:
    TreeMemory();

    /// Looks, unless somebody has within the last 50 ms: it takes some tenths of a millisecond a process.
    void look(const std::vector<qint64> &processIds = {});
    /// Looks in any case.
    void lookNow(const std::vector<qint64> &processIds = {});
    /// The most that was seen, in MiB.
    double mebibytes() const;
    /// The most that a single worker process was seen to hold, in MiB.
    double largestProcess() const;

private:
    void see(const std::vector<qint64> &processIds);
    const qint64 before_;      // bytes
    mutable std::mutex mutex_; // guards what follows
    std::chrono::steady_clock::time_point last_;
    double most_ = 0;
    double largest_ = 0;
};

} // namespace tenfold
