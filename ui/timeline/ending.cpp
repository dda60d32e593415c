#include "ui/timeline/ending.h"

#include "core/analysis/format.h"
#include "core/analysis/verdict.h"
#include "core/analysis/waits.h"

namespace tenfold {

QStringList wordsAtEnd(const Scene &scene, int index)
{
    const Outcome &outcome = scene.outcomes[static_cast<std::size_t>(index)];
    const QString time = formatSeconds(scene.secondsOf(outcome));
    const QString title = scene.variantOf(outcome)->title.text();
    if (outcome.status() == Status::Stuck)
        return {translate("Timeline", "stuck after %1").arg(time), foundBy(*outcome.shown()->trace)};
    QStringList words{translate("Timeline", "%1: %2", "a variant and its time").arg(title, time)};
    if (outcome.status() != Status::Finished)
        return words;
    words << proofOf(*scene.scenario(), outcome);
    const Figures *figures = scene.summary.of(outcome.variant);
    if (figures && figures->timeSaved && *figures->timeSaved > 0)
        words << translate("Timeline", "saved %1").arg(formatSeconds(*figures->timeSaved));
    words.removeAll(QString());
    return words;
}

} // namespace tenfold
