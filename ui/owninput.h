#pragma once

#include "core/catalog/scenario.h"

class QMimeData;

namespace tenfold {

/// What somebody brings along: the values that it sets, or a sentence that says why it sets none.
struct OwnInput
{
    Values values;
    QString problem;
};

/// Finds the parameter that what was dropped fits: a folder into a Folder, a file into a File, else the lines
/// of a file into a Text, addresses and other text into a Text.
OwnInput ownInput(const Scenario &scenario, const QMimeData &dropped);

/// What was dropped, if it is one recording by its ending, or a folder with recordings; else empty.
QString droppedRecording(const QMimeData &dropped);

/// The text of `file` as a value of the Text parameter. Without a problem, `values` holds it.
OwnInput textFromFile(const Parameter &parameter, const QString &file);

} // namespace tenfold
