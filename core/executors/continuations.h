#pragma once

#include "core/executors/executortask.h"

namespace tenfold {
namespace detail {

/// The work of Future::then(): a continuation of `parent`, and a task with a future of its own. It keeps
/// itself until the parent is done.
template<typename T, typename F, typename R>
struct ThenTask final : ExecutorTask, Future<R>::Shared, Continuation
{
    using Parent = typename Future<T>::Shared;

    ThenTask(const std::shared_ptr<Parent> &p, std::int32_t number, std::shared_ptr<ExecutorDoor> d, F &&f,
             std::source_location w)
        : ExecutorTask(w), Future<R>::Shared(number), awaited(p), door(std::move(d)), work(std::move(f))
    {}

    TaskState &state() override { return *this; }
    void recordDependencies(Lane &lane) const override { parent->recordDependency(lane); }
    void invoke() override
    {
        const auto call = [this]() -> decltype(auto) {
            if constexpr (std::is_void_v<T>)
                return work();
            else
                return work(std::as_const(*parent->result));
        };
        if constexpr (std::is_void_v<R>) {
            call();
            this->result.emplace();
        } else {
            this->result.emplace(call());
        }
        parent.reset();
    }
    void prepare() noexcept override { parent = awaited.lock(); }
    void run() noexcept override
    {
        const std::shared_ptr<ThenTask> keep = std::move(self);
        if (door && parent->state() == FutureState::Finished && !parent->error())
            return enqueue(keep);
        if (parent->state() == FutureState::Cancelled) {
            this->tryCancel();
        } else if (const std::exception_ptr error = parent->error()) {
            fail(error);
        } else {
            carryOut(*this);
        }
        parent.reset(); // else the last future of a long chain would keep all of it
    }
    void drop() noexcept override
    {
        const std::shared_ptr<ThenTask> keep = std::move(self);
        this->tryCancel();
    }
    void enqueue(const std::shared_ptr<ThenTask> &keep) noexcept
    {
        try {
            door->enqueue(keep);
        } catch (...) {
            fail(std::current_exception());
        }
    }
    void fail(const std::exception_ptr &error)
    {
        if (this->tryStart())
            this->finish(error);
    }

    const std::weak_ptr<Parent> awaited; ///< it holds this one: both would live for ever
    std::shared_ptr<Parent> parent;      ///< once it is done
    const std::shared_ptr<ExecutorDoor>
        door; ///< of the executor that is to carry it out; null: whoever finishes the parent
    F work;
    std::shared_ptr<ThenTask> self;
};

template<typename T, typename F>
auto then(const std::shared_ptr<typename Future<T>::Shared> &parent, std::int32_t number,
          std::shared_ptr<ExecutorDoor> door, F &&work, std::source_location where)
{
    using R = typename ThenResult<T, F>::type;
    auto task =
        std::make_shared<ThenTask<T, F, R>>(parent, number, std::move(door), std::forward<F>(work), where);
    task->self = task;
    parent->whenDone(static_cast<Continuation *>(task.get()));
    return Future<R>(std::shared_ptr<typename Future<R>::Shared>(task, task.get()));
}

/// The state of whenAll(): finished by the last of its members.
template<typename T> struct AllDone final : Future<std::vector<Future<T>>>::Shared
{
    explicit AllDone(const std::vector<Future<T>> &members)
        : Future<std::vector<Future<T>>>::Shared(SpanRecord::noTask), left(members.size() + 1)
    {
        this->result.emplace(members);
    }
    void recordDependency(Lane &lane) const override
    {
        for (const Future<T> &member : *this->result)
            member.recordDependency(lane);
    }
    void oneIsDone()
    {
        if (left.fetch_sub(1, std::memory_order_acq_rel) == 1 && this->tryStart())
            this->finish({});
    }
    std::atomic<std::size_t> left; ///< members that are not done, and 1 until all are watched
};

} // namespace detail

template<typename T>
template<typename F>
Future<typename detail::ThenResult<T, F>::type> Future<T>::then(F work, std::source_location where) const
{
    return detail::then<T, F>(shared_, task(), {}, std::move(work), where);
}

template<typename T>
template<typename Executor, typename F>
Future<typename detail::ThenResult<T, F>::type> Future<T>::then(Executor &executor, F work,
                                                                std::source_location where) const
{
    return thenAs(executor, task(), std::move(work), where);
}

template<typename T>
template<typename Executor, typename F>
Future<typename detail::ThenResult<T, F>::type> Future<T>::thenAs(Executor &executor, std::int32_t number,
                                                                  F work, std::source_location where) const
{
    return detail::then<T, F>(shared_, number, executor.door(), std::move(work), where);
}

/// Finishes, with `futures`, once all of them are done, however each of them ended: it never fails itself.
/// Cancelling it cancels none of them. Modelled on Qt's QtFuture::whenAll.
template<typename T> Future<std::vector<Future<T>>> whenAll(const std::vector<Future<T>> &futures)
{
    auto all = std::make_shared<detail::AllDone<T>>(futures);
    for (const Future<T> &future : futures)
        future.whenDone([all] { all->oneIsDone(); });
    all->oneIsDone();
    return Future<std::vector<Future<T>>>(all);
}

/// The order in which `futures` get done, while they do: what the first future returned delivers is the index
/// of the one that was done first, and so on. Modelled on Python's concurrent.futures.as_completed.
template<typename T> std::vector<Future<std::size_t>> asCompleted(const std::vector<Future<T>> &futures)
{
    using Place = Future<std::size_t>::Shared;
    struct Order
    {
        std::vector<std::shared_ptr<Place>> places;
        std::atomic<std::size_t> next{0};
    };
    const auto order = std::make_shared<Order>();
    std::vector<Future<std::size_t>> places;
    for (const Future<T> &future : futures) {
        order->places.push_back(std::make_shared<Place>(future.task()));
        places.emplace_back(order->places.back());
    }
    for (std::size_t i = 0; i < futures.size(); ++i) {
        futures[i].whenDone([order, i] {
            Place &place = *order->places[order->next.fetch_add(1, std::memory_order_relaxed)];
            place.result.emplace(i);
            if (place.tryStart())
                place.finish({});
        });
    }
    return places;
}

} // namespace tenfold
