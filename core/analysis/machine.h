#pragma once

#include <QString>

namespace tenfold {

/// The machine as far as it matters for a figure.
struct Machine
{
    int cores = 1;
    double allowed = 1;        ///< cores that this process may use: fewer where a container has a quota
    double effectiveCores = 1; ///< how many times one thread's computing all cores give together
    double load = 0;           ///< cores busy with other programs' work, measured just before
    QString qt;
    QString compiler;
};

/// Measures for about 150 ms with a thread per core. Not on the GUI thread.
Machine measureMachine();

} // namespace tenfold
