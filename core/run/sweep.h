#pragma once

#include "core/analysis/cores.h"
#include "core/run/outcome.h"
#include "core/run/request.h"

#include <QList>

#include <optional>

namespace tenfold {

/// The same variants over several values of one parameter: an outcome per variant and value.
struct Sweep
{
    Request request; ///< which is a sweep
    std::vector<Outcome> outcomes = {};
    Cores cores = Cores::here(); ///< on which they came out
};

/// What came out of a variant at one value.
struct SweepPoint
{
    int value = 0;
    QString variant;
    Status status = Status::Pending;
    std::vector<double> seconds;   ///< of the finished repeats
    std::optional<double> median;  ///< of them; empty unless all repeats finished
    std::optional<double> speedup; ///< against the reference at the same value; empty without the same result
    int again = 0; ///< how often its repeats were carried out again; the least disturbed stand
    std::optional<double> soFar = {}; ///< the median of the finished repeats, while others are to come
};

/// The points of a sweep by value, the variants in the scenario's order.
std::vector<SweepPoint> sweepPoints(const Sweep &sweep);

/// Values of the 1-2-5 ladder within the parameter's range: three from the least to below the default, the
/// default, and the next three; of the powers of two, four on either side, where it is at most 64.
QList<int> sweepLadder(const Parameter &parameter);
/// Reads "1,4,16": ascending, each once. Returns an empty list and a whole sentence in `error` (what was
/// wrong, what is allowed) when it cannot be swept so.
QList<int> parseSweep(const Parameter &parameter, const QString &text, QString *error,
                      Reader reader = Reader::CommandLine);
/// "1,4,16".
QString sweepText(const QList<int> &list);

} // namespace tenfold
