#pragma once

#include "core/recording/packing.h"
#include "core/recording/recordingfile.h"
#include "core/recording/writers.h"
#include "tests/core/walk.h"

#include <QCborArray>
#include <QCborMap>
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

/// The CBOR of a part, changed.
inline void changeCbor(FilePart &part, bool isPacked, const std::function<void(QCborMap &)> &change)
{
    QCborMap map = QCborValue::fromCbor(isPacked ? *Packing().unpack(part.content) : part.content).toMap();
    change(map);
    const QByteArray bytes = map.toCborValue().toCbor();
    part.content = isPacked ? Packing().pack(bytes) : bytes;
}

/// The file as another program would have saved it, whose chapter and scenario this one has never heard of.
inline QByteArray ofElsewhere(const QByteArray &file)
{
    return changed(file, [](std::vector<FilePart> &parts) {
        changeCbor(parts[0], false, [](QCborMap &head) {
            head[QLatin1String("scenario")] = QLatin1String("actors/to-come");
            head[QLatin1String("version")] = QLatin1String("9.8.7");
        });
        changeCbor(parts[1], true, [](QCborMap &map) {
            QCborMap scenario = map[QLatin1String("scenario")].toMap();
            scenario[QLatin1String("patternId")] = QLatin1String("actors");
            scenario[QLatin1String("id")] = QLatin1String("to-come");
            scenario[QLatin1String("title")] =
                QCborArray{QLatin1String("Ping and pong"), QString::fromUtf8("ピンポン")};
            map[QLatin1String("scenario")] = scenario;
        });
    });
}

} // namespace tenfold
