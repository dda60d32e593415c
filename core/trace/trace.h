#pragma once

#include "core/trace/lane.h"

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace tenfold {

/// A named quantity over time.
struct Series
{
    std::string id;
    SeriesKind kind = SeriesKind::Level;
};

/// What happened, when, on which worker, at which source line. Its clock starts when it is made (time 0 is
/// that instant), or it is told, as where steps are counted. Every member may be called from any thread; each
/// lane is written by one thread only.
class Trace
{
public:
    enum class Recording : std::uint8_t { On, Off };
    enum class Clock : std::uint8_t { Steady, Told };
    static constexpr std::size_t defaultLaneCapacity = std::size_t{1} << 20;

    /// `laneCapacity`: events of a kind that a lane keeps; more are dropped and counted.
    explicit Trace(Recording recording = Recording::On, std::size_t laneCapacity = defaultLaneCapacity);
    /// Records; with Clock::Told now() is what tell() said last, and 0 before.
    explicit Trace(Clock clock, std::size_t laneCapacity = defaultLaneCapacity);
    Trace(const Trace &) = delete;
    Trace &operator=(const Trace &) = delete;

    /// A new lane for the thread that is to write it; null when recording is off. `number` 0 takes the next
    /// of role and name.
    Lane *addLane(LaneRole role, int number = 0, LaneName name = {});
    Lane *addLane(LaneRole role, LaneName name) { return addLane(role, 0, name); }
    /// The same for a lane that began at `began`, as a file or another clock-keeper tells.
    Lane *addLaneAt(Nanoseconds began, LaneRole role, int number = 0, LaneName name = {});
    /// The lanes so far, in the order in which they were added. They live as long as the trace.
    std::vector<const Lane *> lanes() const;

    /// Adds to a lane's cores(). One thread at a time, which need not be the lane's.
    void addCores(std::int32_t lane, const CoreRecord &look);

    /// The index of the series `id`, which is added if it is new.
    /// Lane::seriesIndex() is the way for those who record often.
    std::int32_t seriesIndex(std::string_view id, SeriesKind kind = SeriesKind::Level);
    std::vector<Series> series() const;

    /// A copy of `text` that lives as long as the trace, for labels that are not literals.
    const char *intern(std::string_view text);

    /// Nanoseconds since time 0; after stop(), the instant of the stop.
    Nanoseconds now() const;
    /// Freezes now(). Whatever is still open then is read as ending there. Once.
    void stop() { stopAt(clockNow()); }
    /// The same at a told instant: a trace that was told all of its times ends there.
    void stopAt(Nanoseconds t);
    /// What now() is from here on, until stop(). With Clock::Told only.
    void tell(Nanoseconds now) { told_.store(now, std::memory_order_release); }
    /// The clock that lanes read where it is told; null where it is not.
    const std::atomic<Nanoseconds> *toldClock() const { return clock_ == Clock::Told ? &told_ : nullptr; }
    bool isStopped() const { return stopped_.load(std::memory_order_acquire) != running; }
    bool isRecording() const { return recording_ == Recording::On; }

    /// Time 0 on std::chrono::steady_clock, in nanoseconds of its epoch: the same for every process.
    std::int64_t origin() const { return origin_; }
    std::uint64_t dropped() const;

private:
    static constexpr Nanoseconds running = -1;
    static std::int64_t steadyNow();
    /// The clock, which no stop freezes.
    Nanoseconds clockNow() const;

    const Recording recording_;
    const Clock clock_ = Clock::Steady;
    const std::size_t laneCapacity_;
    const std::int64_t origin_;
    std::atomic<Nanoseconds> stopped_{running};
    std::atomic<Nanoseconds> told_{0};
    mutable std::mutex mutex_; // guards what follows; never taken to record an event
    std::deque<Lane> lanes_;
    std::map<std::tuple<LaneRole, std::string_view, int>, int> numbers_; // by role, name and group
    std::vector<Series> series_;
    std::set<std::string, std::less<>> texts_;
};

} // namespace tenfold
