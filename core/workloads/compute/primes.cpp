#include "core/workloads/compute/primes.h"

#include "core/sync/stopped.h"

#include <QCborArray>

#include <limits>
#include <stdexcept>

namespace tenfold {

/// Numbers between two looks at the stop token: even the largest are done in some milliseconds.
static constexpr std::uint32_t numbersUnwatched = 64;

static bool isPrime(std::uint32_t number)
{
    if (number < 4)
        return number >= 2;
    if (number % 2 == 0)
        return false;
    for (std::uint32_t divisor = 3; divisor <= number / divisor; divisor += 2) {
        if (number % divisor == 0)
            return false;
    }
    return true;
}

std::int64_t countPrimes(std::uint32_t from, std::uint32_t to, const std::stop_token &stop)
{
    std::int64_t count = 0;
    for (std::uint32_t number = from; number < to; ++number) {
        if (number % numbersUnwatched == 0 && stop.stop_requested())
            throw Stopped();
        count += isPrime(number) ? 1 : 0;
    }
    return count;
}

QCborValue primesTask(const QCborValue &range, const std::stop_token &stop)
{
    constexpr qint64 most = std::numeric_limits<std::uint32_t>::max();
    const QCborArray ends = range.toArray();
    const qint64 from = ends.at(0).toInteger(-1);
    const qint64 to = ends.at(1).toInteger(-1);
    if (ends.size() != 2 || from < 0 || to < from || to > most)
        throw std::invalid_argument("primes takes a range [from, to] of numbers from 0 to 4294967295");
    return qint64{countPrimes(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), stop)};
}

} // namespace tenfold
