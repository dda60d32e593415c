#include "core/workloads/compute/statistics.h"

#include "core/sync/stopped.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <random>
#include <stdexcept>

namespace tenfold {

/// So many comparisons, additions or numbers take well under 20 ms.
static constexpr unsigned valuesUnwatched = 1 << 16;

/// Between the sorted numbers around the place, as numpy's percentile() does.
static double quantile(const std::vector<double> &sorted, double share)
{
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

Statistics describe(std::vector<double> numbers, const std::stop_token &stop)
{
    if (numbers.empty())
        return {};
    unsigned compared = 0;
    std::ranges::sort(numbers, [&](double a, double b) {
        if (++compared % valuesUnwatched == 0)
            throwIfStopped(stop);
        return a < b;
    });
    const auto sumOf = [&](const auto &term) {
        double sum = 0;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            if (i % valuesUnwatched == 0)
                throwIfStopped(stop);
            sum += term(numbers[i]);
        }
        return sum;
    };
    const auto count = static_cast<double>(numbers.size());
    Statistics result;
    result.count = static_cast<qint64>(numbers.size());
    result.mean = sumOf([](double x) { return x; }) / count;
    if (numbers.size() > 1)
        result.deviation =
            std::sqrt(sumOf([&](double x) { return (x - result.mean) * (x - result.mean); }) / (count - 1));
    result.median = quantile(numbers, 0.5);
    result.minimum = numbers.front();
    result.lower = quantile(numbers, 0.25);
    result.upper = quantile(numbers, 0.75);
    result.maximum = numbers.back();
    return result;
}

std::vector<double> numbersOf(const NumberChunk &chunk, const std::stop_token &stop)
{
    std::vector<double> numbers(static_cast<std::size_t>(chunk.count));
    if (!chunk.file.isEmpty()) {
        const auto bytes = chunk.count * qint64{sizeof(double)};
        QFile file(chunk.file);
        if (!file.open(QIODevice::ReadOnly) ||
            file.read(reinterpret_cast<char *>(numbers.data()), bytes) != bytes)
            throw std::runtime_error((chunk.file + QStringLiteral(": ") + file.errorString()).toStdString());
        return numbers;
    }
    std::mt19937_64 random(chunk.seed * 1'000'003 + static_cast<quint64>(chunk.number));
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i % valuesUnwatched == 0)
            throwIfStopped(stop);
        numbers[i] = static_cast<double>(random() >> 11) * (100 * 0x1p-53);
    }
    return numbers;
}

QCborArray NumberChunk::toCbor() const
{
    return {file, QString::number(seed), number, count}; // CBOR integers are signed
}

NumberChunk NumberChunk::fromCbor(const QCborArray &array)
{
    return {array[0].toString(), array[1].toString().toULongLong(), static_cast<int>(array[2].toInteger()),
            array[3].toInteger()};
}

QCborArray Statistics::toCbor() const
{
    return {count, mean, median, deviation, minimum, lower, upper, maximum};
}

Statistics Statistics::fromCbor(const QCborArray &array)
{
    return {array[0].toInteger(), array[1].toDouble(), array[2].toDouble(), array[3].toDouble(),
            array[4].toDouble(),  array[5].toDouble(), array[6].toDouble(), array[7].toDouble()};
}

QCborValue describeTask(const QCborValue &argument, const std::stop_token &stop)
{
    return describe(numbersOf(NumberChunk::fromCbor(argument.toArray()), stop), stop).toCbor();
}

} // namespace tenfold
