#pragma once

#include "core/executors/threadpoolexecutor.h"

#include <latch>

namespace tenfold {

/// Keeps the only worker of a pool busy until it is let go.
class Blocker
{
public:
    explicit Blocker(ThreadPoolExecutor &pool)
        : future_(pool.submit([this] {
              started_.count_down();
              release_.wait();
          }))
    {
        started_.wait();
    }
    ~Blocker()
    {
        release();
        future_.wait(); // the worker may still be on its way out of release_
    }
    void release()
    {
        if (!std::exchange(released_, true))
            release_.count_down();
    }
    Future<void> &future() { return future_; }

private:
    std::latch started_{1}, release_{1};
    bool released_ = false;
    Future<void> future_;
};

} // namespace tenfold
