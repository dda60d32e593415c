#pragma once

#include "core/trace/span.h"

#include <QAbstractEventDispatcher>
#include <QObject>

#include <optional>

namespace tenfold {

/// Records on the calling thread's lane when its event loop runs and when it waits for something outside,
/// from now to the end of this object. The thread has an event dispatcher.
class LoopLane
{
public:
    explicit LoopLane(std::source_location where = std::source_location::current())
        : running_(State::Running, "loop", SpanRecord::noTask, where)
    {
        auto *dispatcher = QAbstractEventDispatcher::instance();
        QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &context_,
                         [this, where] { waiting_.emplace(State::Io, "loop", SpanRecord::noTask, where); });
        QObject::connect(dispatcher, &QAbstractEventDispatcher::awake, &context_,
                         [this] { waiting_.reset(); });
    }

private:
    const Span running_;
    std::optional<Span> waiting_; ///< lies within running_, and ends before it
    QObject context_;             ///< gone first: nothing more is recorded
};

} // namespace tenfold
