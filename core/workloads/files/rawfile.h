#pragma once

#include <QByteArrayView>
#include <QString>

namespace tenfold {

/// Writes a file for the tasks of worker processes, which read it by its name. Throws std::runtime_error with
/// a sentence when it cannot.
void writeRawFile(const QString &name, QByteArrayView bytes);

} // namespace tenfold
