#pragma once

#include <string>
#include <vector>

namespace tenfold {

/// A cell of the beginning of a CSV file.
struct CsvSampleCell
{
    std::string text;
    bool isQuoted = false;
};
using CsvSample = std::vector<std::vector<CsvSampleCell>>; ///< record by record

/// Whether the cell holds a number, however it is spelled.
bool isAnyNumber(const CsvSampleCell &cell);
/// Letters as "a", digits as "9": "A-17 x" is "a-9 a". Empty where it has no digit.
std::string shapeOf(const std::string &text);

/// Whether the first record names the columns. It does not, where its cells are of the same kinds as those
/// below: numbers above numbers, a date above dates.
bool hasHeader(const CsvSample &sample);

} // namespace tenfold
