// What of two pieces of code stands side by side on a slide, and at which height.

#include "ui/code/codepick.h"

#include <QRegularExpression>

#include <algorithm>

namespace tenfold {

/// How much a slide loses without it.
static int worthOf(const CodeUnit &unit)
{
    static const QRegularExpression closing(QStringLiteral("^\\s*[})\\];]+$"));
    static const QRegularExpression declaring(QStringLiteral("^\\s*(?:const )?(?:std::\\w+|auto)\\b[^(]*;$"));
    static const QRegularExpression empty(QStringLiteral("^\\s*(?:try:|except\\b.*|global \\w+|pass)$"));
    if (closing.match(unit.text()).hasMatch() || empty.match(unit.text()).hasMatch())
        return 0; // a closing brace goes before what opens it
    if (unit.isOwn)
        return 12;
    if (unit.isDifferent)
        return unit.idiom.isEmpty() ? 9 : 10;
    if (declaring.match(unit.text()).hasMatch())
        return 1;
    const bool isHead = unit.rows.first().startsWith(QLatin1String("def ")) ||
                        unit.rows.first().startsWith(QLatin1String("async def "));
    return isHead || !unit.idiom.isEmpty() ? 3 : 2;
}

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

static int worthOfPair(const CodeUnit &left)
{
    return left.isOwn ? 10 : 1;
}

/// The list of units that both sides have in the same order which is worth most.
static Pairs commonOf(const std::vector<CodeUnit> &left, const std::vector<CodeUnit> &right, auto &&isSame)
{
    const std::size_t n = left.size(), m = right.size();
    std::vector<std::vector<int>> best(n + 1, std::vector<int>(m + 1, 0));
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t j = m; j-- > 0;)
            best[i][j] = std::max({isSame(left[i], right[j]) ? best[i + 1][j + 1] + worthOfPair(left[i]) : 0,
                                   best[i + 1][j], best[i][j + 1]});
    }
    Pairs pairs;
    for (std::size_t i = 0, j = 0; i < n && j < m;) {
        if (isSame(left[i], right[j]) && best[i][j] == best[i + 1][j + 1] + worthOfPair(left[i]))
            pairs.emplace_back(i++, j++);
        else if (best[i + 1][j] >= best[i][j + 1])
            ++i;
        else
            ++j;
    }
    return pairs;
}

/// The rows in which `pairs` stand at the same height; numbered on both sides if they are.
static std::vector<CodeRow> laidOut(const std::vector<CodeUnit> &left, const std::vector<CodeUnit> &right,
                                    const Pairs &pairs, bool isNumbered)
{
    std::vector<CodeRow> rows;
    std::size_t atLeft = 0, atRight = 0;
    const auto put = [&](std::size_t row, CodeRow::Cell CodeRow::*side, const CodeUnit &unit, int number) {
        for (qsizetype i = 0; i < unit.rows.size(); ++i, ++row) {
            if (rows.size() <= row)
                rows.resize(row + 1);
            rows[row].*side = {unit.rows[i], i == 0 ? number : 0, number > 0 ? unit.idiom : QString(),
                               number > 0 || unit.isDifferent, unit.isCutBehind && i + 1 == unit.rows.size()};
        }
        return row;
    };
    const auto upTo = [&](std::size_t i, std::size_t j) {
        std::size_t row = rows.size(), other = rows.size();
        const bool isLeftOut = !isNumbered && atRight == j; // nothing stands in the place of what is there
        while (atLeft < i)
            row = put(row, &CodeRow::left, left[atLeft++], 0);
        for (std::size_t gap = other; isLeftOut && gap < row; ++gap)
            rows[gap].right.isMarked = rows[gap].left.isMarked;
        while (atRight < j)
            other = put(other, &CodeRow::right, right[atRight++], 0);
    };
    int number = 0;
    for (const auto &[i, j] : pairs) {
        upTo(i, j);
        const std::size_t row = rows.size();
        number += isNumbered ? 1 : 0;
        put(row, &CodeRow::left, left[atLeft++], number);
        put(row, &CodeRow::right, right[atRight++], number);
    }
    upTo(left.size(), right.size());
    return rows;
}

static int heightOf(const std::vector<CodeUnit> &side)
{
    qsizetype all = 0;
    for (const CodeUnit &unit : side)
        all += unit.rows.size();
    return static_cast<int>(all);
}

/// Leaves out what matters least until the rest has room; the first unit of a side stays.
static std::vector<CodeRow> fitted(std::vector<CodeUnit> left, std::vector<CodeUnit> right, int most,
                                   bool isNumbered, auto &&isSame)
{
    for (;;) {
        const Pairs pairs = commonOf(left, right, isSame);
        std::vector<CodeRow> rows = laidOut(left, right, pairs, isNumbered);
        if (static_cast<int>(rows.size()) <= most)
            return rows;
        // From a side that is too high by itself; else from where something stands alone.
        const bool isAnyHigh = heightOf(left) > most || heightOf(right) > most;
        std::vector<CodeUnit> *from = nullptr;
        std::size_t which = 0;
        int least = 99;
        for (auto *side : {&left, &right}) {
            if (side->size() < 2 || (isAnyHigh && heightOf(*side) <= most))
                continue;
            for (std::size_t i = side->size(); i-- > 1;) {
                const bool isPaired = std::ranges::any_of(
                    pairs, [&](const auto &pair) { return (side == &left ? pair.first : pair.second) == i; });
                const int worth = worthOf((*side)[i]) + (isPaired && isNumbered ? 20 : 0);
                if (worth < least) {
                    least = worth;
                    from = side;
                    which = i;
                }
            }
        }
        if (!from) {
            rows.resize(static_cast<std::size_t>(most));
            for (CodeRow::Cell CodeRow::*side : {&CodeRow::left, &CodeRow::right})
                (rows.back().*side).isCut = !(rows.back().*side).text.isEmpty();
            return rows;
        }
        (*from)[which - 1].isCutBehind = true;
        from->erase(from->begin() + static_cast<std::ptrdiff_t>(which));
    }
}

static bool isSameIdiom(const CodeUnit &a, const CodeUnit &b)
{
    return !a.idiom.isEmpty() && a.idiom == b.idiom;
}

std::vector<CodeRow> sideBySide(std::vector<CodeUnit> left, std::vector<CodeUnit> right, int most)
{
    return fitted(std::move(left), std::move(right), most, true, isSameIdiom);
}

int worthOfPairs(const std::vector<CodeUnit> &left, const std::vector<CodeUnit> &right)
{
    int worth = 0;
    for (const auto &[i, j] : commonOf(left, right, isSameIdiom))
        worth += worthOfPair(left[i]);
    return worth;
}

std::size_t ownPairs(const std::vector<CodeUnit> &a, const std::vector<CodeUnit> &b)
{
    return commonOf(a, b, [](const CodeUnit &x, const CodeUnit &y) { return x.isOwn && x.idiom == y.idiom; })
        .size();
}

std::size_t commonUnits(const std::vector<CodeUnit> &a, const std::vector<CodeUnit> &b)
{
    return commonOf(a, b, [](const CodeUnit &x, const CodeUnit &y) { return x.text() == y.text(); }).size();
}

std::vector<CodeRow> compared(std::vector<CodeUnit> left, std::vector<CodeUnit> right, int most)
{
    const auto isSame = [](const CodeUnit &a, const CodeUnit &b) { return a.text() == b.text(); };
    const Pairs pairs = commonOf(left, right, isSame);
    for (std::size_t i = 0; i < left.size(); ++i)
        left[i].isDifferent =
            !pairs.empty() && std::ranges::find(pairs, i, &Pairs::value_type::first) == pairs.end();
    for (std::size_t i = 0; i < right.size(); ++i)
        right[i].isDifferent = std::ranges::find(pairs, i, &Pairs::value_type::second) == pairs.end();
    return fitted(std::move(left), std::move(right), most, false, isSame);
}

} // namespace tenfold
