#include "core/analysis/lanetitle.h"
#include "core/analysis/readings.h"
#include "core/catalog/secrets.h"
#include "core/recording/writers.h"
#include "core/run/command.h"

namespace tenfold {

static QJsonValue orNull(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

template<typename Range, typename ToJson> static QJsonArray arrayOf(const Range &range, ToJson toJson)
{
    QJsonArray array;
    for (const auto &item : range)
        array.append(toJson(item));
    return array;
}

static QJsonObject figuresToJson(const Figures &figures)
{
    return {{"speedup", orNull(figures.speedup)},
            {"efficiency", orNull(figures.efficiency)},
            {"time_saved_seconds", orNull(figures.timeSaved)},
            {"limit_seconds", orNull(figures.limit)}};
}

static QJsonObject merged(QJsonObject object, const QJsonObject &more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

static QJsonObject tableToJson(const Table &table)
{
    return {{"columns",
             arrayOf(table.columns,
                     [](const Column &c) {
                         return QJsonObject{{"id", c.id}, {"kind", idOf(c.kind)}, {"canonical", c.canonical}};
                     })},
            {"rows",
             arrayOf(table.rows, [](const QVariantList &row) { return QJsonArray::fromVariantList(row); })}};
}

static QJsonObject laneToJson(const Lane &lane, Nanoseconds end)
{
    const Lane::Sums sums = sumsOf(lane, end);
    QJsonObject states;
    for (std::size_t i = 0; i < stateCount; ++i) {
        if (sums.state[i] > 0)
            states.insert(QString::fromLatin1(stateIds[i].data()), toSeconds(sums.state[i]));
    }
    qint64 spans = 0; // what came after the end was the program's tidying up
    lane.spans().forEach([&](const SpanRecord &span) { spans += span.begin <= end; });
    return {{"name", laneId(lane)}, {"spans", spans}, {"states", states}};
}

static QJsonObject outcomeToJson(const Scenario &scenario, const Outcome &outcome, const Figures &figures)
{
    QJsonArray workers;
    const Repeat *shown = outcome.shown();
    const Repeat empty;
    const Repeat &repeat = shown ? *shown : empty;
    if (repeat.trace) {
        const Nanoseconds end = repeat.trace->now();
        for (const Lane *lane : repeat.trace->lanes()) {
            if (lane->began() <= end && isShown(*lane, end))
                workers.append(laneToJson(*lane, end));
        }
    }
    const QJsonObject own{
        {"variant", outcome.variant},
        {"kind", idOf(scenario.variant(outcome.variant)->kind)},
        {"status", idOf(outcome.status())},
        {"error", outcome.error().isEmpty() ? QJsonValue() : QJsonValue(outcome.error())},
        {"seconds", arrayOf(outcome.seconds(), [](double s) { return QJsonValue(s); })},
        {"median_seconds", outcome.seconds().empty() ? QJsonValue() : QJsonValue(outcome.medianSeconds())},
        {"others_cores",
         arrayOf(outcome.repeats,
                 [](const Repeat &r) { return r.othersCores ? QJsonValue(*r.othersCores) : QJsonValue(); })},
        {"bent", arrayOf(outcome.repeats, [](const Repeat &r) { return QJsonValue(r.bent); })},
        {"throttled_seconds",
         arrayOf(outcome.repeats, [](const Repeat &r) { return QJsonValue(r.throttled); })},
        {"held_up_seconds", arrayOf(outcome.repeats, [](const Repeat &r) { return QJsonValue(r.heldUp); })},
        {"carried_out_again", arrayOf(outcome.repeats, [](const Repeat &r) { return QJsonValue(r.again); })},
        {"same_result", outcome.sameResult()},
        {"table", tableToJson(repeat.results.table)},
        {"findings", arrayOf(repeat.results.findings,
                             [&](const Finding &f) {
                                 const Measure *measure = scenario.measureOf(f.id);
                                 return QJsonObject{{"id", f.id},
                                                    {"title", measure ? measure->title.source() : f.id},
                                                    {"value", f.value},
                                                    {"unit", f.unit}};
                             })},
        {"workers", workers},
        {"dropped_events", repeat.trace ? static_cast<qint64>(repeat.trace->dropped()) : 0},
    };
    return merged(own, figuresToJson(figures));
}

QJsonObject runToJson(const Recording &recording)
{
    const Figures none;
    const Figures *headline = recording.summary.headline(*recording.scenario());
    QJsonArray outcomes;
    for (std::size_t i = 0; i < recording.outcomes.size(); ++i)
        outcomes.append(
            outcomeToJson(*recording.scenario(), recording.outcomes[i], recording.summary.figures[i]));
    const QJsonObject caveat{{"kind", idOf(recording.summary.caveat.kind)},
                             {"text", recording.summary.caveat.text()}};
    const QJsonObject document{
        {"program", "tenfold"},
        {"version", TENFOLD_VERSION},
        {"command", commandOf(recording.request)},
        {"scenario", recording.scenario()->path()},
        {"seed", static_cast<qint64>(recording.request.seed)},
        {"parameters", QJsonObject::fromVariantMap(withoutPasswords(recording.request.values))},
        {"machine", QJsonObject{{"cores", recording.machine.cores},
                                {"effective_cores", recording.machine.effectiveCores},
                                {"allowed_cores", recording.machine.allowed},
                                {"load", recording.machine.load},
                                {"qt", recording.machine.qt},
                                {"compiler", recording.machine.compiler}}},
        {"caveat", recording.summary.caveat ? QJsonValue(caveat) : QJsonValue()},
        {"explanation", recording.summary.explanation.join(QLatin1Char('\n'))},
        {"outcomes", outcomes},
    };
    return merged(document, figuresToJson(headline ? *headline : none));
}

static QJsonObject parameterToJson(const Parameter &parameter)
{
    const bool isNumber = parameter.kind == ParameterKind::Integer;
    return {{"id", parameter.id},
            {"title", parameter.title.text()},
            {"unit", parameter.unit.source()},
            {"kind", idOf(parameter.kind)},
            {"minimum", isNumber ? QJsonValue(parameter.minimum) : QJsonValue()},
            {"maximum", isNumber ? QJsonValue(parameter.maximum) : QJsonValue()},
            {"choices", QJsonArray::fromStringList(parameter.choices)},
            {"default", QJsonValue::fromVariant(parameter.defaultValue)}};
}

static QJsonObject scenarioToJson(const Scenario &scenario)
{
    const auto variantToJson = [](const Variant &v) {
        return QJsonObject{{"id", v.id},
                           {"title", v.title.text()},
                           {"kind", idOf(v.kind)},
                           {"ticked", v.ticked()},
                           {"proof", v.proof.isEmpty() ? QJsonValue() : QJsonValue(v.proof)}};
    };
    return {{"id", scenario.path()},
            {"title", scenario.title.text()},
            {"question", scenario.question.text()},
            {"presets", arrayOf(scenario.presets, [](const Preset &p) { return QJsonValue(p.id); })},
            {"parameters", arrayOf(scenario.parameters, parameterToJson)},
            {"variants", arrayOf(scenario.variants, variantToJson)},
            {"views", arrayOf(scenario.views, [](const View &v) {
                 return QJsonObject{{"id", v.id}, {"kind", idOf(v.kind)}, {"title", v.title.text()}};
             })}};
}

QJsonArray catalogToJson()
{
    return arrayOf(catalog(), [](const Pattern &pattern) {
        return QJsonObject{{"id", pattern.id},
                           {"title", pattern.title.text()},
                           {"chapter_name", pattern.chapterName},
                           {"summary", pattern.summary.text()},
                           {"scenarios", arrayOf(pattern.scenarios, scenarioToJson)}};
    });
}

} // namespace tenfold
