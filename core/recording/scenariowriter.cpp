#include "core/catalog/secrets.h"
#include "core/recording/recordingcbor.h"

#include <QCborArray>

#include <algorithm>

namespace tenfold {

namespace {

QCborArray texts(const QStringList &list)
{
    return QCborArray::fromStringList(list);
}

/// The text in both languages.
QCborValue words(const Words &words)
{
    return QCborArray{words.source(), words.japanese()};
}

QCborValue parameter(const Parameter &parameter)
{
    return QCborMap{{QLatin1String("id"), parameter.id},
                    {QLatin1String("title"), words(parameter.title)},
                    {QLatin1String("unit"), words(parameter.unit)},
                    {QLatin1String("kind"), idOf(parameter.kind)},
                    {QLatin1String("least"), parameter.minimum},
                    {QLatin1String("greatest"), parameter.maximum},
                    {QLatin1String("choices"), texts(parameter.choices)},
                    {QLatin1String("choiceTitles"), cborArrayOf(parameter.choiceTitles, words)},
                    {QLatin1String("default"), valueToCbor(parameter.defaultValue)},
                    {QLatin1String("ofPicture"), parameter.isOfPicture},
                    {QLatin1String("unsaid"), parameter.isUnsaid},
                    {QLatin1String("ofMachine"), parameter.isOfMachine}};
}

QCborValue column(const Column &column)
{
    return QCborMap{{QLatin1String("id"), column.id},
                    {QLatin1String("title"), words(column.title)},
                    {QLatin1String("kind"), idOf(column.kind)},
                    {QLatin1String("canonical"), column.canonical},
                    {QLatin1String("successes"), texts(column.successes)}};
}

QCborValue view(const View &view)
{
    return QCborMap{{QLatin1String("id"), view.id},
                    {QLatin1String("kind"), idOf(view.kind)},
                    {QLatin1String("title"), words(view.title)},
                    {QLatin1String("sources"), texts(view.sources)},
                    {QLatin1String("limit"), view.limit},
                    {QLatin1String("unit"), words(view.unit)},
                    {QLatin1String("byLane"), view.byLane},
                    {QLatin1String("stair"), view.isStair}};
}

/// How many lanes are at work where a function says so: for the values of the recording, as no file holds it.
QCborArray workersOf(const Variant &variant, const Recording &recording)
{
    QCborArray all;
    std::vector<Values> said;
    const auto say = [&](const std::vector<Outcome> &outcomes) {
        for (const Outcome &outcome : outcomes) {
            if (!variant.workers || std::ranges::find(said, outcome.values) != said.end())
                continue;
            said.push_back(outcome.values);
            all.append(QCborArray{valuesToCbor(outcome.values), variant.workers(outcome.values)});
        }
    };
    say(recording.outcomes);
    for (const auto &[over, sweep] : recording.sweeps)
        say(sweep.outcomes);
    return all;
}

QCborValue variant(const Variant &variant, const Recording &recording)
{
    return QCborMap{{QLatin1String("id"), variant.id},
                    {QLatin1String("title"), words(variant.title)},
                    {QLatin1String("kind"), idOf(variant.kind)},
                    {QLatin1String("proof"), variant.proof},
                    {QLatin1String("why"), words(variant.why)},
                    {QLatin1String("workers"), workersOf(variant, recording)},
                    {QLatin1String("view"), variant.view},
                    {QLatin1String("cost"), variant.cost},
                    {QLatin1String("limit"), variant.hasLimit},
                    {QLatin1String("oneThread"), variant.isOneThread}};
}

QCborValue patternToCbor(const Pattern &pattern)
{
    return QCborMap{{QLatin1String("title"), words(pattern.title)},
                    {QLatin1String("chapter"), pattern.chapterName},
                    {QLatin1String("summary"), words(pattern.summary)},
                    {QLatin1String("practices"), cborArrayOf(pattern.bestPractices, words)},
                    {QLatin1String("gil"), words(pattern.gil)},
                    {QLatin1String("gilMore"), words(pattern.gilMore)},
                    {QLatin1String("gilCaption"), words(pattern.gilCaption)}};
}

} // namespace

QCborValue valueToCbor(const QVariant &value)
{
    return value.typeId() == QMetaType::Int ? QCborValue(value.toInt())
                                            : QCborValue(withoutPasswords(value.toString()));
}

QCborMap valuesToCbor(const Values &values)
{
    QCborMap map;
    for (auto it = values.begin(); it != values.end(); ++it)
        map[it.key()] = valueToCbor(*it);
    return map;
}

QCborMap scenarioToCbor(const Recording &recording)
{
    const Scenario &scenario = *recording.scenario();
    const Pattern *pattern =
        recording.origin.pattern ? recording.origin.pattern.get() : findPattern(scenario.pattern);
    return {
        {QLatin1String("id"), scenario.id},
        {QLatin1String("patternId"), scenario.pattern},
        {QLatin1String("pattern"), patternToCbor(pattern ? *pattern : Pattern())},
        {QLatin1String("title"), words(scenario.title)},
        {QLatin1String("question"), words(scenario.question)},
        {QLatin1String("parameters"), cborArrayOf(scenario.parameters, parameter)},
        {QLatin1String("presets"), cborArrayOf(scenario.presets,
                                               [](const Preset &preset) {
                                                   return QCborArray{preset.id, valuesToCbor(preset.values)};
                                               })},
        {QLatin1String("columns"), cborArrayOf(scenario.columns, column)},
        {QLatin1String("measures"),
         cborArrayOf(scenario.measures,
                     [](const Measure &measure) {
                         return QCborArray{measure.id, words(measure.title), words(measure.unit)};
                     })},
        {QLatin1String("variants"),
         cborArrayOf(scenario.variants, [&](const Variant &one) { return variant(one, recording); })},
        {QLatin1String("views"), cborArrayOf(scenario.views, view)},
        {QLatin1String("numbers"), cborArrayOf(scenario.numbers,
                                               [](const BigMeasure &number) {
                                                   return QCborArray{number.id, codeOf(number.tone)};
                                               })},
        {QLatin1String("front"), scenario.front},
        {QLatin1String("remarks"), static_cast<bool>(scenario.remark)},
        {QLatin1String("seeded"), scenario.isSeeded},
        {QLatin1String("python"), QString::fromUtf8(scenario.python)}};
}

bool haveSameShape(const Scenario &one, const Scenario &other)
{
    const auto same = [](const auto &all, const auto &others, auto key) {
        return std::ranges::equal(all, others, {}, key, key);
    };
    return same(one.parameters, other.parameters,
                [](const Parameter &p) { return std::tuple(p.id, p.kind, p.choices, p.isOfPicture); }) &&
           same(one.columns, other.columns,
                [](const Column &c) { return std::tuple(c.id, c.kind, c.canonical, c.successes); }) &&
           same(one.measures, other.measures, [](const Measure &m) { return m.id; }) &&
           same(one.variants, other.variants,
                [](const Variant &v) {
                    return std::tuple(v.id, v.kind, v.proof, v.view, v.cost, v.hasLimit, v.isOneThread);
                }) &&
           same(one.views, other.views,
                [](const View &v) {
                    return std::tuple(v.id, v.kind, v.sources, v.limit, v.byLane, v.isStair);
                }) &&
           same(one.numbers, other.numbers, [](const BigMeasure &n) { return std::tuple(n.id, n.tone); }) &&
           one.front == other.front;
}

} // namespace tenfold
