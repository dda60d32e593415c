#include "app/options.h"

#include "app/usage.h"
#include "ui/export/export.h"

#include <QRegularExpression>

#include <functional>
#include <map>

namespace tenfold {

/// Bad usage: one line that says what was wrong and what is allowed.
struct UsageError
{
    QString sentence;
};

template<typename Range, typename Id> static QString idsOf(const Range &range, Id id)
{
    QStringList ids;
    for (const auto &item : range)
        ids << id(item);
    return ids.join(QStringLiteral(", "));
}

static QString oneOf(const QString &option, const QString &value, const QStringList &allowed)
{
    if (!allowed.contains(value))
        throw UsageError{QStringLiteral("%1 takes one of %2, not \"%3\".")
                             .arg(option, allowed.join(QStringLiteral(", ")), value)};
    return value;
}

static qlonglong number(const QString &option, const QString &text, qlonglong least, qlonglong most)
{
    bool isNumber = false;
    const qlonglong value = text.toLongLong(&isNumber);
    if (!isNumber || value < least || value > most)
        throw UsageError{QStringLiteral("%1 takes a whole number from %2 to %3, not \"%4\".")
                             .arg(option)
                             .arg(least)
                             .arg(most)
                             .arg(text)};
    return value;
}

static QSize sizeFrom(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{2,5})x(\\d{2,5})$"));
    const auto match = form.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || size.expandedTo(smallestPicture) != size ||
        size.boundedTo(greatestPicture) != size)
        throw UsageError{QStringLiteral("--size takes WIDTHxHEIGHT from %1x%2 to %3x%4, not \"%5\".")
                             .arg(smallestPicture.width())
                             .arg(smallestPicture.height())
                             .arg(greatestPicture.width())
                             .arg(greatestPicture.height())
                             .arg(text)};
    return size;
}

/// Walks the arguments of one command.
class ArgumentReader
{
public:
    explicit ArgumentReader(QStringList arguments) : arguments_(std::move(arguments)) {}

    bool atEnd() const { return next_ >= arguments_.size(); }
    /// The next argument. "--option=value" comes apart.
    QString take()
    {
        const QString argument = arguments_[next_++];
        const qsizetype equals = argument.indexOf(u'=');
        if (!argument.startsWith(QLatin1String("--")) || equals < 0)
            return argument;
        attached_ = argument.mid(equals + 1);
        return argument.left(equals);
    }
    QString valueOf(const QString &option)
    {
        if (attached_)
            return *std::exchange(attached_, std::nullopt);
        if (atEnd())
            throw UsageError{QStringLiteral("%1 needs a value.").arg(option)};
        return arguments_[next_++];
    }
    void noValue(const QString &option)
    {
        if (attached_)
            throw UsageError{QStringLiteral("%1 takes no value.").arg(option)};
    }

private:
    const QStringList arguments_;
    qsizetype next_ = 0;
    std::optional<QString> attached_;
};

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
    const Parameter *parameter = options.scenario->parameter(id);
    if (!parameter)
        throw UsageError{QStringLiteral("%1 has no parameter \"%2\"; it has %3.")
                             .arg(options.scenario->path(), id,
                                  idsOf(options.scenario->parameters, [](const auto &p) { return p.id; }))};
    QString error;
    const QVariant value = parseValue(*parameter, text, &error);
    if (!value.isValid())
        throw UsageError{error + u'.'};
    options.values[id] = value;
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
    if (options.variants.isEmpty())
        options.variants = options.scenario->tickedVariants();
    for (const Options::Figure &figure : options.figures) {
        const QString variant = figure.name.section(u':', 1);
        if (options.scenario->variant(variant) && !options.variants.contains(variant))
            options.variants << variant;
    }
}

static void addFigure(Options &options, const QString &name, const QString &file)
{
    if (!pictureEndings().contains(file.section(u'.', -1).toLower()) || !file.contains(u'.'))
        throw UsageError{QStringLiteral("A picture's file ends with .%1, not \"%2\".")
                             .arg(pictureEndings().join(QStringLiteral(", .")), file)};
    options.figures.push_back({name, file});
}

/// "FIGURE:FILE", "FILE": a colon belongs to the file unless a figure's name stands before it.
static void readChart(Options &options, const QString &value)
{
    QStringList names = figureNames(*options.scenario);
    names.removeIf([](const QString &name) { return name.startsWith(QLatin1String("timeline")); });
    if (!value.contains(u':'))
        return addFigure(options, QStringLiteral("elapsed"), value);
    for (const int parts : {2, 1}) { // "page:in-flight:x.png" before "page:x.png"
        const QString name = value.section(u':', 0, parts - 1);
        if (names.contains(name) && name.size() < value.size())
            return addFigure(options, name, value.mid(name.size() + 1));
    }
    throw UsageError{
        QStringLiteral("%1 has no view \"%2\"; it has %3.")
            .arg(options.scenario->path(), value.section(u':', 0, 0), names.join(QStringLiteral(", ")))};
}

static void readTimeline(Options &options, const QString &value)
{
    if (!value.contains(u':'))
        return addFigure(options, QStringLiteral("timeline"), value);
    const QString variant = value.section(u':', 0, 0);
    checkVariant(*options.scenario, variant);
    addFigure(options, QStringLiteral("timeline:") + variant, value.section(u':', 1));
}

static void readRun(Options &options, ArgumentReader &reader)
{
    if (reader.atEnd())
        throw UsageError{QStringLiteral(
            "run needs a scenario, such as threads/url-fetch; \"tenfold list\" names them all.")};
    const QString path = reader.take();
    options.scenario = findScenario(path);
    if (!options.scenario)
        throw UsageError{
            QStringLiteral("There is no scenario \"%1\"; \"tenfold list\" names them all.").arg(path)};
    options.values = options.scenario->preset(QStringLiteral("default"));
    // A preset gives way to --set, wherever it stands.
    std::vector<std::pair<QString, QString>> settings;
    const std::map<QString, std::function<void(const QString &)>> handlers{
        {"--variant",
         [&](const QString &v) {
             checkVariant(*options.scenario, v);
             options.variants << v;
         }},
        {"--preset",
         [&](const QString &v) {
             options.values = options.scenario->preset(v);
             if (options.values.isEmpty())
                 throw UsageError{
                     QStringLiteral("%1 has no preset \"%2\"; it has %3.")
                         .arg(options.scenario->path(), v,
                              idsOf(options.scenario->presets, [](const auto &p) { return p.id; }))};
         }},
        {"--set",
         [&](const QString &v) {
             if (!v.contains(u'='))
                 throw UsageError{QStringLiteral("--set takes ID=VALUE, not \"%1\".").arg(v)};
             settings.emplace_back(v.section(u'=', 0, 0), v.section(u'=', 1));
         }},
        {"--workers", [&](const QString &v) { settings.emplace_back(QStringLiteral("workers"), v); }},
        {"--repeat",
         [&](const QString &v) { options.repeats = static_cast<int>(number("--repeat", v, 1, 1000)); }},
        {"--seed",
         [&](const QString &v) { options.seed = static_cast<quint64>(number("--seed", v, 0, 1LL << 53)); }},
        {"--json", [&](const QString &v) { options.jsonFile = v; }},
        {"--csv", [&](const QString &v) { options.csvFile = v; }},
        {"--trace", [&](const QString &v) { options.traceFile = v; }},
        {"--chart", [&](const QString &v) { readChart(options, v); }},
        {"--timeline", [&](const QString &v) { readTimeline(options, v); }},
        {"--scale",
         [&](const QString &v) { options.scale = static_cast<int>(number("--scale", v, 1, greatestScale)); }},
        {"--shot", [&](const QString &v) { options.shotFile = v; }},
    };
    while (!reader.atEnd()) {
        const QString option = reader.take();
        if (readLook(options, option, reader))
            continue;
        const auto handler = handlers.find(option);
        if (handler == handlers.end())
            throw UsageError{QStringLiteral("run does not know \"%1\"; see \"tenfold --help\".").arg(option)};
        handler->second(reader.valueOf(option));
    }
    for (const auto &[id, text] : settings)
        setValue(options, id, text);
    completeVariants(options);
    if (options.jsonFile == QLatin1String("-") && options.csvFile == QLatin1String("-"))
        throw UsageError{QStringLiteral("Only one of --json and --csv can go to standard output (-).")};
    if (options.traceFile == QLatin1String("-"))
        throw UsageError{
            QStringLiteral("--trace writes a file; only --json and --csv can go to standard output (-).")};
    if (!options.shotFile.isEmpty() && !options.shotFile.endsWith(QLatin1String(".png"), Qt::CaseInsensitive))
        throw UsageError{QStringLiteral("--shot writes a .png file, not \"%1\".").arg(options.shotFile)};
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
        throw UsageError{QStringLiteral("report takes no --size: each of its pictures has its own.")};
    if (options.folder.isEmpty())
        throw UsageError{QStringLiteral("report needs the folder to write into.")};
}

static void readWindow(Options &options, const QString &first, ArgumentReader &reader)
{
    if (first.startsWith(u'-'))
        throw UsageError{QStringLiteral("Tenfold does not know \"%1\"; see \"tenfold --help\".").arg(first)};
    if (!reader.atEnd())
        throw UsageError{
            QStringLiteral(
                "\"%1\" is no command (list, run, report) and one recording at a time can be opened.")
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
