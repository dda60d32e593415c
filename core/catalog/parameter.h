#pragma once

#include "core/catalog/words.h"

#include <QMap>
#include <QStringList>
#include <QVariant>

#include <vector>

namespace tenfold {

enum class ParameterKind { Integer, Choice, Text, File, Folder };
QString idOf(ParameterKind kind);

/// What a user may set. Text holds one value per line.
struct Parameter
{
    QString id = {};
    Words title = {};
    Unit unit = {};
    ParameterKind kind = ParameterKind::Integer;
    int minimum = 0;
    int maximum = 0;
    QStringList choices = {};
    QVariant defaultValue = {};           ///< int for Integer, QString for the others
    std::vector<Words> choiceTitles = {}; ///< of the choices; where there are none, their ids
    /// It says what is drawn of the results, which it does not change: another value needs no other run.
    bool isOfPicture = false;
    /// The line that says what a run is made of leaves it out where it has its default.
    bool isUnsaid = false;
    /// Its default depends on the machine: a command line says it always, so that it means the same
    /// elsewhere.
    bool isOfMachine = false;

    /// A value as a user reads it: the title of a choice, a number without the unit.
    QString inWords(const QVariant &value) const;
    /// The same with its unit; how many lines, where there are some, and whose input it is where there is
    /// none.
    QString withUnit(const QVariant &value) const;
    /// Whether it can be swept over.
    bool isSwept() const { return kind == ParameterKind::Integer && !isOfPicture; }
    /// What is allowed, in words: "a whole number from 1 to 64".
    QString allowed() const;
};

/// The values of a scenario's parameters by id.
using Values = QMap<QString, QVariant>;

/// What parseValue() reads as `value`, on a command line.
QString writtenValue(const Parameter &parameter, const QVariant &value);
/// Who reads what is said of a parameter: whoever typed its id, or whoever sees its title.
enum class Reader { CommandLine, Window };
/// Reads `text` as a value of `parameter`. Returns an invalid QVariant and a whole sentence in `error` (what
/// was wrong, what is allowed), in the language of the moment, when it is none.
QVariant parseValue(const Parameter &parameter, const QString &text, QString *error,
                    Reader reader = Reader::CommandLine);

/// Named values that belong together: `default`, `chapter`, `quick`. What it leaves out has its default.
struct Preset
{
    QString id = {};
    Values values = {};
};

} // namespace tenfold
