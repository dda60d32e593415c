#pragma once

#include "app/options.h"

#include <functional>
#include <map>

namespace tenfold {

/// Options of the command line that take a value, by their names. Each of these throws UsageError.
using Handlers = std::map<QString, std::function<void(const QString &)>>;

/// What run and show write of a run.
Handlers runOutputHandlers(Options &options);
/// What sweep, and show of a sweep, write.
Handlers sweepOutputHandlers(Options &options);
/// Opens the recording of a run that `options`, which have their scenario, are held against.
void openAgainst(Options &options, const QString &file);
/// What is wrong with all of the files together, or with the ending of one.
void checkFiles(const Options &options);
/// Names a file that is written once: a second one would take the first one's place in silence.
void setFile(QString &file, const char *option, const QString &value);
/// Whether the scenario has the variant.
void checkVariant(const Scenario &scenario, const QString &id);

} // namespace tenfold
