#include "core/analysis/quota.h"

#include <QDir>
#include <QFile>

namespace tenfold {

static QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

/// "200000 100000" of version 2, two files of version 1; "max" and -1 are no limit.
static std::optional<double> limitIn(const QString &folder, bool isSecond)
{
    const QList<QByteArray> numbers =
        isSecond ? contentOf(folder + QStringLiteral("/cpu.max")).split(' ')
                 : QList<QByteArray>{contentOf(folder + QStringLiteral("/cpu.cfs_quota_us")),
                                     contentOf(folder + QStringLiteral("/cpu.cfs_period_us"))};
    bool isLimit = false;
    const double quota = numbers.value(0).toDouble(&isLimit), period = numbers.value(1).toDouble();
    return isLimit && quota > 0 && period > 0 ? std::optional(quota / period) : std::nullopt;
}

void Quota::readLimits(const QString &mount, const QString &folder, bool isSecond)
{
    // In a container the folder may be named as outside, where it cannot be seen: then the mount is ours.
    const auto isBelow = [&](const QString &at) { return at == mount || at.startsWith(mount + u'/'); };
    QString own = QDir::cleanPath(mount + u'/' + folder);
    if (!isBelow(own)) // "/../x" beside the root of its name space
        own = mount;
    for (QString at = own; isBelow(at); at = at.left(at.lastIndexOf(u'/'))) {
        const std::optional<double> limit = limitIn(at, isSecond);
        if (limit && (!cores_ || *limit < *cores_)) {
            cores_ = limit;
            statistics_ = at + QStringLiteral("/cpu.stat");
        }
    }
}

Quota::Quota(const QString &root, const QString &membership)
{
    for (const QByteArray &line : contentOf(membership).split('\n')) { // "4:cpu,cpuacct:/docker/1f"
        const QList<QByteArray> fields = line.split(':');
        if (fields.size() < 3)
            continue;
        const QString folder = QString::fromLocal8Bit(fields.mid(2).join(':'));
        if (fields[0] == "0" && fields[1].isEmpty()) {
            readLimits(root, folder, true);
            readLimits(root + QStringLiteral("/unified"), folder, true); // beside version 1
        } else if (fields[1].split(',').contains("cpu")) {
            for (const QString &mount : {QString::fromLatin1(fields[1]), QStringLiteral("cpu")})
                readLimits(root + u'/' + mount, folder, false);
        }
    }
}

const Quota &Quota::here()
{
    static const Quota quota;
    return quota;
}

double Quota::throttledSeconds() const
{
    if (statistics_.isEmpty())
        return 0;
    for (const QByteArray &line : contentOf(statistics_).split('\n')) {
        if (line.startsWith("throttled_usec ")) // version 2
            return line.mid(15).toDouble() * 1e-6;
        if (line.startsWith("throttled_time ")) // version 1
            return line.mid(15).toDouble() * 1e-9;
    }
    return 0;
}

} // namespace tenfold
