#pragma once

#include "core/workloads/csv/header.h"
#include "core/workloads/csv/number.h"
#include "core/workloads/csv/records.h"

#include <QString>

#include <optional>
#include <stop_token>

namespace tenfold {

/// What a user says about a CSV file; what is left at "auto" is guessed.
struct CsvChoices
{
    QString encoding = QStringLiteral("auto");  ///< or "utf-8", "utf-16", "cp932", "windows-1252" ...
    QString separator = QStringLiteral("auto"); ///< or "comma", "semicolon", "tab", "bar", "none"
    QString decimal = QStringLiteral("auto");   ///< or "point", "comma"
    QString header = QStringLiteral("auto");    ///< or "yes", "no"
};

/// What may part the cells of a CSV file, by the ids of its choices.
struct CsvSeparator
{
    const char *id;
    char mark; ///< 0: there is one column
};
inline constexpr CsvSeparator csvSeparators[] = {
    {"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"bar", '|'}, {"none", '\0'}};

/// How a CSV file is written.
struct CsvFormat
{
    QString encoding = QStringLiteral("utf-8");
    CsvMarks marks;
    bool hasSeparatorLine = false; ///< its first line is Excel's hint "sep=;"
    bool hasHeader = false;
    CsvSample sample;                     ///< its first records, the header among them
    std::vector<SpellingCount> spellings; ///< of the columns, in the sample
    std::optional<char> decimal;          ///< as the user says

    std::size_t columns() const { return sample.empty() ? 0 : sample[0].size(); }
    /// The name of a column, or its number where it has none.
    QString title(std::size_t column) const;
    /// The likely decimal separator of a column: as its cells prove, else those of the whole file.
    char decimalOf(std::size_t column) const;
};

/// Guesses from the beginning of a file; `isWhole` says that there is no more of it. Throws Stopped.
CsvFormat guessedFormat(const QByteArray &beginning, bool isWhole, const CsvChoices &choices,
                        const std::stop_token &stop = {});

} // namespace tenfold
