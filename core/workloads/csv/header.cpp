#include "core/workloads/csv/header.h"

#include "core/workloads/csv/number.h"

#include <algorithm>
#include <array>
#include <map>

namespace tenfold {

bool isAnyNumber(const CsvSampleCell &cell)
{
    return numberIn(cell.text, '.') || numberIn(cell.text, ',');
}

std::string shapeOf(const std::string &text)
{
    std::string shape;
    bool hasDigit = false;
    for (const char c : text) {
        const bool isDigit = c >= '0' && c <= '9';
        const bool isLetter = ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c & 0x80) != 0;
        const char kind = isDigit ? '9' : isLetter ? 'a' : c;
        if (shape.empty() || shape.back() != kind || !(isDigit || isLetter))
            shape += kind;
        hasDigit |= isDigit;
    }
    return hasDigit ? shape : std::string();
}

namespace {

/// What stands for a number that is not there.
bool isMissing(const std::string &text)
{
    constexpr std::array words{"", "-", "--", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "?", "."};
    std::string lower = text;
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c | 0x20 : c; });
    return std::ranges::find(words, lower) != words.end();
}

/// What a column says about the cell in its first record.
enum class Vote { None, Header, Data, SurelyData };

Vote voteOf(const CsvSample &sample, std::size_t column)
{
    if (column >= sample[0].size() || isMissing(sample[0][column].text))
        return Vote::None;
    const CsvSampleCell &first = sample[0][column];
    long filled = 0, numbers = 0, quoted = 0;
    std::map<std::string, long> shapes;
    for (std::size_t i = 1; i < sample.size(); ++i) {
        if (column >= sample[i].size() || isMissing(sample[i][column].text))
            continue;
        const CsvSampleCell &cell = sample[i][column];
        ++filled;
        quoted += cell.isQuoted ? 1 : 0;
        if (isAnyNumber(cell))
            ++numbers;
        else
            ++shapes[shapeOf(cell.text)];
    }
    if (2 * numbers > filled) {
        const bool isName = !isAnyNumber(first) || (first.isQuoted && quoted == 0);
        return isName ? Vote::Header : Vote::Data;
    }
    const auto most = std::ranges::max_element(shapes, {}, [](const auto &shape) { return shape.second; });
    if (filled == 0 || most->first.empty() || 5 * most->second < 4 * filled)
        return Vote::None; // words, or all sorts of things
    if (shapeOf(first.text) != most->first)
        return Vote::Header;
    return most->first.find('a') == std::string::npos ? Vote::SurelyData : Vote::Data; // a date, a time
}

/// Numbers that count on, such as years or those of columns, behind a first cell that is none.
bool areCountedNames(const std::vector<CsvSampleCell> &record)
{
    for (std::size_t i = 2; i < record.size(); ++i) {
        const auto before = numberIn(record[i - 1].text, '.'), number = numberIn(record[i].text, '.');
        if (!before || !number || *number != *before + 1)
            return false;
    }
    return record.size() > 2 && !isAnyNumber(record[0]);
}

} // namespace

bool hasHeader(const CsvSample &sample)
{
    if (sample.empty())
        return false;
    long votes[4] = {0, 0, 0, 0};
    for (std::size_t column = 0; column < sample[0].size(); ++column)
        ++votes[static_cast<int>(voteOf(sample, column))];
    if (votes[static_cast<int>(Vote::SurelyData)] > 0)
        return false;
    if (votes[static_cast<int>(Vote::Header)] > 0)
        return true;
    if (votes[static_cast<int>(Vote::Data)] > 0)
        return areCountedNames(sample[0]);
    return std::ranges::any_of(
        sample[0], [](const CsvSampleCell &cell) { return !cell.text.empty() && !isAnyNumber(cell); });
}

} // namespace tenfold
