#include "core/analysis/reading.h"

#include "core/analysis/readings.h"
#include "core/run/run.h"

namespace tenfold {

static Nanoseconds endOf(const Run &run)
{
    return run.trace().now();
}

Reading peak(const char *series)
{
    Reading reading([series](const Run &run) { return peakOf(run.trace(), series, endOf(run)); });
    reading.series << series;
    return reading;
}

Reading medianOf(const char *series)
{
    Reading reading([series](const Run &run) { return medianOf(run.trace(), series, endOf(run)); });
    reading.series << series;
    return reading;
}

Reading rises(const char *series, double above)
{
    Reading reading([=](const Run &run) { return countRisesAbove(run.trace(), series, above, endOf(run)); });
    reading.series << series;
    return reading;
}

Reading spans(State state, const char *label)
{
    Reading reading([=](const Run &run) { return countSpans(run.trace(), state, label, endOf(run)); });
    reading.labels << label;
    return reading;
}

Reading holds(const char *lock)
{
    Reading reading([lock](const Run &run) { return countHolds(run.trace(), lock, endOf(run)); });
    reading.labels << lock;
    return reading;
}

Reading rowsWith(const char *column, const char *text)
{
    Reading reading([=](const Run &run) {
        const Table table = run.table();
        const auto found = std::ranges::find(table.columns, QLatin1String(column), &Column::id);
        const auto index = found - table.columns.begin();
        return static_cast<double>(std::ranges::count_if(table.rows, [&](const QVariantList &row) {
            return row.value(index).toString() == QLatin1String(text);
        }));
    });
    reading.columns << column;
    return reading;
}

static double secondsOf(const Run &run, const std::vector<State> &states)
{
    const Lane::Sums sums = sumsOf(run.trace(), endOf(run));
    double seconds = 0;
    for (const State state : states)
        seconds += toSeconds(sums.of(state));
    if (std::ranges::count(states, State::Running)) // as the lane says
        seconds += toSeconds(sums.of(State::Ready));
    return seconds;
}

Reading secondsIn(std::initializer_list<State> states)
{
    return [states = std::vector(states)](const Run &run) { return secondsOf(run, states); };
}

Reading percentIn(std::initializer_list<State> states, std::initializer_list<State> all)
{
    return [states = std::vector(states), all = std::vector(all)](const Run &run) {
        const double whole = secondsOf(run, all);
        return whole > 0 ? 100 * secondsOf(run, states) / whole : 0;
    };
}

Reading threadsMade()
{
    return [](const Run &run) { return workersOf(run.trace(), endOf(run)).made; };
}

Reading threadsAtOnce()
{
    return [](const Run &run) { return workersOf(run.trace(), endOf(run)).atOnce; };
}

Reading setting(const char *parameter)
{
    Reading reading([parameter](const Run &run) { return run.integer(parameter); });
    reading.parameters << parameter;
    return reading;
}

Reading beyond(const Reading &reading, const Reading &allowed)
{
    Reading difference([value = reading.value, most = allowed.value](const Run &run) {
        return std::max(0.0, value(run) - most(run));
    });
    difference.series = reading.series + allowed.series;
    difference.labels = reading.labels + allowed.labels;
    difference.columns = reading.columns + allowed.columns;
    difference.parameters = reading.parameters + allowed.parameters;
    return difference;
}

} // namespace tenfold
