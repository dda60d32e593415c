#pragma once

#include "core/analysis/machine.h"
#include "core/analysis/summary.h"
#include "core/catalog/pattern.h"
#include "core/run/sweep.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <map>

namespace tenfold {

/// A finished run with all that a document says of it.
struct RunReport
{
    const Scenario *scenario = nullptr;
    Values values;
    quint64 seed = 1;
    std::vector<Outcome> outcomes;
    Summary summary;
    Machine machine;
    QString command;                      ///< the command line that reproduces it
    std::map<QString, Sweep> sweeps = {}; ///< by parameter; carried out for the views that draw them
};

/// The document of `tenfold run --json`. Keys and ids are never translated.
QJsonObject runToJson(const RunReport &report);
/// The document of `tenfold sweep --json`.
QJsonObject sweepToJson(const Scenario &scenario, const Sweep &sweep);
/// The document of `tenfold list --json`.
QJsonArray catalogToJson();
/// scenario,variant,kind,workers,repeat,seconds,status,same_result,speedup; a row per repeat.
QByteArray runToCsv(const RunReport &report);
/// Chrome trace JSON, as Perfetto opens it: a process per variant, a thread per lane, complete events,
/// counters, flow arrows for links. (Trace Event Format, Google.)
QByteArray runToChromeTrace(const RunReport &report);

/// "worker 1": the name of a lane in documents, never translated.
QString laneId(const Lane &lane);

} // namespace tenfold
