#pragma once

#include "core/executors/continuation.h"
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

/// Where and when the work of a task ended; no lane: not recorded.
struct TaskEnding
{
    const Lane *lane = nullptr;
    Nanoseconds at = 0;
};

/// What an executor and the futures of one task share. Every member may be called from any thread.
class TaskState
{
public:
    explicit TaskState(std::int32_t task) : task_(task) {}
    virtual ~TaskState();
    TaskState(const TaskState &) = delete;
    TaskState &operator=(const TaskState &) = delete;

    std::int32_t task() const { return task_; }
    FutureState state() const { return state_.load(std::memory_order_acquire); }
    bool isDone() const { return state() >= FutureState::Finished; }
    /// Pending -> Running; false when it was cancelled before.
    bool tryStart();
    /// Pending -> Cancelled; false when it has started.
    bool tryCancel();
    /// Running -> Finished; wakes who waits, then calls what whenDone() was given. The result was stored
    /// before.
    void finish(std::exception_ptr error, const TaskEnding &ending = {});
    /// Calls `callback` once it is done: on the thread that finishes or cancels it, in the order of these
    /// calls; at once when it is done already. A thread in wait() may be that thread, for this task and for
    /// others: hold no lock there that a callback takes. What the callback throws is lost.
    template<typename F> void whenDone(F callback);
    void whenDone(Continuation *continuation);
    /// Writes a link (DependsOn) onto `lane`, where something begins now that needed this task's end.
    virtual void recordDependency(Lane &lane) const;

    /// Waits until done; records the wait. Throws Stopped or TimedOut; `limit` negative means none.
    void wait(const std::stop_token &stop, std::chrono::nanoseconds limit, std::source_location where) const;
    /// What a waiting thread can do itself for the task's end, before it sleeps: for 1 ms, or `limit`
    /// (negative: none), if that is less.
    virtual void help(std::chrono::nanoseconds) const {}
    void rethrow() const;
    std::exception_ptr error() const { return isDone() ? error_ : nullptr; }

private:
    void settle(FutureState state);
    static void runAll(Continuation *latest);

    const std::int32_t task_;
    std::atomic<FutureState> state_{FutureState::Pending};
    mutable std::atomic<int> waiters_{0};
    std::atomic<Continuation *> continuations_{nullptr}; ///< latest first; closed once it is done
    std::exception_ptr error_;                           // these are written before Finished is published
    TaskEnding ending_;
    const Trace *endedIn_ = nullptr; ///< of ending_, which may not live any more
};

template<typename F> void TaskState::whenDone(F callback)
{
    struct Callback final : Continuation
    {
        explicit Callback(F &&f) : function(std::move(f)) {}
        void run() noexcept override
        {
            try {
                function();
            } catch (...) { // there is nobody to hear of it
            }
            delete this;
        }
        void drop() noexcept override { delete this; }
        F function;
    };
    whenDone(static_cast<Continuation *>(new Callback(std::move(callback))));
}

namespace detail {
template<typename T, typename F> struct ThenResult : std::invoke_result<F &, const T &>
{};
template<typename F> struct ThenResult<void, F> : std::invoke_result<F &>
{};
} // namespace detail

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
    /// Calls `callback()` once the task is done, however it ended: on the thread that ends it, or at once
    /// when it is done. That thread may be one of an executor's own, or any that waits for a task, this one
    /// or another: hold no lock there that a callback takes, and let no callback wait for what that thread
    /// has to do. As many as one likes are called in the order of these calls; what they throw is lost.
    template<typename F> void whenDone(F callback) const { shared_->whenDone(std::move(callback)); }
    /// Calls `work(result)` (without an argument for void) once the task has finished, on the thread that
    /// whenDone() speaks of, and delivers what that returns or throws. Where the task fails or is cancelled,
    /// so does the future returned, with the same exception. Cancelling that one leaves the task as it is.
    /// Defined in core/executors/continuations.h.
    template<typename F>
    Future<typename detail::ThenResult<T, F>::type>
    then(F work, std::source_location where = std::source_location::current()) const;
    /// The same on a worker of `executor`, whose end may come first: then the future throws
    /// std::runtime_error.
    template<typename Executor, typename F>
    Future<typename detail::ThenResult<T, F>::type>
    then(Executor &executor, F work, std::source_location where = std::source_location::current()) const;
    /// The same as task `number`: one of its own, while the others count as what they follow.
    template<typename Executor, typename F>
    Future<typename detail::ThenResult<T, F>::type>
    thenAs(Executor &executor, std::int32_t number, F work,
           std::source_location where = std::source_location::current()) const;
    /// Whether `state` is that of the task it speaks of.
    bool speaksOf(const TaskState &state) const { return shared_.get() == &state; }
    std::int32_t task() const { return shared_->task(); }
    /// Writes a link (DependsOn) from where the task ended onto `lane`.
    void recordDependency(Lane &lane) const { shared_->recordDependency(lane); }
    /// What the task threw, once it is done; null when it threw nothing.
    std::exception_ptr exception() const { return shared_->error(); }

private:
    std::shared_ptr<Shared> shared_;
};

} // namespace tenfold
