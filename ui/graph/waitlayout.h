#pragma once

#include "ui/graph/graphlayout.h"
#include "ui/graph/waitgraph.h"

namespace tenfold {

/// Where a wait-for graph is drawn in `area`: the loop as a ring, who else waits beside it, a row each. Above
/// eight workers the others are a number. A ring that is too long for the area has a gap that says how many
/// are missing.
GraphLayout layOut(const WaitGraph &graph, const QRectF &area, const Theme &theme);

} // namespace tenfold
