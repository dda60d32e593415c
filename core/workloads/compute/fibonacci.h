#pragma once

#include <QCborValue>

#include <cstdint>
#include <stop_token>

namespace tenfold {

/// The n-th Fibonacci number (0, 1, 1, 2, ...) by naive recursion, slow on purpose. `n` from 0 to 92. Throws
/// Stopped.
std::uint64_t fibonacci(int n, const std::stop_token &stop = {});
/// The same as a task of a worker process: from an integer to an integer. Name "fibonacci".
QCborValue fibonacciTask(const QCborValue &n, const std::stop_token &stop);

} // namespace tenfold
