#pragma once

#include "core/run/outcome.h"
#include "core/run/plan.h"

#include <QList>

#include <optional>

namespace tenfold {

/// The same variants over several values of one parameter: an outcome per variant and value.
struct Sweep
{
    QString over; ///< an integer parameter
    std::vector<Outcome> outcomes;
    QString command; ///< the command line that reproduces it
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
};

/// The reference and `variants` at each value of `over`, each `repeats` times, in turn, so that a drift of
/// the machine hits all alike. Nothing is recorded: what recording costs would be measured too.
Plan planSweep(const Scenario &scenario, const QStringList &variants, const Values &values,
               const QString &over, const QList<int> &list, quint64 seed = 1, int repeats = 1);
/// The points of a sweep by value, the variants in the scenario's order.
std::vector<SweepPoint> sweepPoints(const Scenario &scenario, const Sweep &sweep);

/// The name of the figure that draws a sweep over `parameter`: "sweep:PARAMETER".
QString sweepFigure(const QString &parameter);
/// The view that draws a sweep over `parameter`: the scenario's own, else one that is made up, whose id is
/// the name of the figure.
View sweepView(const Scenario &scenario, const QString &parameter);
/// Values of the 1-2-5 ladder within the parameter's range: three from the least to below the default, the
/// default, and the next three.
QList<int> sweepLadder(const Parameter &parameter);
/// Reads "1,4,16": ascending, each once. Returns an empty list and a sentence in `error` (what was wrong,
/// what is allowed) when it cannot be swept so.
QList<int> parseSweep(const Parameter &parameter, const QString &text, QString *error);
/// "1,4,16".
QString sweepText(const QList<int> &list);
/// The command line that repeats a sweep, as reproducingCommand() does for a run.
QString reproducingSweep(const Scenario &scenario, const QStringList &variants, const Values &values,
                         const QString &over, const QList<int> &list, quint64 seed = 1, int repeats = 1);

} // namespace tenfold
