#pragma once

#include <QtGlobal>

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace tenfold {

/// Appends the next bytes of a text in UTF-8 to `text`; false at its end.
using CsvSource = std::function<bool(std::string &text)>;

/// What parts the cells and the records of a CSV file.
struct CsvMarks
{
    char separator = ','; ///< 0: there is one column
    char lineEnd = '\n';  ///< or '\r'; of "\r\n" the '\r' is not part of the cell
    /// Spaces may stand before the quotation mark that opens a cell.
    bool isSpaced = false;
};

/// A record that has no end: the line where it begins.
struct CsvEndless : std::runtime_error
{
    explicit CsvEndless(qint64 at, bool isLong) : std::runtime_error("no end"), line(at), isTooLong(isLong) {}
    qint64 line;
    bool isTooLong; ///< else the text ends within quotation marks
};

/// Cuts a text into records (RFC 4180). A quotation mark opens a quoted cell at its beginning and nowhere
/// else; what stands behind the one that closes it belongs to the cell (as in Python's csv).
class CsvRecords
{
public:
    struct Cell
    {
        std::string_view raw; ///< with its quotation marks
        bool isQuoted = false;

        /// What it says: without quotation marks, doubled ones single, without white space around it.
        std::string text() const;
    };

    CsvRecords(CsvSource source, CsvMarks marks, qint64 firstLine = 1);

    /// Goes on to the next record that is not an empty line; false at the end. Throws CsvEndless.
    bool next();
    /// Of the current record; valid until next().
    const std::vector<Cell> &cells() const { return cells_; }
    /// Where it begins.
    qint64 line() const { return line_; }
    /// Whether it ends in a line end, not with the text.
    bool isClosed() const { return isClosed_; }

private:
    bool record();
    bool refill();
    const CsvSource source_;
    const CsvMarks marks_;
    std::string text_;
    std::size_t at_ = 0; ///< in it: where the next record begins
    bool isEnd_ = false; ///< of the source
    std::vector<Cell> cells_;
    qint64 line_ = 0, nextLine_;
    bool isClosed_ = false;
};

} // namespace tenfold
