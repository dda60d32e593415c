#include "ui/charts/chosen.h"

namespace tenfold {

const Outcome *chosen(const Scene &scene)
{
    const Outcome *found = nullptr;
    const auto rank = [&](const Outcome &outcome) {
        const bool isHeadline =
            scene.scenario()->variants.size() > 1 && outcome.variant == scene.scenario()->variants[1].id;
        return outcome.shown()->status == Status::Running ? 2 : isHeadline ? 1 : 0;
    };
    for (const Outcome &outcome : scene.outcomes) {
        const Repeat *repeat = outcome.shown();
        if (repeat && repeat->trace && (!found || rank(outcome) >= rank(*found)))
            found = &outcome;
    }
    return found;
}

} // namespace tenfold
