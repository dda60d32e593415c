#pragma once

#include "core/catalog/scenario.h"
#include "core/workloads/csv/format.h"

namespace tenfold {

// What a user may say about an own CSV file; by default it is guessed.

Parameter csvEncoding();
Parameter csvSeparator();
Parameter csvDecimal();
Parameter csvHeader();

/// The values of these four.
CsvChoices csvChoices(const Values &values);
/// How the file `file` will be read for its column `column`, both of them among the values as well.
InputPreview csvPreview(const Values &values);

} // namespace tenfold
