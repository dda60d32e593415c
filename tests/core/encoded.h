#pragma once

#include <QStringEncoder>

namespace tenfold {

/// A text of a test in the encoding that Qt knows by that name.
inline QByteArray encoded(const char *text, const char *encoding)
{
    return QStringEncoder(encoding)(QString::fromUtf8(text));
}

} // namespace tenfold
