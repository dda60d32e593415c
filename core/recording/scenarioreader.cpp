#include "core/recording/recordingcbor.h"

#include <QCborArray>
#include <QRegularExpression>

#include <algorithm>
#include <deque>
#include <stdexcept>
#include <string>

namespace tenfold {

namespace {

/// A pattern, and the texts that its words point to.
struct OwnedPattern
{
    std::deque<std::string> texts;
    Pattern pattern;
};

/// Reads what scenarioToCbor() wrote. What draws a scenario relies on what the catalog's all have, as
/// tests/core/tst_catalog.cpp says: nothing else is let through.
class ScenarioReader
{
public:
    std::shared_ptr<const Pattern> pattern(const QCborMap &map)
    {
        Pattern &pattern = owned_->pattern;
        const QCborMap own = map[QLatin1String("pattern")].toMap();
        pattern.id = id(map[QLatin1String("patternId")]);
        pattern.title = words(own[QLatin1String("title")]);
        pattern.chapterName = text(own[QLatin1String("chapter")]);
        pattern.summary = words(own[QLatin1String("summary")]);
        for (const QCborValue practice : few(own[QLatin1String("practices")]))
            pattern.bestPractices.push_back(words(practice));
        pattern.gil = words(own[QLatin1String("gil")]);
        pattern.gilMore = words(own[QLatin1String("gilMore")]);
        pattern.gilCaption = words(own[QLatin1String("gilCaption")]);
        read(map, pattern.scenarios.emplace_back());
        return {owned_, &pattern};
    }

private:
    static void check(bool isSound)
    {
        if (!isSound)
            throw NoRecording();
    }

    static QString text(const QCborValue &value, qsizetype most = 1000)
    {
        const QString text = value.toString();
        check(value.isString() && text.size() <= most);
        return text;
    }
    /// They stand in file names and command lines.
    static QString id(const QCborValue &value)
    {
        static const QRegularExpression allowed(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\z"));
        const QString id = value.toString();
        check(allowed.match(id).hasMatch());
        return id;
    }
    static QString idOrNone(const QCborValue &value) { return text(value).isEmpty() ? QString() : id(value); }
    static bool flag(const QCborValue &value)
    {
        check(value.isBool());
        return value.toBool();
    }
    static int whole(const QCborValue &value)
    {
        check(value.isInteger() && value.toInteger() == static_cast<int>(value.toInteger()));
        return static_cast<int>(value.toInteger());
    }
    /// More than this of anything is no scenario that could be shown.
    static QCborArray few(const QCborValue &value)
    {
        const QCborArray array = value.toArray();
        check(value.isArray() && array.size() <= 100);
        return array;
    }
    static QStringList texts(const QCborValue &value)
    {
        QStringList list;
        for (const QCborValue one : few(value))
            list << text(one);
        return list;
    }
    const char *kept(const QString &text) { return owned_->texts.emplace_back(text.toStdString()).c_str(); }
    Words words(const QCborValue &value)
    {
        const QCborArray both = value.toArray();
        check(both.size() == 2);
        const QString japanese = text(both.at(1), 4000);
        return {kept(text(both.at(0), 4000)), japanese.isEmpty() ? nullptr : kept(japanese)};
    }
    template<typename Enum> static Enum byId(const QCborValue &value, Enum last)
    {
        for (int i = 0; i <= static_cast<int>(last); ++i) {
            if (idOf(static_cast<Enum>(i)) == value.toString())
                return static_cast<Enum>(i);
        }
        throw NoRecording{true}; // a later version has more kinds
    }
    template<typename T> static void checkIds(const std::vector<T> &all)
    {
        for (auto one = all.begin(); one != all.end(); ++one)
            check(std::ranges::find(std::next(one), all.end(), one->id, &T::id) == all.end());
    }

    static QVariant value(const Parameter &parameter, const QCborValue &value)
    {
        if (parameter.kind == ParameterKind::Integer) {
            const int number = whole(value);
            check(number >= parameter.minimum && number <= parameter.maximum);
            return number;
        }
        const QString own = text(value, 1 << 20);
        check(parameter.kind != ParameterKind::Choice || parameter.choices.contains(own));
        return own;
    }
    static Values values(const Scenario &scenario, const QCborMap &map)
    {
        Values values;
        for (const Parameter &parameter : scenario.parameters) {
            if (map.contains(parameter.id))
                values[parameter.id] = value(parameter, map[parameter.id]);
        }
        check(values.size() == map.size());
        return values;
    }

    Parameter parameter(const QCborMap &map)
    {
        Parameter parameter{.id = id(map[QLatin1String("id")]),
                            .title = words(map[QLatin1String("title")]),
                            .unit = Unit(words(map[QLatin1String("unit")])),
                            .kind = byId(map[QLatin1String("kind")], ParameterKind::Folder),
                            .minimum = whole(map[QLatin1String("least")]),
                            .maximum = whole(map[QLatin1String("greatest")]),
                            .choices = texts(map[QLatin1String("choices")])};
        for (const QCborValue title : few(map[QLatin1String("choiceTitles")]))
            parameter.choiceTitles.push_back(words(title));
        check(parameter.choiceTitles.empty() ||
              static_cast<qsizetype>(parameter.choiceTitles.size()) == parameter.choices.size());
        parameter.defaultValue = value(parameter, map[QLatin1String("default")]);
        parameter.isOfPicture = flag(map[QLatin1String("ofPicture")]);
        constexpr int farthest = 1'000'000'000; // so that steps between two swept values are numbers
        check(!parameter.isSwept() || (parameter.minimum >= -farthest && parameter.maximum <= farthest));
        parameter.isUnsaid = flag(map[QLatin1String("unsaid")]);
        parameter.isOfMachine = flag(map[QLatin1String("ofMachine")]);
        return parameter;
    }

    Variant variant(const Scenario &scenario, const QCborMap &map)
    {
        Variant variant{.id = id(map[QLatin1String("id")]),
                        .title = words(map[QLatin1String("title")]),
                        .kind = byId(map[QLatin1String("kind")], VariantKind::Mistake),
                        .body = cannotBeRun,
                        .proof = idOrNone(map[QLatin1String("proof")]),
                        .why = words(map[QLatin1String("why")]),
                        .view = idOrNone(map[QLatin1String("view")]),
                        .cost = idOrNone(map[QLatin1String("cost")]),
                        .hasLimit = flag(map[QLatin1String("limit")]),
                        .isOneThread = flag(map[QLatin1String("oneThread")])};
        check(variant.isMistake() == (scenario.measureOf(variant.proof) != nullptr));
        check(variant.cost.isEmpty() || (variant.isMistake() && scenario.measureOf(variant.cost)));
        check(variant.view.isEmpty() || (variant.isMistake() && scenario.view(variant.view)));
        std::vector<std::pair<Values, int>> workers;
        for (const QCborValue one : map[QLatin1String("workers")].toArray()) {
            const int count = whole(one[1]);
            check(count >= 1 && count <= 1'000'000);
            workers.emplace_back(values(scenario, one[0].toMap()), count);
        }
        if (!workers.empty())
            variant.workers = [workers](const Values &values) {
                const auto said =
                    std::ranges::find(workers, values, [](const auto &pair) { return pair.first; });
                return said == workers.end() ? workers.front().second : said->second;
            };
        return variant;
    }
    static void cannotBeRun(Run &)
    {
        throw std::runtime_error(
            translate("RecordingFile", "this version of Tenfold does not have what was run").toStdString());
    }

    View view(const Scenario &scenario, const QCborMap &map)
    {
        View view{.id = id(map[QLatin1String("id")]),
                  .kind = byId(map[QLatin1String("kind")], ViewKind::Efficiency),
                  .title = words(map[QLatin1String("title")]),
                  .sources = texts(map[QLatin1String("sources")]),
                  .limit = idOrNone(map[QLatin1String("limit")]),
                  .unit = Unit(words(map[QLatin1String("unit")])),
                  .byLane = flag(map[QLatin1String("byLane")]),
                  .isStair = flag(map[QLatin1String("stair")])};
        check(view.sources.isEmpty() == (view.kind == ViewKind::Steps));
        check(view.kind != ViewKind::Efficiency || view.sources.size() == 4);
        for (const QString &source : view.sources)
            check(isDeclared(scenario, view, source));
        check(view.limit.isEmpty() || scenario.measureOf(view.limit) || scenario.parameter(view.limit));
        return view;
    }
    static bool isDeclared(const Scenario &scenario, const View &view, const QString &source)
    {
        const auto isAmong = [&](const auto &ids) {
            return std::ranges::find(ids, source.toStdString()) != ids.end();
        };
        const Parameter *parameter = scenario.parameter(source);
        switch (view.kind) {
        case ViewKind::Columns:
            return scenario.measureOf(source);
        case ViewKind::Bands:
            return isAmong(stateIds);
        case ViewKind::Graph:
            return isAmong(linkIds);
        case ViewKind::Pictures:
            return scenario.column(source) && scenario.column(source)->kind == ColumnKind::Image;
        case ViewKind::Sweep:
            return parameter && parameter->isSwept();
        case ViewKind::Efficiency:
            return source == view.sources.front() ? parameter != nullptr
                                                  : scenario.measureOf(source) != nullptr;
        case ViewKind::Executions:
            return parameter && parameter->isOfPicture;
        case ViewKind::Steps:
        case ViewKind::Counter:
        case ViewKind::Curves:
        case ViewKind::Points:
            break; // series are seen in a run only
        }
        return true;
    }

    void read(const QCborMap &map, Scenario &scenario)
    {
        scenario.isOfFile = true;
        scenario.id = id(map[QLatin1String("id")]);
        scenario.pattern = owned_->pattern.id;
        scenario.title = words(map[QLatin1String("title")]);
        scenario.question = words(map[QLatin1String("question")]);
        for (const QCborValue one : few(map[QLatin1String("parameters")]))
            scenario.parameters.push_back(parameter(one.toMap()));
        checkIds(scenario.parameters);
        for (const QCborValue preset : few(map[QLatin1String("presets")]))
            scenario.presets.push_back({id(preset[0]), values(scenario, preset[1].toMap())});
        for (const QCborValue value : few(map[QLatin1String("columns")])) {
            const QCborMap column = value.toMap();
            scenario.columns.push_back(
                {id(column[QLatin1String("id")]), words(column[QLatin1String("title")]),
                 byId(column[QLatin1String("kind")], ColumnKind::Image),
                 flag(column[QLatin1String("canonical")]), texts(column[QLatin1String("successes")])});
        }
        checkIds(scenario.columns);
        for (const QCborValue one : few(map[QLatin1String("measures")]))
            scenario.measures.push_back(
                {.id = id(one[0]), .title = words(one[1]), .unit = Unit(words(one[2]))});
        checkIds(scenario.measures);
        for (const QCborValue one : few(map[QLatin1String("views")]))
            scenario.views.push_back(view(scenario, one.toMap()));
        checkIds(scenario.views);
        for (const QCborValue one : few(map[QLatin1String("variants")]))
            scenario.variants.push_back(variant(scenario, one.toMap()));
        checkIds(scenario.variants);
        check(scenario.variants.size() >= 2 && scenario.variants[0].kind == VariantKind::Sequential &&
              scenario.variants[1].kind == VariantKind::Parallel);
        for (const QCborValue one : few(map[QLatin1String("numbers")])) {
            const int tone = whole(one[1]);
            check(tone >= 0 && tone <= codeOf(BigMeasure::Tone::Good));
            scenario.numbers.push_back({id(one[0]), static_cast<BigMeasure::Tone>(tone)});
            check(scenario.measureOf(scenario.numbers.back().id));
        }
        check(scenario.numbers.empty() || scenario.numbers.size() == 3);
        scenario.front = idOrNone(map[QLatin1String("front")]);
        check(scenario.front.isEmpty() || scenario.view(scenario.front));
        if (flag(map[QLatin1String("remarks")]))
            scenario.remark = [](const Outcome &) { return QString(); }; // what it said is in the summary
        scenario.isSeeded = flag(map[QLatin1String("seeded")]);
        scenario.python = kept(text(map[QLatin1String("python")], 100'000));
    }

    const std::shared_ptr<OwnedPattern> owned_ = std::make_shared<OwnedPattern>();
};

} // namespace

std::shared_ptr<const Pattern> scenarioFromCbor(const QCborMap &cbor)
{
    return ScenarioReader().pattern(cbor);
}

} // namespace tenfold
