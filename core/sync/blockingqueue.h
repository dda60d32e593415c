#pragma once

#include "core/sync/queueorder.h"
#include "core/sync/waiting.h"

#include <atomic>
#include <optional>
#include <type_traits>
#include <utility>

namespace tenfold {

/// Hands items from thread to thread, first in, first out (or in another `Order`). Records its depth as the
/// series `name`, who waits, and who handed over to a thread that waited. Every member may be called from any
/// thread. It has to outlive every call on it. Where a copy of an item fails, the queue is as it was.
template<typename T, typename Order = FirstInFirstOut> class BlockingQueue
{
    static_assert(std::is_nothrow_move_constructible_v<T>, "an item could be lost on its way out");

public:
    static constexpr std::size_t unbounded = static_cast<std::size_t>(-1);

    /// At most `capacity` items (at least 1) are in it at once. With `ageSeries`, what is taken says how long
    /// it was in the queue: a gauge in seconds. Both names are literals.
    explicit BlockingQueue(const char *name = "queue", std::size_t capacity = unbounded,
                           const char *ageSeries = nullptr)
        : name_(name), ageSeries_(ageSeries), capacity_(std::max<std::size_t>(capacity, 1))
    {}
    BlockingQueue(const BlockingQueue &) = delete;
    BlockingQueue &operator=(const BlockingQueue &) = delete;

    /// Adds `item`, after waiting while the queue is full; false, without it, once the queue is closed.
    /// Throws Stopped when `stop` is requested during the wait.
    bool push(T item, const std::stop_token &stop = {},
              std::source_location where = std::source_location::current())
    {
        return add(std::move(item), stop, noDeadline, where);
    }
    /// Adds `item` where that takes no wait. False when the queue is full or closed: `item` is as it was
    /// then.
    template<typename U> bool tryPush(U &&item)
    {
        std::unique_lock lock(mutex_);
        return mayPush() && addLocked(std::forward<U>(item), lock);
    }
    /// The same after waiting for at most `limit`. Throws Stopped as push() does.
    template<typename U>
    bool tryPushFor(U &&item, std::chrono::nanoseconds limit, const std::stop_token &stop = {},
                    std::source_location where = std::source_location::current())
    {
        return add(std::forward<U>(item), stop, deadlineAfter(limit), where);
    }

    /// Takes the next item, after waiting for one; nothing once the queue is closed and empty. Throws Stopped
    /// when `stop` is requested during the wait.
    std::optional<T> pop(const std::stop_token &stop = {},
                         std::source_location where = std::source_location::current())
    {
        return take(stop, noDeadline, where);
    }
    /// Takes the next item, where there is one.
    std::optional<T> tryPop()
    {
        std::unique_lock lock(mutex_);
        std::optional<Waiting> none;
        return takeLocked(lock, none);
    }
    /// The same after waiting for at most `limit`. Throws Stopped as pop() does.
    std::optional<T> tryPopFor(std::chrono::nanoseconds limit, const std::stop_token &stop = {},
                               std::source_location where = std::source_location::current())
    {
        return take(stop, deadlineAfter(limit), where);
    }

    /// No more items: every push fails from now on; what is there can still be taken.
    void close()
    {
        {
            const std::scoped_lock lock(mutex_);
            closed_.store(true, std::memory_order_release);
        }
        notEmpty_.notify_all();
        notFull_.notify_all();
    }
    bool isClosed() const { return closed_.load(std::memory_order_acquire); }

    std::size_t size() const { return size_.load(std::memory_order_acquire); }
    std::size_t capacity() const { return capacity_; }

private:
    struct Item
    {
        T value;
        LaneInstant pushed;
    };

    // Under the mutex, or as a guess without it.
    bool mayPush() const { return isClosed() || size() < capacity_; }
    bool mayPop() const { return isClosed() || size() > 0; }

    template<typename U>
    bool add(U &&item, const std::stop_token &stop, Deadline deadline, std::source_location where)
    {
        std::unique_lock lock(mutex_);
        std::optional<Waiting> waiting;
        if (!mayPush() &&
            !wait(waiting, notFull_, pushers_, lock, stop, deadline, where, [this] { return mayPush(); }))
            return false;
        if (waiting && !isClosed())
            waiting->endedBy(popped_);
        return addLocked(std::forward<U>(item), lock);
    }
    template<typename U> bool addLocked(U &&item, std::unique_lock<ShortMutex> &lock)
    {
        if (isClosed())
            return false;
        const auto pushed = LaneInstant::now();
        try {
            items_.add({std::forward<U>(item), pushed});
        } catch (...) { // this thread may have been the only one to be woken for the room that is left now
            if (pushers_ > 0)
                notFull_.notify_one();
            throw;
        }
        changed(pushed, +1);
        const bool wake = poppers_ > 0;
        lock.unlock();
        if (wake)
            notEmpty_.notify_one();
        return true;
    }

    std::optional<T> take(const std::stop_token &stop, Deadline deadline, std::source_location where)
    {
        std::unique_lock lock(mutex_);
        std::optional<Waiting> waiting;
        if (!mayPop() &&
            !wait(waiting, notEmpty_, poppers_, lock, stop, deadline, where, [this] { return mayPop(); }))
            return {};
        return takeLocked(lock, waiting);
    }
    std::optional<T> takeLocked(std::unique_lock<ShortMutex> &lock, std::optional<Waiting> &waiting)
    {
        if (size() == 0)
            return {};
        Item item = items_.take();
        popped_ = LaneInstant::now();
        changed(popped_, -1);
        const Nanoseconds now = popped_.time();
        const bool wake = pushers_ > 0;
        lock.unlock();
        if (wake)
            notFull_.notify_one();
        if (waiting)
            waiting->endedBy(item.pushed, LinkKind::HandsOver);
        if (Lane *lane = ageSeries_ ? Lane::current() : nullptr; lane && item.pushed.laneFor(*lane))
            lane->sampleAt(now, lane->seriesIndex(ageSeries_, SeriesKind::Gauge),
                           toSeconds(now - item.pushed.time()));
        return std::move(item.value);
    }

    // Opens `waiting`; false when the deadline has passed.
    template<typename Ready>
    bool wait(std::optional<Waiting> &waiting, std::condition_variable_any &condition, int &sleepers,
              std::unique_lock<ShortMutex> &lock, const std::stop_token &stop, Deadline deadline,
              std::source_location where, Ready ready)
    {
        lock.unlock();
        waiting.emplace(State::Queue, name_, where);
        // Others may be quicker than who has seen that it could go on: some tries, then a sleep.
        for (int tries = 0; tries < 4 && spinUntil(ready); ++tries) {
            lock.lock();
            if (ready())
                return true;
            lock.unlock();
        }
        lock.lock();
        ++sleepers;
        const WaitEnd end = sleepUntil(condition, lock, stop, deadline, ready);
        --sleepers;
        if (end == WaitEnd::Stopped)
            throw Stopped();
        return end == WaitEnd::Ready;
    }

    // Under the mutex, so that the depth never seems to be negative.
    void changed(const LaneInstant &at, double change)
    {
        size_.store(items_.size(), std::memory_order_release);
        unrecorded_ += change;
        if (Lane *lane = Lane::current())
            lane->sampleAt(at.time(), lane->seriesIndex(name_), std::exchange(unrecorded_, 0));
    }

    const char *const name_, *const ageSeries_;
    const std::size_t capacity_;
    alignas(cacheLine) std::atomic<std::size_t> size_{0}; // written under the mutex, read by who waits
    std::atomic<bool> closed_{false};                     // likewise
    alignas(cacheLine) ShortMutex mutex_;                 // guards what follows
    typename Order::template Store<Item> items_;
    double unrecorded_ = 0;         // change of the depth by threads without a lane
    LaneInstant popped_;            // the last pop
    int pushers_ = 0, poppers_ = 0; // those who sleep
    std::condition_variable_any notEmpty_, notFull_;
};

} // namespace tenfold
