#pragma once

#include "core/sync/stopped.h"
#include "core/trace/span.h"

#include <thread>

namespace tenfold {

/// A std::jthread with a lane of the trace; joins at its end. A Stopped that leaves `work` ends the thread.
class WorkerThread
{
public:
    template<typename F>
    WorkerThread(Trace &trace, F work)
        : thread_([this, lane = trace.addLane(LaneRole::Worker), work = std::move(work)]() mutable {
              const LaneScope scope(lane);
              try {
                  work();
              } catch (const Stopped &) {
              } catch (...) {
                  error_ = std::current_exception();
              }
              if (lane)
                  lane->close();
          })
    {}

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
