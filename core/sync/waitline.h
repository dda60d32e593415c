#pragma once

#include "core/sync/waiting.h"

#include <atomic>

namespace tenfold {

/// A thread that stands in a WaitLine.
class Waiter
{
public:
    explicit Waiter(int wanted = 0) : wants(wanted) {}
    Waiter(const Waiter &) = delete;
    Waiter &operator=(const Waiter &) = delete;

    const int wants; ///< what it stands there for, in the words of its primitive
    Lane *const lane = Lane::current();
    const std::thread::id thread = std::this_thread::get_id();

    /// What wake() was told; 0 before. Settled once wait() has returned Ready.
    int answer() const { return answer_.load(std::memory_order_acquire); }
    const LaneInstant &wokenBy() const { return by_; }

private:
    friend class WaitLine;
    void wake(int answer, const LaneInstant &by);
    WaitEnd wait(const std::stop_token &stop, Deadline deadline);

    Waiter *next_ = nullptr;
    std::atomic<int> answer_{0};
    std::mutex mutex_; // guards what follows; its owner leaves the line only after whoever woke it
    LaneInstant by_;
    std::condition_variable_any *sleeping_ = nullptr;
};

/// Threads that wait in the order in which they came. Each is woken by itself, and what it waited for is its
/// own then: nobody can snatch it. All but wait() are called under the mutex of the primitive.
class WaitLine
{
public:
    WaitLine() = default;
    WaitLine(const WaitLine &) = delete;
    WaitLine &operator=(const WaitLine &) = delete;

    bool isEmpty() const { return !first_; }
    int size() const { return size_; }
    /// The first in the line; null when it is empty.
    Waiter *first() const { return first_; }
    /// The first that wants `wants`, or null.
    Waiter *firstThatWants(int wants) const;
    void add(Waiter &waiter);
    /// Takes `waiter` out of the line and lets it go on with `answer`, which is not 0.
    void wake(Waiter &waiter, int answer, const LaneInstant &by);
    /// The same for all that stand there.
    void wakeAll(int answer, const LaneInstant &by);

    /// Waits, without `mutex` held, until `self`, which was added, is woken: true, linked to who did it. Out
    /// of the line without that, it calls `left()` under `mutex`, then returns false when the deadline has
    /// passed and throws Stopped when stop was requested.
    template<typename Left>
    bool wait(Waiting &waiting, Waiter &self, std::mutex &mutex, const std::stop_token &stop,
              Deadline deadline, Left left)
    {
        const WaitEnd end = self.wait(stop, deadline);
        if (end != WaitEnd::Ready) {
            const std::scoped_lock lock(mutex);
            if (remove(self)) {
                left();
                if (end == WaitEnd::Stopped)
                    throw Stopped();
                return false;
            } // else it was woken meanwhile
        }
        waiting.endedBy(self.wokenBy());
        return true;
    }

private:
    bool remove(Waiter &waiter);

    Waiter *first_ = nullptr;
    Waiter *last_ = nullptr;
    int size_ = 0;
};

} // namespace tenfold
