#pragma once

#include "core/workloads/files/textfiles.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <source_location>

namespace tenfold {

/// A disk that takes its time: it serves so many reads at once, each after its latency, and what is more
/// waits for a free place. The files are real. Every member may be called from any thread.
class SlowDisk
{
public:
    SlowDisk(int places, std::chrono::milliseconds latency) : latency_(latency), free_(places) {}

    /// Waits for a free place (a span of State::Queue, counted in the series "waiting"), then for the
    /// latency, and reads the file meanwhile (State::Io, "reading"). Throws Stopped when `stop` is requested.
    /// What was read counts as held until its last copy goes, and who holds much lets others wait for their
    /// place: the disk outlives it.
    FileContent read(const QString &name, const std::stop_token &stop,
                     std::source_location where = std::source_location::current());

private:
    static constexpr qint64 mostHeld = 96 << 20; ///< bytes of files, beside those that are being read

    class Place;
    bool hasPlace() const { return free_ > 0 && held_ < mostHeld; }
    void lend(FileContent &content);

    const std::chrono::milliseconds latency_;
    std::mutex mutex_; // guards what follows
    int free_;
    qint64 held_ = 0;
    std::condition_variable_any freed_;
};

} // namespace tenfold
