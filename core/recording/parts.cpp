#include "core/recording/parts.h"

#include <QtEndian>

#include <zlib.h>

namespace tenfold {

// As of PNG: a bit that seven-bit transfers lose, both kinds of line ends, and the end of a text under DOS.
static constexpr QByteArrayView magic("\x89TFLD\r\n\x1A", 8);
static constexpr quint32 formatVersion = 1;
static constexpr qsizetype partHead = 4 + 8 + 4;
static const QByteArray endOfParts = QByteArrayLiteral("END ");

static quint32 checksum(QByteArrayView type, QByteArrayView content)
{
    const auto bytes = [](QByteArrayView view) { return reinterpret_cast<const Bytef *>(view.data()); };
    uLong sum = crc32_z(0, bytes(type), static_cast<z_size_t>(type.size()));
    if (!content.isEmpty()) // for null it would begin anew
        sum = crc32_z(sum, bytes(content), static_cast<z_size_t>(content.size()));
    return static_cast<quint32>(sum);
}

template<typename T> static void appendNumber(QByteArray &to, T value)
{
    const T little = qToLittleEndian(value);
    to.append(reinterpret_cast<const char *>(&little), sizeof little);
}

QByteArray fileOfParts(const std::vector<FilePart> &parts)
{
    QByteArray file = magic.toByteArray();
    appendNumber(file, formatVersion);
    const auto append = [&](const FilePart &part) {
        file += part.type;
        appendNumber(file, static_cast<quint64>(part.content.size()));
        appendNumber(file, checksum(part.type, part.content));
        file += part.content;
    };
    qsizetype size = file.size() + partHead;
    for (const FilePart &part : parts)
        size += partHead + part.content.size();
    file.reserve(size);
    for (const FilePart &part : parts)
        append(part);
    append({endOfParts, {}});
    return file;
}

PartsOfFile partsOfFile(const QByteArray &bytes)
{
    using Problem = PartsOfFile::Problem;
    PartsOfFile file{.bytes = bytes};
    const auto fails = [](Problem problem) { return PartsOfFile{.problem = problem}; };
    if (!bytes.startsWith(magic))
        return fails(bytes.size() < magic.size() && magic.startsWith(bytes) && !bytes.isEmpty()
                         ? Problem::Incomplete
                         : Problem::NoRecording);
    qsizetype at = magic.size() + 4;
    if (bytes.size() < at)
        return fails(Problem::Incomplete);
    const auto version = qFromLittleEndian<quint32>(bytes.constData() + magic.size());
    if (version != formatVersion)
        return fails(version > formatVersion ? Problem::LaterVersion : Problem::Damaged);
    while (bytes.size() - at >= partHead) {
        const char *head = bytes.constData() + at;
        const auto length = qFromLittleEndian<quint64>(head + 4);
        at += partHead;
        if (length > static_cast<quint64>(bytes.size() - at))
            return fails(Problem::Incomplete);
        const FilePart part{QByteArray::fromRawData(head, 4),
                            QByteArray::fromRawData(head + partHead, static_cast<qsizetype>(length))};
        if (checksum(part.type, part.content) != qFromLittleEndian<quint32>(head + 12))
            return fails(Problem::Damaged);
        at += part.content.size();
        if (part.type == endOfParts)
            return at == bytes.size() ? file : fails(Problem::Damaged);
        file.parts.push_back(part);
    }
    return fails(Problem::Incomplete);
}

} // namespace tenfold
