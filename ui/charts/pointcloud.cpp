#include "ui/charts/pointcloud.h"

#include "ui/scene.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace tenfold {

/// Above so many stairs, what lies between them is drawn.
static constexpr std::size_t mostStairs = 12;

void PointCloud::read(Nanoseconds instant, bool isStair)
{
    const std::size_t before = dots.size();
    const std::vector<const Lane *> lanes = trace->lanes();
    next.resize(lanes.size());
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        next[i] = lanes[i]->samples().forEach(
            [&](const SampleRecord &sample) {
                if (sample.series == series && std::isfinite(sample.value))
                    dots.push_back({sample.time, sample.value, i, lanes[i]->number()});
            },
            next[i]);
    }
    if (std::exchange(until, instant) == instant && dots.size() == before && before > 0)
        return;
    std::vector<double> values;
    greatest = {};
    for (const PointDot &dot : dots) {
        if (dot.time > until)
            continue;
        if (values.empty() || dot.value > greatest.value)
            greatest = dot;
        least = values.empty() ? dot.value : std::min(least, dot.value);
        values.push_back(dot.value);
    }
    count = values.size();
    if (!values.empty()) {
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
        std::ranges::nth_element(values, middle);
        median = *middle;
    }
    if (isStair)
        readStairs();
}

void PointCloud::readStairs()
{
    std::vector<StairStep> steps;
    std::set<std::size_t> lanes;
    for (const PointDot &dot : dots) {
        if (dot.time > until)
            continue;
        steps.push_back({dot.lane, dot.time, dot.value});
        lanes.insert(dot.lane);
    }
    stairs = lanes.size();
    band = bandOf(std::move(steps));
    apart = 0;
    for (const StairBand &here : band)
        apart = std::max(apart, here.most - here.least);
}

bool PointCloud::isManyStairs() const
{
    return stairs > mostStairs;
}

QString PointCloud::causeOfGreatest() const
{
    const char *nearest = nullptr;
    auto most = static_cast<Nanoseconds>(1e6 * greatest.value); // it lasted as long
    for (const Lane *lane : trace->lanes()) {
        lane->marks().forEach([&](const MarkRecord &mark) {
            const Nanoseconds away = std::abs(mark.time - greatest.time);
            if (mark.time > until || away > most)
                return;
            most = away;
            nearest = mark.label;
        });
    }
    return nearest ? translate("mark", nearest) : QString();
}

} // namespace tenfold
