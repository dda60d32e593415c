#include "ui/graph/taskgraph.h"

#include "core/analysis/limit.h"

#include <algorithm>

namespace tenfold {

/// More than can be looked at in one picture.
static constexpr std::size_t mostTasks = 2000;

std::size_t TaskGraph::layers() const
{
    std::size_t layers = 0;
    for (const TaskNode &node : nodes)
        layers = std::max(layers, node.layer + 1);
    return layers;
}

static const Results &dependenciesIn(const Scene &scene, const Repeat &own)
{
    if (!own.results.dependencies.empty())
        return own.results;
    for (const Outcome &outcome : scene.outcomes) {
        const Repeat *repeat = outcome.shown();
        if (repeat && !repeat->results.dependencies.empty())
            return repeat->results;
    }
    return own.results;
}

static bool isOfTask(const SpanRecord &span)
{
    return span.task >= 0 && static_cast<std::size_t>(span.task) < mostTasks && !isHolding(span.shape) &&
           span.state != State::Future; // that one waits for the task
}

static void readProgress(TaskGraph &graph, const Trace &trace, Nanoseconds instant)
{
    using Progress = TaskNode::Progress;
    for (const Lane *lane : trace.lanes()) {
        std::size_t innermost = mostTasks; // of the tasks that are open on this lane
        const auto block = [&](bool isBlocked) {
            if (isBlocked && innermost < mostTasks)
                graph.nodes[innermost].progress = Progress::Blocked;
        };
        lane->spans().forEach([&](const SpanRecord &span) {
            const bool isOpen = span.begin <= instant && span.endOr(instant + 1) > instant;
            if (!isOfTask(span))
                return block(isOpen && span.state == State::Future);
            const auto task = static_cast<std::size_t>(span.task);
            if (graph.nodes.size() <= task)
                graph.nodes.resize(task + 1);
            TaskNode &node = graph.nodes[task];
            if (isOpen) {
                node.progress = Progress::Runs;
                if (span.shape == Shape::Nested) {
                    block(innermost != task);
                    innermost = task;
                }
            } else if (span.begin <= instant && node.progress == Progress::Waits) {
                node.progress = Progress::Done;
            }
        });
    }
}

static void readNames(TaskGraph &graph, const Trace &trace)
{
    for (const Lane *lane : trace.lanes()) {
        lane->spans().forEach([&](const SpanRecord &span) {
            if (!isOfTask(span) || static_cast<std::size_t>(span.task) >= graph.nodes.size() ||
                !*span.label || std::string_view(span.label) == "task")
                return;
            if (QString &name = graph.nodes[static_cast<std::size_t>(span.task)].name; name.isEmpty())
                name = translate("task", span.label);
        });
    }
}

/// Layers, and the longest chain that ends at each task; what depends on itself in a ring stays in the first
/// layer.
static void findPaths(TaskGraph &graph)
{
    const std::size_t count = graph.nodes.size();
    std::vector<std::vector<std::size_t>> followers(count);
    std::vector<std::size_t> open(count), before(count, count);
    std::vector<double> whole(count);
    for (const auto &[task, on] : graph.dependencies) {
        followers[on].push_back(task);
        ++open[task];
    }
    std::vector<std::size_t> ready;
    for (std::size_t task = 0; task < count; ++task) {
        if (open[task] == 0)
            ready.push_back(task);
    }
    std::size_t last = count;
    for (std::size_t i = 0; i < ready.size(); ++i) {
        const std::size_t task = ready[i];
        const TaskNode &node = graph.nodes[task];
        whole[task] += node.seconds;
        if (node.progress != TaskNode::Progress::Waits && (last == count || whole[task] > whole[last]))
            last = task;
        for (const std::size_t follower : followers[task]) {
            graph.nodes[follower].layer = std::max(graph.nodes[follower].layer, node.layer + 1);
            // The path leads through what is done: who waits for others may have begun before them.
            if (node.progress == TaskNode::Progress::Done &&
                (before[follower] == count || whole[task] > whole[follower])) {
                whole[follower] = whole[task];
                before[follower] = task;
            }
            if (--open[follower] == 0)
                ready.push_back(follower);
        }
    }
    if (graph.dependencies.empty() || last == count)
        return;
    graph.criticalSeconds = whole[last];
    for (; last != count; last = before[last]) {
        graph.nodes[last].isCritical = true;
        graph.critical.insert(graph.critical.begin(), last);
    }
}

TaskGraph tasksOf(const Scene &scene, const Outcome &outcome)
{
    const Repeat &repeat = *outcome.shown();
    const Nanoseconds instant = scene.instantOf(*repeat.trace);
    const Results &results = dependenciesIn(scene, repeat);
    TaskGraph graph;
    std::size_t count = 0;
    for (const Dependency &dependency : results.dependencies) {
        if (std::max(dependency.task, dependency.on) < mostTasks && dependency.task != dependency.on) {
            graph.dependencies.push_back(dependency);
            count = std::max({count, dependency.task + 1, dependency.on + 1});
        }
    }
    graph.nodes.resize(count);
    readProgress(graph, *repeat.trace, instant);
    readNames(graph, *repeat.trace);
    for (const Outcome &other : scene.outcomes) { // what has not begun here may have in another variant
        const bool isMissing = std::ranges::any_of(graph.nodes, &QString::isEmpty, &TaskNode::name);
        if (const Repeat *its = isMissing ? other.shown() : nullptr; its && its->trace)
            readNames(graph, *its->trace);
    }
    const std::vector<double> seconds = taskDurations(*repeat.trace, instant);
    for (std::size_t task = 0; task < graph.nodes.size(); ++task) {
        graph.nodes[task].task = task;
        graph.nodes[task].seconds = task < seconds.size() ? seconds[task] : 0;
    }
    findPaths(graph);
    return graph;
}

} // namespace tenfold
