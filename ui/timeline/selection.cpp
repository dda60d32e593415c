#include "ui/timeline/selection.h"

#include "core/analysis/format.h"
#include "core/analysis/readings.h"
#include "ui/theme.h"

#include <algorithm>

namespace tenfold {

Lane::Sums sumsBetween(const Scene &scene, int outcome, std::pair<double, double> range)
{
    Lane::Sums sums;
    const Repeat *repeat = scene.outcomes[static_cast<std::size_t>(outcome)].shown();
    if (!repeat || !repeat->trace)
        return sums;
    const Nanoseconds instant = scene.instantOf(*repeat->trace);
    const auto at = [&](double seconds) {
        return std::clamp(static_cast<Nanoseconds>(seconds * 1e9), Nanoseconds{0}, instant);
    };
    for (const Lane *lane : repeat->trace->lanes()) {
        if (!isShown(*lane, instant))
            continue;
        const Lane::Sums before = sumsOf(*lane, at(range.first)), after = sumsOf(*lane, at(range.second));
        for (std::size_t i = 0; i < stateCount; ++i)
            sums.state[i] += std::max(Nanoseconds{0}, after.state[i] - before.state[i]);
    }
    return sums;
}

QString selectionNote(const Scene &scene, int outcome, std::pair<double, double> range)
{
    const Lane::Sums sums = sumsBetween(scene, outcome, range);
    std::vector<std::size_t> states;
    for (std::size_t i = 0; i < stateCount; ++i) {
        if (sums.state[i] > 0)
            states.push_back(i);
    }
    std::ranges::sort(states, std::greater(), [&](std::size_t i) { return sums.state[i]; });
    QStringList parts;
    for (const std::size_t i : states)
        parts << styleOf(static_cast<State>(i), {}).name + u' ' + formatSeconds(toSeconds(sums.state[i]));
    const Outcome &drawn = scene.outcomes[static_cast<std::size_t>(outcome)];
    return translate("Timeline", "%1 to %2 · %3: %4", "a stretch of time, a variant, what it did")
        .arg(formatSeconds(range.first), formatSeconds(range.second), scene.variantOf(drawn)->title.text(),
             parts.isEmpty() ? translate("Timeline", "nothing") : listed(parts));
}

} // namespace tenfold
