#pragma once

#include "core/recording/recording.h"

#include <QByteArray>

#include <optional>

namespace tenfold {

/// A recording, which has a scenario, with all that is drawn of it, as the bytes of one .tenfold file.
/// Passwords in URLs are not in it. While nobody writes to its traces. Any thread.
QByteArray savedRecording(const Recording &recording);

/// A recording, or a sentence in the language of the moment that says why there is none.
struct OpenedRecording
{
    std::optional<Recording> recording = {};
    QString problem = {};
};
/// What savedRecording() wrote. Whatever the bytes are, it ends, and takes no more memory than a multiple of
/// theirs (see packing.h). Any thread.
OpenedRecording openedRecording(const QByteArray &bytes);
/// The same of a file, which the sentence does not name.
OpenedRecording openRecording(const QString &file);

} // namespace tenfold
