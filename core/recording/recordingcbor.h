#pragma once

#include "core/recording/recording.h"

#include <QCborMap>
#include <QImage>

#include <memory>
#include <vector>

namespace tenfold {

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
