#include "core/analysis/limit.h"

#include "core/analysis/readings.h"

#include <queue>

#include <algorithm>
#include <functional>
#include <numeric>

namespace tenfold {

template<typename T> using Least = std::priority_queue<T, std::vector<T>, std::greater<>>;

Order longestFirst(const std::vector<double> &durations)
{
    Order order(durations.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t task) { return durations[task]; });
    return order;
}

/// `order` with every one of `count` tasks exactly once.
static Order completed(const Order &order, std::size_t count)
{
    Order all;
    std::vector<bool> isTaken(count);
    const auto take = [&](std::size_t task) {
        if (task < count && !isTaken[task]) {
            isTaken[task] = true;
            all.push_back(task);
        }
    };
    std::ranges::for_each(order, take);
    for (std::size_t task = 0; task < count; ++task)
        take(task);
    return all;
}

double listSchedule(const std::vector<double> &durations, int workers, const Order &order,
                    const std::vector<Dependency> &dependencies)
{
    const std::size_t count = durations.size();
    const Order places = completed(order, count);
    std::vector<std::size_t> placeOf(count);
    for (std::size_t place = 0; place < count; ++place)
        placeOf[places[place]] = place;

    std::vector<std::vector<std::size_t>> followers(count);
    std::vector<int> waitsFor(count);
    for (const auto &[task, on] : dependencies) {
        if (task < count && on < count) {
            followers[on].push_back(task);
            ++waitsFor[task];
        }
    }
    Least<std::size_t> ready; // places
    for (std::size_t task = 0; task < count; ++task) {
        if (waitsFor[task] == 0)
            ready.push(placeOf[task]);
    }
    Least<std::pair<double, std::size_t>> running; // until when, and the task
    double now = 0;
    while (!ready.empty() || !running.empty()) {
        while (!ready.empty() && running.size() < static_cast<std::size_t>(workers)) {
            const std::size_t task = places[ready.top()];
            ready.pop();
            running.emplace(now + durations[task], task);
        }
        // All that end at this instant, before a worker looks for its next task.
        for (now = running.top().first; !running.empty() && running.top().first <= now; running.pop()) {
            for (const std::size_t follower : followers[running.top().second]) {
                if (--waitsFor[follower] == 0)
                    ready.push(placeOf[follower]);
            }
        }
    }
    return now;
}

namespace {

/// Adds up what the spans of a lane say of the tasks, in the order of their begins.
class LaneDurations
{
public:
    LaneDurations(std::vector<double> &durations, const Lane &lane, Nanoseconds until, TaskTime time)
        : durations_(durations), lane_(lane), until_(until), time_(time)
    {}

    void add(const SpanRecord &span)
    {
        const bool isWait = span.state == State::Future;
        if (span.task < 0 || isHolding(span.shape) || span.begin > until_ ||
            (isWait && span.shape == Shape::Detached))
            return;
        const auto task = static_cast<std::size_t>(span.task);
        if (durations_.size() <= task)
            durations_.resize(task + 1);
        const Nanoseconds end = std::min(span.endOr(until_), until_);
        if (span.shape == Shape::Detached)
            addDetached(task, span.begin, end);
        else
            addNested(task, span.begin, end, isWait);
    }

private:
    struct Open
    {
        std::size_t task;
        Nanoseconds end;
        bool isWait;
    };

    /// What lies within another task's span, or waits for a task there, is no part of that one.
    void addNested(std::size_t task, Nanoseconds begin, Nanoseconds end, bool isWait)
    {
        while (!open_.empty() && open_.back().end <= begin)
            open_.pop_back();
        const bool isWithin = !open_.empty() && !open_.back().isWait;
        if (isWithin && open_.back().task == task)
            return;
        const double seconds = toSeconds(end - begin - readyBetween(begin, end));
        if (isWithin)
            durations_[open_.back().task] -= seconds;
        if (!isWait)
            durations_[task] += seconds;
        open_.push_back({task, end, isWait});
    }

    Nanoseconds readyBetween(Nanoseconds begin, Nanoseconds end) const
    {
        return time_ == TaskTime::Whole ? 0 : lane_.readyUntil(end) - lane_.readyUntil(begin);
    }

    /// Those of a task may overlap.
    void addDetached(std::size_t task, Nanoseconds begin, Nanoseconds end)
    {
        if (counted_.size() <= task)
            counted_.resize(task + 1, std::numeric_limits<Nanoseconds>::min());
        durations_[task] += toSeconds(std::max<Nanoseconds>(0, end - std::max(begin, counted_[task])));
        counted_[task] = std::max(counted_[task], end);
    }

    std::vector<double> &durations_;
    const Lane &lane_;
    const Nanoseconds until_;
    const TaskTime time_;
    std::vector<Open> open_;           // tasks within one another, outermost first
    std::vector<Nanoseconds> counted_; // by task: up to where
};

} // namespace

std::vector<double> taskDurations(const Trace &trace, Nanoseconds until, TaskTime time)
{
    std::vector<double> durations;
    for (const Lane *lane : trace.lanes()) {
        LaneDurations ofLane(durations, *lane, until, time);
        lane->spans().forEach([&](const SpanRecord &span) { ofLane.add(span); });
    }
    return durations;
}

std::vector<double> taskDurations(const Repeat &reference)
{
    if (!reference.results.expected.empty() || !reference.trace)
        return reference.results.expected;
    return taskDurations(*reference.trace, reference.trace->now(), TaskTime::WithACore);
}

std::optional<double> limitOf(const Repeat &reference, int workers, double effectiveCores, const Order &order,
                              const Bound &bound)
{
    const std::vector<double> durations = taskDurations(reference);
    if (durations.empty())
        return {};
    const double schedule = listSchedule(durations, workers, order, reference.results.dependencies);
    const double computing = toSeconds(sumsOf(*reference.trace, reference.trace->now()).of(State::Running));
    double shared = 0;
    if (bound) {
        std::vector<double> taken;
        for (const std::size_t task : completed(order, durations.size()))
            taken.push_back(durations[task]);
        shared = bound(taken);
    }
    return std::max({schedule, computing / std::max(1.0, std::min<double>(workers, effectiveCores)), shared});
}

} // namespace tenfold
