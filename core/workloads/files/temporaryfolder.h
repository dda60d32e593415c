#pragma once

#include <QTemporaryDir>

namespace tenfold {

/// A new folder in the system's temporary one (TMPDIR), removed with all that is in it at the end.
class TemporaryFolder
{
public:
    /// Throws std::runtime_error with a sentence when it cannot be made.
    TemporaryFolder();

    QString path() const { return folder_.path(); }
    QString filePath(const QString &name) const { return folder_.filePath(name); }

private:
    QTemporaryDir folder_;
};

} // namespace tenfold
