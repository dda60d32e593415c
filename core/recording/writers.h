#pragma once

#include "core/catalog/pattern.h"
#include "core/recording/recording.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace tenfold {

/// The document of `tenfold run --json`. Keys and ids are never translated.
QJsonObject runToJson(const Recording &recording);
/// Of the document of `tenfold run --against`: in what `now` differs from the pinned run.
QJsonObject differenceToJson(const Recording &then, const Recording &now);
/// The document of `tenfold sweep --json`.
QJsonObject sweepToJson(const Sweep &sweep);
/// The document of `tenfold list --json`.
QJsonArray catalogToJson();
/// scenario,variant,kind,workers,repeat,seconds,status,same_result,speedup; a row per repeat.
QByteArray runToCsv(const Recording &recording);
/// Chrome trace JSON, as Perfetto and speedscope open it: a process per variant, a thread per lane, begin and
/// end pairs, counters, flow arrows for links. (Trace Event Format, Google.)
QByteArray runToChromeTrace(const Recording &recording);

} // namespace tenfold
