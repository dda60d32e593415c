#pragma once

#include <QCborArray>

#include <stop_token>
#include <vector>

namespace tenfold {

/// Where the numbers of a chunk come from: a file of raw doubles, or, without one, the seed.
struct NumberChunk
{
    QString file = {};
    quint64 seed = 1;
    int number = 0;
    qint64 count = 0;

    QCborArray toCbor() const;
    static NumberChunk fromCbor(const QCborArray &array);
};

struct Statistics
{
    qint64 count = 0;
    double mean = 0, median = 0, deviation = 0;            ///< of a sample, as statistics.stdev() of Python
    double minimum = 0, lower = 0, upper = 0, maximum = 0; ///< lower and upper quartile, interpolated

    QCborArray toCbor() const;
    static Statistics fromCbor(const QCborArray &array);
};

/// Sorts the numbers, none of which is a NaN, and describes them. Throws Stopped.
Statistics describe(std::vector<double> numbers, const std::stop_token &stop = {});
/// The numbers of a chunk: from its file, or uniform from 0 to 100. Throws std::runtime_error, Stopped.
std::vector<double> numbersOf(const NumberChunk &chunk, const std::stop_token &stop = {});
/// Task of a worker process, from NumberChunk to Statistics. Name "describe".
QCborValue describeTask(const QCborValue &chunk, const std::stop_token &stop);

} // namespace tenfold
