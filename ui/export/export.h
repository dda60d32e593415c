#pragma once

#include "core/recording/outputfile.h"
#include "ui/figureid.h"
#include "ui/picture.h"
#include "ui/theme.h"

#include <QImage>
#include <QSize>

#include <memory>

namespace tenfold {

/// The bounds of a picture's size, in logical pixels, and of the pixels that a PNG has for each.
inline constexpr QSize smallestPicture(320, 200);
inline constexpr QSize greatestPicture(7680, 4320);
inline constexpr int greatestScale = 4;

/// What is to be drawn of a scene, and how.
struct Figure
{
    FigureId id;
    Theme theme;
    QString language;    ///< "en", "ja", or empty for that of the moment
    QSize size;          ///< logical pixels
    int scale = 1;       ///< pixels of a PNG per logical pixel
    bool hasFoot = true; ///< the command that makes it stands at its foot; the file names it all the same
    double seconds = 0;  ///< of an animation
};

/// The bounds of a picture's text, in percent of the usual size.
inline constexpr int smallestText = 50, greatestText = 300;

/// The picture of the figure. Null where `scenario` has no such figure.
std::unique_ptr<Picture> makeFigure(const Scenario &scenario, const FigureId &id);
/// The command line that makes the figure from the run of `scene`, in a file with this ending; empty where
/// nothing was run.
QString figureCommand(const Scene &scene, const Figure &figure, const QString &ending);

/// Writes `figure` of `scene` into `file` (.png, .svg with real text, .pdf by its ending), with the command
/// that reproduces it, small, at the foot. Returns a sentence when it could not be written, else nothing.
QString saveFigure(const Scene &scene, const Figure &figure, const QString &file,
                   const MayWait &mayWait = {});
/// The same picture as saveFigure() writes into a file with this ending, made to fit into `pixels`.
QImage previewFigure(const Scene &scene, const Figure &figure, const QString &ending, QSize pixels);

/// The endings of the files that are written.
QStringList pictureEndings();

/// What holds the numbers of a run without a picture, by the option of the command line that writes it:
/// "json", "csv", "trace".
QStringList dataFormats();
/// Writes the run of `scene` in one of these formats. Returns a sentence when it could not be written.
QString saveData(const Scene &scene, const QString &format, const QString &file);

/// One page: index.html with pictures, numbers and explanations of `scenes` (a run each), in `folder`, which
/// is made. Returns a sentence when it could not be written.
QString saveReport(const std::vector<Scene> &scenes, const Theme &theme, const QString &folder);

} // namespace tenfold
