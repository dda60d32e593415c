#include "core/workloads/workmemory.h"

#include "core/trace/trace.h"

#include <QFile>

#include <algorithm>
#include <pthread.h>

namespace tenfold {

static double toMebibytes(qint64 bytes)
{
    return static_cast<double>(bytes) / (1 << 20);
}

qint64 proportionalSetSize(qint64 processId)
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(processId));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("Pss:"))
            return line.simplified().split(' ').value(1).toLongLong() * 1024;
    }
    return 0;
}

qint64 stackSize()
{
    pthread_attr_t attributes;
    if (::pthread_getattr_np(::pthread_self(), &attributes) != 0)
        return 0;
    std::size_t bytes = 0;
    ::pthread_attr_getstacksize(&attributes, &bytes);
    ::pthread_attr_destroy(&attributes);
    return static_cast<qint64>(bytes);
}

WorkMemory::Held::Held(WorkMemory &memory, qint64 bytes) : memory_(memory), bytes_(bytes)
{
    const std::scoped_lock lock(memory_.mutex_);
    memory_.change(memory_.held_, memory_.held_ + bytes_);
}

WorkMemory::Held::~Held()
{
    const std::scoped_lock lock(memory_.mutex_);
    memory_.change(memory_.held_, memory_.held_ - bytes_);
}

void WorkMemory::look(const std::vector<qint64> &processIds)
{
    const std::unique_lock lock(mutex_, std::try_to_lock);
    if (lock && std::chrono::steady_clock::now() - last_ >= std::chrono::milliseconds(50))
        see(processIds);
}

void WorkMemory::lookNow(const std::vector<qint64> &processIds)
{
    const std::scoped_lock lock(mutex_);
    see(processIds);
}

/// mutex_ is held.
void WorkMemory::see(const std::vector<qint64> &processIds)
{
    qint64 sum = 0;
    for (const qint64 id : processIds) {
        const qint64 bytes = proportionalSetSize(id);
        sum += bytes;
        largest_ = std::max(largest_, bytes);
    }
    last_ = std::chrono::steady_clock::now();
    change(ofProcesses_, sum);
}

/// mutex_ is held.
void WorkMemory::change(qint64 &part, qint64 bytes)
{
    part = bytes;
    const qint64 sum = held_ + ofProcesses_;
    most_ = std::max(most_, sum);
    if (Lane *lane = Lane::current())
        lane->sample(lane->seriesIndex("memory", SeriesKind::Gauge), toMebibytes(sum));
}

double WorkMemory::mebibytes() const
{
    const std::scoped_lock lock(mutex_);
    return toMebibytes(most_);
}

double WorkMemory::largestProcess() const
{
    const std::scoped_lock lock(mutex_);
    return toMebibytes(largest_);
}

} // namespace tenfold
