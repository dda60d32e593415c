#include "core/workloads/memorypeak.h"

#include <QFile>

#include <unistd.h>

namespace tenfold {

static qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return 0;
    const QByteArrayList pages = file.read(200).split(' '); // size, resident, ...
    return pages.size() < 2 ? 0 : pages[1].toLongLong() * ::sysconf(_SC_PAGESIZE);
}

MemoryPeak::MemoryPeak() : before_(residentBytes()), most_(before_) {}

void MemoryPeak::look()
{
    const qint64 now = residentBytes();
    qint64 most = most_.load(std::memory_order_relaxed);
    while (now > most && !most_.compare_exchange_weak(most, now, std::memory_order_relaxed)) {
    }
}

double MemoryPeak::mebibytes() const
{
    return static_cast<double>(most_.load(std::memory_order_relaxed) - before_) / (1 << 20);
}

} // namespace tenfold
