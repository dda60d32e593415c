#include "core/recording/packing.h"

#include <new>
#include <zstd.h>

namespace tenfold {

static constexpr char asItIs = 0, byZstd = 1;

bool Packing::take(std::uint64_t whole, std::uint64_t packed)
{
    constexpr std::uint64_t always = std::uint64_t{16} << 20, times = 100;
    if (whole > always + times * (packed_ + packed) - whole_)
        return false;
    whole_ += whole;
    packed_ += packed;
    return true;
}

QByteArray Packing::pack(const QByteArray &bytes)
{
    constexpr int level = 3; // zstd's own default
    const auto size = static_cast<std::size_t>(bytes.size());
    QByteArray packed(1 + static_cast<qsizetype>(ZSTD_compressBound(size)), byZstd);
    const std::size_t count = ZSTD_compress(packed.data() + 1, static_cast<std::size_t>(packed.size()) - 1,
                                            bytes.constData(), size, level);
    if (ZSTD_isError(count))
        throw std::bad_alloc(); // the one thing that can keep it from packing
    packed.resize(1 + static_cast<qsizetype>(count));
    if (take(size, static_cast<std::uint64_t>(packed.size())))
        return packed;
    packed = asItIs + bytes;
    take(size, static_cast<std::uint64_t>(packed.size()));
    return packed;
}

std::optional<QByteArray> Packing::unpack(QByteArrayView packed)
{
    if (packed.isEmpty() || (packed[0] != asItIs && packed[0] != byZstd))
        return {};
    const QByteArrayView inner = packed.sliced(1);
    const auto size = static_cast<std::size_t>(inner.size());
    const auto whole = packed[0] == asItIs ? size : ZSTD_getFrameContentSize(inner.data(), size);
    // Also where the size is not known: these are the greatest numbers.
    if (!take(whole, static_cast<std::uint64_t>(packed.size())))
        return {};
    if (packed[0] == asItIs)
        return inner.toByteArray();
    QByteArray bytes(static_cast<qsizetype>(whole), Qt::Uninitialized);
    if (ZSTD_decompress(bytes.data(), whole, inner.data(), size) != whole)
        return {};
    return bytes;
}

} // namespace tenfold
