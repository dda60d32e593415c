#include "core/recording/recordingfile.h"

#include "core/analysis/explanation.h"
#include "core/catalog/pattern.h"
#include "core/recording/packing.h"
#include "core/recording/recordingcbor.h"
#include "core/recording/tracecodec.h"

#include <QFile>

#include <algorithm>

namespace tenfold {

// The parts: what it is; all but the traces; a trace each; the scenario's source text. The first is not
// packed.
static const QByteArray headPart = QByteArrayLiteral("HEAD"), recordingPart = QByteArrayLiteral("RUN "),
                        tracePart = QByteArrayLiteral("TRAC"), sourcePart = QByteArrayLiteral("CODE");

QByteArray savedRecording(const Recording &recording)
{
    Packing packing;
    RecordingShared shared;
    const QCborMap head{{QLatin1String("program"), QLatin1String("tenfold")},
                        {QLatin1String("version"), QLatin1String(TENFOLD_VERSION)},
                        {QLatin1String("scenario"), recording.scenario()->path()}};
    const FileOrigin &origin = recording.origin;
    const QString source = origin.version.isEmpty() ? sourceOf(*recording.scenario()) : origin.source;
    std::vector<FilePart> parts{
        {headPart, head.toCborValue().toCbor()},
        {recordingPart, packing.pack(recordingToCbor(recording, shared).toCborValue().toCbor())},
        {sourcePart, packing.pack(source.toUtf8())}};
    for (const auto &trace : shared.traces)
        parts.push_back({tracePart, packing.pack(traceToBytes(*trace))});
    parts.insert(parts.end(), origin.others.begin(), origin.others.end());
    return fileOfParts(parts);
}

/// Empty where it is none: what Qt has read of one that it calls wrong is not to be used.
static QCborMap mapIn(const QByteArray &cbor)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(cbor, &error);
    return error.error == QCborError::NoError ? value.toMap() : QCborMap();
}

/// A file whose parts are whole.
class RecordingParts
{
public:
    explicit RecordingParts(const std::vector<FilePart> &parts) : parts_(parts)
    {
        const FilePart *head = part(headPart);
        head_ = head ? mapIn(head->content) : QCborMap();
    }

    bool isRecording() const
    {
        return head_[QLatin1String("program")].toString() == QLatin1String("tenfold");
    }
    QString version() const { return head_[QLatin1String("version")].toString(); }
    QString path() const { return head_[QLatin1String("scenario")].toString(); }

    /// Throws NoRecording.
    Recording recording(const Scenario &scenario) const
    {
        Packing packing; // the parts in their order, as they were packed
        QCborMap cbor;
        std::vector<std::shared_ptr<const Trace>> traces;
        FileOrigin origin{.version = version()};
        for (const FilePart &part : parts_) {
            if (part.type == recordingPart)
                cbor = mapIn(unpacked(packing, part));
            else if (part.type == sourcePart)
                origin.source = QString::fromUtf8(unpacked(packing, part));
            else if (part.type == tracePart)
                traces.push_back(traceIn(unpacked(packing, part)));
            else if (part.type != headPart)
                origin.others.push_back({QByteArray(part.type.constData(), part.type.size()),
                                         QByteArray(part.content.constData(), part.content.size())});
        }
        if (cbor.isEmpty())
            throw NoRecording();
        Recording recording = recordingFromCbor(cbor, scenario, std::move(traces));
        recording.origin = std::move(origin);
        if (!recording.outcomes.empty())
            recording.summary.explanation = explain(scenario, recording.outcomes, recording.summary);
        return recording;
    }

private:
    const FilePart *part(const QByteArray &type) const
    {
        const auto found = std::ranges::find(parts_, type, &FilePart::type);
        return found == parts_.end() ? nullptr : &*found;
    }
    static QByteArray unpacked(Packing &packing, const FilePart &part)
    {
        if (auto bytes = packing.unpack(part.content))
            return *std::move(bytes);
        throw NoRecording();
    }
    static std::shared_ptr<const Trace> traceIn(const QByteArray &bytes)
    {
        if (auto trace = traceFromBytes(bytes))
            return trace;
        throw NoRecording();
    }

    const std::vector<FilePart> &parts_;
    QCborMap head_;
};

static QString sentenceOf(PartsOfFile::Problem problem)
{
    switch (problem) {
    case PartsOfFile::Problem::None:
        break;
    case PartsOfFile::Problem::NoRecording:
        return translate("RecordingFile", "This is no recording of Tenfold.");
    case PartsOfFile::Problem::LaterVersion:
        return translate("RecordingFile", "This recording has the form of a later version of Tenfold, which "
                                          "this one does not know.");
    case PartsOfFile::Problem::Incomplete:
        return translate("RecordingFile", "This recording is not complete: its end is missing.");
    case PartsOfFile::Problem::Damaged:
        return translate("RecordingFile",
                         "This recording is damaged: its bytes are not those that were saved.");
    }
    return {};
}

OpenedRecording openedRecording(const QByteArray &bytes)
{
    const auto fails = [](const QString &sentence) { return OpenedRecording{{}, sentence}; };
    const PartsOfFile file = partsOfFile(bytes);
    if (file.problem != PartsOfFile::Problem::None)
        return fails(sentenceOf(file.problem));
    const RecordingParts parts(file.parts);
    if (!parts.isRecording())
        return fails(sentenceOf(PartsOfFile::Problem::NoRecording));
    const Scenario *scenario = findScenario(parts.path());
    if (!scenario)
        return fails(translate("RecordingFile",
                               "This recording is of \"%1\", a scenario that this version of "
                               "Tenfold does not have; Tenfold %2 made it.")
                         .arg(parts.path(), parts.version()));
    try {
        return {parts.recording(*scenario), {}};
    } catch (const NoRecording &reason) {
        if (!reason.isOfOtherVersion)
            return fails(sentenceOf(PartsOfFile::Problem::Damaged));
        return fails(translate("RecordingFile", "This recording is of another version of \"%1\", with other "
                                                "parameters, variants or columns; Tenfold %2 made it.")
                         .arg(parts.path(), parts.version()));
    }
}

OpenedRecording openRecording(const QString &name)
{
    constexpr qint64 most = qint64{1} << 30;
    QFile file(name);
    const auto cannotBeRead = [&] {
        return OpenedRecording{{},
                               translate("RecordingFile", "It cannot be read: %1.").arg(file.errorString())};
    };
    if (!file.open(QIODevice::ReadOnly))
        return cannotBeRead();
    constexpr qint64 beginning = 12; // says whether the rest is worth reading
    const PartsOfFile begun = partsOfFile(file.peek(beginning));
    if (begun.problem == PartsOfFile::Problem::NoRecording ||
        begun.problem == PartsOfFile::Problem::LaterVersion)
        return {{}, sentenceOf(begun.problem)};
    QByteArray bytes; // a pipe has no size, and may not end
    for (QByteArray slice; bytes.size() <= most && !(slice = file.read(1 << 20)).isEmpty();)
        bytes += slice;
    if (file.error() != QFileDevice::NoError)
        return cannotBeRead();
    if (bytes.size() > most)
        return {{}, translate("RecordingFile", "It is larger than 1 GB, more than a recording is.")};
    return openedRecording(bytes);
}

} // namespace tenfold
