#pragma once

#include "app/options.h"

#include <QByteArray>
#include <QString>

namespace tenfold {

/// Writes `content` to `file` as writeOutput() does; whoever reads from a pipe is waited for until Ctrl+C.
/// Returns a sentence when it could not be written, else nothing.
QString writeFile(const QString &file, const QByteArray &content);
/// Whether to go on waiting for whoever reads from a pipe: always, but for a second after Ctrl+C.
bool mayWait();
/// Whether `file` is standard output: "-", or /dev/stdout.
bool isStandardOutput(const QString &file);
/// What is sure to keep a file or folder that `options` name from being written, or would write two outputs
/// to one, as a sentence; nothing when nothing is known.
QString outputProblem(const Options &options);
/// In the local encoding. Control characters, which files and sites may hold, are not carried out.
QByteArray forTerminal(QString text);
/// A line on standard error.
void complain(const QString &sentence);

} // namespace tenfold
