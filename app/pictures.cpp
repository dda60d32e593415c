#include "app/pictures.h"

#include "app/files.h"
#include "ui/export/export.h"
#include "ui/fonts.h"
#include "ui/mainwindow.h"

#include <QDir>

namespace tenfold {

static Scene sceneOf(const RunReport &report)
{
    return {report.scenario, report.outcomes, report.summary, {}, report.command, report.sweeps};
}

static Theme themeOf(const Options &options)
{
    return Theme::make(options.theme == QLatin1String("dark"), 1, uiFont());
}

static QString saveShot(const Options &options, const RunReport &report)
{
    MainWindow window(Settings::none());
    window.setLook(themeOf(options));
    window.resize(options.size.isEmpty() ? QSize(1600, 900) : options.size);
    window.showScenario(report.scenario->path());
    window.setVariants(options.variants);
    window.setValues(report.values);
    window.present(sceneOf(report));
    const QImage shot = window.shot();
    return shot.save(options.shotFile) ? QString()
                                       : QStringLiteral("%1 cannot be written.").arg(options.shotFile);
}

QStringList savePictures(const Options &options, const RunReport &report)
{
    if (!needsPictures(options))
        return {};
    QStringList complaints;
    const Scene scene = sceneOf(report);
    const Theme theme = themeOf(options);
    for (const Options::Figure &figure : options.figures) {
        const bool isPage = figure.name.startsWith(QLatin1String("page"));
        const QSize size = !options.size.isEmpty() ? options.size
                           : isPage                ? QSize(1280, 720)
                                                   : QSize(1000, 560);
        complaints << saveFigure(scene, {figure.name, theme, {}, size, options.scale}, figure.file);
    }
    if (!options.shotFile.isEmpty())
        complaints << saveShot(options, report);
    return complaints;
}

QString saveReports(const Options &options, const std::vector<RunReport> &reports)
{
    std::vector<Scene> scenes;
    for (const RunReport &report : reports)
        scenes.push_back(sceneOf(report));
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
