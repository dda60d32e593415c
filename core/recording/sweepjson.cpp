#include "core/recording/writers.h"

namespace tenfold {

QJsonObject sweepToJson(const Scenario &scenario, const Sweep &sweep)
{
    QJsonArray points;
    for (const SweepPoint &point : sweepPoints(scenario, sweep)) {
        QJsonArray seconds;
        for (const double value : point.seconds)
            seconds.append(value);
        points.append(QJsonObject{
            {"value", point.value},
            {"variant", point.variant},
            {"seconds", seconds},
            {"median_seconds", point.median ? QJsonValue(*point.median) : QJsonValue()},
            {"speedup", point.speedup ? QJsonValue(*point.speedup) : QJsonValue()},
        });
    }
    return {{"scenario", scenario.path()}, {"over", sweep.over}, {"points", points}};
}

} // namespace tenfold
