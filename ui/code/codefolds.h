#pragma once

#include <QList>
#include <QString>

namespace tenfold {

/// Lines of a source, from 1, that are no part of the pattern: both ends belong to it.
struct CodeFold
{
    int first = 0, last = 0;

    bool holds(int line) const { return first <= line && line <= last; }
    bool operator==(const CodeFold &) const = default;
};

/// What stands before and behind the pattern in a scenario's source: from the first include into the unnamed
/// namespace, and from the Python text, or else Scenario scenario(), to the end of the file. Fewer where it
/// is not written like that.
QList<CodeFold> foldsOf(const QString &source);

} // namespace tenfold
