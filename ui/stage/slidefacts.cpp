// What decides which slides there are.

#include "core/analysis/format.h"
#include "core/analysis/readings.h"
#include "core/catalog/pattern.h"
#include "ui/stage/frame.h"
#include "ui/stage/slides.h"

#include <algorithm>

namespace tenfold {

using namespace stage;

/// The traces of the outcomes, each to its instant.
static bool anyTrace(const Scene &scene, auto &&is)
{
    return std::ranges::any_of(scene.outcomes, [&](const Outcome &outcome) {
        const Repeat *repeat = outcome.shown();
        return repeat && repeat->trace && is(*repeat->trace, repeat->trace->now());
    });
}

bool hasNews(const View &view, const Scene &scene)
{
    const auto hasFinding = [&](const Outcome &outcome) {
        return std::ranges::any_of(view.sources, [&](const QString &id) {
            const Finding *finding = outcome.finding(id);
            return finding && finding->value != 0;
        });
    };
    switch (view.kind) {
    case ViewKind::Columns:
        return scene.isUnderWay() || std::ranges::any_of(scene.outcomes, hasFinding);
    case ViewKind::Counter: {
        return scene.isUnderWay() || anyTrace(scene, [&](const Trace &trace, Nanoseconds now) {
                   return std::ranges::any_of(view.sources, [&](const QString &series) {
                       return peakOf(trace, series.toStdString(), now) > 0;
                   });
               });
    }
    case ViewKind::Bands:
        return scene.isUnderWay() || anyTrace(scene, [&](const Trace &trace, Nanoseconds now) {
                   const Lane::Sums sums = sumsOf(trace, now);
                   for (std::size_t state = 0; state < stateCount; ++state) {
                       const auto each = static_cast<State>(state);
                       const std::string_view id = idOf(each);
                       if (sums.of(each) > 0 &&
                           view.sources.contains(QString::fromLatin1(id.data(), static_cast<int>(id.size()))))
                           return true;
                   }
                   return false;
               });
    case ViewKind::Graph: // who waits for whom: nobody, once all have come to their end
        return !view.sources.contains(QLatin1String("waits-for")) || scene.isUnderWay() ||
               std::ranges::any_of(scene.outcomes,
                                   [](const Outcome &o) { return o.status() == Status::Stuck; });
    default:
        return true;
    }
}

QString wordsOf(const Slide &slide)
{
    QStringList lines{slide.heading};
    lines << slide.words;
    for (const Slide::List &list : slide.lists) {
        lines << list.heading;
        for (const Slide::Item &item : list.items)
            lines << (item.more.isEmpty() ? item.text : item.text + u'\t' + item.more);
    }
    lines << slide.hint;
    lines.removeAll(QString());
    return lines.join(u'\n');
}

const Scenario *neighbour(const Scenario &scenario, bool isAfter)
{
    std::vector<const Scenario *> all;
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &each : pattern.scenarios)
            all.push_back(&each);
    }
    const auto here = std::ranges::find(all, scenario.path(), &Scenario::path);
    if (here == all.end() || (isAfter ? here + 1 == all.end() : here == all.begin()))
        return nullptr;
    return isAfter ? *(here + 1) : *(here - 1);
}

StageOrder StageOrder::of(const Scenario &scenario)
{
    const auto withScenarios = [](const Pattern &pattern) { return !pattern.scenarios.empty(); };
    const auto first = std::ranges::find_if(catalog(), withScenarios);
    return {neighbour(scenario, false), neighbour(scenario, true),
            first == catalog().end() ? &scenario : &first->scenarios.front()};
}

const Parameter *sweptIn(const Scenario &scenario)
{
    const auto view = std::ranges::find(scenario.views, ViewKind::Sweep, &View::kind);
    if (view != scenario.views.end())
        return scenario.parameter(view->sources.value(0));
    const Parameter *workers = scenario.parameter(QStringLiteral("workers"));
    return workers && workers->isSwept() ? workers : nullptr;
}

QList<int> sweptValues(const Parameter &parameter)
{
    QList<int> values = sweepLadder(parameter);
    if (parameter.id == QLatin1String("workers"))
        values.removeIf([](int value) { return value > 16; });
    return values;
}

} // namespace tenfold
