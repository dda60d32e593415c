#include "core/workloads/compute/gunzip.h"

#include <array>
#include <new>
#include <zlib.h>

namespace tenfold {

static constexpr int gzipOnly = MAX_WBITS + 16; // as inflateInit2() has it

Gunzip::Gunzip() : stream_(std::make_unique<z_stream>())
{
    if (inflateInit2(stream_.get(), gzipOnly) != Z_OK)
        throw std::bad_alloc();
}

Gunzip::~Gunzip()
{
    inflateEnd(stream_.get());
}

bool Gunzip::add(QByteArrayView packed, const std::function<bool(QByteArrayView)> &take)
{
    std::array<char, 1 << 16> slice;
    stream_->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream_->avail_in = static_cast<uInt>(packed.size());
    bool isFull = false; // more may come without more to unpack
    while (!isOver_ && (stream_->avail_in > 0 || isFull)) {
        if (isWhole_) { // the first member, or another one behind it
            isWhole_ = false;
            inflateReset(stream_.get());
        }
        stream_->next_out = reinterpret_cast<Bytef *>(slice.data());
        stream_->avail_out = static_cast<uInt>(slice.size());
        const int result = inflate(stream_.get(), Z_NO_FLUSH);
        const auto size = static_cast<qsizetype>(slice.size() - stream_->avail_out);
        if (result == Z_STREAM_END) {
            isWhole_ = hasMember_ = true;
        } else if (result != Z_OK && result != Z_BUF_ERROR) {
            isWhole_ = isOver_ = hasMember_ && stream_->total_out == 0; // padding is left alone, as gzip does
            return isWhole_;
        }
        isFull = stream_->avail_out == 0 && !isWhole_;
        if (size > 0 && !take({slice.data(), size}))
            return true;
    }
    return true;
}

} // namespace tenfold
