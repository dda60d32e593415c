#pragma once

#include "core/sync/waitline.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tenfold {

/// A ring of threads each of which waits for a lock that the next one holds: none can ever go on.
struct Deadlock : std::exception
{
    struct Member
    {
        std::int32_t lane = -1; ///< the thread's, -1 for one without
        std::size_t holds = 0;  ///< number of the lock that the member before waits for
        std::size_t wants = 0;  ///< number of the lock that this one waits for: the next one holds it
    };
    std::vector<Member> ring;              ///< from the thread whose wait closed it
    std::chrono::nanoseconds foundAfter{}; ///< from the begin of that wait

    const char *what() const noexcept override { return "deadlock: threads wait for one another in a ring"; }
};

/// Locks with numbers, such as one an account, each handed over in the order of arrival. When a wait begins,
/// the table follows who waits for whom, and finds a ring at the moment when it closes. Taken by a TableLock
/// only, which it has to outlive. Records what a Mutex records, and a mark, foundRing, when a ring is found.
class LockTable
{
public:
    enum class OnRing : std::uint8_t {
        Throw,  ///< the wait that would close the ring throws Deadlock
        Report, ///< the ring waits, until a stop; deadlock() tells of it
    };
    static constexpr const char *foundRing = "ring found"; ///< a mark on the lane whose wait closed it
    /// Locks 0 to `locks` - 1, called `name` and a number ("account 3"), which lock 0 has as `first`; `name`
    /// is a literal.
    explicit LockTable(std::size_t locks, const char *name = "lock", OnRing onRing = OnRing::Throw,
                       std::size_t first = 0);
    LockTable(const LockTable &) = delete;
    LockTable &operator=(const LockTable &) = delete;

    std::size_t size() const { return locks_.size(); }
    std::string nameOf(std::size_t number) const;
    /// The first ring that closed. Any thread.
    std::optional<Deadlock> deadlock() const;
    /// How many threads wait now. Any thread.
    int waiting() const;

private:
    friend class TableLock;
    struct Entry
    {
        bool held = false;
        std::thread::id holder;
        const Lane *lane = nullptr; // the holder's
        WaitLine line;
        const char *label = nullptr; // interned by the trace of made_
    };

    void take(std::size_t number, const std::stop_token &stop, std::source_location where);
    void give(std::size_t number);
    const char *labelOf(std::size_t number, const Lane *lane) const;
    std::vector<Deadlock::Member> ringClosedBy(std::size_t number) const;

    const char *const name_;
    const OnRing onRing_;
    const std::size_t first_;
    const LaneInstant made_;
    mutable std::mutex mutex_; // guards what follows
    std::vector<Entry> locks_;
    std::unordered_map<std::thread::id, std::size_t> wanted_; // by those who wait
    std::optional<Deadlock> deadlock_;
};

/// Holds a lock of a LockTable for the length of a scope.
class TableLock
{
public:
    /// Waits for lock `number`. Throws Deadlock when that closes a ring of waits (also on a lock that the
    /// thread holds), Stopped when `stop` is requested first, std::out_of_range for a number without lock.
    explicit TableLock(LockTable &table, std::size_t number, const std::stop_token &stop = {},
                       std::source_location where = std::source_location::current());
    ~TableLock();
    TableLock(const TableLock &) = delete;
    TableLock &operator=(const TableLock &) = delete;

private:
    LockTable &table_;
    const std::size_t number_;
    Lane *const lane_;
    SpanRecord *hold_ = nullptr;
};

} // namespace tenfold
