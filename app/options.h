#pragma once

#include "core/catalog/pattern.h"
#include "core/run/request.h"
#include "ui/figureid.h"

#include <QSize>
#include <QStringList>

#include <optional>

namespace tenfold {

/// What the command line asks for.
struct Options
{
    enum class Command { Window, List, Run, Sweep, Report };
    Command command = Command::Window;

    QString recording; ///< Window: a recording to open; may be empty
    bool json = false; ///< List: as JSON

    Request request; ///< Run, Sweep; its values are complete
    QString jsonFile, csvFile, traceFile, shotFile;
    struct Figure
    {
        FigureId id;
        QString file;
    };
    std::vector<Figure> figures;
    int scale = 1;         ///< Run: pixels of a PNG figure per logical pixel
    int textPercent = 100; ///< Run, Sweep: of the text in figures
    bool hasFoot = true;   ///< Run, Sweep: figures have their command at the foot

    QString folder;                        ///< Report
    std::vector<const Pattern *> patterns; ///< Report: empty for all

    QString language; ///< "en", "ja", or empty for the system's
    QString theme;    ///< "light", "dark", or empty
    QSize size;       ///< empty: the command's own default
};

/// The result of reading a command line: options, or what to print and the status to exit with.
struct Parsed
{
    Options options;
    std::optional<int> exitStatus; ///< set: print `message` (on standard error unless 0) and exit
    QString message;
};

/// Reads `arguments` (without the program's name). Needs no display. A bad one is a sentence and status 2.
Parsed parseArguments(const QStringList &arguments);

} // namespace tenfold
