#pragma once

#include "core/executors/door.h"
#include "core/executors/future.h"

#include <functional>

namespace tenfold {

/// What an executor carries out: a function with the state that its futures share.
class ExecutorTask
{
public:
    explicit ExecutorTask(std::source_location w) : where(w) {}
    virtual ~ExecutorTask() = default;
    virtual TaskState &state() = 0;
    /// Calls the function and keeps its result; throws what it throws.
    virtual void invoke() = 0;
    /// Writes onto `lane`, where it begins, what it depended on.
    virtual void recordDependencies(Lane &) const {}

    const std::source_location where;
};

/// Carries out `task` on this thread, as a span of its lane, unless it was cancelled.
void carryOut(ExecutorTask &task);

/// The way into an executor for those who may come after its end. Every member may be called from any thread.
class ExecutorDoor
{
public:
    using Enqueue = std::function<void(std::shared_ptr<ExecutorTask>)>;
    explicit ExecutorDoor(Enqueue enqueue) : enqueue_(std::move(enqueue)) {}

    /// Throws std::runtime_error once it is closed, or as the executor does.
    void enqueue(std::shared_ptr<ExecutorTask> task);
    /// Nobody comes in any more; waits for those who are on their way.
    void close() { door_.close(); }

private:
    const Enqueue enqueue_;
    Door door_;
};

} // namespace tenfold
