#pragma once

#include "core/trace/trace.h"

#include <map>
#include <mutex>

namespace tenfold {

/// Lanes for threads that are not ours, such as those of std::async, of oneTBB or of Qt's global pool: each
/// thread gets one at its first Scope, the same one at the next, and none is left on a thread. Any thread may
/// make a Scope; the lanes end with this object, after the last Scope.
class ForeignLanes
{
public:
    explicit ForeignLanes(Trace &trace, LaneName name = {}) : trace_(trace), name_(name) {}
    ~ForeignLanes()
    {
        for (const auto &[thread, lane] : lanes_)
            lane->close();
    }
    ForeignLanes(const ForeignLanes &) = delete;
    ForeignLanes &operator=(const ForeignLanes &) = delete;

    /// The calling thread records on its lane until the end of the scope.
    class Scope : public LaneScope
    {
    public:
        explicit Scope(ForeignLanes &lanes) : LaneScope(lanes.ofThisThread()) {}
    };

private:
    Lane *ofThisThread()
    {
        if (!trace_.isRecording())
            return nullptr;
        // Not std::thread::id, nor the kernel's: both come again for another thread.
        static std::atomic<std::uint64_t> threads{0};
        thread_local const std::uint64_t thread = ++threads;
        const std::scoped_lock lock(mutex_);
        Lane *&lane = lanes_[thread];
        if (!lane)
            lane = trace_.addLane(LaneRole::Worker, name_);
        return lane;
    }

    Trace &trace_;
    const LaneName name_;
    std::mutex mutex_; // guards what follows
    std::map<std::uint64_t, Lane *> lanes_;
};

} // namespace tenfold
