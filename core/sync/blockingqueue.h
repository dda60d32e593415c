#pragma once

#include "core/sync/stopped.h"
#include "core/trace/span.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>

namespace tenfold {

/// Hands items from thread to thread, first in, first out. Records its depth as the series `name`, who waits,
/// and who handed over to a thread that waited. Every member may be called from any thread.
template<typename T> class BlockingQueue
{
public:
    static constexpr std::size_t unbounded = static_cast<std::size_t>(-1);

    /// `name` is a literal; at most `capacity` items (at least 1) are in it at once.
    explicit BlockingQueue(const char *name = "queue", std::size_t capacity = unbounded)
        : name_(name), capacity_(std::max<std::size_t>(capacity, 1))
    {}
    BlockingQueue(const BlockingQueue &) = delete;
    BlockingQueue &operator=(const BlockingQueue &) = delete;

    /// Adds `item`, after waiting while the queue is full; false, without it, once the queue is closed.
    /// Throws Stopped when `stop` is requested during the wait.
    bool push(T item, const std::stop_token &stop = {},
              std::source_location where = std::source_location::current())
    {
        std::unique_lock lock(mutex_);
        const auto mayPush = [this] { return closed_ || items_.size() < capacity_; };
        if (!mayPush())
            wait(notFull_, lock, stop, mayPush, where);
        if (closed_)
            return false;
        Lane *lane = Lane::current();
        items_.push_back({std::move(item), lane, lane ? lane->now() : 0});
        record(lane, +1);
        notEmpty_.notify_one();
        return true;
    }

    /// Takes the oldest item, after waiting for one; nothing once the queue is closed and empty. Throws
    /// Stopped when `stop` is requested during the wait.
    std::optional<T> pop(const std::stop_token &stop = {},
                         std::source_location where = std::source_location::current())
    {
        std::unique_lock lock(mutex_);
        const auto mayPop = [this] { return closed_ || !items_.empty(); };
        const bool waited = !mayPop();
        if (waited)
            wait(notEmpty_, lock, stop, mayPop, where);
        if (items_.empty())
            return {};
        Item item = std::move(items_.front());
        items_.pop_front();
        Lane *lane = Lane::current();
        record(lane, -1);
        notFull_.notify_one();
        if (waited && lane && item.by && item.by != lane && &item.by->trace() == &lane->trace())
            lane->link(LinkKind::HandsOver, *item.by, item.at);
        return std::move(item.value);
    }

    /// No more items: every push fails from now on; what is there can still be taken.
    void close()
    {
        {
            const std::scoped_lock lock(mutex_);
            closed_ = true;
        }
        notEmpty_.notify_all();
        notFull_.notify_all();
    }

    std::size_t size() const
    {
        const std::scoped_lock lock(mutex_);
        return items_.size();
    }

private:
    struct Item
    {
        T value;
        const Lane *by;
        Nanoseconds at;
    };

    template<typename Predicate>
    void wait(std::condition_variable_any &condition, std::unique_lock<std::mutex> &lock,
              const std::stop_token &stop, Predicate predicate, std::source_location where)
    {
        const Span waiting(State::Queue, name_, SpanRecord::noTask, where);
        if (!condition.wait(lock, stop, predicate))
            throw Stopped();
    }

    // Under the lock, so that the depth never seems to be negative.
    void record(Lane *lane, double change)
    {
        if (lane)
            lane->sample(lane->seriesIndex(name_), change);
    }

    const char *const name_;
    const std::size_t capacity_;
    mutable std::mutex mutex_; // guards what follows
    std::deque<Item> items_;
    bool closed_ = false;
    std::condition_variable_any notEmpty_, notFull_;
};

} // namespace tenfold
