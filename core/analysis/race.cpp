#include "core/analysis/race.h"

#include "core/analysis/format.h"
#include "core/analysis/verdict.h"

#include <algorithm>

namespace tenfold {

static int rowsOf(const Outcome &outcome)
{
    const Repeat *shown = outcome.shown();
    return shown ? static_cast<int>(std::ranges::count_if(shown->results.table.rows,
                                                          [](const auto &row) { return !row.isEmpty(); }))
                 : 0;
}

RowsSoFar rowsSoFar(const Outcome &now, const Outcome &whole)
{
    const Repeat *shown = whole.shown();
    if (!shown || shown->results.rowTimes.empty())
        return {};
    return {rowsOf(now), rowsOf(whole)};
}

static QString wordsOf(const QString &title, const Outcome &now, const Outcome &whole, Nanoseconds instant)
{
    const Repeat *shown = whole.shown();
    if (now.status() == Status::Running) {
        const RowsSoFar rows = rowsSoFar(now, whole);
        return rows.all > 1
                   ? translate("Race", "%1: %2 of %3 so far.").arg(title).arg(rows.done).arg(rows.all)
                   : translate("Race", "%1 is under way.").arg(title);
    }
    if (!shown || !shown->trace)
        return translate("Race", "%1 was not begun.").arg(title);
    const double seconds = toSeconds(shown->trace->now());
    const QString ago = formatSeconds(toSeconds(instant) - seconds);
    if (whole.status() == Status::Stuck)
        return translate("Race", "%1 got stuck after %2, %3 ago.").arg(title, formatSeconds(seconds), ago);
    if (whole.status() == Status::Failed)
        return translate("Race", "%1 failed after %2, %3 ago.").arg(title, formatSeconds(seconds), ago);
    return translate("Race", "%1 was done after %2, %3 ago.").arg(title, formatSeconds(seconds), ago);
}

QStringList raceWords(const Scenario &scenario, const std::vector<Outcome> &now,
                      const std::vector<Outcome> &whole, Nanoseconds instant)
{
    QStringList words;
    for (std::size_t i = 0; i < now.size(); ++i)
        words << wordsOf(scenario.variant(now[i].variant)->title.text(), now[i], whole[i], instant);
    return words;
}

} // namespace tenfold
