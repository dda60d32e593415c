#pragma once

#include "core/trace/trace.h"

#include <QStringList>

#include <vector>

namespace tenfold {

/// An execution as a table: what each step does, and the values after it.
struct ExecutionTable
{
    struct Step
    {
        int thread = 0;
        QString what;        ///< "read", in the language of the moment
        QString code;        ///< "r = x"
        bool isWait = false; ///< for a lock that it will never have
    };
    /// A variable; `values` begins before the first step.
    struct Row
    {
        QString title;
        QStringList values;
        bool isShared = false;

        bool hasChanged(int step) const { return step > 0 && values[step] != values[step - 1]; }
    };

    int threads = 0;
    std::vector<std::vector<Step>> steps; ///< by column from 0: one, or all who wait in a deadlock
    std::vector<Row> rows;                ///< x, each thread's r, the locks
};

/// Of a trace that counts steps, as traceOf() tells it.
ExecutionTable tableOf(const Trace &trace);

} // namespace tenfold
