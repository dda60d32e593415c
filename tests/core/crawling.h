#pragma once

#include "tests/core/walk.h"

/// What the tests of the web scraper share.
namespace tenfold {

inline const Scenario &scraper()
{
    return *findScenario("threads/web-scraper");
}

inline Values quick(std::initializer_list<std::pair<QString, QVariant>> changes = {})
{
    Values values = scraper().preset("quick");
    for (const auto &[id, value] : changes)
        values[id] = value;
    return values;
}

inline Table tableOf(const QString &variant, const Values &values)
{
    const auto outcomes = carriedOut({&scraper(), {{variant, values}}});
    return outcomes[0].status() == Status::Finished ? outcomes[0].shown()->results.table : Table{};
}

inline QStringList column(const Table &table, int column)
{
    QStringList texts;
    for (const QVariantList &row : table.rows)
        texts << row.value(column).toString();
    return texts;
}

/// The rows of both right variants from a start of one's own, which have to be the same.
inline Table crawled(const QString &start, int pages = 20)
{
    const auto outcomes = carriedOut(
        planOf({&scraper(), scraper().tickedVariants(), quick({{"start", start}, {"pages", pages}})}));
    for (const Outcome &outcome : outcomes) {
        if (outcome.status() != Status::Finished || !outcome.sameResult())
            return {};
    }
    return outcomes[0].shown()->results.table;
}

} // namespace tenfold
