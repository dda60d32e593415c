#pragma once

#include "ui/scene.h"

namespace tenfold {

/// A row of "where did the time go".
struct TimeRow
{
    QString title;
    int outcome = 0; ///< index into the scene's outcomes
    bool isHeading = false;
    Lane::Sums sums = {};

    Nanoseconds whole() const;
};

/// A row per lane, under a heading per variant where several have lanes; of `variant` alone, or of all.
std::vector<TimeRow> timeRows(const Scene &scene, const QString &variant = {});
/// A row per variant: the sums over its lanes, whose number stands behind its title.
std::vector<TimeRow> timeOverview(const Scene &scene);
/// The same of the states with these ids alone (of all where there are none).
std::vector<TimeRow> timeBands(const Scene &scene, const QStringList &states);

} // namespace tenfold
