#include "core/workloads/csvcolumn.h"

#include "core/catalog/words.h"
#include "core/sync/stopped.h"
#include "core/workloads/csv/textfile.h"

#include <QStringList>

#include <algorithm>
#include <stdexcept>

namespace tenfold {
namespace {

constexpr std::size_t mostNumbers = 16'000'000; // 128 MB
constexpr int mostNamed = 5;                    // of the cells that are no number
constexpr std::size_t ofBeginning = 4 << 20;    // two records of the longest kind, in UTF-16

/// The first column in which most cells are numbers.
std::size_t firstOfNumbers(const CsvFormat &format)
{
    for (std::size_t i = 0; i < format.columns() && i < format.spellings.size(); ++i) {
        const SpellingCount &seen = format.spellings[i];
        if (2 * seen.numbers() > static_cast<long long>(format.sample.size()) - (format.hasHeader ? 1 : 0))
            return i;
    }
    return 0;
}

/// The number that a column is chosen by, from 1; 0 for none.
std::size_t numberOf(const QString &column, const CsvFormat &format)
{
    bool isNumber = false;
    const qulonglong number = column.toULongLong(&isNumber);
    return isNumber && number <= format.columns() ? static_cast<std::size_t>(number) : 0;
}

/// The index of the column in the first record.
std::size_t find(const QString &column, const CsvFormat &format, const QString &file)
{
    if (column.isEmpty())
        return firstOfNumbers(format);
    QStringList names;
    for (std::size_t i = 0; i < format.columns(); ++i)
        names << (format.hasHeader ? QString::fromStdString(format.sample[0][i].text) : QString());
    const auto same = [&](auto change) {
        const QString wanted = change(column);
        QStringList numbers;
        for (qsizetype i = 0; format.hasHeader && i < names.size(); ++i) {
            if (change(names[i]) == wanted)
                numbers << QString::number(i + 1);
        }
        return numbers;
    };
    // As it stands there; but for its accents' spelling and its white space; but for its case.
    const auto plainly = [](const QString &name) {
        return name.normalized(QString::NormalizationForm_C).simplified();
    };
    for (const QStringList &numbers :
         {same([](const QString &name) { return name; }), same(plainly),
          same([&](const QString &name) { return plainly(name).toCaseFolded(); })}) {
        if (numbers.size() > 1) // other readers take the first, or the last
            refuseCsv(translate("CsvColumn", "%1 has %2 columns \"%3\": choose one by its number (%4).")
                          .arg(file)
                          .arg(numbers.size())
                          .arg(column, numbers.mid(0, 20).join(QStringLiteral(", "))));
        if (!numbers.isEmpty())
            return numbers[0].toULongLong() - 1;
    }
    if (const std::size_t number = numberOf(column, format); number > 0)
        return number - 1;
    if (!format.hasHeader)
        refuseCsv(translate("CsvColumn",
                            "%1 has no column \"%2\": its first line names none, so the columns are "
                            "numbered from 1 to %3.")
                      .arg(file, column)
                      .arg(names.size()));
    const qsizetype all = names.size();
    names = names.mid(0, 20);
    refuseCsv(translate("CsvColumn", "%1 has no column \"%2\". Its columns are: %3.")
                  .arg(file, column,
                       names.join(QStringLiteral(", ")) + (all > 20 ? QStringLiteral(", ...") : QString())));
}

/// The first record is taken for the names where it holds the name that is asked for.
bool isNamed(const QString &column, const CsvFormat &format)
{
    return format.columns() > 0 && !column.isEmpty() && numberOf(column, format) == 0 &&
           std::ranges::find(format.sample[0], column.toStdString(), &CsvSampleCell::text) !=
               format.sample[0].end();
}

CsvFormat formatOf(CsvTextFile &file, const QString &column, CsvChoices choices, const std::stop_token &stop)
{
    for (qint64 most = 1 << 16;; most *= 8) {
        const QByteArray beginning = file.beginning(most);
        const bool isWhole = beginning.size() < most;
        CsvFormat format = guessedFormat(beginning, isWhole, choices, stop);
        if (!isWhole && format.sample.size() < 2 && most < static_cast<qint64>(ofBeginning))
            continue; // a wide table, or a long text in its first cells
        if (choices.header == QLatin1String("auto") && !format.hasHeader && isNamed(column, format)) {
            choices.header = QStringLiteral("yes");
            format = guessedFormat(beginning, isWhole, choices, stop);
        }
        file.setEncoding(format.encoding);
        return format;
    }
}

/// A file that is open, and its format.
struct Opened
{
    Opened(const QString &name, const QString &asked, const CsvChoices &choices, const std::stop_token &stop)
        : file(name, stop), column(asked.trimmed()), format(formatOf(file, column, choices, stop))
    {}

    /// Calls `function` with each record but the header. Once only.
    template<typename Function> void each(Function function)
    {
        CsvRecords records([this](std::string &text) { return file.read(text); }, format.marks);
        int toSkip = (format.hasSeparatorLine ? 1 : 0) + (format.hasHeader ? 1 : 0);
        try {
            while (records.next()) {
                if (toSkip > 0)
                    --toSkip;
                else
                    function(std::as_const(records));
            }
        } catch (const CsvEndless &endless) {
            complainOf(endless);
        }
    }

    /// The index of the column. Throws where there is none. Reads no more than the beginning of the file.
    std::size_t find()
    {
        if (format.columns() == 0)
            complainOfBeginning();
        return tenfold::find(column, format, file.name());
    }

    CsvTextFile file;
    const QString column; ///< as it is asked for
    CsvFormat format;

private:
    [[noreturn]] void complainOf(const CsvEndless &endless) const
    {
        refuseCsv((endless.isTooLong
                       ? translate("CsvColumn",
                                   "%1 is not a CSV file: the record that begins in line %2 is longer than 1 "
                                   "MiB. Perhaps a quotation mark is missing.")
                       : translate("CsvColumn",
                                   "%1 cannot be read: a quotation mark of the record that begins in line %2 "
                                   "is never closed."))
                      .arg(file.name())
                      .arg(endless.line));
    }
    /// Why there is no record in it.
    [[noreturn]] void complainOfBeginning()
    {
        std::size_t seen = 0;
        bool isEnd = false;
        const auto bounded = [&](std::string &text) {
            if (seen >= ofBeginning)
                return false;
            const std::size_t before = text.size();
            isEnd = !file.read(text);
            seen += text.size() - before;
            return !isEnd;
        };
        CsvRecords records(bounded, format.marks);
        try {
            while (records.next()) {
            }
        } catch (const CsvEndless &endless) {
            if (isEnd || endless.isTooLong)
                complainOf(endless);
        }
        refuseCsv((isEnd ? translate("CsvColumn", "%1 is empty.")
                         : translate("CsvColumn", "In the first 4 MiB of %1 no record ends."))
                      .arg(file.name()));
    }
};

/// What a record says that is not a number, for the sentence that names it.
QString wordsOf(const CsvRecords &records, std::size_t at, std::size_t columns)
{
    const std::size_t count = records.cells().size();
    if (count > columns)
        return translate("CsvColumn", "line %1 (%2 cells)").arg(records.line()).arg(count);
    const QString cell = at < count ? QString::fromStdString(records.cells()[at].text()) : QString();
    return translate("CsvColumn", "line %1 (\"%2\")").arg(records.line()).arg(cell.left(40));
}

/// More cells than there are columns: which of them is meant nobody knows. Empty ones at the end are nothing.
bool isTooWide(const std::vector<CsvRecords::Cell> &cells, std::size_t columns)
{
    return cells.size() > columns &&
           std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(columns), cells.end(),
                       [](const CsvRecords::Cell &cell) { return !trimmed(cell.raw).empty(); });
}

/// What a reading of the column came to.
struct Reading
{
    std::vector<double> numbers;
    qint64 bad = 0;
    QStringList named;
    bool isDoubtful = false; ///< a cell would be a number with the other decimal separator
};

Reading numbersOf(Opened &opened, std::size_t at, char decimal)
{
    Reading reading;
    // Room that is not used takes no memory; a number takes two bytes at least.
    reading.numbers.reserve(std::min(mostNumbers, static_cast<std::size_t>(opened.file.size()) / 2 + 1));
    const std::size_t columns = opened.format.columns();
    opened.each([&](const CsvRecords &records) {
        const auto &cells = records.cells();
        std::optional<double> number;
        if (at < cells.size() && !isTooWide(cells, columns)) {
            const CsvRecords::Cell &cell = cells[at];
            number = cell.isQuoted ? numberIn(cell.text(), decimal) : numberIn(cell.raw, decimal);
            reading.isDoubtful |= !number && numberIn(cell.text(), decimal == '.' ? ',' : '.');
        }
        if (number && reading.numbers.size() == mostNumbers)
            refuseCsv(translate("CsvColumn", "%1 has more than %2 numbers in its column %3.")
                          .arg(opened.file.name())
                          .arg(mostNumbers)
                          .arg(opened.format.title(at)));
        if (number)
            reading.numbers.push_back(*number);
        else if (++reading.bad <= mostNamed)
            reading.named << wordsOf(records, at, columns);
    });
    return reading;
}

/// What the cells of the whole column prove about the decimal separator.
std::optional<char> provenMark(Opened opened, std::size_t at)
{
    SpellingCount count;
    opened.each([&](const CsvRecords &records) {
        if (at < records.cells().size())
            count.add(records.cells()[at].text());
    });
    return count.proven();
}

} // namespace

CsvColumn readCsvColumn(const QString &name, const QString &column, const std::stop_token &stop,
                        const CsvChoices &choices)
{
    Opened opened(name, column, choices, stop);
    CsvColumn result;
    result.at = opened.find();
    result.decimal = opened.format.decimalOf(result.at);
    Reading reading = numbersOf(opened, result.at, result.decimal);
    if (reading.isDoubtful && !opened.format.decimal) { // its beginning did not tell all
        const auto proven = provenMark(Opened(name, column, choices, stop), result.at);
        if (proven && *proven != result.decimal) {
            result.decimal = *proven;
            Opened again(name, column, choices, stop);
            reading = numbersOf(again, result.at, result.decimal);
        }
    }
    const QString title = opened.format.title(result.at);
    if (reading.bad > 0)
        result.badCells =
            translate("CsvColumn", "Cells of the column %2 that are not numbers (%1 in all): %3.")
                .arg(reading.bad)
                .arg(title, reading.named.join(QStringLiteral(", ")) +
                                (reading.bad > mostNamed ? QStringLiteral(", ...") : QString()));
    if (reading.numbers.empty())
        refuseCsv(translate("CsvColumn", "%1 has no numbers in its column %2.").arg(name, title) +
                  (reading.bad > 0 ? u' ' + result.badCells : QString()));
    result.numbers = std::move(reading.numbers);
    result.bad = reading.bad;
    result.format = std::move(opened.format);
    return result;
}

CsvBeginning beginningOfCsv(const QString &name, const QString &column, const CsvChoices &choices)
{
    Opened opened(name, column, choices, {});
    const std::size_t at = opened.find();
    return {std::move(opened.format), at};
}

} // namespace tenfold
