#include "core/executors/frames.h"

#include <QtEndian>

namespace tenfold {

static constexpr qsizetype prefix = 4;

QByteArray toFrame(const QCborValue &value)
{
    QByteArray body = value.toCbor();
    if (body.size() > FrameReader::cap)
        throw FrameError("a message of more than 64 MiB cannot be sent to a worker process");
    QByteArray frame(prefix, Qt::Uninitialized);
    qToLittleEndian(static_cast<quint32>(body.size()), frame.data());
    return frame += body;
}

std::optional<QCborValue> FrameReader::next()
{
    const qsizetype available = buffer_.size() - at_;
    if (available < prefix)
        return {};
    const auto length = static_cast<qsizetype>(qFromLittleEndian<quint32>(buffer_.constData() + at_));
    if (length > cap)
        throw FrameError("a frame of " + std::to_string(length) + " bytes is longer than 64 MiB");
    if (available < prefix + length)
        return {};
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(buffer_.constData() + at_ + prefix, length, &error);
    if (error.error != QCborError::NoError || error.offset != length)
        throw FrameError("a frame is not valid CBOR: " + error.errorString().toStdString());
    at_ += prefix + length;
    // Moves what is left to the front only when that is cheap, so that many small frames cost no more than
    // their bytes.
    if (at_ == buffer_.size() || at_ > buffer_.size() / 2) {
        buffer_.remove(0, at_);
        at_ = 0;
    }
    return value;
}

} // namespace tenfold
