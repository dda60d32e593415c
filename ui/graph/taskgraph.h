#pragma once

#include "ui/scene.h"

namespace tenfold {

/// A task, and how far it is.
struct TaskNode
{
    /// Blocked: it has begun, and waits for the result of another one or carries that one out.
    enum class Progress { Waits, Runs, Blocked, Done };
    std::size_t task = 0;
    QString name; ///< without its number; may be empty
    Progress progress = Progress::Waits;
    double seconds = 0;      ///< that it has taken so far
    std::size_t layer = 0;   ///< behind all that it depends on
    bool isCritical = false; ///< on the critical path

    bool operator==(const TaskNode &) const = default;
};

/// Which task waits for which, and the critical path: the chain of dependencies that took longest.
struct TaskGraph
{
    std::vector<TaskNode> nodes; ///< by task number
    std::vector<Dependency> dependencies;
    std::vector<std::size_t> critical; ///< tasks, the first one first; of those that have begun
    double criticalSeconds = 0;

    std::size_t layers() const;
};

/// Of the outcome at the scene's instant. Dependencies are its own, or of the first outcome that has some:
/// those of an outcome that runs may not be known before its end. Likewise the names.
TaskGraph tasksOf(const Scene &scene, const Outcome &outcome);

} // namespace tenfold
