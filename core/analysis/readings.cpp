#include "core/analysis/readings.h"

#include <algorithm>

namespace tenfold {

QList<QPointF> readSeries(const Trace &trace, std::string_view id, Nanoseconds until)
{
    const std::vector<Series> all = trace.series();
    const auto series = std::ranges::find(all, id, &Series::id);
    if (series == all.end())
        return {};
    const auto index = static_cast<std::int32_t>(series - all.begin());
    std::vector<SampleRecord> samples;
    for (const Lane *lane : trace.lanes()) {
        lane->samples().forEach([&](const SampleRecord &sample) {
            if (sample.series == index && sample.time <= until)
                samples.push_back(sample);
        });
    }
    // Lanes are each in order; samples of one instant keep the order of their lanes.
    std::ranges::stable_sort(samples, {}, &SampleRecord::time);
    QList<QPointF> steps{{0, 0}};
    double value = 0;
    for (const SampleRecord &sample : samples) {
        const double next = series->kind == SeriesKind::Level ? value + sample.value : sample.value;
        const double time = toSeconds(sample.time);
        steps << QPointF(time, value) << QPointF(time, next);
        value = next;
    }
    steps << QPointF(toSeconds(until), value);
    return steps;
}

double peakOf(const Trace &trace, std::string_view series, Nanoseconds until)
{
    double peak = 0;
    for (const QPointF &step : readSeries(trace, series, until))
        peak = std::max(peak, step.y());
    return peak;
}

int countRisesAbove(const Trace &trace, std::string_view series, double above, Nanoseconds until)
{
    int count = 0;
    double value = 0;
    for (const QPointF &step : readSeries(trace, series, until)) {
        if (step.y() > value && step.y() > above)
            ++count;
        value = step.y();
    }
    return count;
}

Lane::Sums sumsOf(const Lane &lane, Nanoseconds until)
{
    Lane::Sums result;
    const auto sum = [&](State state) -> Nanoseconds & {
        return result.state[static_cast<std::size_t>(state)];
    };
    std::array<State, 65> around{}; // by depth: the state of the span in which one of that depth lies
    around.front() = State::Idle;
    sum(State::Idle) = std::max<Nanoseconds>(0, std::min(until, lane.closedOr(until)) - lane.began());
    lane.spans().forEach([&](const SpanRecord &span) {
        if (span.shape != Shape::Nested || span.begin >= until || span.depth + 1U >= around.size())
            return;
        const Nanoseconds length = std::min(until, span.endOr(until)) - span.begin;
        sum(around[span.depth]) -= length;
        sum(span.state) += length;
        around[span.depth + 1U] = span.state;
    });
    return result;
}

Lane::Sums sumsOf(const Trace &trace, Nanoseconds until)
{
    const std::vector<const Lane *> lanes = trace.lanes();
    const bool hasWorkers =
        std::ranges::any_of(lanes, [](const Lane *lane) { return lane->role() != LaneRole::Main; });
    Lane::Sums result;
    for (const Lane *lane : lanes) {
        if (hasWorkers && lane->role() == LaneRole::Main)
            continue;
        const Lane::Sums sums = lane->sums(until);
        for (std::size_t i = 0; i < stateCount; ++i)
            result.state[i] += sums.state[i];
    }
    return result;
}

bool isShown(const Lane &lane, Nanoseconds until)
{
    if (lane.role() != LaneRole::Main)
        return true;
    const Lane::Sums sums = lane.sums(until);
    for (std::size_t i = 0; i < stateCount; ++i) {
        const auto state = static_cast<State>(i);
        if (state != State::Future && state != State::Idle && sums.state[i] > 0)
            return true;
    }
    return false;
}

int countSpans(const Trace &trace, State state, std::string_view label, Nanoseconds until)
{
    int count = 0;
    for (const Lane *lane : trace.lanes()) {
        lane->spans().forEach([&](const SpanRecord &span) {
            if (span.shape == Shape::Nested && span.state == state && span.begin <= until &&
                span.label == label)
                ++count;
        });
    }
    return count;
}

} // namespace tenfold
