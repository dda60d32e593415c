#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace tenfold {

/// What a user calls a run, and says of it. Text, never markup.
struct RunLabel
{
    static constexpr qsizetype mostName = 100, mostNote = 1000; ///< UTF-16 code units

    QString name = {}; ///< empty: what the run was made of
    QString note = {};

    bool isEmpty() const { return name.isEmpty() && note.isEmpty(); }
    bool operator==(const RunLabel &) const = default;
};

/// Why it is too long, in a sentence in the language of the moment; empty where it is not.
QString problemOf(const RunLabel &label);

/// The content of a part of a file.
QByteArray labelToBytes(const RunLabel &label);
/// What labelToBytes() made, of any length; none of other bytes.
std::optional<RunLabel> labelFromBytes(const QByteArray &bytes);

} // namespace tenfold
