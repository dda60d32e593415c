#pragma once

#include <QByteArray>
#include <QCborValue>

#include <stop_token>

namespace tenfold {

/// Work of a chosen size: the SHA-256, in hexadecimal, of `bytes` bytes that `seed` and `item` determine (a
/// block of theirs, over and over). Throws Stopped.
QByteArray hashOf(quint64 seed, qint64 item, qint64 bytes, const std::stop_token &stop = {});
/// About as many bytes as a core hashes in so many microseconds: the same on every machine, so that the
/// results are.
qint64 bytesHashedIn(int microseconds);
/// hashOf() as a task of a worker process: from an array [seed, item, bytes] to a string. Name "hash".
QCborValue hashTask(const QCborValue &argument, const std::stop_token &stop);

} // namespace tenfold
