#include "app/files.h"

#include <QFile>
#include <QSaveFile>

#include <cstdio>

namespace tenfold {

QString writeFile(const QString &file, const QByteArray &content)
{
    if (file == QLatin1String("-")) {
        QFile out;
        const bool written =
            out.open(stdout, QIODevice::WriteOnly) && out.write(content) == content.size() && out.flush();
        return written ? QString() : QStringLiteral("Standard output cannot be written.");
    }
    QSaveFile out(file);
    out.setDirectWriteFallback(true); // a device, or a folder in which no file can be made
    if (out.open(QIODevice::WriteOnly) && out.write(content) == content.size() && out.commit())
        return {};
    return QStringLiteral("%1 cannot be written: %2.").arg(file, out.errorString());
}

void complain(const QString &sentence)
{
    std::fprintf(stderr, "tenfold: %s\n", sentence.toLocal8Bit().constData());
}

} // namespace tenfold
