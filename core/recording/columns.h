#pragma once

#include <QByteArray>

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tenfold {

/// A signed number as an unsigned one that is small where its amount is: 0, -1, 1, -2 are 0, 1, 2, 3.
constexpr std::uint64_t zigzag(std::int64_t value)
{
    return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
constexpr std::int64_t unzigzag(std::uint64_t value)
{
    return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
}

/// Numbers one behind the other, each in as few bytes as it needs (LEB128), or in eight.
class ColumnWriter
{
public:
    void put(std::uint64_t value)
    {
        char bytes[10];
        int count = 0;
        for (; value >= 0x80; value >>= 7)
            bytes[count++] = static_cast<char>(value | 0x80);
        bytes[count++] = static_cast<char>(value);
        bytes_.append(bytes, count);
    }
    void putSigned(std::int64_t value) { put(zigzag(value)); }
    /// Least significant byte first.
    void putFixed(std::uint64_t value)
    {
        for (int i = 0; i < 8; ++i)
            bytes_.append(static_cast<char>(value >> (8 * i)));
    }
    /// How many, and the bytes.
    void putBytes(QByteArrayView bytes)
    {
        put(static_cast<std::uint64_t>(bytes.size()));
        bytes_.append(bytes.data(), bytes.size());
    }
    void putBytes(std::string_view text)
    {
        putBytes(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    }

    const QByteArray &bytes() const { return bytes_; }

private:
    QByteArray bytes_;
};

/// Reads what a ColumnWriter wrote. Past the end, and where a number is none, all further ones are 0, and
/// isGood() says so.
class ColumnReader
{
public:
    explicit ColumnReader(QByteArrayView bytes = {}) : next_(bytes.data()), end_(next_ + bytes.size()) {}

    std::uint64_t get()
    {
        if (next_ != end_ && static_cast<signed char>(*next_) >= 0) [[likely]]
            return static_cast<unsigned char>(*next_++);
        return getLong();
    }
    std::int64_t getSigned() { return unzigzag(get()); }
    std::uint64_t getFixed()
    {
        std::uint64_t value = 0;
        if (left() < 8)
            return fail();
        for (int i = 0; i < 8; ++i)
            value |= std::uint64_t{static_cast<unsigned char>(*next_++)} << (8 * i);
        return value;
    }
    /// A number up to `most`.
    std::uint64_t getUpTo(std::uint64_t most)
    {
        const std::uint64_t value = get();
        return value <= most ? value : fail();
    }
    /// How many of something follow of which each takes `least` bytes of this column or more.
    std::size_t getCount(std::size_t least = 1)
    {
        const std::uint64_t count = get();
        return count <= left() / least ? count : fail();
    }
    /// A count, and so many bytes.
    QByteArrayView getBytes()
    {
        const std::size_t size = getCount();
        const QByteArrayView bytes(next_, static_cast<qsizetype>(size));
        next_ += size;
        return bytes;
    }

    std::size_t left() const { return static_cast<std::size_t>(end_ - next_); }
    bool isGood() const { return isGood_; }
    bool isAtEnd() const { return next_ == end_; }
    std::uint64_t fail()
    {
        isGood_ = false;
        next_ = end_;
        return 0;
    }

private:
    std::uint64_t getLong()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64 && next_ != end_; shift += 7) {
            const auto byte = static_cast<unsigned char>(*next_++);
            value |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80)
                return value;
        }
        return fail();
    }

    const char *next_;
    const char *end_;
    bool isGood_ = true;
};

} // namespace tenfold
