#include "ui/code/codefolds.h"

#include <QStringList>

#include <algorithm>

namespace tenfold {

QList<CodeFold> foldsOf(const QString &source)
{
    const QStringList lines = source.split(u'\n');
    const auto lineOf = [&](const char *begin, qsizetype from = 0) {
        const auto found = std::find_if(lines.cbegin() + from, lines.cend(), [begin](const QString &line) {
            return line.startsWith(QLatin1String(begin));
        });
        return found == lines.cend() ? qsizetype{-1} : found - lines.cbegin();
    };
    QList<CodeFold> folds;
    const qsizetype includes = lineOf("#include");
    if (qsizetype inner = lineOf("namespace {", std::max<qsizetype>(0, includes));
        includes >= 0 && inner >= 0) {
        while (inner + 1 < lines.size() && lines[inner + 1].isEmpty())
            ++inner;
        folds << CodeFold{static_cast<int>(includes) + 1, static_cast<int>(inner) + 1};
    }
    const qsizetype scenario = lineOf("Scenario scenario()");
    if (scenario < 0)
        return folds;
    const qsizetype python = lineOf("constexpr const char *python");
    qsizetype declaration = python < 0 ? scenario : std::min(python, scenario);
    const auto isSeam = [](const QString &line) {
        return line.isEmpty() || line.startsWith(QLatin1String("} // namespace"));
    };
    while (declaration > 0 && isSeam(lines[declaration - 1]))
        --declaration;
    if (lines[declaration].isEmpty()) // the one after the last brace stays
        ++declaration;
    folds << CodeFold{static_cast<int>(declaration) + 1, static_cast<int>(lines.size())};
    return folds;
}

} // namespace tenfold
