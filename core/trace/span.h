#pragma once

#include "core/trace/trace.h"

namespace tenfold {

/// A span on the calling thread's lane for the length of a scope; nothing where there is no lane.
class Span
{
public:
    explicit Span(State state, const char *label = "", std::int32_t task = SpanRecord::noTask,
                  std::source_location where = std::source_location::current())
        : lane_(Lane::current()), record_(lane_ ? lane_->begin(state, label, task, where) : nullptr)
    {}
    ~Span()
    {
        if (lane_)
            lane_->end(record_);
    }
    Span(const Span &) = delete;
    Span &operator=(const Span &) = delete;

private:
    Lane *lane_;
    SpanRecord *record_;
};

/// Says for the length of a scope that the calling thread's wait has a limit of time. Before the wait's span.
class TimedWait
{
public:
    explicit TimedWait(bool hasLimit = true) : lane_(hasLimit ? Lane::current() : nullptr)
    {
        if (lane_)
            lane_->setTimed(true);
    }
    ~TimedWait()
    {
        if (lane_)
            lane_->setTimed(false);
    }
    TimedWait(const TimedWait &) = delete;
    TimedWait &operator=(const TimedWait &) = delete;

private:
    Lane *lane_;
};

/// A span of the calling thread's lane that may overlap others of it: of a coroutine, one of many that wait
/// on one thread. It lives over co_await, says nothing about the lane's state, and ends on the thread on
/// which it began, while the trace lives.
class DetachedSpan
{
public:
    explicit DetachedSpan(State state, const char *label = "", std::int32_t task = SpanRecord::noTask,
                          std::source_location where = std::source_location::current())
        : lane_(Lane::current()),
          record_(lane_ ? lane_->beginAside(Shape::Detached, state, label, task, where) : nullptr)
    {}
    DetachedSpan(DetachedSpan &&other) noexcept
        : lane_(std::exchange(other.lane_, nullptr)), record_(other.record_)
    {}
    ~DetachedSpan() { end(); }
    /// Ends what was here before.
    DetachedSpan &operator=(DetachedSpan &&other) noexcept
    {
        if (this != &other) {
            end();
            lane_ = std::exchange(other.lane_, nullptr);
            record_ = other.record_;
        }
        return *this;
    }
    DetachedSpan(const DetachedSpan &) = delete;
    DetachedSpan &operator=(const DetachedSpan &) = delete;

    /// Ends it now. Again: nothing.
    void end()
    {
        if (Lane *lane = std::exchange(lane_, nullptr))
            lane->endAside(record_);
    }

private:
    Lane *lane_;
    SpanRecord *record_;
};

/// Names the task that the calling thread works on for the length of a scope: a running span.
class TaskSpan : public Span
{
public:
    explicit TaskSpan(std::size_t task, const char *label = "task",
                      std::source_location where = std::source_location::current())
        : Span(State::Running, label, static_cast<std::int32_t>(task), where)
    {}
};

/// Records a value of the gauge `series` on the calling thread's lane; nothing where there is no lane.
inline void recordGauge(const char *series, double value)
{
    if (Lane *lane = Lane::current())
        lane->sample(lane->seriesIndex(series, SeriesKind::Gauge), value);
}

/// Marks on the calling thread's lane that something happened: `label` is a literal, marked for translation
/// as QT_TRANSLATE_NOOP("mark", "..."). Nothing where there is no lane.
inline void recordMark(const char *label, std::source_location where = std::source_location::current())
{
    if (Lane *lane = Lane::current())
        lane->mark(label, SpanRecord::noTask, where);
}

/// Adds 1 to the level `series` of the calling thread's trace for the length of a scope ("in flight").
class Counted
{
public:
    explicit Counted(const char *series)
        : lane_(Lane::current()), series_(lane_ ? lane_->seriesIndex(series) : 0)
    {
        if (lane_)
            lane_->sample(series_, +1);
    }
    ~Counted()
    {
        if (lane_)
            lane_->sample(series_, -1);
    }
    Counted(const Counted &) = delete;
    Counted &operator=(const Counted &) = delete;

private:
    Lane *lane_;
    std::int32_t series_;
};

} // namespace tenfold
