#pragma once

#include "core/executors/processpoolexecutor.h"
#include "core/trace/trace.h"

#include <QCborMap>
#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>

namespace tenfold {

/// The children of this process that have not been waited for.
inline int childProcesses()
{
    int count = 0;
    for (const QString &task :
         QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(QStringLiteral("/proc/self/task/%1/children").arg(task));
        if (file.open(QIODevice::ReadOnly))
            count += static_cast<int>(file.readAll().simplified().split(' ').removeIf(
                [](const QByteArray &p) { return !p.isEmpty(); }));
    }
    return count;
}

inline bool lives(qint64 processId)
{
    return ::kill(static_cast<pid_t>(processId), 0) == 0;
}

/// The settings of a pool whose workers have these faults.
inline ProcessPoolExecutor::Settings faulty(const QStringList &arguments = {})
{
    ProcessPoolExecutor::Settings settings;
    settings.program = QStringLiteral(TENFOLD_FAULTY_WORKER);
    settings.arguments = arguments;
    return settings;
}

/// What `future` throws; empty when it does not.
inline QString messageOf(const Future<QCborValue> &future)
{
    try {
        future.get(std::chrono::minutes(1));
    } catch (const std::exception &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace tenfold
