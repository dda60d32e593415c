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

/// Names the task that the calling thread works on for the length of a scope: a running span.
class TaskSpan : public Span
{
public:
    explicit TaskSpan(std::size_t task, const char *label = "task",
                      std::source_location where = std::source_location::current())
        : Span(State::Running, label, static_cast<std::int32_t>(task), where)
    {}
};

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
