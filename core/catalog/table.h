#pragma once

#include "core/catalog/words.h"

#include <QList>
#include <QStringList>
#include <QVariant>

#include <cstdint>
#include <memory>
#include <vector>

namespace tenfold {

class Executions;

enum class ColumnKind { Text, Integer, Number, Seconds, Status, Image };
QString idOf(ColumnKind kind);

/// A typed column of a result. The canonical columns are the result: "same result" compares them.
struct Column
{
    QString id = {};
    Words title = {};
    ColumnKind kind = ColumnKind::Text;
    bool canonical = true;
    QStringList successes = {QStringLiteral("ok")}; ///< Status: the words that are not failures
};

/// A row per task id; a row that has no value yet is empty.
struct Table
{
    std::vector<Column> columns = {};
    QList<QVariantList> rows = {};

    /// Whether the canonical columns of both hold the same, row by row.
    bool sameResult(const Table &other) const;
};

/// Whether a cell of the Status column says that its row did not work: a number from 400 on as in HTTP, or a
/// word that is not among the column's successes. An empty one says nothing yet.
bool isFailure(const Column &column, const QVariant &status);

/// Some cells of a row, by the ids of their columns.
using Cells = std::vector<std::pair<const char *, QVariant>>;

/// The value of a measure: a proof of a mistake, a peak, a share.
struct Finding
{
    QString id = {};
    double value = 0;
    QString unit = {};
};

/// The task `task` cannot start before the task `on` has ended.
struct Dependency
{
    std::size_t task = 0;
    std::size_t on = 0;
};

/// The same small program put right.
struct Remedy
{
    Words title = {}; ///< how: "With a lock"
    std::shared_ptr<const Executions> executions = {};
};

/// What a body puts out beside its trace.
struct Results
{
    Table table = {};
    std::vector<Finding> findings = {};
    std::vector<double> expected = {};         ///< configured seconds per task, where the scenario knows them
    std::vector<Dependency> dependencies = {}; ///< between the tasks, where the scenario knows of any
    /// Of a small program, where the scenario goes through all of them.
    std::shared_ptr<const Executions> executions = {};
    Remedy remedy = {};                  ///< against what goes wrong in some of them; may be empty
    std::vector<std::size_t> order = {}; ///< in which the tasks are taken; those not named, last, by number
    /// When each row was put, in nanoseconds of the trace's clock; shorter than the table where that is not
    /// known.
    std::vector<std::int64_t> rowTimes = {};
};

} // namespace tenfold
