#pragma once

#include <QByteArrayView>
#include <QString>

namespace tenfold {

// A file name is bytes, and need not be UTF-8; in a QString a byte that is none is a lone surrogate, from
// U+DC80 to U+DCFF, where Qt would lose it: Python's error handler "surrogateescape" (PEP 383).

QString fileNameOf(QByteArrayView bytes);
/// What fileNameOf() was given.
QByteArray bytesOfFileName(const QString &name);
/// As a user reads it: "b-\xE9.txt".
QString shownFileName(const QString &name);

} // namespace tenfold
