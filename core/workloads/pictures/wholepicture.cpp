#include "core/workloads/pictures/wholepicture.h"

#include <QFileDevice>
#include <QtEndian>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace tenfold {
namespace {

/// There are no more bytes.
struct CutShort
{};

/// The bytes of a file, in order; whoever asks for more than there are gets a CutShort thrown.
class Bytes
{
public:
    explicit Bytes(QFileDevice &file) : file_(file) { file_.seek(0); }

    qint64 size() const { return file_.size(); }
    unsigned char byte()
    {
        if (at_ == held_.size())
            refill();
        return static_cast<unsigned char>(held_[at_++]);
    }
    QByteArray bytes(qint64 count)
    {
        QByteArray taken;
        while (taken.size() < count)
            taken += static_cast<char>(byte());
        return taken;
    }
    void skip(qint64 count) { seek(begin_ + at_ + count); }
    /// Just behind the next byte of that value.
    void skipBehind(char wanted)
    {
        for (qsizetype found = -1; found < 0; at_ = found < 0 ? held_.size() : found + 1) {
            if (at_ == held_.size())
                refill();
            found = held_.indexOf(wanted, at_);
        }
    }
    void seek(qint64 to)
    {
        if (to < 0 || to > size())
            throw CutShort();
        if (to >= begin_ && to <= begin_ + held_.size()) {
            at_ = to - begin_;
            return;
        }
        file_.seek(to);
        begin_ = to;
        at_ = 0;
        held_.clear();
    }
    /// That so many rows of `length` bytes stand there, from `at` on.
    void expect(qint64 at, qint64 length, qint64 rows)
    {
        seek(at);
        if (length > 0 && rows > (size() - at) / length)
            throw CutShort();
    }
    template<typename T> T number(bool isBigEndian)
    {
        const QByteArray raw = bytes(sizeof(T));
        return isBigEndian ? qFromBigEndian<T>(raw.constData()) : qFromLittleEndian<T>(raw.constData());
    }

private:
    void refill()
    {
        begin_ += held_.size();
        at_ = 0;
        held_ = file_.read(1 << 16);
        if (held_.isEmpty())
            throw CutShort();
    }
    QFileDevice &file_;
    QByteArray held_;
    qint64 begin_ = 0; ///< of what is held
    qsizetype at_ = 0; ///< in it
};

/// To the marker "end of image". What stands in a segment is none: a thumbnail has an end of its own.
void walkJpeg(Bytes &bytes)
{
    for (;;) {
        bytes.skipBehind('\xff');
        int marker = 0xff;
        while (marker == 0xff)
            marker = bytes.byte();
        if (marker == 0xd9)
            return;
        const bool isAlone = marker == 0 || marker == 1 || (marker >= 0xd0 && marker <= 0xd8);
        if (!isAlone)
            bytes.skip(std::max(0, bytes.number<quint16>(true) - 2));
    }
}

void walkPng(Bytes &bytes)
{
    for (bytes.skip(8);;) {
        const auto length = bytes.number<quint32>(true);
        const QByteArray kind = bytes.bytes(4);
        bytes.skip(qint64{length} + 4);
        if (kind == "IEND")
            return;
    }
}

void walkGif(Bytes &bytes)
{
    const auto skipColours = [&](int flags) { bytes.skip(flags & 0x80 ? 3 << ((flags & 7) + 1) : 0); };
    const auto skipBlocks = [&] {
        while (const int length = bytes.byte())
            bytes.skip(length);
    };
    const QByteArray head = bytes.bytes(13);
    for (skipColours(head[10]);;) {
        switch (bytes.byte()) {
        case ',': // an image
            skipColours(bytes.bytes(9)[8]);
            [[fallthrough]];
        case '!': // an extension
            bytes.skip(1);
            skipBlocks();
            break;
        case 0: // some writers pad
            break;
        default: // ';', the end; what is none of these no reader goes through
            return;
        }
    }
}

void walkBmp(Bytes &bytes)
{
    bytes.skip(2);
    const qint64 said = bytes.number<quint32>(false);
    bytes.skip(4);
    const qint64 pixels = bytes.number<quint32>(false);
    const auto header = bytes.number<quint32>(false);
    const bool isOld = header == 12;
    const qint64 width = isOld ? bytes.number<quint16>(false) : bytes.number<qint32>(false);
    const qint64 height = isOld ? bytes.number<qint16>(false) : bytes.number<qint32>(false);
    bytes.skip(2);
    const qint64 bits = bytes.number<quint16>(false);
    if (width <= 0 || bits > 32) // no reader takes it
        return;
    const quint32 compression = isOld ? 0 : bytes.number<quint32>(false);
    const qint64 packed = isOld ? 0 : bytes.number<quint32>(false);
    constexpr quint32 runLength8 = 1, runLength4 = 2;
    if (compression == runLength8 || compression == runLength4)
        bytes.seek(packed > 0 ? pixels + packed : said);
    else // the size that it says is often wrong
        bytes.expect(pixels, (width * bits + 31) / 32 * 4, std::abs(height));
}

void walkWebp(Bytes &bytes)
{
    bytes.skip(4);
    const qint64 said = bytes.number<quint32>(false);
    bytes.seek(8 + said);
}

/// The entries of the first directory of a TIFF, with what they point to.
class Tiff
{
public:
    explicit Tiff(Bytes &bytes) : bytes_(bytes) {}

    void walk()
    {
        constexpr int stripOffsets = 273, stripLengths = 279, tileOffsets = 324, tileLengths = 325;
        constexpr quint64 mostEntries = 4096, firstPrivate = 700;
        isBigEndian_ = bytes_.bytes(2) == "MM";
        isBig_ = number(2) == 43;
        bytes_.skip(isBig_ ? 4 : 0);
        quint64 at = number(isBig_ ? 8 : 4);
        seek(at);
        const quint64 entries = std::min(number(isBig_ ? 8 : 2), mostEntries);
        at += isBig_ ? 8 : 2;
        std::vector<quint64> offsets, lengths;
        for (quint64 i = 0; i < entries; ++i, at += isBig_ ? 20 : 12) {
            seek(at);
            const quint64 tag = number(2);
            if (tag >= firstPrivate) // readers do without them
                continue;
            const std::vector<quint64> numbers = entry();
            if (tag == stripOffsets || tag == tileOffsets)
                offsets = numbers;
            else if (tag == stripLengths || tag == tileLengths)
                lengths = numbers;
        }
        for (std::size_t i = 0; i < std::min(offsets.size(), lengths.size()); ++i)
            expect(offsets[i], lengths[i]);
    }

private:
    /// The numbers of an entry, behind its tag; none where it holds others, or too many to look at.
    std::vector<quint64> entry()
    {
        constexpr int widths[] = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8}; // of the types
        constexpr quint64 most = 1 << 20;
        const quint64 type = number(2), count = number(isBig_ ? 8 : 4);
        const quint64 width = type < std::size(widths) ? static_cast<quint64>(widths[type]) : 0;
        if (width == 0 || count > most)
            return {};
        if (count * width > (isBig_ ? 8 : 4)) { // it stands elsewhere
            const quint64 offset = number(isBig_ ? 8 : 4);
            expect(offset, count * width);
            seek(offset);
        }
        constexpr quint64 word = 3, longWord = 4, longest = 16;
        std::vector<quint64> numbers;
        while ((type == word || type == longWord || type == longest) && numbers.size() < count)
            numbers.push_back(number(static_cast<int>(width)));
        return numbers;
    }
    quint64 number(int width)
    {
        return width == 2   ? bytes_.number<quint16>(isBigEndian_)
               : width == 4 ? bytes_.number<quint32>(isBigEndian_)
                            : bytes_.number<quint64>(isBigEndian_);
    }
    void expect(quint64 offset, quint64 length) const
    {
        const auto size = static_cast<quint64>(bytes_.size());
        if (offset > size || length > size - offset)
            throw CutShort();
    }
    void seek(quint64 to)
    {
        expect(to, 0);
        bytes_.seek(static_cast<qint64>(to));
    }

    Bytes &bytes_;
    bool isBigEndian_ = false, isBig_ = false;
};

} // namespace

bool isCutShort(QFileDevice &file)
{
    const QByteArray head = file.peek(12);
    Bytes bytes(file);
    try {
        if (head.startsWith("\xff\xd8\xff"))
            walkJpeg(bytes);
        else if (head.startsWith("\x89PNG\r\n\x1a\n"))
            walkPng(bytes);
        else if (head.startsWith("GIF8"))
            walkGif(bytes);
        else if (head.startsWith("BM"))
            walkBmp(bytes);
        else if (head.startsWith("RIFF") && head.mid(8) == "WEBP")
            walkWebp(bytes);
        else if (head.startsWith(QByteArray("II*\0", 4)) || head.startsWith(QByteArray("MM\0*", 4)) ||
                 head.startsWith(QByteArray("II+\0", 4)) || head.startsWith(QByteArray("MM\0+", 4)))
            Tiff(bytes).walk();
    } catch (const CutShort &) {
        return true;
    }
    return false;
}

} // namespace tenfold
