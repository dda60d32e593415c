#pragma once

#include "ui/timeline/rows.h"

namespace tenfold {

/// The outcome whose rows are shown where there is no room for all: the `chosen` variant, else a mistake that
/// was made, else the one that the big numbers speak of. -1 where nothing is drawn.
int focusOf(const Scene &scene, const QString &chosen = {});

/// `all` with a strip instead of the rows of each outcome but the `focus`; of this one no more than
/// `mostLanes` lanes and `mostLocks` locks have rows of their own.
std::vector<TimelineRow> foldedRows(const std::vector<TimelineRow> &all, const Scene &scene, int focus,
                                    int mostLanes, int mostLocks);

/// Gives a process that took the place of another one the row of that one.
void joinHeirs(std::vector<TimelineRow> &rows);

/// The number of `lane` among those of its role without a name, from 1; a process has that of the one whose
/// place it took.
int placeOf(const Lane &lane);

/// What `lane` is called where no row of its variant stands around it: "W3", "Threads W3" where another
/// variant has workers as well, or the variant alone.
QString titleIn(const Scene &scene, const Lane &lane);

/// Lanes as "W1", "W2", ..., processes too: their full titles are left to `name`.
void shorten(std::vector<TimelineRow> &rows);

} // namespace tenfold
