#pragma once

#include "core/trace/lane.h"
#include "ui/timeline/geometry.h"

#include <vector>

namespace tenfold {

/// A lane merged per pixel column, so that a million spans cost what the screen is wide. A function of lane,
/// scale and instant: what was read before is kept, and only what is new is read. A span has the columns from
/// its begin's up to that of its end, and at least one.
class LaneColumns
{
public:
    struct Column
    {
        const SpanRecord *span = nullptr;       ///< the one that began last; null: idle
        std::int32_t task = SpanRecord::noTask; ///< the task that it belongs to
        bool merged = false;                    ///< more than one span fell into it
        float ready = 0; ///< nested spans: the share of its running time in which the lane had no core
    };

    static constexpr int noSubRow = -1;
    /// Reads up to `instant`: with `lock` the holds of that label, with `subRow` its detached spans, else the
    /// nested ones.
    void update(const Lane &lane, const TimeScale &scale, Nanoseconds instant, const char *lock = nullptr,
                int subRow = noSubRow);
    const std::vector<Column> &columns() const { return columns_; }

private:
    struct Open
    {
        const SpanRecord *span;
        std::int32_t task;
        int filled; ///< the first column that it has not reached
    };
    void fill(Open &open);
    void readCores();
    int columnOf(Nanoseconds time) const;

    const Lane *lane_ = nullptr;
    TimeScale scale_;
    Nanoseconds begin_ = 0; // of the scale
    Nanoseconds end_ = 0;
    double perNanosecond_ = 0; // columns
    Nanoseconds instant_ = 0;
    std::size_t next_ = 0;
    std::size_t nextLook_ = 1; // of the lane's cores
    std::vector<Column> columns_;
    std::vector<Open> open_;                // spans that had not ended at instant_, outermost first
    std::array<std::int32_t, 64> taskAt_{}; // the task of the last span of each depth
};

/// How many detached spans of a lane that have no row of their own are under way, per pixel column. Reads
/// what is new, as LaneColumns does.
class InFlightColumns
{
public:
    /// Reads up to `instant` the spans of the sub-rows from `subRow` on.
    void update(const Lane &lane, const TimeScale &scale, Nanoseconds instant, int subRow);
    /// Up to the instant.
    const std::vector<int> &columns() const { return columns_; }

private:
    std::size_t columnOf(Nanoseconds time) const;

    const Lane *lane_ = nullptr;
    TimeScale scale_;
    Nanoseconds instant_ = 0;
    std::size_t next_ = 0;
    std::vector<int> changes_;             // by those that began, and that ended
    std::vector<const SpanRecord *> open_; // that had not ended at instant_
    std::vector<int> columns_;
};

} // namespace tenfold
