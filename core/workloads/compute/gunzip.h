#pragma once

#include <QByteArrayView>

#include <functional>
#include <memory>

struct z_stream_s;

namespace tenfold {

/// Unpacks gzip (RFC 1952) as it comes, in slices, so that a few bytes which stand for gigabytes cost no
/// memory.
class Gunzip
{
public:
    Gunzip();
    ~Gunzip();

    /// Gives `take` what `packed` adds, 64 KB at most at a time, until it says no. False when this is not
    /// gzip.
    bool add(QByteArrayView packed, const std::function<bool(QByteArrayView)> &take);
    /// Whether the end has come, or nothing at all.
    bool isWhole() const { return isWhole_; }

private:
    const std::unique_ptr<z_stream_s> stream_;
    bool isWhole_ = true;
    bool hasMember_ = false; // a file of gzip is one member or several
    bool isOver_ = false;    // what follows the last member is something else
};

} // namespace tenfold
