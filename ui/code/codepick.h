#pragma once

#include "ui/code/highlighter.h"

#include <QStringList>

#include <array>

namespace tenfold {

/// A statement, in as many rows of a slide as it takes.
struct CodeUnit
{
    QStringList rows;
    QString idiom = {};       ///< what it does, if that is one of the things that both languages do; or empty
    bool isDifferent = false; ///< from what the other side has
    bool isOwn = false;       ///< what the pattern is about: it stays, whatever else goes
    bool isCutBehind = false; ///< what followed it has been left out

    QString text() const { return rows.join(QString()); }
    bool operator==(const CodeUnit &) const = default;
};

/// What stands side by side: in each row of the slide a unit's row, or nothing. What both sides have stands
/// at the same height.
struct CodeRow
{
    struct Cell
    {
        QString text;
        int number = 0;     ///< of what both sides do, in its first row; else 0
        QString idiom = {}; ///< of what is numbered
        bool isMarked =
            false;          ///< a row of what is numbered, or different; without a text, of what is missing
        bool isCut = false; ///< what followed has been left out: to be shown by an ellipsis
        bool operator==(const Cell &) const = default;
    };
    Cell left, right;
};

/// The units of `code`, which lose what is no part of the lesson: comments, imports, what records or stops a
/// run. No row is longer than `columns`, as far as there is a place to break it.
std::vector<CodeUnit> unitsOf(const QStringList &code, CodeLanguage language, int columns);
/// The Python of the right way: without the sequential one and the mistakes.
QStringList rightPython(const QString &python);
/// The body of the variant `id` in the source of a scenario, and that of the function which it leaves the
/// work to; empty where it is not written as usual.
QStringList bodyOf(const QString &source, const QString &id);

/// Where functions of `source` that the body calls wait for something outside: the head of the first such
/// function, and those of its lines.
QStringList waitsOf(const QString &source, const QStringList &body);
/// Lines with idioms that the body has not, such as a pool: of the first function of `source` with any that
/// it calls, and of those which that one calls.
std::array<QStringList, 2> helpersOf(const QString &source, const QStringList &body);
/// Lines of functions that the body calls in which a mistake is made.
QStringList mistakeIn(const QString &source, const QStringList &body);

/// The same thing in two languages, in at most `most` rows.
std::vector<CodeRow> sideBySide(std::vector<CodeUnit> left, std::vector<CodeUnit> right, int most);
/// How much of what both do stands in the same order: what is a pattern's own counts most.
int worthOfPairs(const std::vector<CodeUnit> &left, const std::vector<CodeUnit> &right);
/// How much of what the pattern is about both do in the same order.
std::size_t ownPairs(const std::vector<CodeUnit> &a, const std::vector<CodeUnit> &b);
/// How many units both have in the same order.
std::size_t commonUnits(const std::vector<CodeUnit> &a, const std::vector<CodeUnit> &b);
/// Two ways in one language, what is different marked, likewise.
std::vector<CodeRow> compared(std::vector<CodeUnit> left, std::vector<CodeUnit> right, int most);

} // namespace tenfold
