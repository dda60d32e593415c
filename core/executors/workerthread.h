#pragma once

#include "core/sync/stopped.h"
#include "core/trace/span.h"

#include <thread>

namespace tenfold {

/// A std::jthread with a lane of the trace; joins at its end. A Stopped that leaves `work` ends the thread;
/// it must throw nothing else.
class WorkerThread
{
public:
    template<typename F>
    WorkerThread(Trace &trace, F work)
        : thread_([lane = trace.addLane(LaneRole::Worker), work = std::move(work)]() mutable {
              const LaneScope scope(lane);
              try {
                  work();
              } catch (const Stopped &) {
              }
              if (lane)
                  lane->close();
          })
    {}

private:
    std::jthread thread_;
};

} // namespace tenfold
