#pragma once

#include "core/workloads/csv/format.h"

#include <stop_token>

namespace tenfold {

/// The numbers of a column of a CSV file, and what was none.
struct CsvColumn
{
    std::vector<double> numbers;
    qint64 bad = 0;     ///< records without a number in the column, or with more cells than there are columns
    QString badCells;   ///< the first of them with their lines, in a sentence; empty when there are none
    CsvFormat format;   ///< as it was read
    std::size_t at = 0; ///< which column it is, from 0
    char decimal = '.'; ///< its decimal separator
};

/// Reads the column with that name, or that number from 1; when `column` is empty, the first that holds
/// numbers. Cells may be quoted (RFC 4180). The file is read block by block: what is needed beyond the
/// numbers does not grow with it. Throws std::runtime_error with a sentence when there is no such column, no
/// number in it, or a quotation mark that is never closed; Stopped.
CsvColumn readCsvColumn(const QString &file, const QString &column, const std::stop_token &stop,
                        const CsvChoices &choices = {});

/// What can be said before the file is read: how its beginning looks.
struct CsvBeginning
{
    CsvFormat format;
    std::size_t at = 0; ///< of the column that is meant
};
/// Reads 4 MiB of the file at most. Throws as readCsvColumn() does.
CsvBeginning beginningOfCsv(const QString &file, const QString &column, const CsvChoices &choices = {});

} // namespace tenfold
