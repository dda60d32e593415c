#include "core/sync/locktable.h"

namespace tenfold {

LockTable::LockTable(std::size_t locks, const char *name, OnRing onRing, std::size_t first)
    : name_(name), onRing_(onRing), first_(first), made_(LaneInstant::now()), locks_(locks)
{
    if (const Lane *lane = Lane::current()) {
        for (std::size_t i = 0; i < locks; ++i)
            locks_[i].label = lane->trace().intern(nameOf(i));
    }
}

std::string LockTable::nameOf(std::size_t number) const
{
    return std::string(name_) + ' ' + std::to_string(first_ + number);
}

const char *LockTable::labelOf(std::size_t number, const Lane *lane) const
{
    return lane && made_.laneFor(*lane) ? locks_[number].label : name_;
}

std::optional<Deadlock> LockTable::deadlock() const
{
    const std::scoped_lock lock(mutex_);
    return deadlock_;
}

int LockTable::waiting() const
{
    const std::scoped_lock lock(mutex_);
    return static_cast<int>(wanted_.size());
}

void LockTable::take(std::size_t number, const std::stop_token &stop, std::source_location where)
{
    Lane *const lane = Lane::current();
    const auto thread = std::this_thread::get_id();
    std::unique_lock lock(mutex_);
    Entry &entry = locks_.at(number);
    if (!entry.held) {
        entry.held = true;
        entry.holder = thread;
        entry.lane = lane;
        return;
    }
    Waiting waiting(State::Lock, labelOf(number, lane), where);
    waiting.waitsFor(entry.lane); // alive: letting go takes the mutex
    wanted_.emplace(thread, number);
    const auto begun = std::chrono::steady_clock::now();
    Deadlock found;
    found.ring = ringClosedBy(number);
    if (!found.ring.empty()) {
        found.foundAfter = std::chrono::steady_clock::now() - begun;
        if (lane)
            lane->mark(foundRing, SpanRecord::noTask, where);
        if (!deadlock_)
            deadlock_ = found;
        if (onRing_ == OnRing::Throw) {
            wanted_.erase(thread);
            throw found;
        }
    }
    Waiter self;
    entry.line.add(self);
    lock.unlock();
    entry.line.wait(waiting, self, mutex_, stop, noDeadline, [&] { wanted_.erase(thread); });
}

std::vector<Deadlock::Member> LockTable::ringClosedBy(std::size_t number) const
{
    // A thread waits for one lock and a lock has one holder: there is one way to go, and it ends, or comes
    // back to the caller. A ring that it only leads to was found when that closed.
    const auto self = std::this_thread::get_id();
    const Lane *lane = Lane::current();
    std::vector<Deadlock::Member> ring{{lane ? lane->index() : -1, 0, number}};
    for (const Entry *entry = &locks_[number]; ring.size() <= wanted_.size();) {
        if (entry->holder == self) {
            ring.front().holds = ring.back().wants;
            return ring;
        }
        const auto next = wanted_.find(entry->holder);
        if (next == wanted_.end())
            break;
        ring.push_back({entry->lane ? entry->lane->index() : -1, ring.back().wants, next->second});
        entry = &locks_[next->second];
    }
    return {};
}

void LockTable::give(std::size_t number)
{
    const std::scoped_lock lock(mutex_);
    Entry &entry = locks_[number];
    if (Waiter *next = entry.line.first()) {
        wanted_.erase(next->thread);
        entry.holder = next->thread;
        entry.lane = next->lane;
        entry.line.wake(*next, 1, LaneInstant::now());
    } else {
        entry.held = false;
    }
}

TableLock::TableLock(LockTable &table, std::size_t number, const std::stop_token &stop,
                     std::source_location where)
    : table_(table), number_(number), lane_((table.take(number, stop, where), Lane::current()))
{
    if (lane_)
        hold_ = lane_->beginAside(Shape::Hold, State::Running, table_.labelOf(number, lane_),
                                  SpanRecord::noTask, where);
}

TableLock::~TableLock()
{
    if (lane_)
        lane_->endAside(hold_);
    table_.give(number_);
}

} // namespace tenfold
