#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace tenfold {

/// Asked every 20 ms whether to go on waiting for whoever reads from a pipe. Without one there is no waiting.
using MayWait = std::function<bool()>;

/// Writes `content` to `file`, "-" being standard output. A regular file is replaced whole or not at all:
/// what a link leads to, with its permissions kept; where it cannot be replaced (a hard link, a mounted file,
/// a folder that takes no new one) it is written into, once there is room. A device, a pipe or an open
/// descriptor (/dev/stdout, /dev/fd/5) is written through. Returns a sentence when something could not be
/// written, else nothing. Any thread.
QString writeOutput(const QString &file, const QByteArray &content, const MayWait &mayWait = {});

/// What is sure to keep `file` from being written, as a sentence; nothing when nothing is known.
QString outputProblem(const QString &file);
/// The same of a folder that is made where it is missing.
QString outputFolderProblem(const QString &folder);
/// The same text for two names of one file, or of one open descriptor; none of what several outputs may go to
/// (a device, a pipe). "-" and /dev/stdout are alike.
QString outputIdentity(const QString &file);

} // namespace tenfold
