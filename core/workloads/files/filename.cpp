#include "core/workloads/files/filename.h"

#include <algorithm>

namespace tenfold {

constexpr char16_t firstByte = 0xdc00; // and the byte: "surrogateescape" of PEP 383, from 0x80 on

static bool isByte(const QString &name, qsizetype at)
{
    const char16_t c = name[at].unicode();
    return c >= firstByte + 0x80 && c <= firstByte + 0xff && (at == 0 || !name[at - 1].isHighSurrogate());
}

/// How many bytes at the beginning are one character in UTF-8; 0 for none.
static qsizetype characterLength(QByteArrayView bytes)
{
    const auto first = static_cast<unsigned char>(bytes[0]);
    const qsizetype length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    return length > 0 && length <= bytes.size() && bytes.first(length).isValidUtf8() ? length : 0;
}

QString fileNameOf(QByteArrayView bytes)
{
    QString name;
    while (!bytes.isEmpty()) {
        const qsizetype length = characterLength(bytes);
        if (length > 0)
            name += QString::fromUtf8(bytes.first(length));
        else
            name += QChar(static_cast<char16_t>(firstByte + static_cast<unsigned char>(bytes[0])));
        bytes = bytes.sliced(std::max<qsizetype>(length, 1));
    }
    return name;
}

QByteArray bytesOfFileName(const QString &name)
{
    QByteArray bytes;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (isByte(name, i)) {
            bytes += QStringView(name).sliced(begin, i - begin).toUtf8();
            bytes += static_cast<char>(name[i].unicode() - firstByte);
            begin = i + 1;
        }
    }
    return bytes + QStringView(name).sliced(begin).toUtf8();
}

QString shownFileName(const QString &name)
{
    QString shown;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (isByte(name, i))
            shown += QStringLiteral("\\x%1").arg(
                QString::number(name[i].unicode() - firstByte, 16).toUpper()); // two digits: 80 to FF
        else
            shown += name[i];
    }
    return shown;
}

} // namespace tenfold
