#include "core/workloads/compute/hash.h"

#include "core/sync/stopped.h"

#include <QCborArray>
#include <QCryptographicHash>

#include <algorithm>
#include <random>
#include <stdexcept>

namespace tenfold {

static constexpr qsizetype blockLength =
    1024; // some microseconds of work between two looks at the stop token

static QByteArray blockOf(quint64 seed, qint64 item)
{
    std::seed_seq both{seed >> 32, seed & 0xffffffff, static_cast<quint64>(item)};
    std::minstd_rand random(both);
    QByteArray block(blockLength, Qt::Uninitialized);
    std::ranges::generate(block, [&] { return static_cast<char>(random() >> 8); });
    return block;
}

QByteArray hashOf(quint64 seed, qint64 item, qint64 bytes, const std::stop_token &stop)
{
    const QByteArray block = blockOf(seed, item);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (; bytes > 0; bytes -= blockLength) {
        if (stop.stop_requested())
            throw Stopped();
        hash.addData(QByteArrayView(block).first(std::min<qsizetype>(bytes, blockLength)));
    }
    return hash.result().toHex();
}

qint64 bytesHashedIn(int microseconds)
{
    return qint64{200} * microseconds;
}

QCborValue hashTask(const QCborValue &argument, const std::stop_token &stop)
{
    const QCborArray parts = argument.toArray();
    const qint64 bytes = parts.at(2).toInteger(-1);
    if (parts.size() != 3 || bytes < 0)
        throw std::invalid_argument("hash takes a seed, an item and a number of bytes");
    return QString::fromLatin1(
        hashOf(static_cast<quint64>(parts.at(0).toInteger()), parts.at(1).toInteger(), bytes, stop));
}

} // namespace tenfold
