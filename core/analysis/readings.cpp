#include "core/analysis/readings.h"

#include <algorithm>

namespace tenfold {

void SeriesReader::restart(const std::shared_ptr<const Trace> &trace)
{
    trace_ = trace;
    next_.clear();
    samples_.clear();
    steps_.clear();
    unchanged_ = 0;
}

const QList<QPointF> &SeriesReader::read(const std::shared_ptr<const Trace> &trace, std::string_view id,
                                         Nanoseconds until)
{
    if (trace != trace_ || until < until_)
        restart(trace);
    until_ = until;
    const std::vector<Series> all = trace->series();
    const auto series = std::ranges::find(all, id, &Series::id);
    if (series == all.end())
        return steps_;
    const auto index = static_cast<std::int32_t>(series - all.begin());
    const auto old = static_cast<std::ptrdiff_t>(samples_.size());
    const std::vector<const Lane *> lanes = trace->lanes();
    next_.resize(lanes.size());
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const auto &samples = lanes[i]->samples();
        const std::size_t size = samples.size();
        for (; next_[i] < size && samples[next_[i]].time <= until; ++next_[i]) {
            if (samples[next_[i]].series == index)
                samples_.push_back(samples[next_[i]]);
        }
    }
    // Lanes are each in order; samples of one instant keep the order of their lanes.
    const auto fresh = samples_.begin() + old;
    std::ranges::stable_sort(fresh, samples_.end(), {}, &SampleRecord::time);
    // A sample may have been published after a later one of another lane was read.
    const auto from = fresh == samples_.end() ? fresh
                                              : std::ranges::upper_bound(samples_.begin(), fresh, fresh->time,
                                                                         {}, &SampleRecord::time);
    std::ranges::inplace_merge(from, fresh, samples_.end(), {}, &SampleRecord::time);

    const bool isNew = steps_.isEmpty();
    steps_.resize(2 * (from - samples_.begin()) + 1);
    unchanged_ = isNew ? 0 : steps_.size();
    double value = steps_.last().y();
    for (auto sample = from; sample != samples_.end(); ++sample) {
        const double next = series->kind == SeriesKind::Level ? value + sample->value : sample->value;
        const double time = toSeconds(sample->time);
        steps_ << QPointF(time, value) << QPointF(time, next);
        value = next;
    }
    steps_ << QPointF(toSeconds(until), value);
    return steps_;
}

QList<QPointF> readSeries(const Trace &trace, std::string_view id, Nanoseconds until)
{
    return SeriesReader().read({std::shared_ptr<const Trace>(), &trace}, id, until);
}

double peakOf(const Trace &trace, std::string_view series, Nanoseconds until)
{
    double peak = 0;
    for (const QPointF &step : readSeries(trace, series, until))
        peak = std::max(peak, step.y());
    return peak;
}

double medianOf(const Trace &trace, std::string_view series, Nanoseconds until)
{
    const std::vector<Series> all = trace.series();
    const auto found = std::ranges::find(all, series, &Series::id);
    const auto index = static_cast<std::int32_t>(found - all.begin());
    std::vector<double> values;
    for (const Lane *lane : trace.lanes()) {
        lane->samples().forEach([&](const SampleRecord &sample) {
            if (sample.series == index && sample.time <= until)
                values.push_back(sample.value);
        });
    }
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
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

/// What the lane's spans say.
static Lane::Sums recordedSums(const Lane &lane, Nanoseconds until)
{
    if (until >= lane.stretch().since)
        return lane.sums(until);
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

Lane::Sums withReady(Lane::Sums sums, const Lane &lane, Nanoseconds until)
{
    auto &running = sums.state[static_cast<std::size_t>(State::Running)];
    const Nanoseconds ready = std::min(lane.readyUntil(until), running);
    running -= ready;
    sums.state[static_cast<std::size_t>(State::Ready)] = ready;
    return sums;
}

Lane::Sums sumsOf(const Lane &lane, Nanoseconds until)
{
    return withReady(recordedSums(lane, until), lane, until);
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
        const Lane::Sums sums = sumsOf(*lane, until);
        for (std::size_t i = 0; i < stateCount; ++i)
            result.state[i] += sums.state[i];
    }
    return result;
}

Workers workersOf(const Trace &trace, Nanoseconds until)
{
    std::vector<std::pair<Nanoseconds, int>> changes; // an end comes before a beginning of the same instant
    Workers workers;
    for (const Lane *lane : trace.lanes()) {
        if (lane->role() == LaneRole::Main || lane->began() > until)
            continue;
        ++workers.made;
        changes.emplace_back(lane->began(), 1);
        changes.emplace_back(std::min(until, lane->closedOr(until)), -1);
    }
    std::ranges::sort(changes);
    int now = 0;
    for (const auto &[time, change] : changes)
        workers.atOnce = std::max(workers.atOnce, now += change);
    return workers.made ? workers : Workers{1, 1};
}

bool hasOwnWork(const Lane::Sums &sums)
{
    for (std::size_t i = 0; i < stateCount; ++i) {
        const auto state = static_cast<State>(i);
        if (state != State::Future && state != State::Idle && sums.state[i] > 0)
            return true;
    }
    return false;
}

bool isShown(const Lane &lane, Nanoseconds until)
{
    return lane.role() != LaneRole::Main || lane.subRows() > 0 || hasOwnWork(sumsOf(lane, until));
}

template<typename Predicate>
static int countIf(const Trace &trace, std::string_view label, Nanoseconds until, Predicate matches)
{
    int count = 0;
    for (const Lane *lane : trace.lanes()) {
        lane->spans().forEach([&](const SpanRecord &span) {
            if (span.begin <= until && span.label == label && matches(span))
                ++count;
        });
    }
    return count;
}

int countSpans(const Trace &trace, State state, std::string_view label, Nanoseconds until)
{
    return countIf(trace, label, until, [state](const SpanRecord &span) {
        return span.shape == Shape::Nested && span.state == state;
    });
}

int countHolds(const Trace &trace, std::string_view name, Nanoseconds until)
{
    return countIf(trace, name, until, [](const SpanRecord &span) { return isHolding(span.shape); });
}

} // namespace tenfold
