#pragma once

#include <QtGlobal>

#include <atomic>

namespace tenfold {

/// How much more memory the program holds (resident, from /proc/self/statm) than when this was made.
class MemoryPeak
{
public:
    MemoryPeak();

    /// Looks once. Any thread.
    void look();
    /// The most that was seen, in MiB.
    double mebibytes() const;

private:
    const qint64 before_; // bytes
    std::atomic<qint64> most_;
};

} // namespace tenfold
