#include "core/workloads/compute/crash.h"

#include "core/workloads/compute/hash.h"
#include "core/workloads/compute/task.h"

#include <csignal>

namespace tenfold {

static constexpr int microsecondsOfWork = 5000;

QString crashResult(quint64 seed, int task, const std::stop_token &stop)
{
    return QString::fromLatin1(hashOf(seed, task, bytesHashedIn(microsecondsOfWork), stop).left(16));
}

QCborArray crashArgument(quint64 seed, int task, bool kills)
{
    return {QString::number(seed), task, kills}; // CBOR integers are signed
}

QCborValue crashTask(const QCborValue &argument, const std::stop_token &stop)
{
    const QCborArray given = argument.toArray();
    const quint64 seed = given[0].toString().toULongLong();
    const int task = static_cast<int>(given[1].toInteger());
    if (given[2].toBool() && attemptNow() == 1) {
        hashOf(seed, task, bytesHashedIn(microsecondsOfWork / 2), stop);
        std::raise(SIGKILL);
    }
    return QCborArray{crashResult(seed, task, stop), attemptNow()};
}

} // namespace tenfold
