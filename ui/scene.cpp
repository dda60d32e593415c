#include "ui/scene.h"

#include "core/analysis/explanation.h"
#include "core/analysis/race.h"
#include "core/recording/replay.h"

#include <algorithm>

namespace tenfold {

std::shared_ptr<const Executions> Scene::executions() const
{
    for (const Outcome &outcome : outcomes) {
        const Repeat *repeat = outcome.shown();
        if (repeat && repeat->results.executions)
            return repeat->results.executions;
    }
    return {};
}

int Scene::numberOf(const Outcome &outcome) const
{
    int number = 0;
    const Variant *own = variantOf(outcome);
    for (const Variant &variant : scenario()->variants) {
        if (&variant == own)
            break;
        if (variant.kind == own->kind)
            ++number;
    }
    return number;
}

double Scene::secondsOf(const Outcome &outcome) const
{
    const Repeat *repeat = outcome.shown();
    return repeat && repeat->trace ? outcome.secondsAt(instantOf(*repeat->trace)) : outcome.medianSeconds();
}

const Outcome *Scene::pinnedOutcome(const QString &variant) const
{
    if (!pinned || !scenario() || pinned->scenario()->path() != scenario()->path() || executions())
        return nullptr;
    const Outcome *found = pinned->outcomeOf(variant);
    return found && found->status() == Status::Finished ? found : nullptr;
}

double Scene::longest() const
{
    double longest = 0;
    for (const Outcome &outcome : outcomes)
        longest = std::max(longest, secondsOf(outcome));
    return longest;
}

bool Scene::isUnderWay() const
{
    return !whole && std::ranges::any_of(outcomes, [](const Outcome &outcome) {
        return outcome.status() == Status::Pending || outcome.status() == Status::Running;
    });
}

bool Scene::hasMistake() const
{
    return std::ranges::any_of(outcomes,
                               [&](const Outcome &outcome) { return variantOf(outcome)->isMistake(); });
}

Scene sceneAt(const Replay &replay, const std::shared_ptr<const Scene> &whole, Nanoseconds instant)
{
    if (instant >= replay.end())
        return *whole;
    return {replay.at(instant), instant, whole, whole->pinned};
}

Scene spoken(Scene scene)
{
    if (!scene.scenario())
        return scene;
    scene.summary.explanation =
        scene.whole ? raceWords(*scene.scenario(), scene.outcomes, scene.whole->outcomes, *scene.instant)
                    : explain(*scene.scenario(), scene.outcomes, scene.summary);
    return scene;
}

const Pattern &patternOf(const Scene &scene, const Scenario &scenario)
{
    static const Pattern none;
    const Pattern *known = scene.origin.pattern ? scene.origin.pattern.get() : findPattern(scenario.pattern);
    return known ? *known : none;
}

} // namespace tenfold
