#include "app/pictures.h"

#include "app/files.h"
#include "core/catalog/secrets.h"
#include "core/recording/replay.h"
#include "ui/export/animation.h"
#include "ui/fonts.h"
#include "ui/mainwindow.h"

#include <QBuffer>
#include <QDir>

#include <cmath>

namespace tenfold {

static Nanoseconds instantOf(const Options &options)
{
    return std::llround(*options.at * 1e9);
}

static Theme themeOf(const Options &options)
{
    return Theme::make(options.theme == QLatin1String("dark"), options.textPercent / 100.0, uiFont());
}

/// The end of the recording, or the instant that was asked for.
static Scene sceneOf(const Options &options, const Recording &recording)
{
    const Scene whole{recording, {}, {}, options.against};
    if (!options.at || !whole.canReplay())
        return whole;
    return sceneAt(Replay(recording), std::make_shared<const Scene>(whole), instantOf(options));
}

static QString saveShot(const Options &options, Recording recording)
{
    recording.request.values = withoutPasswords(recording.request.values); // as the form shows them
    for (Outcome &outcome : recording.outcomes)
        outcome.values = withoutPasswords(outcome.values);
    MainWindow window(Settings::none());
    window.setLook(themeOf(options));
    window.setMinimumSize(1, 1); // the size that is asked for, also where the window would like more
    window.resize(options.size.isEmpty() ? QSize(1600, 900) : options.size);
    Recording bare{.request = {.scenario = recording.scenario()}};
    bare.origin = recording.origin;
    window.present(Scene{bare});
    window.setVariants(recording.request.variants);
    window.setValues(recording.request.values);
    window.present(Scene{recording, {}, {}, options.against});
    if (options.at)
        window.seek(instantOf(options));
    const QImage shot = window.shot();
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    shot.save(&png, "png");
    return writeFile(options.shotFile, png.data());
}

static QString saveReplay(const Options &options, const Scene &scene, Figure figure, const QString &file)
{
    figure.seconds = options.length ? *options.length : usualLength(scene);
    return AnimationExport::save(scene, figure, file, mayWait);
}

QStringList savePictures(const Options &options, const Recording &recording)
{
    if (!needsPictures(options))
        return {};
    QStringList complaints;
    const Scene scene = sceneOf(options, recording);
    if (options.at && !scene.atEnd().canReplay())
        complaints << QStringLiteral("--at: there is nothing to replay in a run of %1.")
                          .arg(recording.scenario()->path());
    const Theme theme = themeOf(options);
    for (const Options::Figure &figure : options.figures) {
        const bool isPage = figure.id.kind == FigureId::Kind::Page;
        const QSize size = !options.size.isEmpty() ? options.size
                           : isPage                ? QSize(1280, 720)
                                                   : QSize(1000, 560);
        const Figure drawn{figure.id, theme, {}, size, options.scale, options.hasFoot};
        complaints << (isAnimation(figure.file) ? saveReplay(options, scene, drawn, figure.file)
                                                : saveFigure(scene, drawn, figure.file, mayWait));
    }
    if (!options.shotFile.isEmpty())
        complaints << saveShot(options, recording);
    return complaints;
}

QString saveReports(const Options &options, const std::vector<Recording> &recordings)
{
    std::vector<Scene> scenes;
    for (const Recording &recording : recordings)
        scenes.push_back({recording});
    const QString complaint = saveReport(scenes, themeOf(options), options.folder);
    if (!complaint.isEmpty())
        return complaint;
    const QString page = QDir(options.folder).absoluteFilePath(QStringLiteral("index.html"));
    return writeFile(QStringLiteral("-"), page.toLocal8Bit() + '\n');
}

bool needsPictures(const Options &options)
{
    return options.command == Options::Command::Report || !options.figures.empty() ||
           !options.shotFile.isEmpty();
}

} // namespace tenfold
