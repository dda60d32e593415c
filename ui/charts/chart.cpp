#include "ui/charts/chart.h"

#include "ui/charts/columnsview.h"
#include "ui/charts/counterview.h"
#include "ui/charts/elapsedbars.h"

namespace tenfold {

Picture::Picture(QWidget *parent) : QWidget(parent) {}

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
    case ViewKind::Steps:
    case ViewKind::Curves:
    case ViewKind::Points:
    case ViewKind::Pictures:
    case ViewKind::Graph:
    case ViewKind::Sweep:
        break; // each comes with the first scenario that has one
    }
    return nullptr;
}

} // namespace tenfold
