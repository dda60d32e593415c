#include "core/workloads/csv/encoding.h"

#include <QStringConverter>

#include <algorithm>

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

/// Valid UTF-8, but for a character that is cut off at the end; or so full of its characters that the bytes
/// which are none are damage, not another encoding.
static bool isUtf8(QByteArrayView bytes)
{
    constexpr qsizetype longest = 4;
    qsizetype characters = 0, others = 0; // beyond ASCII
    while (!bytes.isEmpty()) {
        const auto first = static_cast<unsigned char>(bytes[0]);
        qsizetype length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : longest;
        if (length > bytes.size() && others == 0)
            break;
        if (length > bytes.size() || (length > 1 && !bytes.first(length).isValidUtf8()))
            length = 0;
        characters += length > 1 ? 1 : 0;
        others += length == 0 ? 1 : 0;
        bytes = bytes.sliced(std::max<qsizetype>(length, 1));
    }
    return characters >= 4 * others;
}

/// The order of its bytes where this is UTF-16 without a mark: every other byte of ASCII, of its line ends
/// at least, is 0, and no character is.
static QString utf16Of(QByteArrayView bytes)
{
    struct Order
    {
        qsizetype ascii = 0, lineEnds = 0;
    } little, big;
    qsizetype otherEnds = 0; // or characters with such a byte
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2) {
        const char first = bytes[i], second = bytes[i + 1];
        if (first == '\0' && second == '\0')
            return {};
        const bool isEnd = first == '\n' || first == '\r' || second == '\n' || second == '\r';
        if (first == '\0' || second == '\0') {
            Order &order = second == '\0' ? little : big;
            order.ascii += (first | second) > 0 ? 1 : 0;
            order.lineEnds += isEnd ? 1 : 0;
        } else if (isEnd) {
            ++otherEnds;
        }
    }
    const qsizetype many = bytes.size() * 2 / 5; // of half of them
    const auto is = [&](const Order &order, const Order &other) {
        const bool isMost = many > 1 && order.ascii > many;
        return order.ascii > other.ascii && (isMost || order.lineEnds > otherEnds + other.lineEnds);
    };
    return is(little, big)   ? QStringLiteral("utf-16le")
           : is(big, little) ? QStringLiteral("utf-16be")
                             : QString();
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
    if (const QString utf16 = utf16Of(beginning); !utf16.isEmpty())
        return utf16;
    if (isUtf8(beginning))
        return QStringLiteral("utf-8");
    if (isJapanese(beginning, isMacintosh))
        return QStringLiteral("cp932");
    return isMacintosh ? QStringLiteral("macintosh") : QStringLiteral("windows-1252");
}

} // namespace tenfold
