#pragma once

#include "ui/scene.h"
#include "ui/theme.h"

namespace tenfold {

// How pictures show the pinned run behind the one that is theirs.

/// What legends call it, in the language of the moment: "pinned: 2 workers".
QString pinnedTitle(const Scene &scene);
/// The same by the name that a user gave it, where it has one. It may look like markup, which it is not.
QString pinnedName(const Scene &scene);
/// What scrubbers and bars say of the pinned run's time: the outcome that the big numbers speak of, else the
/// one that took longest, of those that both runs have. Null where none of it is drawn.
const Outcome *pinnedShown(const Scene &scene);
/// When `outcome` of the pinned run ended.
Nanoseconds endOf(const Outcome &outcome);
/// `colour` as of something behind: nearly that of the card.
QColor paleOf(const QColor &colour, const Theme &theme);
/// Whether a bar or a mark at `pinned` seconds is to be seen beside one at `own`, at so many pixels a second.
bool isApart(double pinned, double own, qreal perSecond);

} // namespace tenfold
