#pragma once

#include "core/recording/recording.h"

#include <QCborArray>
#include <QCborMap>
#include <QImage>

#include <memory>
#include <vector>

namespace tenfold {

// What a file has as a number: another order would change what old files say.
constexpr int codeOf(Caveat::Kind kind)
{
    return static_cast<int>(kind);
}
static_assert(codeOf(Caveat::Kind::None) == 0 && codeOf(Caveat::Kind::HeldUp) == 1 &&
              codeOf(Caveat::Kind::Others) == 2 && codeOf(Caveat::Kind::Quota) == 3 &&
              codeOf(Caveat::Kind::TooSmall) == 4 && codeOf(Caveat::Kind::Uneven) == 5);
constexpr int codeOf(BigMeasure::Tone tone)
{
    return static_cast<int>(tone);
}
static_assert(codeOf(BigMeasure::Tone::Plain) == 0 && codeOf(BigMeasure::Tone::Bad) == 1 &&
              codeOf(BigMeasure::Tone::Good) == 2);

/// Beside the CBOR of a recording: what is kept apart, each once, however many outcomes have it.
struct RecordingShared
{
    std::vector<std::shared_ptr<const Trace>> traces = {};
    std::vector<std::shared_ptr<const Executions>> executions = {};
    std::vector<QImage> images = {};
};

/// A recording without its traces, which are added to `shared` and named by their numbers.
QCborMap recordingToCbor(const Recording &recording, RecordingShared &shared);

/// Thrown by recordingFromCbor().
struct NoRecording
{
    bool isOfOtherVersion = false; ///< it is sound, but its scenario has become another one
};
/// What recordingToCbor() made of a recording of `scenario`, with these traces. Throws NoRecording.
Recording recordingFromCbor(const QCborMap &cbor, const Scenario &scenario,
                            std::vector<std::shared_ptr<const Trace>> traces);

/// What `recording` needs of its scenario and its pattern to be drawn where the program has none like it.
QCborMap scenarioToCbor(const Recording &recording);
/// The pattern with that scenario, which says of itself that it is of a file. Throws NoRecording.
std::shared_ptr<const Pattern> scenarioFromCbor(const QCborMap &cbor);
/// Whether what is recorded of one can be drawn by the other: they differ in words and bodies only.
bool haveSameShape(const Scenario &one, const Scenario &other);

/// The value of a parameter, without passwords in URLs, and those of a run.
QCborValue valueToCbor(const QVariant &value);
QCborMap valuesToCbor(const Values &values);
/// An item for each of the range.
template<typename Range, typename ToCbor> QCborArray cborArrayOf(const Range &range, ToCbor toCbor)
{
    QCborArray array;
    for (const auto &item : range)
        array.append(toCbor(item));
    return array;
}

/// A cell of a table. Its type comes back as it was.
QCborValue cellToCbor(const QVariant &cell, RecordingShared &shared);
QVariant cellFromCbor(const QCborValue &value, const RecordingShared &shared);
QCborValue imageToCbor(const QImage &image);
QImage imageFromCbor(const QCborValue &value);
/// All executions of a small program are counted again when they are read.
QCborValue executionsToCbor(const Executions &executions);
std::shared_ptr<const Executions> executionsFromCbor(const QCborValue &value);
/// What puts it right, whose title lives as long as its executions.
QCborValue remedyToCbor(const Remedy &remedy, RecordingShared &shared);
Remedy remedyFromCbor(const QCborValue &value, const RecordingShared &shared);

} // namespace tenfold
