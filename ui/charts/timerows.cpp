#include "ui/charts/timerows.h"

#include "ui/timeline/rows.h"

#include <numeric>

namespace tenfold {

Nanoseconds TimeRow::whole() const
{
    return std::accumulate(sums.state.begin(), sums.state.end(), Nanoseconds{0});
}

std::vector<TimeRow> timeRows(const Scene &scene, const QString &variant)
{
    std::vector<TimeRow> rows;
    for (const TimelineRow &row : timelineRows(scene, variant)) {
        if (row.kind == TimelineRow::Kind::Heading)
            rows.push_back({row.title, row.outcome, true});
        else if (row.lane)
            rows.push_back({row.title, row.outcome, false, sumsIn(scene, *row.lane)});
    }
    return rows;
}

std::vector<TimeRow> timeOverview(const Scene &scene)
{
    std::vector<TimeRow> rows;
    std::vector<int> lanes;
    for (const TimeRow &row : timeRows(scene)) {
        if (row.isHeading)
            continue;
        if (rows.empty() || rows.back().outcome != row.outcome) {
            const Outcome &outcome = scene.outcomes[static_cast<std::size_t>(row.outcome)];
            rows.push_back({scene.variantOf(outcome)->title.text(), row.outcome});
            lanes.push_back(0);
        }
        ++lanes.back();
        for (std::size_t i = 0; i < stateCount; ++i)
            rows.back().sums.state[i] += row.sums.state[i];
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (lanes[i] > 1)
            rows[i].title += QStringLiteral(" ×%1").arg(lanes[i]);
    }
    return rows;
}

std::vector<TimeRow> timeBands(const Scene &scene, const QStringList &states)
{
    std::vector<TimeRow> rows = timeOverview(scene);
    for (std::size_t i = 0; i < stateCount && !states.isEmpty(); ++i) {
        const State state = static_cast<State>(i) == State::Ready ? State::Running : static_cast<State>(i);
        if (states.contains(QLatin1String(idOf(state).data())))
            continue;
        for (TimeRow &row : rows)
            row.sums.state[i] = 0;
    }
    return rows;
}

} // namespace tenfold
