#pragma once

#include "ui/timeline/links.h"

#include <QStringList>

namespace tenfold {

/// A cross in a legend.
inline constexpr QChar markSymbol(u'✗');

/// Draws the marks of the lanes of the rows as crosses, at the instants at which something happened there.
/// Where many lie on one another, one stands for all of them.
void paintMarks(QPainter &painter, const Theme &theme, const Scene &scene, const LinkPlace &place);

/// What the marks of these rows say, each once, in the language of the moment.
QStringList markTitles(const Scene &scene, const std::vector<TimelineRow> &rows);

} // namespace tenfold
