#include "core/workloads/compute/fibonacci.h"

#include "core/sync/stopped.h"

#include <stdexcept>

namespace tenfold {

/// About 3 ms of work: what is this small runs without looking at the stop token.
static constexpr int depthUnwatched = 28;

static std::uint64_t naive(int n)
{
    return n < 2 ? static_cast<std::uint64_t>(n) : naive(n - 1) + naive(n - 2);
}

static std::uint64_t watched(int n, const std::stop_token &stop)
{
    if (n <= depthUnwatched)
        return naive(n);
    if (stop.stop_requested())
        throw Stopped();
    return watched(n - 1, stop) + watched(n - 2, stop);
}

std::uint64_t fibonacci(int n, const std::stop_token &stop)
{
    if (n < 0 || n > 92)
        throw std::out_of_range("fibonacci takes a number from 0 to 92");
    return watched(n, stop);
}

QCborValue fibonacciTask(const QCborValue &n, const std::stop_token &stop)
{
    return static_cast<qint64>(fibonacci(static_cast<int>(n.toInteger(-1)), stop));
}

} // namespace tenfold
