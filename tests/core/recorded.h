#pragma once

#include "core/recording/recordingfile.h"
#include "core/recording/writers.h"
#include "tests/core/walk.h"

#include <QJsonDocument>

#include <functional>

namespace tenfold {

/// A run at preset quick, with `changes`, as a recording of a machine that there is nowhere.
inline Recording recorded(const QString &path, const QStringList &variants, const Values &changes = {})
{
    const Scenario &scenario = *findScenario(path);
    Recording recording{
        .request = {.scenario = &scenario, .variants = variants, .values = scenario.preset("quick")}};
    recording.request.values.insert(changes);
    recording.request.seed = 7;
    recording.outcomes = carriedOut(planOf(recording.request));
    recording.machine = {.cores = 3, .allowed = 2.5, .effectiveCores = 2.25, .qt = "6", .compiler = "g++"};
    recording.summary = summarize(scenario, recording.outcomes, recording.machine.effectiveCores);
    return recording;
}

inline QByteArray jsonOf(const Recording &recording)
{
    return QJsonDocument(runToJson(recording)).toJson();
}

/// The file with each part as `change` leaves it.
inline QByteArray changed(const QByteArray &file, const std::function<void(std::vector<FilePart> &)> &change)
{
    std::vector<FilePart> parts = partsOfFile(file).parts;
    change(parts);
    return fileOfParts(parts);
}

} // namespace tenfold
