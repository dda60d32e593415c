#include "core/workloads/files/rawfile.h"

#include "core/catalog/words.h"

#include <QFile>

#include <stdexcept>

namespace tenfold {

void writeRawFile(const QString &name, QByteArrayView bytes)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), bytes.size()) != bytes.size() ||
        !file.flush())
        throw std::runtime_error(
            translate("RawFile", "%1 cannot be written (%2)").arg(name, file.errorString()).toStdString());
}

} // namespace tenfold
