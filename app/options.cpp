#include "app/options.h"

#include "app/arguments.h"
#include "app/usage.h"
#include "core/run/sweep.h"
#include "ui/export/export.h"

#include <functional>
#include <map>

namespace tenfold {

static bool readLook(Options &options, const QString &option, ArgumentReader &reader)
{
    if (option == QLatin1String("--lang"))
        options.language = oneOf(option, reader.valueOf(option), {"en", "ja"});
    else if (option == QLatin1String("--theme"))
        options.theme = oneOf(option, reader.valueOf(option), {"light", "dark"});
    else if (option == QLatin1String("--size"))
        options.size = sizeFrom(reader.valueOf(option));
    else
        return false;
    return true;
}

static void setValue(Options &options, const QString &id, const QString &text)
{
    const Parameter *parameter = options.request.scenario->parameter(id);
    if (!parameter)
        throw UsageError{
            QStringLiteral("%1 has no parameter \"%2\"; it has %3.")
                .arg(options.request.scenario->path(), id,
                     idsOf(options.request.scenario->parameters, [](const auto &p) { return p.id; }))};
    QString error;
    const QVariant value = parseValue(*parameter, text, &error);
    if (!value.isValid())
        throw UsageError{error};
    options.request.values[id] = value;
}

static void checkVariant(const Scenario &scenario, const QString &id)
{
    if (!scenario.variant(id))
        throw UsageError{
            QStringLiteral("%1 has no variant \"%2\"; it has %3.")
                .arg(scenario.path(), id, idsOf(scenario.variants, [](const auto &v) { return v.id; }))};
}

/// Without --variant: all that are no mistake. What is to be drawn is carried out as well.
static void completeVariants(Options &options)
{
    if (options.request.variants.isEmpty())
        options.request.variants = options.request.scenario->tickedVariants();
    for (const Options::Figure &figure : options.figures) {
        const bool isOfVariant = figure.id.kind == FigureId::Kind::Timeline && !figure.id.part.isEmpty();
        if (isOfVariant && !options.request.variants.contains(figure.id.part))
            options.request.variants << figure.id.part;
    }
}

static void addFigure(Options &options, const FigureId &id, const QString &file)
{
    if (!pictureEndings().contains(file.section(u'.', -1).toLower()) || !file.contains(u'.'))
        throw UsageError{QStringLiteral("A picture's file ends with .%1, not \"%2\".")
                             .arg(pictureEndings().join(QStringLiteral(", .")), file)};
    options.figures.push_back({id, file});
}

/// Whether a colon in `value` is a file's own, such as in ./a:b/c.svg: no figure's name has a slash.
static bool isFile(const QString &value)
{
    return !value.contains(u':') || value.section(u':', 0, 0).contains(u'/');
}

static QString colonHint(const QString &value)
{
    return QStringLiteral(" A file whose name has a colon is written \"./%1\".").arg(value);
}

/// "FIGURE:FILE", "FILE": a colon belongs to the file unless a figure's name stands before it.
static void readChart(Options &options, const QString &value)
{
    const Scenario &scenario = *options.request.scenario;
    QList<FigureId> figures = figuresOf(scenario);
    figures.removeIf([](const FigureId &id) { return id.kind == FigureId::Kind::Timeline; });
    if (isFile(value))
        return addFigure(options, {FigureId::Kind::Elapsed}, value);
    for (const int parts : {2, 1}) { // "page:in-flight:x.png" before "page:x.png"
        const QString name = value.section(u':', 0, parts - 1);
        if (figures.contains(FigureId::parse(name)) && name.size() < value.size())
            return addFigure(options, FigureId::parse(name), value.mid(name.size() + 1));
    }
    throw UsageError{QStringLiteral("%1 has no view \"%2\"; it has %3.")
                         .arg(scenario.path(), value.section(u':', 0, 0),
                              idsOf(figures, [](const FigureId &id) { return id.toString(); })) +
                     colonHint(value)};
}

static void readTimeline(Options &options, const QString &value)
{
    if (isFile(value))
        return addFigure(options, {FigureId::Kind::Timeline}, value);
    const QString variant = value.section(u':', 0, 0);
    try {
        checkVariant(*options.request.scenario, variant);
    } catch (const UsageError &error) {
        throw UsageError{error.sentence + colonHint(value)};
    }
    addFigure(options, {FigureId::Kind::Timeline, variant}, value.section(u':', 1));
}

/// Names a file that is written once: a second one would take the first one's place in silence.
static void setFile(QString &file, const char *option, const QString &value)
{
    if (!file.isEmpty())
        throw UsageError{QStringLiteral("%1 takes one file, not \"%2\" and \"%3\".")
                             .arg(QLatin1String(option), file, value)};
    file = value;
}

using Handlers = std::map<QString, std::function<void(const QString &)>>;
using Assignments = std::vector<std::pair<QString, QString>>; // of --set

static void readScenario(Options &options, ArgumentReader &reader, const QString &command)
{
    if (reader.atEnd())
        throw UsageError{
            QStringLiteral("%1 needs a scenario, such as threads/url-fetch; \"tenfold list\" names them all.")
                .arg(command)};
    const QString path = reader.take();
    options.request.scenario = findScenario(path);
    if (!options.request.scenario)
        throw UsageError{
            QStringLiteral("There is no scenario \"%1\"; \"tenfold list\" names them all.").arg(path)};
    options.request.values = options.request.scenario->preset(QStringLiteral("default"));
}

/// What run and sweep have in common. A preset gives way to --set, wherever it stands: `assignments` come
/// last.
static Handlers commonHandlers(Options &options, Assignments &assignments)
{
    return {
        {"--variant",
         [&](const QString &v) {
             checkVariant(*options.request.scenario, v);
             options.request.variants << v;
         }},
        {"--preset",
         [&](const QString &v) {
             options.request.values = options.request.scenario->preset(v);
             if (options.request.values.isEmpty())
                 throw UsageError{
                     QStringLiteral("%1 has no preset \"%2\"; it has %3.")
                         .arg(options.request.scenario->path(), v,
                              idsOf(options.request.scenario->presets, [](const auto &p) { return p.id; }))};
         }},
        {"--set",
         [&](const QString &v) {
             if (!v.contains(u'='))
                 throw UsageError{QStringLiteral("--set takes ID=VALUE, not \"%1\".").arg(v)};
             assignments.emplace_back(v.section(u'=', 0, 0), v.section(u'=', 1));
         }},
        {"--workers", [&](const QString &v) { assignments.emplace_back(QStringLiteral("workers"), v); }},
        {"--repeat",
         [&](const QString &v) {
             options.request.repeats = static_cast<int>(number("--repeat", v, 1, 1000));
         }},
        {"--seed",
         [&](const QString &v) {
             options.request.seed = static_cast<quint64>(number("--seed", v, 0, 1LL << 53));
         }},
        {"--json", [&](const QString &v) { setFile(options.jsonFile, "--json", v); }},
        {"--text-size",
         [&](const QString &v) {
             options.textPercent = static_cast<int>(number("--text-size", v, smallestText, greatestText));
         }},
        {"--foot",
         [&](const QString &v) {
             options.hasFoot = oneOf("--foot", v, {"on", "off"}) == "on";
         }},
    };
}

static void readOptions(Options &options, ArgumentReader &reader, const QString &command,
                        const Handlers &handlers, const Assignments &assignments)
{
    while (!reader.atEnd()) {
        const QString option = reader.take();
        if (readLook(options, option, reader))
            continue;
        const auto handler = handlers.find(option);
        if (handler == handlers.end())
            throw UsageError{
                QStringLiteral("%1 does not know \"%2\"; see \"tenfold --help\".").arg(command, option)};
        const QString value = reader.valueOf(option);
        if (value.isEmpty()) // such as "$UNSET"
            throw UsageError{QStringLiteral("%1 needs a value.").arg(option)};
        handler->second(value);
    }
    for (const auto &[id, text] : assignments)
        setValue(options, id, text);
    completeVariants(options);
}

static void readRun(Options &options, ArgumentReader &reader)
{
    readScenario(options, reader, QStringLiteral("run"));
    Assignments assignments;
    Handlers handlers = commonHandlers(options, assignments);
    handlers.merge(Handlers{
        {"--csv", [&](const QString &v) { setFile(options.csvFile, "--csv", v); }},
        {"--trace", [&](const QString &v) { setFile(options.traceFile, "--trace", v); }},
        {"--chart", [&](const QString &v) { readChart(options, v); }},
        {"--timeline", [&](const QString &v) { readTimeline(options, v); }},
        {"--scale",
         [&](const QString &v) { options.scale = static_cast<int>(number("--scale", v, 1, greatestScale)); }},
        {"--shot", [&](const QString &v) { setFile(options.shotFile, "--shot", v); }},
    });
    readOptions(options, reader, QStringLiteral("run"), handlers, assignments);
    if (options.jsonFile == QLatin1String("-") && options.csvFile == QLatin1String("-"))
        throw UsageError{QStringLiteral("Only one of --json and --csv can go to standard output (-).")};
    if (options.traceFile == QLatin1String("-"))
        throw UsageError{
            QStringLiteral("--trace writes a file; only --json and --csv can go to standard output (-).")};
    if (!options.shotFile.isEmpty() && !options.shotFile.endsWith(QLatin1String(".png"), Qt::CaseInsensitive))
        throw UsageError{QStringLiteral("--shot writes a .png file, not \"%1\".").arg(options.shotFile)};
}

static void readSweep(Options &options, ArgumentReader &reader)
{
    readScenario(options, reader, QStringLiteral("sweep"));
    const Scenario &scenario = *options.request.scenario;
    QString values;
    Assignments assignments;
    Handlers handlers = commonHandlers(options, assignments);
    handlers.merge(Handlers{
        {"--over", [&](const QString &v) { options.request.over = v; }},
        {"--values", [&](const QString &v) { values = v; }},
        {"--chart", [&](const QString &v) { addFigure(options, {FigureId::Kind::Sweep}, v); }},
    });
    readOptions(options, reader, QStringLiteral("sweep"), handlers, assignments);
    const Parameter *parameter = scenario.parameter(options.request.over);
    if (!parameter || !parameter->isSwept()) {
        std::vector<Parameter> allowed;
        std::ranges::copy_if(scenario.parameters, std::back_inserter(allowed),
                             [](const Parameter &p) { return p.isSwept(); });
        throw UsageError{
            QStringLiteral("--over takes a parameter of %1 that is a whole number (%2), not \"%3\".")
                .arg(scenario.path(), idsOf(allowed, [](const auto &p) { return p.id; }),
                     options.request.over)};
    }
    QString error;
    options.request.sweptValues = parseSweep(*parameter, values, &error);
    if (options.request.sweptValues.isEmpty())
        throw UsageError{error};
    for (Options::Figure &figure : options.figures)
        figure.id = sweepFigure(scenario, options.request.over); // wherever --over stood
}

static void readList(Options &options, ArgumentReader &reader)
{
    while (!reader.atEnd()) {
        const QString option = reader.take();
        if (option != QLatin1String("--json"))
            throw UsageError{QStringLiteral("list takes --json only, not \"%1\".").arg(option)};
        reader.noValue(option);
        options.json = true;
    }
}

static void readReport(Options &options, ArgumentReader &reader)
{
    while (!reader.atEnd()) {
        const QString option = reader.take();
        if (readLook(options, option, reader))
            continue;
        if (option == QLatin1String("--pattern")) {
            const QString id = reader.valueOf(option);
            const Pattern *pattern = findPattern(id);
            if (!pattern)
                throw UsageError{QStringLiteral("There is no pattern \"%1\"; there are %2.")
                                     .arg(id, idsOf(catalog(), [](const auto &p) { return p.id; }))};
            options.patterns.push_back(pattern);
        } else if (option.startsWith(u'-') || !options.folder.isEmpty()) {
            throw UsageError{
                QStringLiteral("report takes a folder, --pattern, --lang and --theme, not \"%1\".")
                    .arg(option)};
        } else {
            options.folder = option;
        }
    }
    if (!options.size.isEmpty())
        throw UsageError{
            QStringLiteral("report does not take --size: each of its pictures has a size of its own.")};
    if (options.folder.isEmpty())
        throw UsageError{QStringLiteral("report needs the folder to write into.")};
}

static void readWindow(Options &options, const QString &first, ArgumentReader &reader)
{
    if (first.startsWith(u'-'))
        throw UsageError{QStringLiteral("Tenfold does not know \"%1\"; see \"tenfold --help\".").arg(first)};
    if (!reader.atEnd())
        throw UsageError{QStringLiteral("\"%1\" is not a command (list, run, sweep, report), and only one "
                                        "recording can be opened at a time.")
                             .arg(first)};
    options.recording = first;
}

Parsed parseArguments(const QStringList &arguments)
{
    Parsed parsed;
    if (arguments.isEmpty())
        return parsed;
    if (arguments.contains(QLatin1String("--help")) || arguments.contains(QLatin1String("-h")) ||
        arguments.first() == QLatin1String("help"))
        return {{}, 0, usage()};
    if (arguments.contains(QLatin1String("--version")))
        return {{}, 0, QStringLiteral("tenfold " TENFOLD_VERSION)};

    Options &options = parsed.options;
    ArgumentReader reader(arguments.mid(1));
    try {
        const QString &command = arguments.first();
        if (command == QLatin1String("list")) {
            options.command = Options::Command::List;
            readList(options, reader);
        } else if (command == QLatin1String("run")) {
            options.command = Options::Command::Run;
            readRun(options, reader);
        } else if (command == QLatin1String("sweep")) {
            options.command = Options::Command::Sweep;
            readSweep(options, reader);
        } else if (command == QLatin1String("report")) {
            options.command = Options::Command::Report;
            readReport(options, reader);
        } else {
            readWindow(options, command, reader);
        }
    } catch (const UsageError &error) {
        parsed.exitStatus = 2;
        parsed.message = error.sentence;
    }
    return parsed;
}

} // namespace tenfold
