#include "ui/pagewords.h"

#include "core/analysis/explanation.h"
#include "core/analysis/format.h"
#include "core/analysis/verdict.h"
#include "core/catalog/pattern.h"
#include "core/catalog/words.h"

#include <QTextDocument>

#include <algorithm>

namespace tenfold {

/// "A, B failed: why." for each why, in the order in which it first happened.
static QStringList failures(const Scenario &scenario, const std::vector<Outcome> &outcomes)
{
    std::vector<std::pair<QString, QStringList>> titles; // by error
    for (const Outcome &outcome : outcomes) {
        if (outcome.status() != Status::Failed)
            continue;
        const QString error = withoutStop(outcome.error());
        auto found = std::ranges::find(titles, error, [](const auto &pair) { return pair.first; });
        if (found == titles.end())
            found = titles.insert(found, {error, {}});
        if (const QString title = scenario.variant(outcome.variant)->title.text();
            !found->second.contains(title))
            found->second << title;
    }
    QStringList sentences;
    for (const auto &[error, of] : titles)
        sentences << translate("tenfold::ScenarioPage",
                               "%1 failed: %2. Change the parameters, or press Run to try again.")
                         .arg(listed(of), error);
    return sentences;
}

QStringList complaintsOf(const Scene &scene)
{
    const QString none = failureOfAll(scene.outcomes);
    if (const QString failure = none.isEmpty() ? allTasksFailed(scene.outcomes) : none; !failure.isEmpty())
        return {followedBy(failure, translate("tenfold::ScenarioPage",
                                              "Change the parameters, or press Run to try again."))};
    if (scene.outcomes.empty())
        return {};
    QStringList sentences = failures(*scene.scenario(), scene.outcomes);
    const Outcome &reference = scene.outcomes.front();
    for (const Outcome &outcome : scene.outcomes) {
        const Variant &variant = *scene.variantOf(outcome);
        const bool isOver = outcome.status() == Status::Finished && reference.status() == Status::Finished;
        if (outcome.status() == Status::Stuck && !variant.isMistake())
            sentences << translate("tenfold::ScenarioPage", "%1 got stuck: %2.")
                             .arg(variant.title.text(), whyStuck(outcome));
        else if (isOver && !variant.isMistake() && didAllTasksFail(outcome) && !didAllTasksFail(reference))
            sentences << translate("tenfold::ScenarioPage", "%1: all of its tasks failed.")
                             .arg(variant.title.text());
        else if (isOver && !outcome.sameResult() && !variant.isMistake())
            sentences << translate("tenfold::ScenarioPage", "%1 gave a different result from %2.")
                             .arg(variant.title.text(), scene.scenario()->variants.front().title.text());
    }
    return sentences;
}

QStringList complaintsOf(const Sweep &sweep)
{
    const Scenario &scenario = *sweep.request.scenario;
    if (const QString failure = failureOfAll(sweep.outcomes); !failure.isEmpty())
        return {failure};
    QStringList sentences;
    for (const Outcome &outcome : sweep.outcomes) {
        const Variant &variant = *scenario.variant(outcome.variant);
        const QString value = outcome.values.value(sweep.request.over).toString();
        if (outcome.status() == Status::Failed)
            sentences << translate("tenfold::ScenarioPage", "%1 failed at %2: %3.")
                             .arg(variant.title.text(), value, withoutStop(outcome.error()));
        else if (outcome.status() == Status::Stuck && !variant.isMistake())
            sentences << translate("tenfold::ScenarioPage", "%1 got stuck at %2: %3.")
                             .arg(variant.title.text(), value, whyStuck(outcome));
    }
    return sentences;
}

/// Who looks at it later, or somewhere else, is not to take it for a run of this machine.
static QString originOf(const Scene &scene)
{
    if (scene.origin.version.isEmpty())
        return {};
    const QString made =
        translate("tenfold::ScenarioPage", "A recording, made by Tenfold %1 on a machine with %2 cores.")
            .arg(scene.origin.version)
            .arg(scene.machine.cores);
    if (scene.scenario()->isOfFile)
        return followedBy(made, cannotRunAgain(scene));
    if (scene.origin.source == sourceOf(*scene.scenario()))
        return made;
    return followedBy(made, translate("tenfold::ScenarioPage",
                                      "The code beside it is that of the recording; this version of Tenfold "
                                      "has another one, which the next run will be of."));
}

QString cannotRunAgain(const Scene &scene)
{
    const Scenario &scenario = *scene.scenario();
    return (findScenario(scenario.path())
                ? translate("tenfold::ScenarioPage", "This version of Tenfold has another \"%1\", with other "
                                                     "parameters, variants or columns: it is shown as it was "
                                                     "recorded, and cannot be run again.")
                : translate("tenfold::ScenarioPage", "This version of Tenfold does not have \"%1\": it is "
                                                     "shown as it was recorded, and cannot be run again."))
        .arg(scenario.path());
}

/// What a user called the run and said of it, which is text. A long note is cut: the list of runs has it
/// whole.
static QString labelOf(const Scene &scene)
{
    constexpr qsizetype most = 160;
    const QString note = scene.label.note.simplified();
    QStringList words{scene.label.name, note.size() > most ? note.left(most) + u'…' : note};
    words.removeAll(QString());
    return words.join(QStringLiteral(" · "));
}

static QString introductionOf(const Scene &scene)
{
    const QString label = labelOf(scene), origin = originOf(scene);
    return label.isEmpty() || origin.isEmpty() ? label + origin
                                               : QStringLiteral("%1 · %2").arg(label, origin);
}

QString plainTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped()) : text;
}

QString measuredWith(const Scene &scene, const Values &now)
{
    if (scene.outcomes.empty())
        return introductionOf(scene);
    QStringList words;
    for (const Parameter &parameter : scene.scenario()->parameters) {
        const QVariant was = scene.outcomes.front().values.value(parameter.id, parameter.defaultValue);
        if (was == now.value(parameter.id) || parameter.isOfPicture)
            continue;
        words << QStringLiteral("%1 = %2").arg(parameter.title.text(), parameter.withUnit(was));
    }
    const QString origin = introductionOf(scene);
    if (words.isEmpty())
        return origin;
    const QString measured =
        translate("tenfold::ScenarioPage", "The results below were measured with %1.").arg(listed(words));
    return origin.isEmpty() ? measured : followedBy(origin, measured);
}

} // namespace tenfold
