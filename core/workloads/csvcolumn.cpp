#include "core/workloads/csvcolumn.h"

#include "core/catalog/words.h"
#include "core/sync/stopped.h"
#include "core/workloads/inputfile.h"

#include <QStringList>

#include <cmath>
#include <optional>
#include <stdexcept>

namespace tenfold {
namespace {

constexpr qint64 longestFile = 512 << 20;
constexpr qsizetype longestRecord = 1 << 20;
constexpr std::size_t mostNumbers = 16'000'000; // 128 MB
constexpr int named = 5;                        // bad cells

[[noreturn]] void complain(const QString &sentence)
{
    throw std::runtime_error(sentence.toStdString());
}

/// Cuts a file into records.
class CsvReader
{
public:
    CsvReader(InputFile &file, std::stop_token stop) : file_(file), stop_(std::move(stop))
    {
        if (file_.peek(3) == "\xef\xbb\xbf")
            file_.skip(3);
        const QByteArray first = file_.peek(1 << 16).split('\n').first();
        for (const char candidate : {',', ';', '\t'}) {
            if (first.count(candidate) > first.count(separator_))
                separator_ = candidate;
        }
    }

    /// The cells of the next record that is not empty; nothing at the end.
    std::optional<QStringList> next()
    {
        while (!file_.atEnd()) {
            QStringList cells = record();
            if (cells.size() > 1 || !cells.first().trimmed().isEmpty())
                return cells;
        }
        return {};
    }
    /// Where the last record began, from 1.
    qint64 line() const { return line_; }

private:
    QStringList record()
    {
        line_ = next_;
        QStringList cells;
        QByteArray cell;
        bool isQuoted = false, isEnd = false;
        qsizetype length = 0;
        for (char c = 0; !isEnd;) {
            if (++read_ % 65'536 == 0 && stop_.stop_requested())
                throw Stopped();
            isEnd = !file_.getChar(&c);
            if (isEnd || (c == '\n' && !isQuoted)) {
                next_ += isEnd ? 0 : 1;
                break;
            }
            if (c == '\0')
                complain(translate("CsvColumn", "%1 is not a text file: it contains a null byte.")
                             .arg(file_.fileName()));
            if (++length > longestRecord)
                complain(
                    translate("CsvColumn",
                              "%1 is not a CSV file: the record that begins in line %2 is longer than 1 MiB. "
                              "Perhaps a quotation mark is missing.")
                        .arg(file_.fileName())
                        .arg(line_));
            if (c == '\n')
                ++next_;
            if (c == '"') {
                if (isQuoted && file_.peek(1) == "\"") {
                    file_.skip(1);
                    cell += c;
                } else {
                    isQuoted = !isQuoted;
                }
            } else if (c == separator_ && !isQuoted) {
                cells << QString::fromUtf8(std::exchange(cell, {})).trimmed();
            } else {
                cell += c;
            }
        }
        return cells << QString::fromUtf8(cell).trimmed();
    }

    InputFile &file_;
    const std::stop_token stop_;
    char separator_ = ',';
    qint64 line_ = 0, next_ = 1, read_ = 0;
};

std::optional<double> numberIn(const QString &cell)
{
    bool isNumber = false;
    const double number = cell.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// The index of the column in the first record.
qsizetype find(const QString &column, const QStringList &first, bool isHeader, const QString &file)
{
    if (column.isEmpty())
        return 0;
    if (isHeader) {
        if (const qsizetype exact = first.indexOf(column); exact >= 0)
            return exact;
        for (qsizetype i = 0; i < first.size(); ++i) {
            if (first[i].compare(column, Qt::CaseInsensitive) == 0)
                return i;
        }
    }
    bool isNumber = false;
    const qlonglong number = column.toLongLong(&isNumber);
    if (isNumber && number >= 1 && number <= first.size())
        return static_cast<qsizetype>(number) - 1;
    if (!isHeader)
        complain(translate("CsvColumn",
                           "%1 has no column \"%2\": its first line names none, so the columns are "
                           "numbered from 1 to %3.")
                     .arg(file, column)
                     .arg(first.size()));
    QString names = first.mid(0, 20).join(QStringLiteral(", "));
    if (first.size() > 20)
        names += QStringLiteral(", ...");
    complain(
        translate("CsvColumn", "%1 has no column \"%2\". Its columns are: %3.").arg(file, column, names));
}

} // namespace

CsvColumn readCsvColumn(const QString &name, const QString &column, const std::stop_token &stop)
{
    InputFile file(name, longestFile, stop);
    if (!file.open())
        complain(translate("CsvColumn", "%1 cannot be read: %2").arg(name, file.problem()));
    const auto complainIfTooLarge = [&] {
        if (file.isTooLarge())
            complain(translate("CsvColumn", "%1 is larger than 512 MiB.").arg(name));
    };
    complainIfTooLarge();
    CsvReader reader(file, stop);
    std::optional<QStringList> record = reader.next();
    if (!record && !stop.stop_requested())
        complain(translate("CsvColumn", "%1 is empty.").arg(name));
    if (!record)
        throw Stopped();
    const bool isHeader =
        std::ranges::any_of(*record, [](const QString &cell) { return !cell.isEmpty() && !numberIn(cell); });
    const qsizetype at = find(column.trimmed(), *record, isHeader, name);
    const QString title = isHeader ? record->at(at) : QString::number(at + 1);
    if (isHeader)
        record = reader.next();
    CsvColumn result;
    QStringList bad;
    for (; record; record = reader.next()) {
        const QString cell = record->value(at);
        if (const std::optional<double> number = numberIn(cell)) {
            if (result.numbers.size() == mostNumbers)
                complain(translate("CsvColumn", "%1 has more than %2 numbers in its column %3.")
                             .arg(name)
                             .arg(mostNumbers)
                             .arg(title));
            result.numbers.push_back(*number);
        } else if (++result.bad <= named) {
            bad << translate("CsvColumn", "line %1 (\"%2\")").arg(reader.line()).arg(cell.left(40));
        }
    }
    if (stop.stop_requested())
        throw Stopped();
    complainIfTooLarge(); // it has grown meanwhile
    if (result.bad > 0)
        result.badCells =
            translate("CsvColumn", "Cells of the column %2 that are not numbers (%1 in all): %3.")
                .arg(result.bad)
                .arg(title, bad.join(QStringLiteral(", ")) +
                                (result.bad > named ? QStringLiteral(", ...") : QString()));
    if (result.numbers.empty())
        complain(translate("CsvColumn", "%1 has no numbers in its column %2.").arg(name, title));
    return result;
}

} // namespace tenfold
