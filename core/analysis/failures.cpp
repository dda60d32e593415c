#include "core/analysis/failures.h"

#include "core/analysis/format.h"
#include "core/catalog/words.h"

#include <algorithm>

namespace tenfold {

/// The Status column of `table` and its index; null where there is none.
static std::pair<const Column *, qsizetype> statusIn(const Table &table)
{
    const auto status = std::ranges::find(table.columns, ColumnKind::Status, &Column::kind);
    if (status == table.columns.end())
        return {};
    return {&*status, status - table.columns.begin()};
}

std::pair<qsizetype, qsizetype> failedRows(const Outcome &outcome)
{
    const Repeat *repeat = outcome.shown();
    if (!repeat)
        return {0, 0};
    const Table &table = repeat->results.table;
    const auto [status, column] = statusIn(table);
    if (!status)
        return {0, table.rows.size()};
    qsizetype failed = 0;
    for (const QVariantList &row : table.rows)
        failed += isFailure(*status, row.value(column));
    return {failed, table.rows.size()};
}

bool didAllTasksFail(const Outcome &outcome)
{
    const auto [failed, all] = failedRows(outcome);
    return outcome.status() == Status::Finished && all > 0 && failed == all;
}

QString whyTasksFailed(const Outcome &outcome)
{
    const Repeat *repeat = outcome.shown();
    if (!repeat)
        return {};
    const Table &table = repeat->results.table;
    const auto [status, column] = statusIn(table);
    std::vector<std::pair<QString, int>> reasons; // with how many tasks each has
    for (const QVariantList &row : table.rows) {
        const QVariant value = row.value(column);
        if (!status || !isFailure(*status, value))
            continue;
        bool isNumber = false;
        value.toString().toInt(&isNumber);
        const QString reason = isNumber ? QStringLiteral("%1 %2").arg(status->title.text(), value.toString())
                                        : translate("status", value.toString().toUtf8());
        auto known = std::ranges::find(reasons, reason, &std::pair<QString, int>::first);
        if (known == reasons.end())
            known = reasons.insert(known, {reason, 0});
        ++known->second;
    }
    std::ranges::stable_sort(reasons, std::ranges::greater(), &std::pair<QString, int>::second);
    QStringList words;
    for (const auto &[reason, tasks] : reasons)
        words << withoutStop(reason);
    return listed(words.mid(0, 2));
}

QString failureOfAll(const std::vector<Outcome> &outcomes)
{
    if (outcomes.empty() ||
        !std::ranges::all_of(outcomes, [](const Outcome &o) { return o.status() == Status::Failed; }))
        return {};
    QStringList errors;
    for (const Outcome &outcome : outcomes) {
        if (const QString error = withoutStop(outcome.error()); !errors.contains(error))
            errors << error;
    }
    return translate("Explanation", "The run failed: %1.").arg(errors.join(QStringLiteral("; ")));
}

QString allTasksFailed(const std::vector<Outcome> &outcomes)
{
    if (outcomes.empty() || !std::ranges::all_of(outcomes, didAllTasksFail))
        return {};
    return translate("Explanation", "All %1 tasks failed: %2. The times mean nothing.")
        .arg(formatCount(failedRows(outcomes.front()).second), whyTasksFailed(outcomes.front()));
}

} // namespace tenfold
