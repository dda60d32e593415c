#include "core/workloads/csv/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace tenfold {

static bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The length of a group separator at the beginning of `rest`; 0 for none. A no-break space, a narrow one,
/// a thin one and a typographic apostrophe are several bytes.
static std::size_t groupSeparator(std::string_view rest, char other)
{
    if (rest.empty())
        return 0;
    if (rest[0] == other || rest[0] == ' ' || rest[0] == '\'')
        return 1;
    for (const std::string_view mark : {"\u00a0", "\u202f", "\u2009", "\u2019"}) {
        if (rest.starts_with(mark))
            return mark.size();
    }
    return 0;
}

/// A number as std::from_chars reads it. What is too small for a double is 0, as everywhere.
static std::optional<double> plainNumber(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (end != text.data() + text.size() || error == std::errc::invalid_argument)
        return {};
    if (error == std::errc::result_out_of_range) {
        long double wide = std::numeric_limits<long double>::infinity();
        std::from_chars(text.data(), text.data() + text.size(), wide);
        number = static_cast<double>(wide);
    }
    return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// The number with its whole part in groups, without group separators and with a decimal point; empty for
/// none.
static std::string withoutGroups(std::string_view text, char decimal)
{
    const char other = decimal == '.' ? ',' : '.';
    std::string plain;
    if (!text.empty() && text[0] == '-') {
        plain += '-';
        text.remove_prefix(1);
    }
    const auto takeDigits = [&] {
        const std::size_t count =
            static_cast<std::size_t>(std::ranges::find_if_not(text, isDigit) - text.begin());
        plain += text.substr(0, count);
        text.remove_prefix(count);
        return count;
    };
    const bool beginsWithZero = text.starts_with('0');
    const std::size_t first = takeDigits();
    const std::string_view mark = text.substr(0, groupSeparator(text, other));
    if (!mark.empty() && (first == 0 || first > 3 || beginsWithZero))
        return {};
    while (!mark.empty() && text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        if (takeDigits() != 3)
            return {};
    }
    if (text.starts_with(decimal)) {
        plain += '.';
        text.remove_prefix(1);
    } else if (text.starts_with('.')) {
        return {};
    }
    return plain += text;
}

std::string_view trimmed(std::string_view cell)
{
    constexpr std::string_view spaces = " \t\r\n\v\f", noBreak = "\u00a0";
    const auto cut = [&](auto isAt, auto remove) {
        for (;;) {
            if (!cell.empty() && spaces.find(isAt(1)[0]) != std::string_view::npos)
                remove(1);
            else if (cell.size() >= noBreak.size() && isAt(noBreak.size()) == noBreak)
                remove(noBreak.size());
            else
                return;
        }
    };
    cut([&](std::size_t n) { return cell.substr(0, n); }, [&](std::size_t n) { cell.remove_prefix(n); });
    cut([&](std::size_t n) { return cell.substr(cell.size() - n); },
        [&](std::size_t n) { cell.remove_suffix(n); });
    return cell;
}

std::optional<double> numberIn(std::string_view cell, char decimal)
{
    constexpr std::string_view minus = "\u2212";
    std::string_view text = trimmed(cell);
    std::string ascii;
    if (text.starts_with(minus))
        text = ascii = '-' + std::string(text.substr(minus.size()));
    else if (text.size() > 1 && text[0] == '+' && text[1] != '-')
        text.remove_prefix(1);
    if (text.empty() || text.size() > 400 || !(isDigit(text.back()) || text.back() == decimal))
        return {}; // no letters: "nan", "inf"
    if (decimal == '.') {
        if (const auto number = plainNumber(text))
            return number;
    }
    return plainNumber(withoutGroups(text, decimal));
}

Spelling spellingOf(std::string_view cell)
{
    const auto byPoint = numberIn(cell, '.'), byComma = numberIn(cell, ',');
    if (byPoint && byComma && *byPoint != *byComma)
        return cell.find('.') != std::string_view::npos ? Spelling::AmbiguousPoint : Spelling::AmbiguousComma;
    return byPoint && byComma ? Spelling::Plain
           : byPoint          ? Spelling::Point
           : byComma          ? Spelling::Comma
                              : Spelling::NoNumber;
}

void SpellingCount::add(std::string_view cell)
{
    switch (spellingOf(cell)) {
    case Spelling::NoNumber:
        break;
    case Spelling::Plain:
        ++(std::ranges::count_if(cell, isDigit) > 3 ? plainFrom1000 : plainBelow1000);
        break;
    case Spelling::Point:
        ++point;
        break;
    case Spelling::Comma:
        ++comma;
        break;
    case Spelling::AmbiguousPoint:
        ++ambiguousPoint;
        break;
    case Spelling::AmbiguousComma:
        ++ambiguousComma;
        break;
    }
}

std::optional<char> SpellingCount::proven() const
{
    return point > comma ? std::optional('.') : comma > point ? std::optional(',') : std::nullopt;
}

char SpellingCount::likely(char separator) const
{
    const bool areThousands = plainBelow1000 > 0 && plainFrom1000 == 0;
    if (separator == ',' || (ambiguousPoint > 0 && ambiguousComma > 0))
        return '.';
    if (ambiguousComma > 0)
        return areThousands ? '.' : ',';
    if (ambiguousPoint > 0)
        return areThousands ? ',' : '.';
    return separator == ';' ? ',' : '.';
}

} // namespace tenfold
