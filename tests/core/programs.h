#pragma once

#include "core/workloads/compute/interleavings/executions.h"

#include <QString>

namespace tenfold {

/// The programs of lock/interleavings, written down once more: "unlocked", "locked", "ordered", "opposite",
/// "philosophers".
inline Program programNamed(const QString &name, int threads, int turns)
{
    Program program;
    for (int i = 0; i < threads; ++i) {
        ThreadSteps steps(program);
        const auto lockBoth = [&](const std::string &first, const std::string &second) {
            steps.lock(first);
            steps.lock(second);
            steps.unlock(second);
            steps.unlock(first);
        };
        for (int turn = 0; turn < turns; ++turn) {
            if (name == "unlocked" || name == "locked") {
                if (name == "locked")
                    steps.lock("m");
                steps.load();
                steps.store();
                if (name == "locked")
                    steps.unlock("m");
            } else if (name == "philosophers") {
                lockBoth(std::to_string(i), std::to_string((i + 1) % threads));
            } else if (name == "opposite" && i % 2 == 1) {
                lockBoth("b", "a");
            } else {
                lockBoth("a", "b");
            }
        }
    }
    return program;
}

inline Executions executionsOf(const QString &name, int threads, int turns)
{
    return Executions(programNamed(name, threads, turns));
}

} // namespace tenfold
