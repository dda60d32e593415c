#pragma once

#include <QCborValue>
#include <QString>

#include <stop_token>

namespace tenfold {

/// A computation that a worker process can carry out: from one value to another, with nothing shared. It
/// looks at `stop` at least every 20 ms and throws Stopped; in a worker process it is never asked to stop:
/// the process is killed. What it throws reaches the caller as a text.
using ComputeTask = QCborValue (*)(const QCborValue &argument, const std::stop_token &stop);

/// Which attempt it is that this thread makes at its task, from 1: a task that lost its process is tried
/// again.
int attemptNow();
void setAttemptNow(int attempt);

/// Makes `task` known as `name` in this program. Called before main() by a static object, or at its begin.
void registerTask(const char *name, ComputeTask task);
/// The task of that name, or null. Any thread.
ComputeTask findTask(const QString &name);

} // namespace tenfold
