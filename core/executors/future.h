#pragma once

#include "core/sync/stopped.h"
#include "core/trace/span.h"

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <type_traits>
#include <variant>
#include <vector>

namespace tenfold {

/// Thrown by Future::get() of a task that was cancelled before it started.
struct Cancelled : std::exception
{
    const char *what() const noexcept override { return "cancelled"; }
};

/// Thrown by a wait with a limit that passed.
struct TimedOut : std::exception
{
    const char *what() const noexcept override { return "timed out"; }
};

enum class FutureState : std::uint8_t { Pending, Running, Finished, Cancelled };

/// What an executor and the futures of one task share. Every member may be called from any thread.
class TaskState
{
public:
    explicit TaskState(std::int32_t task) : task_(task) {}
    virtual ~TaskState() = default;

    std::int32_t task() const { return task_; }
    FutureState state() const { return state_.load(std::memory_order_acquire); }
    bool isDone() const { return state() >= FutureState::Finished; }
    /// Pending -> Running; false when it was cancelled before.
    bool tryStart();
    /// Pending -> Cancelled; false when it has started.
    bool tryCancel();
    /// Running -> Finished; wakes who waits. The result was stored before.
    void finish(std::exception_ptr error);

    /// Waits until done; records the wait. Throws Stopped or TimedOut; `limit` negative means none.
    void wait(const std::stop_token &stop, std::chrono::nanoseconds limit, std::source_location where) const;
    void rethrow() const;
    std::exception_ptr error() const { return isDone() ? error_ : nullptr; }

private:
    void settle(FutureState state);

    const std::int32_t task_;
    std::atomic<FutureState> state_{FutureState::Pending};
    mutable std::atomic<int> waiters_{0};
    std::exception_ptr error_; // written before Finished is published
};

/// A result that arrives later. A value: copies speak of the same task. Modelled on Python's
/// concurrent.futures.Future.
template<typename T> class Future
{
public:
    using Result = std::conditional_t<std::is_void_v<T>, std::monostate, T>;
    struct Shared : TaskState
    {
        using TaskState::TaskState;
        std::optional<Result> result;
    };

    explicit Future(std::shared_ptr<Shared> shared) : shared_(std::move(shared)) {}

    bool isDone() const { return shared_->isDone(); }
    bool isRunning() const { return shared_->state() == FutureState::Running; }
    bool isCancelled() const { return shared_->state() == FutureState::Cancelled; }
    /// Keeps the task from starting; false when it runs or is done already.
    bool cancel() const { return shared_->tryCancel() || isCancelled(); }

    /// Waits for the result. Throws what the task threw; Cancelled; Stopped when `stop` is requested first.
    const Result &get(const std::stop_token &stop = {},
                      std::source_location where = std::source_location::current()) const
    {
        shared_->wait(stop, std::chrono::nanoseconds(-1), where);
        shared_->rethrow();
        return *shared_->result;
    }
    /// The same; throws TimedOut when it takes longer than `limit`. The task goes on.
    const Result &get(std::chrono::nanoseconds limit, const std::stop_token &stop = {},
                      std::source_location where = std::source_location::current()) const
    {
        shared_->wait(stop, limit, where);
        shared_->rethrow();
        return *shared_->result;
    }
    /// Waits until it is done, however it ended.
    void wait(const std::stop_token &stop = {},
              std::source_location where = std::source_location::current()) const
    {
        shared_->wait(stop, std::chrono::nanoseconds(-1), where);
    }
    /// What the task threw, once it is done; null when it threw nothing.
    std::exception_ptr exception() const { return shared_->error(); }

private:
    std::shared_ptr<Shared> shared_;
};

} // namespace tenfold
