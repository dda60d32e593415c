#pragma once

#include "core/trace/span.h"

#include <QObject>

#include <optional>

namespace tenfold {

/// Records on the calling thread's lane when its event loop runs and when it waits for something outside,
/// from now to the end of this object; so it does with loops within callbacks. The thread has an event
/// dispatcher.
class LoopLane
{
public:
    explicit LoopLane(std::source_location where = std::source_location::current());
    ~LoopLane();
    LoopLane(const LoopLane &) = delete;
    LoopLane &operator=(const LoopLane &) = delete;

    /// The loop of the calling thread has something to do: what it waited for is there.
    static void awake();

private:
    LoopLane *const previous_;
    const Span running_;
    std::optional<Span> waiting_; ///< the innermost span while it is there
    QObject context_;             ///< gone first: nothing more is recorded
};

} // namespace tenfold
