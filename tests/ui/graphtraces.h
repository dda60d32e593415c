#pragma once

#include "core/run/outcome.h"

#include <array>
#include <cmath>
#include <string>

namespace tenfold {

/// Workers that hold locks and want others, one step a microsecond. Each step returns its instant.
class Locks
{
public:
    explicit Locks(int workers)
    {
        for (int i = 0; i < workers; ++i)
            lanes_.push_back(trace_->addLaneAt(0, LaneRole::Worker));
        waits_.resize(lanes_.size());
    }
    /// The worker (from 1) begins to wait for what `holder` has.
    Nanoseconds wants(std::size_t worker, const char *lock, std::size_t holder, State state = State::Lock)
    {
        Lane *lane = lanes_[worker - 1];
        now_ += 1000;
        waits_[worker - 1] =
            lane->beginAt(now_, state, lock, SpanRecord::noTask, std::source_location::current());
        lane->linkAt(now_, LinkKind::WaitsFor, *lanes_[holder - 1], now_);
        return now_;
    }
    Nanoseconds gets(std::size_t worker)
    {
        now_ += 1000;
        lanes_[worker - 1]->endAt(now_, std::exchange(waits_[worker - 1], nullptr));
        return now_;
    }
    /// All waits are broken up, as by Stop, and the trace ends.
    std::shared_ptr<Trace> stop()
    {
        for (std::size_t i = 0; i < lanes_.size(); ++i) {
            if (waits_[i])
                gets(i + 1);
            lanes_[i]->closeAt(now_);
        }
        trace_->stopAt(now_ + 1000);
        return trace_;
    }
    const std::shared_ptr<Trace> &trace() const { return trace_; }

private:
    std::shared_ptr<Trace> trace_ = std::make_shared<Trace>();
    std::vector<Lane *> lanes_;
    std::vector<SpanRecord *> waits_;
    Nanoseconds now_ = 0;
};

/// Eight workers, of which three are in a ring and two wait behind it.
inline std::shared_ptr<Trace> deadlocked()
{
    Locks locks(8);
    locks.wants(1, "account 6", 2);
    locks.wants(4, "account 6", 2);
    locks.wants(2, "account 1", 3);
    locks.wants(7, "account 3", 1);
    locks.wants(3, "account 3", 1);
    return locks.stop();
}

/// Six branches, fetch -> parse, that are combined: tasks 0 to 5, 6 to 11, 12. Branch 4 takes longest: 9 ms,
/// 3 ms, and 4 ms for the combining. Each branch has a worker.
inline std::shared_ptr<Trace> gathered(bool isOver = true)
{
    constexpr Nanoseconds milli = 1'000'000;
    auto trace = std::make_shared<Trace>();
    std::vector<Lane *> lanes;
    for (int i = 0; i < 6; ++i)
        lanes.push_back(trace->addLaneAt(0, LaneRole::Worker));
    const auto span = [](Lane *lane, Nanoseconds begin, Nanoseconds end, const char *label,
                         std::int32_t task) {
        SpanRecord *record =
            lane->beginAt(begin, State::Running, label, task, std::source_location::current());
        lane->endAt(end, record);
    };
    constexpr std::array<Nanoseconds, 6> fetches{4, 6, 3, 9, 5, 7};
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const Nanoseconds fetched = fetches[i] * milli;
        const auto task = static_cast<std::int32_t>(i);
        span(lanes[i], 0, fetched, "fetch", task);
        span(lanes[i], fetched, fetched + 3 * milli, "parse", task + 6);
    }
    span(lanes[3], 12 * milli, 16 * milli, "combine", 12);
    if (isOver) {
        for (Lane *lane : lanes)
            lane->closeAt(16 * milli);
        trace->stopAt(17 * milli);
    }
    return trace;
}

inline std::vector<Dependency> gathering()
{
    std::vector<Dependency> dependencies;
    for (std::size_t i = 0; i < 6; ++i) {
        dependencies.push_back({i + 6, i});
        dependencies.push_back({12, i + 6});
    }
    return dependencies;
}

/// `count` points of two gauges, "waited urgent" and "waited ordinary", over 20 ms: 1 to 3 and 2 to 20 ms,
/// the longest of all in the middle; and a level beside them.
inline std::shared_ptr<Trace> waited(int count)
{
    auto trace = std::make_shared<Trace>();
    Lane *lane = trace->addLaneAt(0, LaneRole::Worker);
    const auto urgent = lane->seriesIndex("waited urgent", SeriesKind::Gauge);
    const auto ordinary = lane->seriesIndex("waited ordinary", SeriesKind::Gauge);
    const auto level = lane->seriesIndex("waited in all");
    for (int i = 0; i < count; ++i) {
        const double part = static_cast<double>(i) / count;
        const auto at = static_cast<Nanoseconds>(part * 20e6);
        const double noise = std::fmod(i * 0.618034, 1);
        const bool isUrgent = i % 2 == 0;
        const double hill = 1 - std::abs(part - 0.5) * 2;
        lane->sampleAt(at, isUrgent ? urgent : ordinary,
                       i == count / 2 + (count / 2 + 1) % 2 ? 20
                       : isUrgent                           ? 1 + 2 * noise
                                                            : 2 + 10 * hill + 6 * noise);
        lane->sampleAt(at, level, 1);
    }
    lane->closeAt(21'000'000);
    trace->stopAt(21'000'000);
    return trace;
}

} // namespace tenfold
