#include "app/outputoptions.h"

#include "app/arguments.h"
#include "core/recording/recordingfile.h"
#include "ui/export/animation.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace tenfold {

void checkVariant(const Scenario &scenario, const QString &id)
{
    if (!scenario.variant(id))
        throw UsageError{
            QStringLiteral("%1 has no variant \"%2\"; it has %3.")
                .arg(scenario.path(), id, idsOf(scenario.variants, [](const auto &v) { return v.id; }))};
}

static void addFigure(Options &options, const FigureId &id, const QString &file)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    const bool isSweep = id.kind == FigureId::Kind::Sweep; // which is many runs, with no one replay
    const QStringList endings = isSweep ? pictureEndings() : pictureEndings() + animationEndings();
    if (!endings.contains(ending))
        throw UsageError{QStringLiteral("A picture's file ends with .%1, not \"%2\".")
                             .arg(endings.join(QStringLiteral(", .")), file)};
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

void setFile(QString &file, const char *option, const QString &value)
{
    if (!file.isEmpty())
        throw UsageError{QStringLiteral("%1 takes one file, not \"%2\" and \"%3\".")
                             .arg(QLatin1String(option), file, value)};
    file = value;
}

/// What run, sweep and show write.
static Handlers outputHandlers(Options &options)
{
    return {
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

void openAgainst(Options &options, const QString &file)
{
    setFile(options.againstFile, "--against", file);
    OpenedRecording opened = openRecording(file);
    if (!opened.recording)
        throw UsageError{file + QStringLiteral(": ") + opened.problem};
    if (opened.recording->scenario()->path() != options.request.scenario->path())
        throw UsageError{
            QStringLiteral("--against takes a run of the same scenario, %1; %2 is one of %3.")
                .arg(options.request.scenario->path(), file, opened.recording->scenario()->path())};
    if (opened.recording->outcomes.empty())
        throw UsageError{QStringLiteral("--against takes a run, and %1 has a sweep alone.").arg(file)};
    options.against = std::make_shared<const Recording>(*std::move(opened.recording));
}

Handlers runOutputHandlers(Options &options)
{
    Handlers handlers{
        {"--csv", [&](const QString &v) { setFile(options.csvFile, "--csv", v); }},
        {"--trace", [&](const QString &v) { setFile(options.traceFile, "--trace", v); }},
        {"--chart", [&](const QString &v) { readChart(options, v); }},
        {"--timeline", [&](const QString &v) { readTimeline(options, v); }},
        {"--scale",
         [&](const QString &v) { options.scale = static_cast<int>(number("--scale", v, 1, greatestScale)); }},
        {"--at",
         [&](const QString &v) {
             constexpr double most = 1e6;
             options.at = seconds("--at", v, 0, most);
         }},
        {"--length",
         [&](const QString &v) {
             options.length = seconds("--length", v, shortestAnimation, longestAnimation);
         }},
        {"--against", [&](const QString &v) { openAgainst(options, v); }},
        {"--shot", [&](const QString &v) { setFile(options.shotFile, "--shot", v); }},
    };
    handlers.merge(outputHandlers(options));
    return handlers;
}

Handlers sweepOutputHandlers(Options &options)
{
    Handlers handlers = outputHandlers(options);
    handlers["--chart"] = [&](const QString &v) { addFigure(options, {FigureId::Kind::Sweep}, v); };
    return handlers;
}

/// An option that would change nothing.
static void checkInstants(const Options &options)
{
    const auto animated = std::ranges::count_if(options.figures, isAnimation, &Options::Figure::file);
    const bool hasPicture = std::cmp_less(animated, options.figures.size()) || !options.shotFile.isEmpty();
    if (options.length && animated == 0)
        throw UsageError{QStringLiteral("--length is that of an animation: a --chart or --timeline whose "
                                        "file ends with .%1.")
                             .arg(animationEndings().join(QStringLiteral(" or .")))};
    if (options.at && !hasPicture)
        throw UsageError{
            QStringLiteral("--at is the instant of a picture: a --chart, --timeline or --shot.")};
}

void checkFiles(const Options &options)
{
    checkInstants(options);
    if (options.jsonFile == QLatin1String("-") && options.csvFile == QLatin1String("-"))
        throw UsageError{QStringLiteral("Only one of --json and --csv can go to standard output (-).")};
    for (const auto &[option, file] :
         {std::pair("--trace", options.traceFile), {"--save", options.saveFile}}) {
        if (file == QLatin1String("-"))
            throw UsageError{
                QStringLiteral("%1 writes a file; only --json and --csv can go to standard output (-).")
                    .arg(QLatin1String(option))};
    }
    if (!options.shotFile.isEmpty() && !options.shotFile.endsWith(QLatin1String(".png"), Qt::CaseInsensitive))
        throw UsageError{QStringLiteral("--shot writes a .png file, not \"%1\".").arg(options.shotFile)};
}

} // namespace tenfold
