#pragma once

#include <QString>

#include <stop_token>
#include <vector>

namespace tenfold {

/// The numbers of a column of a CSV file, and what was none.
struct CsvColumn
{
    std::vector<double> numbers;
    qint64 bad = 0;   ///< cells that are no number
    QString badCells; ///< the first of them with their lines, in a sentence; empty when there are none
};

/// Reads the column with that name, or that number from 1; the first one when `column` is empty. Cells are
/// parted by commas, semicolons or tabs, whichever the first line has most of, and may be quoted (RFC 4180).
/// Throws std::runtime_error with a sentence when there is no such column or no number in it, Stopped.
CsvColumn readCsvColumn(const QString &file, const QString &column, const std::stop_token &stop);

} // namespace tenfold
