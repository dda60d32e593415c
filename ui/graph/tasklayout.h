#pragma once

#include "ui/graph/graphlayout.h"
#include "ui/graph/taskgraph.h"

namespace tenfold {

/// Where a graph of tasks is drawn in `area`: a column for each layer, in the order of the dependencies.
/// Where there is not enough room the names go first, then the numbers; what still does not fit is a number
/// below.
GraphLayout layOut(const TaskGraph &graph, const QRectF &area, const Theme &theme);

} // namespace tenfold
