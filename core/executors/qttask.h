#pragma once

#include "core/executors/handover.h"

#include <QThreadPool>

namespace tenfold {

/// Has a thread of `pool` call `work()`, which throws nothing: QThreadPool::start(), with the hand-over that
/// the thread sanitizer does not see.
template<typename F> void startOn(QThreadPool &pool, F work)
{
    struct Task final : QRunnable
    {
        explicit Task(F &&f) : function(std::move(f)) {}
        void run() override
        {
            takeOver(this);
            function();
        }
        F function;
    };
    auto *task = new Task(std::move(work));
    handOver(task);
    pool.start(task);
}

} // namespace tenfold
