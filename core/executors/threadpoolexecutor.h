#pragma once

#include "core/executors/executortask.h"
#include "core/executors/threadstart.h"
#include "core/sync/waiting.h"

#include <QRunnable>

#include <deque>
#include <functional>
#include <ranges>

namespace tenfold {

/// Runs tasks on a private QThreadPool with a fixed number of reused threads, each with a lane of the trace.
/// Modelled on Python's concurrent.futures.ThreadPoolExecutor. Tasks start in the order of submission. Every
/// member may be called from any thread; the destructor waits for what was submitted. Where the system has no
/// further thread to give, those that started do the work, and a mark on the submitter's lane says so;
/// without any, the futures throw ThreadNotStarted.
class ThreadPoolExecutor
{
public:
    enum class Pending : std::uint8_t { Finish, Cancel };

    /// `workers` threads (at least 1, else std::invalid_argument). Once `stop` is requested, tasks that have
    /// not started are cancelled.
    ThreadPoolExecutor(int workers, Trace &trace, std::stop_token stop = {});
    ~ThreadPoolExecutor();
    ThreadPoolExecutor(const ThreadPoolExecutor &) = delete;
    ThreadPoolExecutor &operator=(const ThreadPoolExecutor &) = delete;

    /// Runs `work()` on a worker and delivers what it returns or throws. Tasks are numbered from 0.
    /// Throws std::runtime_error after shutdown().
    template<typename F>
    Future<std::invoke_result_t<F &>> submit(F work,
                                             std::source_location where = std::source_location::current())
    {
        return submitAs(number_.fetch_add(1, std::memory_order_relaxed), std::move(work), where);
    }

    /// The same as task `number`, where tasks are not submitted in the order of their numbers.
    template<typename F>
    Future<std::invoke_result_t<F &>> submitAs(std::int32_t number, F work,
                                               std::source_location where = std::source_location::current())
    {
        using Result = std::invoke_result_t<F &>;
        auto task = std::make_shared<TaskOf<F, Result>>(number, where, std::move(work));
        enqueue(task);
        return Future<Result>(std::shared_ptr<typename Future<Result>::Shared>(task, task.get()));
    }

    /// Carries out the task of `future` on the calling thread if no worker has begun it; whether it did. For
    /// a task that waits for another one of this pool, as QtConcurrent's futures do when they are waited for.
    template<typename T> bool runNow(const Future<T> &future)
    {
        return runFirst([&](ExecutorTask &task) { return future.speaksOf(task.state()); });
    }

    /// Runs `work(index, item)` for each of `items` and waits: the results in the order of the items. The
    /// first exception is thrown on; tasks that have not started are cancelled then.
    template<std::ranges::input_range Items, typename F>
    auto map(const Items &items, F work, std::source_location where = std::source_location::current())
    {
        using Item = std::ranges::range_value_t<Items>;
        using Result = std::invoke_result_t<F &, std::size_t, const Item &>;
        static_assert(std::is_lvalue_reference_v<std::ranges::range_reference_t<const Items &>>,
                      "the tasks refer to the items");
        std::vector<Future<Result>> futures;
        const CancelOnExit cancelOthers(futures);
        std::size_t index = 0;
        for (const Item &item : items)
            futures.push_back(submit([&work, &item, i = index++] { return work(i, item); }, where));
        if constexpr (std::is_void_v<Result>) {
            for (const auto &future : futures)
                future.get(stop_, where);
        } else {
            std::vector<Result> results;
            for (const auto &future : futures)
                results.push_back(future.get(stop_, where));
            return results;
        }
    }

    /// Runs `work()` on every worker at the same time and waits for all of them: for loops that take their
    /// tasks from elsewhere and number them themselves. Then the first exception is thrown on.
    template<typename F>
    void onEachWorker(F work, std::source_location where = std::source_location::current())
    {
        std::vector<Future<void>> futures;
        for (int i = 0; i < workers(); ++i)
            futures.push_back(submitAs(
                SpanRecord::noTask, [&work] { work(); }, where));
        // Where fewer threads could be started, so many loops do the work.
        const auto atOnce = static_cast<std::size_t>(std::max(1, mostThreads()));
        std::size_t left = futures.size();
        while (left > atOnce && futures[left - 1].cancel())
            --left;
        futures.erase(futures.begin() + static_cast<std::ptrdiff_t>(left), futures.end());
        for (const auto &future : futures)
            future.wait({}, where);
        for (const auto &future : futures)
            future.get(stop_, where);
    }

    /// No more submissions. Finish waits for all that was submitted; Cancel cancels what has not started and
    /// waits for the rest. A second call waits too. A task of this pool that calls it waits for nobody: it
    /// would wait for itself.
    void shutdown(Pending pending = Pending::Finish);

    int workers() const { return workers_; }
    /// The way in for those who may come after its end: Future::then().
    const std::shared_ptr<ExecutorDoor> &door() const { return door_; }
    /// Tasks submitted that have not started.
    int pending() const;

private:
    template<typename F, typename Result> struct TaskOf final : ExecutorTask, Future<Result>::Shared
    {
        TaskOf(std::int32_t number, std::source_location w, F &&f)
            : ExecutorTask(w), Future<Result>::Shared(number), work(std::move(f))
        {}
        TaskState &state() override { return *this; }
        void invoke() override
        {
            if constexpr (std::is_void_v<Result>) {
                work();
                this->result.emplace();
            } else {
                this->result.emplace(work());
            }
        }
        F work;
    };
    /// A worker's turn on the engine: it carries out pending tasks until there are none. Tasks wait in a
    /// queue of ours, not in the engine's, so that all of them can be cancelled at once. One object is every
    /// turn.
    struct Turn final : QRunnable
    {
        explicit Turn(ThreadPoolExecutor &e) : executor(e) { setAutoDelete(false); }
        void run() override;
        ThreadPoolExecutor &executor;
        StartWatch watch;
    };
    /// map() must not leave before its tasks, which refer to its arguments.
    template<typename Futures> struct CancelOnExit
    {
        explicit CancelOnExit(const Futures &f) : futures(f) {}
        ~CancelOnExit()
        {
            for (const auto &future : futures)
                future.cancel();
            for (const auto &future : futures)
                future.wait();
        }
        const Futures &futures;
    };

    void enqueue(std::shared_ptr<ExecutorTask> task);
    bool startTurn(bool onNewThread);
    void threadIsMissing();
    void takeTurn();
    Lane *addLane() { return trace_.addLane(LaneRole::Worker); }
    void cancelPending();
    bool isIdle() const { return turns_ == 0 && helpers_ == 0; }
    void carryOutHere(ExecutorTask &task);
    bool runFirst(const std::function<bool(ExecutorTask &)> &isMeant);
    int mostThreads() const;

    const int workers_;
    Trace &trace_;
    const std::stop_token stop_;
    std::atomic<std::int32_t> number_{0};
    const std::shared_ptr<ExecutorDoor> door_ =
        std::make_shared<ExecutorDoor>([this](auto task) { enqueue(std::move(task)); });

    std::mutex starting_; // guards what follows, taken before mutex_
    std::unique_ptr<QThreadPool> engine_ = std::make_unique<QThreadPool>();
    const std::shared_ptr<Turn> turn_ = std::make_shared<Turn>(*this);
    int engineThreads_ = 0; ///< that the engine believes to have
    int dead_ = 0;          ///< of these, those that did not start

    alignas(cacheLine) std::atomic<bool> isEmpty_{true}; ///< the queue; written under the lock
    alignas(cacheLine) mutable ShortMutex mutex_;        // guards what follows
    std::deque<std::shared_ptr<ExecutorTask>> queue_;
    int threads_ = 0;            ///< started or being started
    int mostThreads_ = workers_; ///< fewer once one did not start
    int turns_ = 0;              ///< on the engine and not over, at most one a thread
    int helpers_ = 0;            ///< threads that carry out a task by runNow()
    bool closed_ = false;
    std::condition_variable_any idle_;
    std::optional<std::stop_callback<std::function<void()>>> onStop_;
};

} // namespace tenfold
