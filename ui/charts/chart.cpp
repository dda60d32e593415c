#include "ui/charts/chart.h"

#include "ui/charts/columnsview.h"
#include "ui/charts/counterview.h"
#include "ui/charts/curvesview.h"
#include "ui/charts/efficiencyview.h"
#include "ui/charts/elapsedbars.h"
#include "ui/charts/picturesview.h"
#include "ui/charts/pointsview.h"
#include "ui/charts/stepsview.h"
#include "ui/charts/sweepview.h"
#include "ui/charts/timespent.h"
#include "ui/graph/graphview.h"
#include "ui/interleavings/executionsview.h"

namespace tenfold {

Picture *makeElapsedBars(QWidget *parent)
{
    return new ElapsedBars(parent);
}

Picture *makeView(const View &view, QWidget *parent)
{
    switch (view.kind) {
    case ViewKind::Counter:
        return new CounterView(view, parent);
    case ViewKind::Columns:
        return new ColumnsView(view, parent);
    case ViewKind::Bands:
        return new TimeSpent(view, parent);
    case ViewKind::Steps:
        return new StepsView(view, parent);
    case ViewKind::Curves:
        return new CurvesView(view, parent);
    case ViewKind::Pictures:
        return new PicturesView(view, parent);
    case ViewKind::Sweep:
        return new SweepView(view, parent);
    case ViewKind::Points:
        return new PointsView(view, parent);
    case ViewKind::Graph:
        return new GraphView(view, parent);
    case ViewKind::Efficiency:
        return new EfficiencyView(view, parent);
    case ViewKind::Executions:
        return new ExecutionsView(view, parent);
    }
    return nullptr;
}

} // namespace tenfold
