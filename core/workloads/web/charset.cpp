#include "core/workloads/web/charset.h"

#include "core/workloads/web/big5.h"

#include <QList>
#include <QStringDecoder>
#include <QStringEncoder>

#include <algorithm>
#include <span>

namespace tenfold {

struct Charset::Entry
{
    const char *name;
    const char *converter; ///< what ICU calls the one that agrees with the standard, through Qt; none is ours
    const char *labels;    ///< in lower case
};

namespace {

/// Where ICU's converter and the standard's index part, at a byte or, for `from`, a character of ICU's.
struct Difference
{
    char16_t from;
    char16_t to;
};

constexpr Difference koi8u[] = {{0xae, 0x045e}, {0xbe, 0x040e}};
constexpr Difference windows874[] = {{0xdb, 0xfffd}, {0xdc, 0xfffd}, {0xdd, 0xfffd}, {0xde, 0xfffd},
                                     {0xfc, 0xfffd}, {0xfd, 0xfffd}, {0xfe, 0xfffd}, {0xff, 0xfffd}};
constexpr Difference windows1253[] = {{0xaa, 0xfffd}};
constexpr Difference windows1255[] = {{0xca, 0x05ba}};
constexpr Difference gb18030[] = {{0xe5e5, 0x3000}, {0xe78d, 0xfe10}, {0xe78e, 0xfe12}, {0xe78f, 0xfe11},
                                  {0xe790, 0xfe13}, {0xe791, 0xfe14}, {0xe792, 0xfe15}, {0xe793, 0xfe16},
                                  {0xe794, 0xfe17}, {0xe795, 0xfe18}, {0xe796, 0xfe19}, {0xe81e, 0x9fb4},
                                  {0xe826, 0x9fb5}, {0xe82b, 0x9fb6}, {0xe82c, 0x9fb7}, {0xe832, 0x9fb8},
                                  {0xe843, 0x9fb9}, {0xe854, 0x9fba}, {0xe864, 0x9fbb}};

/// From 0xa0 on; ICU has no ISO-8859-16.
constexpr std::u16string_view latin10 = u"\u00a0ĄąŁ€„Š§š©Ș«Ź\u00adźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰ"
                                        u"ÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ";

QString bytewise(QByteArrayView bytes, char16_t (*character)(unsigned char))
{
    QString text(bytes.size(), Qt::Uninitialized);
    std::ranges::transform(bytes, text.begin(), [&](char byte) {
        const auto octet = static_cast<unsigned char>(byte);
        return QChar(octet < 0x80 ? octet : character(octet));
    });
    return text;
}

/// Big5 by `decode`, but for the characters that it does not know.
QString decodedBig5(QByteArrayView bytes, auto &&decode)
{
    QString text;
    QByteArray known;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        const auto trail = static_cast<unsigned char>(i + 1 < bytes.size() ? bytes[i + 1] : '\0');
        known += bytes[i];
        if (lead < 0x81 || trail < 0x40)
            continue;
        known += bytes[++i];
        if (const char16_t other = big5Character(static_cast<quint16>(lead << 8 | trail))) {
            text += decode(known.chopped(2)) + QChar(other);
            known.clear();
        }
    }
    return text + decode(known);
}

/// What is a character only in part, or none, is one replacement character, as the standard and Python have
/// it; Qt makes one of each of its bytes.
QByteArray withReplacements(QByteArrayView utf8)
{
    QByteArray result;
    result.reserve(utf8.size());
    for (qsizetype i = 0, length = 1; i < utf8.size(); i += length) {
        const auto at = [&](qsizetype k) {
            return static_cast<unsigned char>(k < utf8.size() ? utf8[k] : '\0');
        };
        const unsigned char lead = at(i);
        const qsizetype whole = lead < 0x80                   ? 1
                                : lead >= 0xc2 && lead < 0xe0 ? 2
                                : lead >= 0xe0 && lead < 0xf0 ? 3
                                : lead >= 0xf0 && lead < 0xf5 ? 4
                                                              : 0;
        unsigned char least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        unsigned char most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        for (length = 1; length < whole && at(i + length) >= least && at(i + length) <= most; ++length) {
            least = 0x80;
            most = 0xbf;
        }
        result += length == whole ? utf8.sliced(i, length) : QByteArrayView("\xef\xbf\xbd");
    }
    return result;
}

/// A lone 0x80 is the euro sign of GBK, for which ICU knows two bytes only.
QByteArray withLongEuro(QByteArrayView bytes)
{
    QByteArray result;
    result.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto at = [&](qsizetype k) {
            return k < bytes.size() ? static_cast<unsigned char>(bytes[k]) : '\0';
        };
        if (at(i) == 0x80) {
            result += "\xa2\xe3";
            continue;
        }
        result += bytes[i];
        if (at(i) > 0x80 && at(i) < 0xff && at(i + 1) >= 0x30) // a second byte, whatever it is
            result += bytes[++i];
    }
    return result;
}

} // namespace

/// The labels of the Encoding Standard, section 4.2, in its order.
const Charset::Entry Charset::entries[] = {
    {"UTF-8", "UTF-8", "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"},
    {"IBM866", "ibm-866", "866 cp866 csibm866 ibm866"},
    {"ISO-8859-2", "ISO-8859-2",
     "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 "
     "latin2"},
    {"ISO-8859-3", "ISO-8859-3",
     "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 "
     "latin3"},
    {"ISO-8859-4", "ISO-8859-4",
     "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 "
     "latin4"},
    {"ISO-8859-5", "ISO-8859-5",
     "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 "
     "iso_8859-5:1988"},
    {"ISO-8859-6", "ISO-8859-6",
     "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 "
     "iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"},
    {"ISO-8859-7", "ISO-8859-7",
     "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 "
     "iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek"},
    {"ISO-8859-8", "ISO-8859-8",
     "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 "
     "iso88598 iso_8859-8 iso_8859-8:1988 visual"},
    {"ISO-8859-8-I", "ISO-8859-8", "csiso88598i iso-8859-8-i logical"},
    {"ISO-8859-10", "ISO-8859-10", "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
    {"ISO-8859-13", "ISO-8859-13", "iso-8859-13 iso8859-13 iso885913"},
    {"ISO-8859-14", "ISO-8859-14", "iso-8859-14 iso8859-14 iso885914"},
    {"ISO-8859-15", "ISO-8859-15", "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"},
    {"ISO-8859-16", "", "iso-8859-16"},
    {"KOI8-R", "KOI8-R", "cskoi8r koi koi8 koi8-r koi8_r"},
    {"KOI8-U", "KOI8-U", "koi8-ru koi8-u"},
    {"macintosh", "macintosh", "csmacintosh mac macintosh x-mac-roman"},
    {"windows-874", "windows-874", "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"},
    {"windows-1250", "windows-1250", "cp1250 windows-1250 x-cp1250"},
    {"windows-1251", "windows-1251", "cp1251 windows-1251 x-cp1251"},
    {"windows-1252", "windows-1252",
     "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 "
     "iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252"},
    {"windows-1253", "windows-1253", "cp1253 windows-1253 x-cp1253"},
    {"windows-1254", "windows-1254",
     "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 "
     "iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254"},
    {"windows-1255", "windows-1255", "cp1255 windows-1255 x-cp1255"},
    {"windows-1256", "windows-1256", "cp1256 windows-1256 x-cp1256"},
    {"windows-1257", "windows-1257", "cp1257 windows-1257 x-cp1257"},
    {"windows-1258", "windows-1258", "cp1258 windows-1258 x-cp1258"},
    {"x-mac-cyrillic", "x-mac-cyrillic", "x-mac-cyrillic x-mac-ukrainian"},
    {"GBK", "gb18030", "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk"},
    {"gb18030", "gb18030", "gb18030"},
    {"Big5", "Big5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5"},
    {"EUC-JP", "euc-jp-2007", "cseucpkdfmtjapanese euc-jp x-euc-jp"},
    {"ISO-2022-JP", "ISO-2022-JP", "csiso2022jp iso-2022-jp"},
    {"Shift_JIS", "Shift_JIS", "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis"},
    {"EUC-KR", "windows-949-2000",
     "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 "
     "ksc_5601 windows-949"},
    {"replacement", "", "csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement"},
    {"UTF-16BE", "UTF-16BE", "unicodefffe utf-16be"},
    {"UTF-16LE", "UTF-16LE", "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le"},
    {"x-user-defined", "", "x-user-defined"},
};

Charset Charset::utf8()
{
    Charset charset;
    charset.entry_ = &entries[0];
    return charset;
}

Charset Charset::named(QByteArrayView label)
{
    const QByteArray wanted = label.trimmed().toByteArray().toLower();
    Charset charset;
    if (wanted.isEmpty() || wanted.contains(' '))
        return charset;
    const auto has = [&wanted](QByteArrayView labels) {
        for (qsizetype at = labels.indexOf(wanted); at >= 0; at = labels.indexOf(wanted, at + 1)) {
            const qsizetype end = at + wanted.size();
            if ((at == 0 || labels[at - 1] == ' ') && (end == labels.size() || labels[end] == ' '))
                return true;
        }
        return false;
    };
    for (const Entry &entry : entries) {
        if (has(entry.labels))
            charset.entry_ = &entry;
    }
    return charset;
}

QByteArray Charset::name() const
{
    return entry_ ? QByteArray(entry_->name) : QByteArray();
}

bool Charset::isUtf16() const
{
    return name().startsWith("UTF-16");
}

QString Charset::decoded(QByteArrayView bytes) const
{
    const QByteArray its = name();
    if (its == "replacement") // nothing that such an encoding hides is read
        return bytes.isEmpty() ? QString() : QString(QChar::ReplacementCharacter);
    if (its == "x-user-defined")
        return bytewise(bytes, [](unsigned char octet) { return char16_t(0xf700 + octet); });
    if (its == "ISO-8859-16")
        return bytewise(bytes, [](unsigned char octet) {
            return octet < 0xa0 ? char16_t(octet) : latin10[octet - 0xa0u];
        });
    QStringDecoder decoder(entry_->converter);
    if (!decoder.isValid()) // a Qt without ICU
        decoder = QStringDecoder(QStringDecoder::Latin1);
    const bool isGb = its == "GBK" || its == "gb18030";
    const auto decode = [&](QByteArrayView some) { return QString(decoder.decode(some)); };
    if (its.startsWith("UTF-")) {
        const QString text = decode(bytes);
        return its == "UTF-8" && decoder.hasError() ? QString::fromUtf8(withReplacements(bytes)) : text;
    }
    QString text = decodedByIcu(bytes, [&](QByteArrayView some) {
        return its == "Big5" ? decodedBig5(some, decode)
                             : decode(isGb ? withLongEuro(some) : some.toByteArray());
    });

    const auto byByte = [&](std::span<const Difference> differences) {
        for (const Difference &difference : differences) {
            for (qsizetype i = bytes.indexOf(static_cast<char>(difference.from)); i >= 0 && i < text.size();
                 i = bytes.indexOf(static_cast<char>(difference.from), i + 1))
                text[i] = difference.to;
        }
    };
    if (its == "KOI8-U")
        byByte(koi8u);
    else if (its == "windows-874")
        byByte(windows874);
    else if (its == "windows-1253")
        byByte(windows1253);
    else if (its == "windows-1255")
        byByte(windows1255);
    const bool hasPrivate = its != "EUC-KR" && its != "Big5"; // characters of its own that mean nothing
    for (QChar &character : text) {
        if (isGb && character >= QChar(0xe5e5) && character <= QChar(0xe864)) {
            const auto *const found = std::ranges::find(gb18030, character.unicode(), &Difference::from);
            if (found != std::end(gb18030))
                character = found->to;
        }
        const bool isPrivate = character >= QChar(0xe000) && character <= QChar(0xf8ff);
        if (isPrivate && !hasPrivate)
            character = QChar::ReplacementCharacter;
    }
    return text;
}

QString decodedByIcu(QByteArrayView bytes, const std::function<QString(QByteArrayView)> &decode)
{
    // Control characters that are not among the bytes stand in for what ICU changes, or uses itself.
    QByteArray changed;
    QList<std::pair<char, char>> standIns;
    char other = 1;
    for (const char own : {'\x1a', '\x1c', '\x7f'}) {
        if (!bytes.contains(own))
            continue;
        while (other < '\x1a' && (bytes.contains(other) || QByteArrayView("\t\n\r\x0e\x0f").contains(other)))
            ++other;
        if (other == '\x1a')
            break; // all are there: a file that is no text
        if (changed.isNull())
            changed = bytes.toByteArray();
        changed.replace(own, other);
        standIns.emplaceBack(own, other++);
    }
    QString text = decode(changed.isNull() ? bytes : changed);
    text.replace(QChar(0x1a), QChar::ReplacementCharacter);
    for (const auto &[own, standIn] : standIns)
        text.replace(QLatin1Char(standIn), QLatin1Char(own));
    return text;
}

QByteArray Charset::encoded(const QString &text) const
{
    const QByteArray its = name();
    if (its.startsWith("UTF-") || !entry_ || !*entry_->converter)
        return text.toUtf8();
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const QString character = text.sliced(i, isPair ? 2 : 1);
        i += isPair;
        if (character[0] < QChar(0x80)) {
            bytes += character[0].toLatin1();
            continue;
        }
        QStringEncoder encoder(entry_->converter);
        const QByteArray coded = encoder.isValid() ? QByteArray(encoder.encode(character)) : QByteArray();
        const bool isKnown = !coded.isEmpty() && decoded(coded) == character;
        bytes += isKnown ? coded : "&#" + QByteArray::number(character.toUcs4().first()) + ';';
    }
    return bytes;
}

} // namespace tenfold
