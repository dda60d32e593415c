#include "core/workloads/treememory.h"

#include "core/executors/processpoolexecutor.h"
#include "core/executors/protocol.h"
#include "core/trace/trace.h"

#include <algorithm>
#include <unistd.h>

namespace tenfold {

static constexpr double mebibyte = 1 << 20;

TreeMemory::TreeMemory() : before_(proportionalSetSize(::getpid())) {}

void TreeMemory::look(const std::vector<qint64> &processIds)
{
    const std::unique_lock lock(mutex_, std::try_to_lock);
    const qint64 now = steadyNanoseconds();
    if (!lock)
        return;
    if (now - last_ < 50'000'000)
        return;
    qint64 sum = std::max<qint64>(0, proportionalSetSize(::getpid()) - before_);
    for (const qint64 id : processIds) {
        const qint64 bytes = proportionalSetSize(id);
        sum += bytes;
        largest_ = std::max(largest_, static_cast<double>(bytes) / mebibyte);
    }
    last_ = now;
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
