#include "ui/code/litlines.h"

#include <QSet>

#include <cstring>
#include <string_view>

namespace tenfold {

/// Spans that may be older than the outermost nested one (holds, coroutines) are looked for so far back.
static constexpr std::size_t farthest = 512;

static QSet<int> linesOf(const Lane &lane, std::string_view file, std::optional<Nanoseconds> instant)
{
    QSet<int> lines;
    const auto &spans = lane.spans();
    const std::size_t size = spans.size();
    for (std::size_t back = 1; back <= size && (instant || back <= farthest); ++back) {
        const SpanRecord &span = spans[size - back];
        const bool open =
            instant ? span.begin <= *instant && *instant < span.endOr(*instant + 1) : span.isOpen();
        if (open && std::string_view(span.where.file_name()).ends_with(file))
            lines.insert(static_cast<int>(span.where.line()));
    }
    return lines;
}

QMap<int, LitLine> litLines(const Scene &scene)
{
    QMap<int, LitLine> lit;
    if (!scene.scenario)
        return lit;
    const std::string file = "/patterns/" + scene.scenario->path().toStdString() + ".cpp";
    for (const Outcome &outcome : scene.outcomes) {
        const Repeat *repeat = outcome.shown();
        const Variant *variant = scene.variantOf(outcome);
        if (!repeat || !repeat->trace || !variant || (repeat->status != Status::Running && !scene.instant))
            continue;
        for (const Lane *lane : repeat->trace->lanes()) {
            for (const int line : linesOf(*lane, file, scene.instant)) {
                lit[line].kind = variant->kind;
                ++lit[line].lanes;
            }
        }
    }
    return lit;
}

} // namespace tenfold
