#pragma once

#include <QByteArray>
#include <QFile>

#include <algorithm>
#include <random>

namespace tenfold {

/// `bytes`, changed in one to four places as a bad disk, a bad transfer or a bad person would: bits turned
/// over, bytes set to what lengths are mistaken for, some cut out, put in, doubled, or the end cut off.
inline QByteArray mutated(QByteArray bytes, std::mt19937 &random)
{
    const auto upTo = [&](qsizetype most) {
        return std::uniform_int_distribution<qsizetype>(0, most)(random);
    };
    for (qsizetype changes = upTo(3); changes >= 0 && !bytes.isEmpty(); --changes) {
        const qsizetype at = upTo(bytes.size() - 1);
        const qsizetype count = std::min(upTo(16), bytes.size() - at);
        switch (upTo(6)) {
        case 0:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << upTo(7)));
            break;
        case 1:
            bytes[at] = static_cast<char>(upTo(255));
            break;
        case 2:
            for (qsizetype i = at; i < at + count; ++i)
                bytes[i] = upTo(1) ? '\xFF' : '\x7F';
            break;
        case 3:
            bytes.remove(at, count);
            break;
        case 4:
            bytes.insert(at, QByteArray(1 + count, static_cast<char>(upTo(255))));
            break;
        case 5:
            bytes.insert(at, bytes.mid(at, count));
            break;
        default:
            if (upTo(9) == 0)
                bytes.truncate(at);
        }
    }
    return bytes;
}

/// The most memory that this process has had since it began, or since greatestMemoryFromNow(), in bytes.
inline qint64 greatestMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at < 0 ? 0 : text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toLongLong() * 1024;
}

/// What it has now; what it had before counts no more.
inline qint64 greatestMemoryFromNow()
{
    QFile references(QStringLiteral("/proc/self/clear_refs"));
    if (references.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        references.write("5");
    return greatestMemory();
}

} // namespace tenfold
