#include "core/workloads/treememory.h"

#include "core/trace/trace.h"

#include <QFile>

#include <algorithm>
#include <chrono>
#include <unistd.h>

namespace tenfold {

static constexpr double mebibyte = 1 << 20;

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

TreeMemory::TreeMemory() : before_(proportionalSetSize(::getpid())) {}

void TreeMemory::look(const std::vector<qint64> &processIds)
{
    const std::unique_lock lock(mutex_, std::try_to_lock);
    if (lock && std::chrono::steady_clock::now() - last_ >= std::chrono::milliseconds(50))
        see(processIds);
}

void TreeMemory::lookNow(const std::vector<qint64> &processIds)
{
    const std::scoped_lock lock(mutex_);
    see(processIds);
}

/// mutex_ is held.
void TreeMemory::see(const std::vector<qint64> &processIds)
{
    // Less than before where the workers share what only this program had: it counts once in the whole tree.
    qint64 sum = proportionalSetSize(::getpid()) - before_;
    for (const qint64 id : processIds) {
        const qint64 bytes = proportionalSetSize(id);
        sum += bytes;
        largest_ = std::max(largest_, static_cast<double>(bytes) / mebibyte);
    }
    sum = std::max<qint64>(0, sum);
    last_ = std::chrono::steady_clock::now();
    most_ = std::max(most_, static_cast<double>(sum) / mebibyte);
    if (Lane *lane = Lane::current())
        lane->sample(lane->seriesIndex("memory", SeriesKind::Gauge), static_cast<double>(sum) / mebibyte);
}

double TreeMemory::mebibytes() const
{
    const std::scoped_lock lock(mutex_);
    return most_;
}

double TreeMemory::largestProcess() const
{
    const std::scoped_lock lock(mutex_);
    return largest_;
}

} // namespace tenfold
