#pragma once

#include "ui/charts/chart.h"

#include <QSize>

#include <memory>

namespace tenfold {

/// Writes `picture` as it is into `file` (.png, .svg with real text, .pdf by its ending) at `size` logical
/// pixels, with the scene's command, small, at the foot. Returns a sentence when it could not be written,
/// else nothing.
QString savePicture(Picture &picture, const Scene &scene, const Theme &theme, const QString &file,
                    QSize size);

/// A figure by name: "elapsed", "time", "timeline", "timeline:VARIANT" or a view's id. Null when there is
/// none.
std::unique_ptr<Picture> makeFigure(const Scenario &scenario, const QString &name);

/// The endings that savePicture writes.
QStringList pictureEndings();

/// One page: index.html with pictures, numbers and explanations of `scenes` (a run each), in `folder`, which
/// is made. Returns a sentence when it could not be written.
QString saveReport(const std::vector<Scene> &scenes, const Theme &theme, const QString &folder);

} // namespace tenfold
