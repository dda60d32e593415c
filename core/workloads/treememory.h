#pragma once

#include <QtGlobal>

#include <mutex>
#include <vector>

namespace tenfold {

/// The memory of this program and its worker processes (PSS), beyond what the program held when this was
/// made. Each look is a sample of the gauge "memory" in MiB. Any thread.
class TreeMemory
{
public:
    TreeMemory();

    /// Looks, unless somebody has within the last 50 ms: it takes some tenths of a millisecond a process.
    void look(const std::vector<qint64> &processIds = {});
    /// The most that was seen, in MiB.
    double mebibytes() const;
    /// The most that a single worker process was seen to hold, in MiB.
    double largestProcess() const;

private:
    const qint64 before_;      // bytes
    mutable std::mutex mutex_; // guards what follows
    qint64 last_ = 0;          // nanoseconds
    double most_ = 0;
    double largest_ = 0;
};

} // namespace tenfold
