#pragma once

#include <QCborArray>

#include <stop_token>

namespace tenfold {

/// What a task of that number computes: a hash of so much that it takes about 8 ms. Throws Stopped.
QString crashResult(quint64 seed, int task, const std::stop_token &stop = {});

/// The argument of the task "crash"; with `kills` its first attempt kills its own process half-way.
QCborArray crashArgument(quint64 seed, int task, bool kills);
/// Task of a worker process: from crashArgument() to [crashResult(), attempts that it took].
QCborValue crashTask(const QCborValue &argument, const std::stop_token &stop);

} // namespace tenfold
