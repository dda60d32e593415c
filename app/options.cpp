#include "app/options.h"

#include "app/arguments.h"
#include "app/outputoptions.h"
#include "app/usage.h"
#include "core/recording/recordingfile.h"
#include "core/run/sweep.h"
#include "ui/export/export.h"

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
        {"--save", [&](const QString &v) { setFile(options.saveFile, "--save", v); }},
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
    handlers.merge(runOutputHandlers(options));
    readOptions(options, reader, QStringLiteral("run"), handlers, assignments);
    checkFiles(options);
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
    });
    handlers.merge(sweepOutputHandlers(options));
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
    checkFiles(options);
}

/// What is to be drawn has to be in the recording: nothing is run for it.
static void checkFigures(const Options &options)
{
    const Recording &recording = *options.opened;
    for (const Options::Figure &figure : options.figures) {
        const QString &part = figure.id.part;
        const bool isOfVariant = figure.id.kind == FigureId::Kind::Timeline && !part.isEmpty();
        if (isOfVariant &&
            std::ranges::find(recording.outcomes, part, &Outcome::variant) == recording.outcomes.end())
            throw UsageError{QStringLiteral("%1 has nothing of the variant \"%2\"; it has %3.")
                                 .arg(options.recording, part,
                                      idsOf(recording.outcomes, [](const auto &o) { return o.variant; }))};
        const View *view = recording.scenario()->view(part);
        if (view && view->kind == ViewKind::Sweep && !recording.sweeps.contains(view->sources.value(0)))
            throw UsageError{QStringLiteral("%1 has no sweep over \"%2\", which \"%3\" draws.")
                                 .arg(options.recording, view->sources.value(0), part)};
    }
}

static void readShow(Options &options, ArgumentReader &reader)
{
    if (reader.atEnd())
        throw UsageError{QStringLiteral("show needs a recording, such as --save of run writes it.")};
    options.recording = reader.take();
    OpenedRecording opened = openRecording(options.recording);
    if (!opened.recording)
        throw UsageError{options.recording + QStringLiteral(": ") + opened.problem};
    options.opened = std::make_shared<const Recording>(*std::move(opened.recording));
    const Recording &recording = *options.opened;
    options.request = recording.request;
    if (recording.outcomes.empty()) {
        if (recording.sweeps.empty())
            throw UsageError{QStringLiteral("%1 is a recording of nothing.").arg(options.recording)};
        options.request = recording.sweeps.begin()->second.request;
        readOptions(options, reader, QStringLiteral("show, of a sweep,"), sweepOutputHandlers(options), {});
        for (Options::Figure &figure : options.figures)
            figure.id = sweepFigure(*recording.scenario(), options.request.over);
    } else {
        readOptions(options, reader, QStringLiteral("show"), runOutputHandlers(options), {});
        checkFigures(options);
    }
    checkFiles(options);
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
        throw UsageError{
            QStringLiteral("\"%1\" is not a command (list, run, sweep, show, report), and only one "
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
        } else if (command == QLatin1String("show")) {
            options.command = Options::Command::Show;
            readShow(options, reader);
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
