#pragma once

#include "core/sync/waitline.h"

#include <functional>

namespace tenfold {

/// Thrown by those who meet at a barrier that somebody left.
struct BrokenBarrier : std::exception
{
    const char *what() const noexcept override { return "the barrier is broken"; }
};

/// Where a number of threads meet again and again: nobody goes on before all have arrived. A wait that ends
/// by a stop or a time limit breaks the barrier, so that nobody waits for somebody who left. Every member may
/// be called from any thread. It has to outlive every call on it. Modelled on Python's threading.Barrier.
class Barrier
{
public:
    /// `parties` >= 1. The last to arrive calls `completed` before all go on; it has to be short, may not use
    /// the barrier, and breaks it when it throws. `name` is a literal: what a waiting lane shows.
    explicit Barrier(int parties, std::function<void()> completed = {}, const char *name = "barrier");
    Barrier(const Barrier &) = delete;
    Barrier &operator=(const Barrier &) = delete;

    /// Waits until all have arrived; returns how many had before this one. Throws Stopped when `stop` is
    /// requested first, and BrokenBarrier when somebody else left.
    int arriveAndWait(const std::stop_token &stop = {},
                      std::source_location where = std::source_location::current())
    {
        return arrive(stop, noDeadline, where);
    }
    /// The same; after `limit` it breaks the barrier and throws BrokenBarrier.
    int arriveAndWaitFor(std::chrono::nanoseconds limit, const std::stop_token &stop = {},
                         std::source_location where = std::source_location::current())
    {
        return arrive(stop, deadlineAfter(limit), where);
    }
    /// Breaks it: who waits, and who arrives from now on, gets BrokenBarrier.
    void abort();
    /// As new; who waits gets BrokenBarrier.
    void reset();

    int parties() const { return parties_; }
    /// How many have arrived and wait.
    int waiting() const;
    bool isBroken() const;
    /// How often all have met.
    std::uint64_t generation() const;

private:
    int arrive(const std::stop_token &stop, Deadline deadline, std::source_location where);
    void breakIt();

    const int parties_;
    const std::function<void()> completed_;
    const char *const name_;
    mutable std::mutex mutex_; // guards what follows
    WaitLine line_;
    bool broken_ = false;
    std::uint64_t generation_ = 0;
};

} // namespace tenfold
