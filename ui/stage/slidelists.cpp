#include "ui/stage/slidelists.h"

#include "core/analysis/format.h"
#include "core/catalog/pattern.h"
#include "ui/stage/frame.h"

namespace tenfold::stage {

Values valuesOf(const Scenario &scenario, const Values &values)
{
    Values all;
    for (const Parameter &parameter : scenario.parameters)
        all[parameter.id] = values.value(parameter.id, parameter.defaultValue);
    return all;
}

static QString doneBy(const Scenario &scenario, const Variant &variant, const Values &values)
{
    if (variant.kind == VariantKind::Sequential)
        return say(QT_TRANSLATE_NOOP("tenfold::Stage", "one after the other"));
    const int workers = scenario.workersOf(variant, values);
    return (variant.isOneThread ? say(QT_TRANSLATE_NOOP("tenfold::Stage", "coroutines: %1"))
                                : say(QT_TRANSLATE_NOOP("tenfold::Stage", "workers: %1")))
        .arg(workers);
}

Slide::List waysOf(const Scenario &scenario, const Values &values)
{
    Slide::List list{say(QT_TRANSLATE_NOOP("tenfold::Stage", "The ways to do it")), {}};
    int number = 0;
    for (const Variant &variant : scenario.variants) {
        if (!variant.isMistake())
            list.items.push_back({variant.title.text(), doneBy(scenario, variant, values), variant.kind,
                                  variant.kind == VariantKind::Parallel ? number++ : 0});
    }
    return list;
}

Slide::List settingsOf(const Scenario &scenario, const Values &values, const QString &without)
{
    Slide::List list{say(QT_TRANSLATE_NOOP("tenfold::Stage", "What is set")), {}};
    for (const Parameter &parameter : scenario.parameters) {
        const QVariant set = values.value(parameter.id);
        const QString value = parameter.inWords(set).section(u'\n', 0, 0);
        if (value.isEmpty() || parameter.isOfPicture || parameter.id == without)
            continue;
        list.items.push_back({parameter.title.text(), unbroken(withUnit(value, parameter.unit.text()))});
    }
    return list;
}

Slide::List mistakesOf(const Scenario &scenario)
{
    Slide::List list{say(QT_TRANSLATE_NOOP("tenfold::Stage", "Common mistakes")), {}};
    int number = 0;
    for (const Variant &variant : scenario.variants) {
        if (variant.isMistake())
            list.items.push_back({variant.title.text(), {}, variant.kind, number++});
    }
    return list;
}

Slide::List scenariosOf(const Pattern &pattern)
{
    Slide::List list{say(QT_TRANSLATE_NOOP("tenfold::Stage", "What is tried")), {}};
    for (const Scenario &scenario : pattern.scenarios)
        list.items.push_back({scenario.title.text(), scenario.question.text()});
    return list;
}

std::vector<Slide::List> patternsOf(const QStringList &shown)
{
    std::vector<Slide::Item> items;
    int number = 0;
    for (const Pattern &pattern : catalog()) {
        ++number;
        if (shown.contains(pattern.id))
            items.push_back({QStringLiteral("%1. %2").arg(number).arg(pattern.title.text())});
    }
    constexpr std::ptrdiff_t most = 5; // one below the other
    const auto size = static_cast<std::ptrdiff_t>(items.size());
    const auto middle = items.begin() + (size > most ? (size + 1) / 2 : size);
    std::vector<Slide::List> lists{
        {say(QT_TRANSLATE_NOOP("tenfold::Stage", "What was shown")), {items.begin(), middle}}};
    if (middle != items.end())
        lists.push_back({{}, {middle, items.end()}});
    return lists;
}

} // namespace tenfold::stage
