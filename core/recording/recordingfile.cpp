#include "core/recording/recordingfile.h"

#include "core/analysis/explanation.h"
#include "core/catalog/pattern.h"
#include "core/recording/packing.h"
#include "core/recording/recordingcbor.h"
#include "core/recording/tracecodec.h"

#include <QFile>

#include <algorithm>

namespace tenfold {

// The parts: what it is; all but the traces; a trace each; the scenario's source text; what a user called it.
// The first and the last are not packed: a reader that does not know a part does not unpack it, and the parts
// that are packed hang together.
static const QByteArray headPart = QByteArrayLiteral("HEAD"), recordingPart = QByteArrayLiteral("RUN "),
                        tracePart = QByteArrayLiteral("TRAC"), sourcePart = QByteArrayLiteral("CODE"),
                        labelPart = QByteArrayLiteral("NAME");

QByteArray savedRecording(const Recording &recording)
{
    Packing packing;
    RecordingShared shared;
    const QCborMap head{{QLatin1String("program"), QLatin1String("tenfold")},
                        {QLatin1String("version"), QLatin1String(TENFOLD_VERSION)},
                        {QLatin1String("scenario"), recording.scenario()->path()}};
    const FileOrigin &origin = recording.origin;
    std::vector<FilePart> parts{
        {headPart, head.toCborValue().toCbor()},
        {recordingPart, packing.pack(recordingToCbor(recording, shared).toCborValue().toCbor())},
        {sourcePart, packing.pack(recording.source().toUtf8())}};
    for (const auto &trace : shared.traces)
        parts.push_back({tracePart, packing.pack(traceToBytes(*trace))});
    if (!recording.label.isEmpty())
        parts.push_back({labelPart, labelToBytes(recording.label)});
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
    Recording recording() const
    {
        Packing packing; // the parts in their order, as they were packed
        QCborMap cbor;
        std::vector<std::shared_ptr<const Trace>> traces;
        FileOrigin origin{.version = version()};
        RunLabel label;
        for (const FilePart &part : parts_) {
            if (part.type == recordingPart)
                cbor = mapIn(unpacked(packing, part));
            else if (part.type == sourcePart)
                origin.source = QString::fromUtf8(unpacked(packing, part));
            else if (part.type == tracePart)
                traces.push_back(traceIn(unpacked(packing, part)));
            else if (part.type == labelPart)
                label = labelIn(part.content);
            else if (part.type != headPart)
                origin.others.push_back({QByteArray(part.type.constData(), part.type.size()),
                                         QByteArray(part.content.constData(), part.content.size())});
        }
        if (cbor.isEmpty())
            throw NoRecording();
        Recording recording = recordingOf(cbor, traces, origin);
        recording.origin = std::move(origin);
        recording.label = std::move(label);
        if (!recording.outcomes.empty())
            recording.summary.explanation =
                explain(*recording.scenario(), recording.outcomes, recording.summary);
        return recording;
    }

private:
    /// Of the program's own scenario, or, where it has none like it, of the one in the file.
    Recording recordingOf(const QCborMap &cbor, const std::vector<std::shared_ptr<const Trace>> &traces,
                          FileOrigin &origin) const
    {
        std::shared_ptr<const Pattern> pattern;
        const Scenario *inFile = nullptr;
        if (const QCborValue declared = cbor[QLatin1String("scenario")]; declared.isMap()) {
            pattern = declaredIn(declared.toMap());
            inFile = pattern ? &pattern->scenarios.front() : nullptr;
        }
        const Scenario *known = findScenario(path());
        if (inFile && inFile->path() != path()) // what the head says is what was meant
            inFile = nullptr;
        if (known && (!inFile || haveSameShape(*known, *inFile))) {
            try {
                return recordingFromCbor(cbor, *known, traces);
            } catch (const NoRecording &reason) { // such as of a value that was allowed then
                if (!reason.isOfOtherVersion || !inFile)
                    throw;
            }
        }
        if (!inFile)
            throw NoRecording{true};
        origin.pattern = pattern;
        return recordingFromCbor(cbor, *inFile, traces);
    }

    /// Null where it is of a kind that only another version can draw.
    static std::shared_ptr<const Pattern> declaredIn(const QCborMap &cbor)
    {
        try {
            return scenarioFromCbor(cbor);
        } catch (const NoRecording &reason) {
            if (!reason.isOfOtherVersion)
                throw;
            return nullptr;
        }
    }

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
    /// What was made is worth more than its name: one that cannot be read is none, too long a one is cut.
    static RunLabel labelIn(const QByteArray &bytes)
    {
        const RunLabel label = labelFromBytes(bytes).value_or(RunLabel());
        return {label.name.left(RunLabel::mostName), label.note.left(RunLabel::mostNote)};
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
    try {
        return {parts.recording(), {}};
    } catch (const NoRecording &reason) {
        if (!reason.isOfOtherVersion)
            return fails(translate("RecordingFile",
                                   "This recording contradicts itself: no run can have recorded that."));
        if (!findScenario(parts.path()))
            return fails(translate("RecordingFile",
                                   "This recording is of \"%1\", a scenario that this version of "
                                   "Tenfold does not have; Tenfold %2 made it.")
                             .arg(parts.path(), parts.version()));
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
    const auto tooLarge = [] {
        return OpenedRecording{
            {}, translate("RecordingFile", "It is larger than 1 GB, more than a recording is.")};
    };
    if (file.size() > most)
        return tooLarge();
    QByteArray bytes; // a pipe has no size, and may not end
    for (QByteArray slice; bytes.size() <= most && !(slice = file.read(1 << 20)).isEmpty();)
        bytes += slice;
    if (file.error() != QFileDevice::NoError)
        return cannotBeRead();
    if (bytes.size() > most)
        return tooLarge();
    return openedRecording(bytes);
}

} // namespace tenfold
