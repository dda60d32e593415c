#pragma once

#include "core/trace/span.h"

#include <thread>

namespace tenfold {

/// A std::jthread with a lane of the trace; joins at its end. `work` must not throw.
class WorkerThread
{
public:
    template<typename F>
    WorkerThread(Trace &trace, F work)
        : thread_([lane = trace.addLane(LaneRole::Worker), work = std::move(work)]() mutable {
              const LaneScope scope(lane);
              work();
              if (lane)
                  lane->close();
          })
    {
    }

private:
    std::jthread thread_;
};

} // namespace tenfold
