#pragma once

#include "ui/picture.h"

// What there is to draw, as pictures. The caller owns them, where no parent does.
namespace tenfold {

/// Elapsed time per variant as horizontal bars with the limit; grows while a run is on. Id "elapsed".
Picture *makeElapsedBars(QWidget *parent = nullptr);
/// A view of the scenario by its kind.
Picture *makeView(const View &view, QWidget *parent = nullptr);
/// Where the time of each worker went, by state. Id "time".
Picture *makeTimeSpent(QWidget *parent = nullptr);
/// The worker timeline of every outcome, or of `variant` alone. Id "timeline".
Picture *makeTimeline(const QString &variant = {}, QWidget *parent = nullptr);

} // namespace tenfold
