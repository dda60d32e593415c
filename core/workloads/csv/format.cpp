#include "core/workloads/csv/format.h"

#include "core/sync/stopped.h"
#include "core/workloads/csv/encoding.h"
#include "core/workloads/csv/textfile.h"

#include <algorithm>

namespace tenfold {

namespace {

/// The separator that a first line "sep=;" names; 0 where it is an ordinary line.
char separatorLine(std::string_view text)
{
    std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    if (line.size() > 2 && line.starts_with('"') && line.ends_with('"'))
        line = line.substr(1, line.size() - 2);
    if (line.size() != 5 || QByteArrayView(line.data(), 4).compare("sep=", Qt::CaseInsensitive) != 0)
        return '\0';
    return line[4];
}

/// '\r' where no line ends in '\n' outside quotation marks.
char lineEndOf(std::string_view text)
{
    if (text.find('\r') == std::string_view::npos || text.find("\r\n") != std::string_view::npos)
        return '\n';
    bool isQuoted = false;
    for (const char c : text) {
        isQuoted ^= c == '"';
        if (c == '\n' && !isQuoted)
            return '\n';
    }
    return '\r';
}

CsvSample sampleOf(std::string_view text, bool isWhole, const CsvMarks &marks, const std::stop_token &stop)
{
    constexpr std::size_t mostRecords = 500, mostCells = 200'000;
    bool isGiven = false;
    CsvRecords records(
        [&](std::string &more) {
            more += std::exchange(isGiven, true) ? std::string_view() : text;
            return false;
        },
        marks);
    CsvSample sample;
    std::size_t taken = 0; // cells
    try {
        while (sample.size() < mostRecords && (sample.size() < 2 || taken < mostCells) && records.next()) {
            throwIfStopped(stop);
            if (!isWhole && !records.isClosed() && !sample.empty())
                break; // there is more of it
            std::vector<CsvSampleCell> cells;
            for (const CsvRecords::Cell &cell : records.cells())
                cells.push_back({cell.text(), cell.isQuoted});
            taken += cells.size();
            sample.push_back(std::move(cells));
        }
    } catch (const CsvEndless &) { // reading the file says so
    }
    return sample;
}

/// From 0 to 1: how many records have as many cells as the first one.
double evenness(const CsvSample &sample)
{
    if (sample.empty() || sample[0].size() < 2)
        return 0;
    const std::size_t wanted = sample[0].size();
    const auto fit = [&](std::vector<CsvSampleCell> cells) {
        while (cells.size() > wanted && cells.back().text.empty())
            cells.pop_back();
        return cells.size() == wanted ? 1.0 : cells.size() > 1 ? 0.5 : 0.0;
    };
    double sum = 0;
    for (std::size_t i = 1; i < sample.size(); ++i)
        sum += fit(sample[i]);
    return sample.size() > 1 ? sum / static_cast<double>(sample.size() - 1) : 1.0;
}

/// From 0 to 1: how many cells below the first record are numbers, dates or nothing.
double clearness(const CsvSample &sample, const std::stop_token &stop)
{
    double all = 0, clear = 0;
    for (std::size_t i = sample.size() > 1 ? 1 : 0; i < sample.size(); ++i) {
        throwIfStopped(stop);
        for (const CsvSampleCell &cell : sample[i]) {
            const std::string shape = shapeOf(cell.text);
            const bool isDate = !shape.empty() && shape.find_first_of("a,;|\t") == std::string::npos;
            ++all;
            clear += cell.text.empty() || isDate || isAnyNumber(cell) ? 1 : 0;
        }
    }
    return all > 0 ? clear / all : 0;
}

/// The marks of the text but for its line ends, which are known.
CsvMarks guessedMarks(std::string_view text, bool isWhole, const QString &choice, CsvMarks marks,
                      const std::stop_token &stop)
{
    const auto withSpaces = [&](CsvMarks tried) { // where a quotation mark follows one, and it does no harm
        if (tried.separator == ' ')
            return tried;
        const std::string spaced{tried.separator, ' '};
        std::size_t at = text.find(spaced);
        while (at != std::string_view::npos) {
            at = text.find_first_not_of(' ', at + 1);
            if (at == std::string_view::npos || text[at] == '"')
                break;
            at = text.find(spaced, at);
        }
        if (at == std::string_view::npos)
            return tried;
        const double before = evenness(sampleOf(text, isWhole, tried, stop));
        tried.isSpaced = true;
        tried.isSpaced = evenness(sampleOf(text, isWhole, tried, stop)) >= before;
        return tried;
    };
    for (const CsvSeparator &separator : csvSeparators) {
        if (choice == QLatin1String(separator.id))
            marks.separator = separator.mark;
    }
    if (choice != QLatin1String("auto"))
        return withSpaces(marks);
    constexpr double leastEven = 0.25;
    double best = 0;
    CsvMarks found = marks;
    found.separator = '\0';
    for (const CsvSeparator &separator : csvSeparators) {
        if (separator.mark == '\0') // one column is what is left
            continue;
        marks.separator = separator.mark;
        const CsvMarks tried = withSpaces(marks);
        const CsvSample sample = sampleOf(text, isWhole, tried, stop);
        const double even = evenness(sample), score = even + clearness(sample, stop) / 2;
        if (even >= leastEven && score > best) {
            best = score;
            found = tried;
        }
    }
    return found;
}

} // namespace

QString CsvFormat::title(std::size_t column) const
{
    const std::string name = hasHeader && column < columns() ? sample[0][column].text : std::string();
    return name.empty() ? QString::number(column + 1) : QString::fromStdString(name);
}

char CsvFormat::decimalOf(std::size_t column) const
{
    if (decimal)
        return *decimal;
    SpellingCount all;
    for (const SpellingCount &one : spellings) {
        all.point += one.point;
        all.comma += one.comma;
    }
    const SpellingCount own = column < spellings.size() ? spellings[column] : SpellingCount();
    return own.proven().value_or(all.proven().value_or(own.likely(marks.separator)));
}

CsvFormat guessedFormat(const QByteArray &beginning, bool isWhole, const CsvChoices &choices,
                        const std::stop_token &stop)
{
    CsvFormat format;
    format.encoding = choices.encoding == QLatin1String("auto")
                          ? guessedEncoding(beginning, !beginning.contains('\n') && beginning.contains('\r'))
                          : choices.encoding;
    const std::string text = decoded(beginning, format.encoding);
    std::string_view rest = text;
    format.marks.lineEnd = lineEndOf(text);
    const char hinted = separatorLine(text);
    format.hasSeparatorLine = hinted != '\0';
    if (format.hasSeparatorLine)
        rest.remove_prefix(std::min(rest.size(), rest.find(format.marks.lineEnd)));
    rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of("\r\n"))); // there may be millions
    if (format.hasSeparatorLine && choices.separator == QLatin1String("auto")) {
        format.marks.separator = hinted;
        format.marks = guessedMarks(rest, isWhole, QStringLiteral("as hinted"), format.marks, stop);
    } else {
        format.marks = guessedMarks(rest, isWhole, choices.separator, format.marks, stop);
    }
    format.sample = sampleOf(rest, isWhole, format.marks, stop);
    format.hasHeader = choices.header == QLatin1String("yes") ||
                       (choices.header == QLatin1String("auto") && hasHeader(format.sample));
    if (choices.decimal != QLatin1String("auto"))
        format.decimal = choices.decimal == QLatin1String("comma") ? ',' : '.';
    for (std::size_t i = format.hasHeader ? 1 : 0; i < format.sample.size(); ++i) {
        throwIfStopped(stop);
        const auto &cells = format.sample[i];
        format.spellings.resize(std::max(format.spellings.size(), cells.size()));
        for (std::size_t column = 0; column < cells.size(); ++column)
            format.spellings[column].add(cells[column].text);
    }
    return format;
}

} // namespace tenfold
