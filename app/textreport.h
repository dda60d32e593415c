#pragma once

#include "core/recording/recording.h"

#include <QString>

namespace tenfold {

/// A finished run as a readable text: the chapter's four figures, a table of the variants, the explanation.
QString runToText(const Recording &recording);
/// In what `now` differs from the pinned run: a table, and what it means in a sentence.
QString differenceToText(const Recording &then, const Recording &now);
/// A sweep as a readable table: a row per value, a column per variant.
QString sweepToText(const Sweep &sweep);
/// The catalog as a readable text.
QString catalogToText();

} // namespace tenfold
