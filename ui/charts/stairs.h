#pragma once

#include "core/trace/records.h"

#include <QPolygonF>

#include <vector>

namespace tenfold {

/// A value that a lane has from `time` on.
struct StairStep
{
    std::size_t lane = 0; ///< its place in the trace: numbers are given once per role and name
    Nanoseconds time = 0;
    double value = 0;
};

/// Where the lowest and the highest of all stairs are from `time` on.
struct StairBand
{
    Nanoseconds time = 0;
    double least = 0, most = 0;
    bool operator==(const StairBand &) const = default;
};

/// What lies between the lanes' stairs: an entry wherever it changes. A lane counts from its first step on.
std::vector<StairBand> bandOf(std::vector<StairStep> steps);

/// `band` with one entry per `width` of time at most, each as wide as what it stands for.
std::vector<StairBand> coarser(const std::vector<StairBand> &band, Nanoseconds width);

/// Adds to a stair that is drawn: `to`, over a step; steps of less than a pixel are one.
void goOn(QPolygonF &line, const QPointF &to);

} // namespace tenfold
