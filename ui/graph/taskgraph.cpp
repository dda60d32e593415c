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

/// Calls `visit(task, span)` for the spans of tasks.
template<typename Visit> static void visitTasks(const Trace &trace, Visit visit)
{
    for (const Lane *lane : trace.lanes()) {
        lane->spans().forEach([&](const SpanRecord &span) {
            if (span.task >= 0 && static_cast<std::size_t>(span.task) < mostTasks && !isHolding(span.shape) &&
                span.state != State::Future) // that one waits for the task
                visit(static_cast<std::size_t>(span.task), span);
        });
    }
}

static void readProgress(TaskGraph &graph, const Trace &trace, Nanoseconds instant)
{
    visitTasks(trace, [&](std::size_t task, const SpanRecord &span) {
        if (graph.nodes.size() <= task)
            graph.nodes.resize(task + 1);
        TaskNode &node = graph.nodes[task];
        if (span.begin > instant)
            return;
        if (span.endOr(instant + 1) > instant)
            node.progress = TaskNode::Progress::Runs;
        else if (node.progress == TaskNode::Progress::Waits)
            node.progress = TaskNode::Progress::Done;
    });
}

static void readNames(TaskGraph &graph, const Trace &trace)
{
    visitTasks(trace, [&](std::size_t task, const SpanRecord &span) {
        if (task < graph.nodes.size() && graph.nodes[task].name.isEmpty() && *span.label &&
            std::string_view(span.label) != "task")
            graph.nodes[task].name = translate("task", span.label);
    });
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
            if (before[follower] == count || whole[task] > whole[follower]) {
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
