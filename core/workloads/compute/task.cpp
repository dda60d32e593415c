#include "core/workloads/compute/task.h"

#include <QHash>

namespace tenfold {

static thread_local int attempt = 1;

int attemptNow()
{
    return attempt;
}

void setAttemptNow(int now)
{
    attempt = now;
}

static QHash<QString, ComputeTask> &tasks()
{
    static QHash<QString, ComputeTask> all;
    return all;
}

void registerTask(const char *name, ComputeTask task)
{
    tasks().insert(QString::fromLatin1(name), task);
}

ComputeTask findTask(const QString &name)
{
    return std::as_const(tasks()).value(name);
}

} // namespace tenfold
