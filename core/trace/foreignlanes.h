#pragma once

#include "core/trace/trace.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>

namespace tenfold {

/// Lanes for threads that are not ours, such as those of std::async, of oneTBB or of Qt's global pool: each
/// thread gets one at its first Scope, the same one at the next, and none is left on a thread, which may
/// outlive the trace. A thread that writes a lane of the trace already keeps that: where the waiter carries
/// out the task. Any thread.
class ForeignLanes
{
public:
    explicit ForeignLanes(Trace &trace, LaneName name = {}) : trace_(trace), name_(name) {}
    /// Waits for the scopes that are open, and closes the lanes.
    ~ForeignLanes()
    {
        std::unique_lock lock(mutex_);
        left_.wait(lock, [this] { return inside_ == 0; });
        for (const auto &[thread, lane] : lanes_)
            lane->close();
    }
    ForeignLanes(const ForeignLanes &) = delete;
    ForeignLanes &operator=(const ForeignLanes &) = delete;

    /// The calling thread records on its lane until the end of the scope. Stands first in a task.
    class Scope
    {
    public:
        explicit Scope(ForeignLanes &lanes) : lanes_(lanes), scope_(std::in_place, lanes.enter()) {}
        ~Scope()
        {
            scope_.reset(); // before the trace may go
            lanes_.leave();
        }
        Scope(const Scope &) = delete;
        Scope &operator=(const Scope &) = delete;

    private:
        ForeignLanes &lanes_;
        std::optional<LaneScope> scope_;
    };

private:
    Lane *enter()
    {
        // Not std::thread::id, nor the kernel's: both come again for another thread.
        static std::atomic<std::uint64_t> threads{0};
        thread_local const std::uint64_t thread = ++threads;
        const std::scoped_lock lock(mutex_);
        ++inside_;
        if (!trace_.isRecording())
            return nullptr;
        if (Lane *own = Lane::current(); own && &own->trace() == &trace_)
            return own;
        Lane *&lane = lanes_[thread];
        if (!lane)
            lane = trace_.addLane(LaneRole::Worker, name_);
        return lane;
    }
    void leave()
    {
        const std::scoped_lock lock(mutex_);
        if (--inside_ == 0)
            left_.notify_all();
    }

    Trace &trace_;
    const LaneName name_;
    std::mutex mutex_; // guards what follows
    std::condition_variable left_;
    int inside_ = 0;
    std::map<std::uint64_t, Lane *> lanes_;
};

} // namespace tenfold
