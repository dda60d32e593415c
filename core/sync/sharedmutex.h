#pragma once

#include "core/sync/waitline.h"

#include <vector>

namespace tenfold {

/// Who goes first where readers and writers want the same.
enum class SharedPolicy : std::uint8_t {
    Fair,         ///< in the order of arrival; readers that stand next to one another go in together
    ReadersFirst, ///< readers pass writers that wait, as in glibc's std::shared_mutex: writers may starve
    WritersFirst, ///< writers pass readers that wait: readers may starve
};

/// A lock that many readers or one writer may hold. Records who waits, who released whom, the readers at once
/// as a series (a level), and who holds it, a writer alone or readers together. A reader behind a writer that
/// waits waits for that writer. Taken by a ReadLock or a WriteLock only, which it has to outlive.
class SharedMutex
{
public:
    /// `name` is the label of its row in the timeline, `readers` the series; both are literals.
    explicit SharedMutex(SharedPolicy policy = SharedPolicy::Fair, const char *name = "lock",
                         const char *readers = "readers")
        : policy_(policy), name_(name), series_(readers)
    {}
    SharedMutex(const SharedMutex &) = delete;
    SharedMutex &operator=(const SharedMutex &) = delete;

    SharedPolicy policy() const { return policy_; }
    const char *name() const { return name_; }
    /// How many threads wait now. Any thread.
    int waiting() const;

private:
    friend class ReadLock;
    friend class WriteLock;
    enum Kind : int { Reader, Writer };

    void take(Kind kind, const std::stop_token &stop, std::source_location where);
    void give(Kind kind, const Lane *lane);
    bool isFreeFor(Kind kind) const { return kind == Reader ? !writing_ : !writing_ && readers_ == 0; }
    bool mayPassTheLine(Kind kind) const;
    void enter(Kind kind, const Lane *lane);
    Waiter *next() const;
    void serve();

    const SharedPolicy policy_;
    const char *const name_, *const series_;
    mutable std::mutex mutex_; // guards what follows
    WaitLine line_;
    int readers_ = 0;
    bool writing_ = false;
    std::vector<const Lane *> holders_; // those who have a lane
};

/// Reads what a SharedMutex guards for the length of a scope.
class ReadLock
{
public:
    /// Waits for `mutex`; throws Stopped when `stop` is requested before it is free.
    explicit ReadLock(SharedMutex &mutex, const std::stop_token &stop = {},
                      std::source_location where = std::source_location::current());
    ~ReadLock();
    ReadLock(const ReadLock &) = delete;
    ReadLock &operator=(const ReadLock &) = delete;

private:
    SharedMutex &mutex_;
    Lane *const lane_;
    SpanRecord *hold_ = nullptr;
};

/// Writes what a SharedMutex guards for the length of a scope.
class WriteLock
{
public:
    /// Waits for `mutex`; throws Stopped when `stop` is requested before it is free.
    explicit WriteLock(SharedMutex &mutex, const std::stop_token &stop = {},
                       std::source_location where = std::source_location::current());
    ~WriteLock();
    WriteLock(const WriteLock &) = delete;
    WriteLock &operator=(const WriteLock &) = delete;

private:
    SharedMutex &mutex_;
    Lane *const lane_;
    SpanRecord *hold_ = nullptr;
};

} // namespace tenfold
