#include "core/workloads/files/slowdisk.h"

#include "core/sync/pause.h"

namespace tenfold {

/// A place at the disk for the length of a scope.
class SlowDisk::Place
{
public:
    Place(SlowDisk &disk, const std::stop_token &stop, std::source_location where) : disk_(disk)
    {
        std::unique_lock lock(disk_.mutex_);
        if (!disk_.hasPlace()) {
            const Span queued(State::Queue, "disk", SpanRecord::noTask, where);
            const Counted waiting("waiting");
            if (!disk_.freed_.wait(lock, stop, [this] { return disk_.hasPlace(); }))
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

void SlowDisk::lend(FileContent &content)
{
    const qint64 size = content.bytes.size();
    {
        const std::scoped_lock lock(mutex_);
        held_ += size;
    }
    content.held = std::shared_ptr<const void>(&content, [this, size](const void *) {
        {
            const std::scoped_lock lock(mutex_);
            held_ -= size;
        }
        freed_.notify_all();
    });
}

FileContent SlowDisk::read(const QString &name, const std::stop_token &stop, std::source_location where)
{
    if (Lane *lane = Lane::current())
        lane->seriesIndex("waiting"); // it is drawn, as 0, where nobody has to wait as well
    const Place place(*this, stop, where);
    const Span span(State::Io, "read", SpanRecord::noTask, where);
    const Counted reading("reading");
    const auto served = std::chrono::steady_clock::now() + latency_;
    FileContent content = readTextFile(name, stop);
    lend(content);
    pauseFor(served - std::chrono::steady_clock::now(), stop, "latency", where);
    return content;
}

} // namespace tenfold
