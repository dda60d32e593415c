#pragma once

#include "core/run/runner.h"
#include "core/trace/trace.h"

#include <QDeadlineTimer>
#include <QThread>

#include <algorithm>

namespace tenfold {

/// Waits until a lane of the first variant of `runner` has a span; false where it ends without, or after
/// `milliseconds`. Looks all the time: the shortest run is over in a quarter of a second.
inline bool comesToWork(const Runner &runner, int milliseconds)
{
    const auto works = [&] {
        const auto outcomes = runner.outcomes();
        const Repeat *repeat = outcomes.front().shown();
        if (!repeat || !repeat->trace)
            return false;
        return std::ranges::any_of(repeat->trace->lanes(),
                                   [](const Lane *lane) { return lane->spans().size() > 0; });
    };
    for (const QDeadlineTimer limit(milliseconds); !works();) {
        if (limit.hasExpired() || !runner.isRunning())
            return works();
        QThread::yieldCurrentThread();
    }
    return true;
}

} // namespace tenfold
