#include "core/analysis/limit.h"

#include "core/analysis/readings.h"

#include <queue>

#include <algorithm>
#include <functional>

namespace tenfold {

double listSchedule(std::vector<double> durations, int workers, Order order)
{
    if (order == Order::LongestFirst)
        std::ranges::sort(durations, std::greater());
    std::priority_queue<double, std::vector<double>, std::greater<>> freeAt;
    for (int worker = 0; worker < workers; ++worker)
        freeAt.push(0);
    double last = 0;
    for (const double duration : durations) {
        const double end = freeAt.top() + duration;
        freeAt.pop();
        freeAt.push(end);
        last = std::max(last, end);
    }
    return last;
}

std::vector<double> taskDurations(const Repeat &reference)
{
    if (!reference.expected.empty() || !reference.trace)
        return reference.expected;
    std::vector<double> durations;
    const Nanoseconds end = reference.trace->now();
    for (const Lane *lane : reference.trace->lanes()) {
        lane->spans().forEach([&](const SpanRecord &span) {
            if (span.task < 0 || span.depth != 0 || span.shape != Shape::Nested)
                return;
            const auto task = static_cast<std::size_t>(span.task);
            if (durations.size() <= task)
                durations.resize(task + 1);
            durations[task] += toSeconds(span.endOr(end) - span.begin);
        });
    }
    return durations;
}

std::optional<double> limitOf(const Repeat &reference, int workers, double effectiveCores, Order order)
{
    const std::vector<double> durations = taskDurations(reference);
    if (durations.empty())
        return {};
    const double schedule = listSchedule(durations, workers, order);
    const double computing = toSeconds(sumsOf(*reference.trace, reference.trace->now()).of(State::Running));
    return std::max(schedule, computing / std::max(1.0, std::min<double>(workers, effectiveCores)));
}

} // namespace tenfold
