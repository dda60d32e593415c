#include "app/outputs.h"

#include "app/files.h"
#include "app/pictures.h"
#include "app/textreport.h"
#include "core/analysis/explanation.h"
#include "core/recording/recordingfile.h"
#include "core/recording/writers.h"

#include <QJsonDocument>

namespace tenfold {

/// On standard error, for who reads only that: why variants failed.
static void complainOfFailures(const std::vector<Outcome> &outcomes)
{
    if (const QString failure = failureOfAll(outcomes); !failure.isEmpty())
        return complain(failure);
    QStringList said;
    for (const Outcome &outcome : outcomes) {
        const QString sentence = QStringLiteral("%1: %2").arg(outcome.variant, outcome.error());
        if (outcome.status() == Status::Failed && !said.contains(sentence))
            complain(said.emplaceBack(sentence));
    }
}

/// Failures of the run first.
static QStringList complainedOf(const std::vector<Outcome> &outcomes, QStringList complaints)
{
    complaints.removeAll(QString());
    complainOfFailures(outcomes);
    for (const QString &complaint : std::as_const(complaints))
        complain(complaint);
    return complaints;
}

static QByteArray documentOf(const Options &options, const Recording &recording)
{
    QJsonObject document = runToJson(recording);
    if (options.against)
        document.insert(QStringLiteral("difference"), differenceToJson(*options.against, recording));
    return QJsonDocument(document).toJson();
}

static QString textOf(const Options &options, const Recording &recording)
{
    const QString text = runToText(recording);
    return options.against ? text + u'\n' + differenceToText(*options.against, recording) : text;
}

QStringList writeRun(const Options &options, const Recording &recording)
{
    QStringList complaints;
    const auto write = [&](const QString &file, auto content) {
        if (!file.isEmpty())
            complaints << writeFile(file, content());
    };
    write(options.saveFile, [&] { return savedRecording(recording); });
    write(options.jsonFile, [&] { return documentOf(options, recording); });
    write(options.csvFile, [&] { return runToCsv(recording); });
    write(options.traceFile, [&] { return runToChromeTrace(recording); });
    if (!isStandardOutput(options.jsonFile) && !isStandardOutput(options.csvFile))
        complaints << writeFile(QStringLiteral("-"), textOf(options, recording).toUtf8());
    complaints += savePictures(options, recording);
    return complainedOf(recording.outcomes, complaints);
}

QStringList writeSweep(const Options &options, const Recording &recording)
{
    const Sweep &sweep = recording.sweeps.at(options.request.over);
    QStringList complaints;
    if (!options.saveFile.isEmpty())
        complaints << writeFile(options.saveFile, savedRecording(recording));
    if (!options.jsonFile.isEmpty())
        complaints << writeFile(options.jsonFile, QJsonDocument(sweepToJson(sweep)).toJson());
    if (!isStandardOutput(options.jsonFile))
        complaints << writeFile(QStringLiteral("-"), sweepToText(sweep).toUtf8());
    complaints += savePictures(options, recording);
    return complainedOf(sweep.outcomes, complaints);
}

} // namespace tenfold
