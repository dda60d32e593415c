#include "ui/charts/stairs.h"

#include <algorithm>
#include <map>
#include <set>

namespace tenfold {

std::vector<StairBand> bandOf(std::vector<StairStep> steps)
{
    std::ranges::stable_sort(steps, {}, &StairStep::time);
    std::map<std::size_t, double> values; // by lane
    std::multiset<double> all;
    std::vector<StairBand> band;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto [own, isNew] = values.try_emplace(steps[i].lane, steps[i].value);
        if (!isNew)
            all.erase(all.find(std::exchange(own->second, steps[i].value)));
        all.insert(steps[i].value);
        if (i + 1 < steps.size() && steps[i + 1].time == steps[i].time)
            continue; // all that happens at once is one change
        if (band.empty() || band.back().least != *all.begin() || band.back().most != *all.rbegin())
            band.push_back({steps[i].time, *all.begin(), *all.rbegin()});
    }
    return band;
}

std::vector<StairBand> coarser(const std::vector<StairBand> &band, Nanoseconds width)
{
    std::vector<StairBand> some;
    for (const StairBand &entry : band) {
        if (some.empty() || entry.time - some.back().time >= width) {
            some.push_back(entry);
            continue;
        }
        some.back().least = std::min(some.back().least, entry.least);
        some.back().most = std::max(some.back().most, entry.most);
    }
    return some;
}

void goOn(QPolygonF &line, const QPointF &to)
{
    if (!line.isEmpty() && to.x() - line.back().x() < 1) {
        line.back().setY(to.y());
        return;
    }
    if (!line.isEmpty())
        line << QPointF(to.x(), line.back().y());
    line << to;
}

} // namespace tenfold
