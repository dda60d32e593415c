#pragma once

#include "core/executors/processtask.h"

#include <deque>
#include <memory>
#include <vector>

namespace tenfold {

/// The tasks of a process pool that wait for a process, in the order of submission, and how many tasks are
/// not done. Not thread-safe.
class ProcessTaskQueue
{
public:
    using Task = std::shared_ptr<ProcessTask>;
    using Tasks = std::vector<Task>;

    /// `processes` share the tasks; `tasksPerMessage` is the most that a message may hold, 0 for as many
    /// small tasks as are worth one.
    ProcessTaskQueue(int processes, int tasksPerMessage)
        : processes_(static_cast<std::size_t>(processes)), tasksPerMessage_(tasksPerMessage)
    {}

    /// Adds a new task at the end; it is not done until done() says so, or takeBatch() finds it cancelled.
    void add(Task task);
    /// Counts a task that does not wait: a process has it.
    void addTaken() { ++unfinished_; }
    /// Puts tasks that were taken, in their order, in front of all others. Each goes alone from now on.
    void giveBack(const Tasks &tasks);
    /// The tasks of the next message, started; those that were cancelled meanwhile are left out. Small ones
    /// share a message, but what must not run twice, or may have cost a process, goes alone. Empty when
    /// nothing waits.
    Tasks takeBatch();
    /// All that wait, for them to be given up; done() has to follow.
    Tasks takeAll();
    /// Cancels tasks that nobody will carry out; those that were to be tried again throw `why`.
    static void giveUp(const Tasks &tasks, const std::exception_ptr &why);
    /// `tasks` more were finished or given up.
    void done(std::size_t tasks = 1) { unfinished_ -= tasks; }
    /// How long a task took in its process, in seconds: what tells small ones.
    void learn(double seconds);

    /// No task is added any more.
    void close() { closed_ = true; }
    bool isClosed() const { return closed_; }
    /// Nothing will be carried out any more, for this reason: a sentence.
    void breakOff(const QString &why) { broken_ = why; }
    bool isBroken() const { return !broken_.isEmpty(); }
    const QString &whyBroken() const { return broken_; }

    std::size_t waiting() const { return waiting_.size(); }
    /// Added and not done.
    std::size_t unfinished() const { return unfinished_; }
    /// Closed, and all are done.
    bool isOver() const { return closed_ && unfinished_ == 0; }

private:
    std::size_t batchSize() const;

    const std::size_t processes_;
    const int tasksPerMessage_;
    std::deque<Task> waiting_;
    std::size_t unfinished_ = 0;
    double secondsPerTask_ = 0; ///< of late; 0: not known yet
    bool closed_ = false;
    QString broken_;
};

} // namespace tenfold
