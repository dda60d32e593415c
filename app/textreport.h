#pragma once

#include "core/recording/writers.h"

#include <QString>

namespace tenfold {

/// A finished run as a readable text: the chapter's four figures, a table of the variants, the explanation.
QString runToText(const RunReport &report);
/// The catalog as a readable text.
QString catalogToText();

} // namespace tenfold
