#pragma once

#include <QCborValue>

#include <cstdint>
#include <stop_token>

namespace tenfold {

/// How many primes p there are with `from` <= p < `to`, by trial division of every number, slow on purpose.
/// Throws Stopped.
std::int64_t countPrimes(std::uint32_t from, std::uint32_t to, const std::stop_token &stop = {});
/// The same as a task of a worker process: from an array [from, to] to an integer. Name "primes".
QCborValue primesTask(const QCborValue &range, const std::stop_token &stop);

} // namespace tenfold
