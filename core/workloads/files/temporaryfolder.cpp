#include "core/workloads/files/temporaryfolder.h"

#include "core/catalog/words.h"

#include <QDir>

#include <cerrno>
#include <stdexcept>

namespace tenfold {

[[noreturn]] static void complain(const QString &temporary, const QString &reason)
{
    throw std::runtime_error(
        translate("TemporaryFolder", "No folder can be made in the temporary folder %1 (%2)")
            .arg(temporary, reason)
            .toStdString());
}

/// Qt takes the working folder where TMPDIR names a folder that is not there.
static QString nameIn(const QString &temporary)
{
    if (temporary.isEmpty())
        complain(qEnvironmentVariable("TMPDIR"), qt_error_string(ENOENT));
    return temporary + QStringLiteral("/tenfold-XXXXXX");
}

TemporaryFolder::TemporaryFolder() : folder_(nameIn(QDir::tempPath()))
{
    if (!folder_.isValid())
        complain(QDir::tempPath(), folder_.errorString());
}

} // namespace tenfold
