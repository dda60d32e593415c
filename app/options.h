#pragma once

#include "core/catalog/pattern.h"
#include "core/recording/recording.h"
#include "ui/figureid.h"

#include <QSize>
#include <QStringList>

#include <memory>
#include <optional>

namespace tenfold {

/// What the command line asks for.
struct Options
{
    enum class Command { Window, List, Run, Sweep, Report, Show };
    Command command = Command::Window;

    QString recording; ///< Window: a recording or a folder of them to open, may be empty; Show: the one that
                       ///< was opened
    std::shared_ptr<const Recording> opened; ///< Show: of a run, or of one sweep alone
    bool json = false;                       ///< List: as JSON

    QString againstFile;                      ///< Run, Show: of the pinned run; empty: none
    std::shared_ptr<const Recording> against; ///< what was in it, a run of the same scenario

    Request request;  ///< Run, Sweep; its values are complete
    QString saveFile; ///< Run, Sweep: for the recording
    QString jsonFile, csvFile, traceFile, shotFile;
    struct Figure
    {
        FigureId id;
        QString file;
    };
    std::vector<Figure> figures;
    int scale = 1;                ///< Run, Show: pixels of a PNG figure per logical pixel
    int textPercent = 100;        ///< Run, Sweep, Show: of the text in figures
    bool hasFoot = true;          ///< Run, Sweep, Show: figures have their command at the foot
    std::optional<double> at;     ///< Run, Show: the instant that pictures show, in seconds; empty: the end
    std::optional<double> length; ///< Run, Show: seconds of animations; empty: as the run wants

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
