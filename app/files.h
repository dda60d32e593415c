#pragma once

#include <QByteArray>
#include <QString>

namespace tenfold {

/// Writes `content` to `file`, "-" being standard output. A file is replaced whole or not at all. Returns a
/// sentence when it could not be written, else nothing.
QString writeFile(const QString &file, const QByteArray &content);
/// A line on standard error.
void complain(const QString &sentence);

} // namespace tenfold
