#pragma once

#include <optional>
#include <string_view>

namespace tenfold {

/// The finite number that a cell holds, with the decimal separator `decimal` ('.' or ','). Its group
/// separator, if any, is the other one of the two, a space (a no-break one as well) or an apostrophe, before
/// every three digits.
std::optional<double> numberIn(std::string_view cell, char decimal);

/// What a cell says about how numbers are spelled.
enum class Spelling {
    NoNumber,       ///< in neither way
    Plain,          ///< the same in both: 12
    Point,          ///< a number with a decimal point only: 12.5, 1,250.5
    Comma,          ///< a number with a decimal comma only: 12,5
    AmbiguousPoint, ///< a decimal or a group separator, three digits behind it: 1.250
    AmbiguousComma  ///< a decimal or a group separator, three digits behind it: 1,250
};
Spelling spellingOf(std::string_view cell);

/// Without white space around it, no-break spaces included.
std::string_view trimmed(std::string_view cell);

/// What was seen of a column, or of several.
struct SpellingCount
{
    long long point = 0, comma = 0, ambiguousPoint = 0, ambiguousComma = 0;
    long long plainBelow1000 = 0, plainFrom1000 = 0; ///< whole numbers that need no group separator, or might

    void add(std::string_view cell);
    long long numbers() const
    {
        return point + comma + ambiguousPoint + ambiguousComma + plainBelow1000 + plainFrom1000;
    }
    /// The decimal separator that the cells prove; nothing where they prove none.
    std::optional<char> proven() const;
    /// The likely one where nothing is proven, in a file with cells parted by `separator`: 1.250 is 1250
    /// where 999 has no fraction and nothing above it goes without a mark.
    char likely(char separator) const;
};

} // namespace tenfold
