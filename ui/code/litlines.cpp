#include "ui/code/litlines.h"

#include "ui/interleavings/drawnexecution.h"

#include <QSet>

#include <cstring>
#include <string_view>

namespace tenfold {

/// Spans are looked for so far back from the last one that has begun: a lane may have a million.
static constexpr std::size_t farthest = 512;

/// How many of the first spans have begun at `instant`: they are in the order of their begins.
static std::size_t begunAt(const AppendLog<SpanRecord> &spans, Nanoseconds instant)
{
    return spans.firstNot([instant](const SpanRecord &span) { return span.begin <= instant; });
}

static QSet<int> linesOf(const Lane &lane, std::string_view file, std::optional<Nanoseconds> instant)
{
    QSet<int> lines;
    const auto &spans = lane.spans();
    const std::size_t size = instant ? begunAt(spans, *instant) : spans.size();
    for (std::size_t back = 1; back <= std::min(size, farthest); ++back) {
        const SpanRecord &span = spans[size - back];
        const bool open = instant ? *instant < span.endOr(*instant + 1) : span.isOpen();
        if (open && std::string_view(span.where.file).ends_with(file))
            lines.insert(static_cast<int>(span.where.line));
    }
    return lines;
}

static QMap<int, LitLine> litStep(const Scene &scene, std::string_view file)
{
    QMap<int, LitLine> lit;
    const std::optional<DrawnExecution> drawn = drawnExecution(scene);
    for (int number = 1; const Lane *lane : drawn->trace->lanes()) {
        LitLane own{.number = number++, .isLettered = true};
        const QSet<int> now = linesOf(*lane, file, scene.instant);
        for (const int line : now)
            lit[line].lanes.push_back(own);
        const std::size_t next = begunAt(lane->spans(), *scene.instant);
        if (!now.isEmpty() || next == lane->spans().size())
            continue;
        own.isNext = true;
        lit[static_cast<int>(lane->spans()[next].where.line)].lanes.push_back(own);
    }
    return lit;
}

QMap<int, LitLine> litLines(const Scene &scene)
{
    QMap<int, LitLine> lit;
    if (!scene.scenario())
        return lit;
    const std::string file = "/patterns/" + scene.scenario()->path().toStdString() + ".cpp";
    if (scene.instant && scene.executions())
        return litStep(scene, file);
    for (const Outcome &outcome : scene.outcomes) {
        const Repeat *repeat = outcome.shown();
        const Variant *variant = scene.variantOf(outcome);
        if (!repeat || !repeat->trace || !variant || (repeat->status != Status::Running && !scene.instant))
            continue;
        if (scene.instant && *scene.instant > repeat->trace->now()) // it was over by then, or is not so far
            continue;
        std::array<int, 3> numbers{};
        for (const Lane *lane : repeat->trace->lanes()) {
            const int number = ++numbers[static_cast<std::size_t>(lane->role())];
            for (const int line : linesOf(*lane, file, scene.instant))
                lit[line].lanes.push_back({variant->kind, scene.numberOf(outcome), lane->role(), number});
        }
    }
    return lit;
}

} // namespace tenfold
