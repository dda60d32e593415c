#pragma once

#include <QList>
#include <QStringList>

namespace tenfold {

/// What is known of somebody's own input before a run: how it will be read, and its first rows. Empty where
/// there is no such input.
struct InputPreview
{
    QString sentence = {}; ///< how it is read, or why it cannot be
    QStringList titles = {};
    QList<QStringList> rows = {};
    int chosen = -1; ///< the column that the run is about

    bool isEmpty() const { return sentence.isEmpty(); }
    bool operator==(const InputPreview &) const = default;
};

} // namespace tenfold
