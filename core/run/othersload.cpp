#include "core/run/othersload.h"

#include "core/analysis/cores.h"

#include <QFile>

#include <algorithm>
#include <sys/resource.h>
#include <unistd.h>

namespace tenfold {

OthersLoad::OthersLoad() = default;

double OthersLoad::busySeconds(const QByteArray &stat, const std::vector<int> &cores)
{
    double ofAll = 0, ofThese = 0; // ticks
    bool isNamed = false;
    for (const QByteArray &line : stat.split('\n')) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (!fields.front().startsWith("cpu"))
            break;
        double ticks = 0;
        for (const int field : {1, 2, 3, 6, 7, 8}) // user, nice, system, irq, softirq, steal
            ticks += fields.value(field).toDouble();
        bool isCore = false;
        const int number = fields.front().mid(3).toInt(&isCore);
        if (!isCore) {
            ofAll = ticks;
        } else if (std::ranges::binary_search(cores, number)) {
            ofThese += ticks;
            isNamed = true;
        }
    }
    return (isNamed ? ofThese : ofAll) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

static std::optional<double> busySecondsNow()
{
    QFile file(QStringLiteral("/proc/stat"));
    return file.open(QIODevice::ReadOnly)
               ? std::optional(OthersLoad::busySeconds(file.readAll(), coreNumbers()))
               : std::nullopt;
}

static double secondsOf(int who)
{
    rusage usage{};
    getrusage(who, &usage);
    const auto seconds = [](const timeval &t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

OthersLoad::Times OthersLoad::now()
{
    return {std::chrono::steady_clock::now(), busySecondsNow(),
            secondsOf(RUSAGE_SELF) + secondsOf(RUSAGE_CHILDREN)};
}

std::optional<double> OthersLoad::cores() const
{
    const Times end = now();
    const double elapsed = std::chrono::duration<double>(end.at - begin_.at).count();
    if (!begin_.busy || !end.busy || elapsed < 0.1)
        return {};
    return std::max(0.0, (*end.busy - *begin_.busy - (end.own - begin_.own)) / elapsed);
}

double OthersLoad::ownCores() const
{
    const Times end = now();
    const double elapsed = std::chrono::duration<double>(end.at - begin_.at).count();
    return elapsed > 0 ? (end.own - begin_.own) / elapsed : 0;
}

} // namespace tenfold
