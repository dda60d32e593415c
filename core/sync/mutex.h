#pragma once

#include "core/sync/waiting.h"

#include <atomic>

namespace tenfold {

/// A lock that records who waits, who holds it and who released whom, on the lanes of the threads that use
/// it. Taken by a Lock only, which it has to outlive; std::lock_guard does not compile with it, since it
/// would report its own source line.
class Mutex
{
public:
    /// `name` is a literal, or interned by the trace: the label of its row in the timeline.
    explicit Mutex(const char *name = "lock") : name_(name) {}
    Mutex(const Mutex &) = delete;
    Mutex &operator=(const Mutex &) = delete;

    const char *name() const { return name_; }
    /// How often a Lock found it taken. Any thread.
    std::uint64_t contended() const { return contended_.load(std::memory_order_relaxed); }

private:
    friend class Lock;
    enum : int { Free, Held, HeldAndWanted };

    bool tryTake() noexcept
    {
        int expected = Free;
        return state_.compare_exchange_strong(expected, Held, std::memory_order_acquire,
                                              std::memory_order_relaxed);
    }
    void take(const std::stop_token &stop, std::source_location where);
    void give(const Lane *lane, Nanoseconds released) noexcept;

    const char *const name_;
    std::atomic<int> state_{Free};
    std::atomic<std::uint64_t> contended_{0};
    std::atomic<const Lane *> holder_{nullptr}; // written by the holder
    LaneInstant released_;                      // the last release; written by the holder
    std::mutex inner_;                          // the sleepers' only
    std::condition_variable_any freed_;
};

/// Holds a Mutex for the length of a scope.
class Lock
{
public:
    /// Waits for `mutex`; throws Stopped when `stop` is requested before it is free.
    explicit Lock(Mutex &mutex, const std::stop_token &stop = {},
                  std::source_location where = std::source_location::current())
        : mutex_(mutex)
    {
        if (!mutex_.tryTake()) [[unlikely]]
            mutex_.take(stop, where);
        if (Lane *lane = Lane::current()) {
            lane_ = lane;
            mutex_.holder_.store(lane, std::memory_order_release);
            hold_ = lane->beginAside(Shape::Hold, State::Running, mutex_.name_, SpanRecord::noTask, where);
        }
    }
    ~Lock()
    {
        Nanoseconds released = 0;
        if (lane_) {
            released = lane_->now();
            lane_->endAsideAt(released, hold_);
            mutex_.holder_.store(nullptr, std::memory_order_relaxed);
        }
        mutex_.give(lane_, released);
    }
    Lock(const Lock &) = delete;
    Lock &operator=(const Lock &) = delete;

private:
    Mutex &mutex_;
    Lane *lane_ = nullptr;
    SpanRecord *hold_ = nullptr;
};

} // namespace tenfold
