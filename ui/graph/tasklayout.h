#pragma once

#include "ui/graph/graphlayout.h"
#include "ui/graph/taskgraph.h"

namespace tenfold {

/// Where a graph of tasks is drawn in `area`: a column for each layer, in the order of the dependencies.
/// Where there is not enough room for all, the type is smaller, then the names go, then the numbers. Where
/// some still do not fit, the names stay, the critical path is whole, and below each column stands what it
/// lacks.
GraphLayout layOut(const TaskGraph &graph, const QRectF &area, const Theme &theme);

} // namespace tenfold
