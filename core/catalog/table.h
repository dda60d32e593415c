#pragma once

#include "core/catalog/words.h"

#include <QList>
#include <QVariant>

#include <vector>

namespace tenfold {

enum class ColumnKind { Text, Integer, Number, Seconds, Status, Image };
QString idOf(ColumnKind kind);

/// A typed column of a result. The canonical columns are the result: "same result" compares them.
struct Column
{
    QString id;
    Words title;
    ColumnKind kind = ColumnKind::Text;
    bool canonical = true;
};

/// A row per task id; a row that has no value yet is empty.
struct Table
{
    std::vector<Column> columns;
    QList<QVariantList> rows;

    /// Whether the canonical columns of both hold the same, row by row.
    bool sameResult(const Table &other) const;
};

/// Whether a cell of a Status column says that its row did not work: a number from 400 on as in HTTP, or a
/// word other than "ok", "done", "read" and "stored". An empty one says nothing yet.
bool isFailure(const QVariant &status);

/// What a scenario measures beside its table; the documents have id and unit in the source language.
struct Measure
{
    QString id;
    Words title;
    Words unit = {};
};

/// The value of a measure: a proof of a mistake, a peak, a share.
struct Finding
{
    QString id;
    double value = 0;
    QString unit;
};

/// The task `task` cannot start before the task `on` has ended.
struct Dependency
{
    std::size_t task = 0;
    std::size_t on = 0;
};

} // namespace tenfold
