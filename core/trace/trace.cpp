#include "core/trace/trace.h"

namespace tenfold {

std::int64_t Trace::steadyNow()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
}

Trace::Trace(Recording recording, std::size_t laneCapacity)
    : recording_(recording), laneCapacity_(laneCapacity), origin_(steadyNow())
{}

Trace::Trace(Clock clock, std::size_t laneCapacity)
    : recording_(Recording::On), clock_(clock), laneCapacity_(laneCapacity), origin_(steadyNow())
{}

Nanoseconds Trace::clockNow() const
{
    return clock_ == Clock::Told ? told_.load(std::memory_order_acquire) : steadyNow() - origin_;
}

Lane *Trace::addLane(LaneRole role, int number, LaneName name)
{
    return isRecording() ? addLaneAt(clockNow(), role, number, name) : nullptr;
}

Lane *Trace::addLaneAt(Nanoseconds began, LaneRole role, int number, LaneName name)
{
    if (!isRecording())
        return nullptr;
    const std::scoped_lock lock(mutex_);
    const int next = ++numbers_[{role, name.text, name.group}];
    return &lanes_.emplace_back(*this, static_cast<std::int32_t>(lanes_.size()), role, name,
                                number ? number : next, began, laneCapacity_);
}

std::vector<const Lane *> Trace::lanes() const
{
    const std::scoped_lock lock(mutex_);
    std::vector<const Lane *> result;
    result.reserve(lanes_.size());
    for (const Lane &lane : lanes_)
        result.push_back(&lane);
    return result;
}

void Trace::addCores(std::int32_t lane, const CoreRecord &look)
{
    const std::scoped_lock lock(mutex_);
    lanes_[static_cast<std::size_t>(lane)].cores_.append(look);
}

std::int32_t Trace::seriesIndex(std::string_view id, SeriesKind kind)
{
    const std::scoped_lock lock(mutex_);
    const auto found =
        std::find_if(series_.begin(), series_.end(), [&](const Series &s) { return s.id == id; });
    if (found != series_.end())
        return static_cast<std::int32_t>(found - series_.begin());
    series_.push_back({std::string(id), kind});
    return static_cast<std::int32_t>(series_.size()) - 1;
}

std::vector<Series> Trace::series() const
{
    const std::scoped_lock lock(mutex_);
    return series_;
}

const char *Trace::intern(std::string_view text)
{
    const std::scoped_lock lock(mutex_);
    return texts_.emplace(text).first->c_str();
}

Nanoseconds Trace::now() const
{
    const Nanoseconds stopped = stopped_.load(std::memory_order_acquire);
    return stopped == running ? clockNow() : stopped;
}

void Trace::stopAt(Nanoseconds t)
{
    Nanoseconds expected = running;
    stopped_.compare_exchange_strong(expected, t, std::memory_order_acq_rel);
}

std::uint64_t Trace::dropped() const
{
    std::uint64_t sum = 0;
    for (const Lane *lane : lanes())
        sum += lane->dropped();
    return sum;
}

} // namespace tenfold
