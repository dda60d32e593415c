#include "ui/pagewords.h"

#include "core/analysis/format.h"
#include "core/catalog/words.h"

namespace tenfold {

QStringList complaintsOf(const Scene &scene)
{
    QStringList sentences;
    for (const Outcome &outcome : scene.outcomes) {
        const Variant &variant = *scene.variantOf(outcome);
        const Outcome &reference = scene.outcomes.front();
        if (outcome.status() == Status::Failed)
            sentences << translate("tenfold::ScenarioPage",
                                   "%1 failed: %2. Change the parameters, or press Run to try again.")
                             .arg(variant.title.text(), outcome.error());
        else if (outcome.status() == Status::Stuck && !variant.isMistake())
            sentences << translate("tenfold::ScenarioPage", "%1 got stuck: %2.")
                             .arg(variant.title.text(), outcome.error());
        else if (outcome.status() == Status::Finished && !outcome.sameResult() && !variant.isMistake() &&
                 reference.status() == Status::Finished)
            sentences << translate("tenfold::ScenarioPage", "%1 gave a different result from %2.")
                             .arg(variant.title.text(), scene.scenario()->variants.front().title.text());
    }
    return sentences;
}

QStringList complaintsOf(const Sweep &sweep)
{
    QStringList sentences;
    for (const Outcome &outcome : sweep.outcomes) {
        if (outcome.status() == Status::Failed)
            sentences << translate("tenfold::ScenarioPage", "%1 failed at %2: %3.")
                             .arg(sweep.request.scenario->variant(outcome.variant)->title.text(),
                                  outcome.values.value(sweep.request.over).toString(), outcome.error());
        else if (const Variant &variant = *sweep.request.scenario->variant(outcome.variant);
                 outcome.status() == Status::Stuck && !variant.isMistake())
            sentences << translate("tenfold::ScenarioPage", "%1 got stuck at %2: %3.")
                             .arg(variant.title.text(), outcome.values.value(sweep.request.over).toString(),
                                  outcome.error());
    }
    return sentences;
}

QString measuredWith(const Scene &scene, const Values &now)
{
    if (scene.outcomes.empty())
        return {};
    QStringList words;
    for (const Parameter &parameter : scene.scenario()->parameters) {
        const QVariant was = scene.outcomes.front().values.value(parameter.id, parameter.defaultValue);
        if (was == now.value(parameter.id) || parameter.isOfPicture)
            continue;
        const QString text = parameter.inWords(was);
        const QString shown = text.isEmpty() ? translate("tenfold::ScenarioPage", "Tenfold's own")
                              : text.contains(u'\n')
                                  ? translate("tenfold::ScenarioPage", "%1 lines").arg(text.count(u'\n') + 1)
                                  : (text + u' ' + parameter.unit).trimmed();
        words << QStringLiteral("%1 = %2").arg(parameter.title.text(), shown);
    }
    if (words.isEmpty())
        return {};
    return translate("tenfold::ScenarioPage", "The results below were measured with %1.").arg(listed(words));
}

} // namespace tenfold
