#pragma once

#include "core/catalog/scenario.h"

namespace tenfold {

/// What is asked for: a run, or a sweep over the values of a parameter. What is carried out (planOf) and the
/// command line that repeats it (commandOf) come from it. A value.
struct Request
{
    const Scenario *scenario = nullptr;
    QStringList variants = {}; ///< ids; the reference is carried out with or without being among them
    Values values = {};
    quint64 seed = 1;
    int repeats = 1;
    QString over = {};           ///< of a sweep: an integer parameter; empty: a run
    QList<int> sweptValues = {}; ///< of a sweep: what `over` is set to, ascending

    bool isSweep() const { return !over.isEmpty(); }
};

} // namespace tenfold
