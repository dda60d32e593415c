#include "ui/pinned.h"

#include "core/analysis/difference.h"
#include "core/analysis/format.h"

#include <cmath>

namespace tenfold {

QString pinnedTitle(const Scene &scene)
{
    const QString own = scene.pinned ? ownValues(*scene.pinned, scene) : QString();
    return own.isEmpty() ? translate("Pinned", "pinned run") : translate("Pinned", "pinned: %1").arg(own);
}

QString pinnedName(const Scene &scene)
{
    return scene.pinned && !scene.pinned->label.name.isEmpty()
               ? translate("Pinned", "pinned: %1").arg(scene.pinned->label.name)
               : pinnedTitle(scene);
}

const Outcome *pinnedShown(const Scene &scene)
{
    const Outcome *shown = nullptr;
    for (const Outcome &outcome : scene.outcomes) {
        const Outcome *pinned = scene.pinnedOutcome(outcome.variant);
        if (pinned && scene.scenario()->variants.size() > 1 &&
            outcome.variant == scene.scenario()->variants[1].id)
            return pinned;
        if (pinned && (!shown || endOf(*pinned) > endOf(*shown)))
            shown = pinned;
    }
    return shown;
}

Nanoseconds endOf(const Outcome &outcome)
{
    const Repeat *shown = outcome.shown();
    return shown && shown->trace ? shown->trace->now()
                                 : static_cast<Nanoseconds>(outcome.medianSeconds() * 1e9);
}

QColor paleOf(const QColor &colour, const Theme &theme)
{
    constexpr float share = 0.45F;
    const auto mix = [](float a, float b) { return a + (b - a) * share; };
    return QColor::fromRgbF(mix(theme.card.redF(), colour.redF()), mix(theme.card.greenF(), colour.greenF()),
                            mix(theme.card.blueF(), colour.blueF()));
}

bool isApart(double pinned, double own, qreal perSecond)
{
    constexpr qreal leastSeen = 3; // pixels
    return std::abs(pinned - own) * perSecond >= leastSeen && formatSeconds(pinned) != formatSeconds(own);
}

} // namespace tenfold
