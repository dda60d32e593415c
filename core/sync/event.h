#pragma once

#include "core/sync/waitline.h"

namespace tenfold {

/// A signal that any number of threads wait for: once set, it lets everybody pass until it is cleared. Every
/// member may be called from any thread. Modelled on Python's threading.Event: a wait that had begun when it
/// was set ends, even when it is cleared at once. It has to outlive every call on it.
class Event
{
public:
    /// `name` is a literal: what a waiting lane shows.
    explicit Event(const char *name = "event") : name_(name) {}
    Event(const Event &) = delete;
    Event &operator=(const Event &) = delete;

    bool isSet() const { return set_.load(std::memory_order_acquire); }
    void set();
    void clear();
    /// Waits until it is set. Throws Stopped when `stop` is requested first.
    void wait(const std::stop_token &stop = {}, std::source_location where = std::source_location::current())
    {
        if (!isSet())
            waitUntil(stop, noDeadline, where);
    }
    /// The same for at most `limit`; false when it was not set by then.
    bool waitFor(std::chrono::nanoseconds limit, const std::stop_token &stop = {},
                 std::source_location where = std::source_location::current())
    {
        return isSet() || waitUntil(stop, deadlineAfter(limit), where);
    }
    /// How many threads wait now.
    int waiting() const;

private:
    bool waitUntil(const std::stop_token &stop, Deadline deadline, std::source_location where);

    const char *const name_;
    std::atomic<bool> set_{false};
    mutable std::mutex mutex_; // guards what follows, and every change of set_
    WaitLine waiters_;
};

} // namespace tenfold
