#include "core/workloads/slowdisk.h"

#include "core/sync/pause.h"

namespace tenfold {

/// A place at the disk for the length of a scope.
class SlowDisk::Place
{
public:
    Place(SlowDisk &disk, const std::stop_token &stop, std::source_location where) : disk_(disk)
    {
        std::unique_lock lock(disk_.mutex_);
        if (disk_.free_ == 0) {
            const Span queued(State::Queue, "disk", SpanRecord::noTask, where);
            const Counted waiting("waiting");
            if (!disk_.freed_.wait(lock, stop, [this] { return disk_.free_ > 0; }))
                throw Stopped();
        }
        --disk_.free_;
    }
    ~Place()
    {
        {
            const std::scoped_lock lock(disk_.mutex_);
            ++disk_.free_;
        }
        disk_.freed_.notify_one();
    }
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;

private:
    SlowDisk &disk_;
};

FileContent SlowDisk::read(const QString &name, const std::stop_token &stop, std::source_location where)
{
    const Place place(*this, stop, where);
    const Span span(State::Io, "read", SpanRecord::noTask, where);
    const Counted reading("reading");
    const auto served = std::chrono::steady_clock::now() + latency_;
    FileContent content = readTextFile(name);
    pauseFor(served - std::chrono::steady_clock::now(), stop, "latency", where);
    return content;
}

} // namespace tenfold
