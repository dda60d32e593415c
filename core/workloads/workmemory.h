#pragma once

#include <QtGlobal>

#include <chrono>
#include <mutex>
#include <vector>

namespace tenfold {

/// The proportional set size of a process in bytes, what it shares divided among the sharers (Linux
/// smaps_rollup); 0 when it is gone.
qint64 proportionalSetSize(qint64 processId);

/// Bytes of address space that are set aside for the stack of the calling thread.
qint64 stackSize();

/// The memory that a run's work takes: the data that threads say they hold, and all of its worker processes
/// (PSS). What this program takes for itself, its window above all, is no part of it. Each change is a sample
/// of the gauge "memory" in MiB. Any thread.
class WorkMemory
{
public:
    /// Data that the calling thread holds as long as this lives.
    class Held
    {
    public:
        Held(WorkMemory &memory, qint64 bytes);
        ~Held();
        Q_DISABLE_COPY_MOVE(Held)

    private:
        WorkMemory &memory_;
        const qint64 bytes_;
    };

    /// Looks at the processes, unless somebody has within the last 50 ms: it takes some tenths of a
    /// millisecond each.
    void look(const std::vector<qint64> &processIds);
    /// Looks in any case.
    void lookNow(const std::vector<qint64> &processIds);
    /// The most at once, in MiB.
    double mebibytes() const;
    /// The most that a single worker process was seen to hold, in MiB.
    double largestProcess() const;

private:
    void see(const std::vector<qint64> &processIds);
    void change(qint64 &part, qint64 bytes);
    mutable std::mutex mutex_; // guards what follows
    std::chrono::steady_clock::time_point last_;
    qint64 held_ = 0, ofProcesses_ = 0, most_ = 0, largest_ = 0; // bytes
};

} // namespace tenfold
