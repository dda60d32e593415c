#include "core/workloads/csv/encoding.h"

#include <QStringConverter>

namespace tenfold {

QByteArray decoderName(const QString &encoding)
{
    // What ICU calls Shift_JIS has the characters of CP932.
    return encoding == QLatin1String("cp932") ? QByteArray("Shift_JIS") : encoding.toLatin1();
}

QString encodingTitle(const QString &encoding)
{
    const bool isLower =
        encoding.startsWith(QLatin1String("windows")) || encoding == QLatin1String("macintosh");
    return isLower ? encoding : encoding.toUpper();
}

/// Valid UTF-8, but for a character that is cut off at the end.
static bool isUtf8(QByteArrayView bytes)
{
    for (qsizetype cut = 0; cut < 4 && cut <= bytes.size(); ++cut) {
        if (bytes.chopped(cut).isValidUtf8())
            return true;
        if (cut < bytes.size() && (bytes[bytes.size() - 1 - cut] & 0x80) == 0)
            return false;
    }
    return false;
}

/// Whether it is valid CP932, and more of its characters beyond ASCII stand where Japanese has them than
/// where the letters of other languages would stand: one at a time, within words of ASCII. In macintosh there
/// are more letters that look Japanese there.
static bool isJapanese(QByteArrayView bytes, bool isMacintosh)
{
    const auto at = [&](qsizetype i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0; };
    const auto in = [](int byte, int least, int most) { return byte >= least && byte <= most; };
    const auto isLetter = [&](int byte) { return in(byte | 0x20, 'a', 'z'); };
    const auto isHalfWidth = [&](int byte) { return in(byte, 0xa1, 0xdf); }; // katakana
    qsizetype japanese = 0, others = 0;
    qsizetype length = 1; // of the last character
    for (qsizetype i = 0; i < bytes.size(); i += length) {
        const bool followsLetter = i > 0 && length == 1 && isLetter(at(i - 1));
        length = 1;
        if (isHalfWidth(at(i))) {
            while (isHalfWidth(at(i + length)))
                ++length;
            if (followsLetter || isLetter(at(i + length)))
                others += length;
            else if (length > 1)
                japanese += length;
        } else if (at(i) >= 0x80) {
            const int first = at(i), second = at(i + 1);
            length = 2;
            const bool isCutOff = i + 1 == bytes.size();
            const bool isValid = (in(first, 0x81, 0x9f) || in(first, 0xe0, 0xfc)) && in(second, 0x40, 0xfc);
            if (!isCutOff && (!isValid || second == 0x7f))
                return false;
            // Beyond 0xe0 are the letters of Western Europe in windows-1252, and rare ones of Japanese.
            const bool isCommon = first <= 0x9f && (!followsLetter || (second >= 0x80 && !isMacintosh));
            const bool isRare = first > 0x9f && first <= 0xea && second >= 0x80 && !followsLetter;
            ++(isCommon || isRare ? japanese : others);
        }
    }
    return japanese > others;
}

QString guessedEncoding(QByteArrayView beginning, bool isMacintosh)
{
    if (const auto marked = QStringConverter::encodingForData(beginning))
        return QString::fromLatin1(QStringConverter::nameForEncoding(*marked)).toLower();
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < beginning.size(); ++i)
        zeros[i % 2] += beginning[i] == '\0' ? 1 : 0;
    const qsizetype many = beginning.size() * 2 / 5; // of a half
    if (many > 1 && zeros[1] > many && zeros[0] == 0)
        return QStringLiteral("utf-16le");
    if (many > 1 && zeros[0] > many && zeros[1] == 0)
        return QStringLiteral("utf-16be");
    if (isUtf8(beginning))
        return QStringLiteral("utf-8");
    if (isJapanese(beginning, isMacintosh))
        return QStringLiteral("cp932");
    return isMacintosh ? QStringLiteral("macintosh") : QStringLiteral("windows-1252");
}

} // namespace tenfold
