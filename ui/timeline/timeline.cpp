#include "ui/charts/chart.h"
namespace tenfold {
Picture *makeTimeline(const QString &, QWidget *parent) { return makeElapsedBars(parent); }
}
