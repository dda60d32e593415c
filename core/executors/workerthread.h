#pragma once

#include "core/executors/threadstart.h"
#include "core/sync/stopped.h"
#include "core/trace/span.h"

#include <system_error>
#include <thread>

namespace tenfold {

/// A std::jthread with a lane of the trace; joins at its end. A Stopped that leaves `work` ends the thread.
class WorkerThread
{
public:
    /// Throws ThreadNotStarted.
    template<typename F> WorkerThread(Trace &trace, F work, LaneName name = {})
    {
        Lane *const lane = trace.addLane(LaneRole::Worker, name);
        try {
            thread_ = std::jthread([this, lane, task = std::move(work)]() mutable {
                const LaneScope scope(lane);
                try {
                    task();
                } catch (const Stopped &) {
                } catch (...) {
                    error_ = std::current_exception();
                }
                if (lane)
                    lane->close();
            });
        } catch (const std::system_error &) {
            if (lane)
                lane->close();
            throw ThreadNotStarted();
        }
    }

    /// Waits for the end of the thread, and throws on what `work` threw.
    void join()
    {
        thread_.join();
        if (error_)
            std::rethrow_exception(error_);
    }

private:
    std::exception_ptr error_; // written by the thread, read after its end
    std::jthread thread_;
};

} // namespace tenfold
