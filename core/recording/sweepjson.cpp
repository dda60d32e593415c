#include "core/analysis/caveat.h"
#include "core/analysis/sweepbest.h"
#include "core/recording/writers.h"

namespace tenfold {

QJsonObject sweepToJson(const Sweep &sweep)
{
    QJsonArray points;
    for (const SweepPoint &point : sweepPoints(sweep)) {
        QJsonArray seconds;
        for (const double value : point.seconds)
            seconds.append(value);
        points.append(QJsonObject{
            {"value", point.value},
            {"variant", point.variant},
            {"seconds", seconds},
            {"carried_out_again", point.again},
            {"median_seconds", point.median ? QJsonValue(*point.median) : QJsonValue()},
            {"speedup", point.speedup ? QJsonValue(*point.speedup) : QJsonValue()},
        });
    }
    QJsonArray best;
    for (const SweepBest &one : bestOf(sweep)) {
        QJsonArray noGain;
        for (const int value : one.noGain)
            noGain.append(value);
        best.append(QJsonObject{{"variant", one.variant},
                                {"value", one.value},
                                {"median_seconds", one.seconds},
                                {"no_gain", one.isBanded ? QJsonValue(noGain) : QJsonValue()}});
    }
    const Request &request = sweep.request;
    const Caveat disturbance = disturbanceOf(sweep.outcomes, sweep.cores.seen);
    const QJsonObject caveat{{"kind", idOf(disturbance.kind)}, {"text", disturbance.text()}};
    return {{"scenario", request.scenario->path()},
            {"over", request.over},
            {"caveat", disturbance ? QJsonValue(caveat) : QJsonValue()},
            {"points", points},
            {"best", best}};
}

} // namespace tenfold
