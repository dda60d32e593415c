#pragma once

#include <QByteArray>

#include <cstdint>
#include <optional>

namespace tenfold {

/// Packs the parts of one file, by zstd, and unpacks them again. A file may unpack to 16 MB and 100 times
/// what it holds, no more: some bytes cannot fill the memory. What packs even better than that, which
/// recorded times never do, is left as it is. One thread at a time.
class Packing
{
public:
    QByteArray pack(const QByteArray &bytes);
    /// Empty where `packed` is nothing that pack() made, or unpacks to more than is allowed, which
    /// takes no memory.
    std::optional<QByteArray> unpack(QByteArrayView packed);

private:
    /// Whether so much more may come out of so much more; then it has.
    bool take(std::uint64_t whole, std::uint64_t packed);

    std::uint64_t whole_ = 0, packed_ = 0;
};

} // namespace tenfold
