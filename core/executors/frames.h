#pragma once

#include <QByteArray>
#include <QCborValue>

#include <optional>
#include <stdexcept>

namespace tenfold {

/// What a peer sent is not a frame: it is too long, or not CBOR.
struct FrameError : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// A frame is 4 bytes, the length in little endian, and so many bytes of one CBOR value (RFC 8949). Throws
/// FrameError when `value` is longer than the cap.
QByteArray toFrame(const QCborValue &value);

/// Cuts a stream of bytes into frames. Not thread-safe.
class FrameReader
{
public:
    /// The longest frame that is sent and taken, in bytes.
    static constexpr qint64 cap = 64 * 1024 * 1024;

    void append(const QByteArray &bytes) { buffer_ += bytes; }
    /// The next whole frame; empty while it has not come. Throws FrameError.
    std::optional<QCborValue> next();
    /// Whether a frame has begun and not ended.
    bool isInFrame() const { return at_ < buffer_.size(); }

private:
    QByteArray buffer_;
    qsizetype at_ = 0; ///< what stands before it has been taken
};

} // namespace tenfold
