#pragma once

#include "core/executors/processtask.h"

#include <QCborArray>

#include <memory>
#include <vector>

namespace tenfold {

/// Runs tasks in child processes that are reused, each with a lane of the trace that the child's own clock
/// fills. Modelled on Python's concurrent.futures.ProcessPoolExecutor; unlike it, a lost process costs its
/// own task only. Tasks are named (core/workloads/compute); they start in the order of submission. Every
/// member may be called from any thread; the destructor waits for what was submitted, and no process outlives
/// it: not even when this program is killed.
class ProcessPoolExecutor
{
public:
    enum class Pending : std::uint8_t { Finish, Cancel };

    struct Settings
    {
        QString program = {}; ///< empty: tenfold-worker beside this program
        QStringList arguments = {};
        std::chrono::milliseconds startLimit{10'000}; ///< for a process to say hello, and to end when told
        std::chrono::milliseconds taskLimit{
            0}; ///< for one task; 0: none. Then the process is killed, and the future throws TimedOut
        /// So many processes in a row that did nothing break the pool: every pending future says so.
        int failedStarts = 5;
        int attempts = 3;                 ///< of an idempotent task
        int tasksPerMessage = 0;          ///< at most; 0: as many small tasks as are worth a message
        State taskState = State::Running; ///< what its tasks do: Io for those that wait
    };

    /// `workers` processes (at least 1, else std::invalid_argument), started as tasks come. Once `stop` is
    /// requested, tasks that have not started are cancelled, and the processes are killed: the futures of
    /// running tasks throw Stopped.
    ProcessPoolExecutor(int workers, Trace &trace, std::stop_token stop, const Settings &settings);
    ProcessPoolExecutor(int workers, Trace &trace, std::stop_token stop = {});
    ~ProcessPoolExecutor();
    ProcessPoolExecutor(const ProcessPoolExecutor &) = delete;
    ProcessPoolExecutor &operator=(const ProcessPoolExecutor &) = delete;

    /// Carries out the task `name`. Its future throws TaskFailed, WorkerLost, TimedOut or Stopped. Throws
    /// std::runtime_error after shutdown().
    Future<QCborValue> submit(const QString &name, const QCborValue &argument,
                              Retry retry = Retry::Idempotent,
                              std::source_location where = std::source_location::current());
    /// The same for row `task` of the result, where tasks are not submitted in the order of their rows.
    Future<QCborValue> submitAs(std::size_t task, const QString &name, const QCborValue &argument,
                                Retry retry = Retry::Idempotent,
                                std::source_location where = std::source_location::current());
    /// Carries out the task `name` for each of `items`, `chunk` of them (at least 1) as one task, and waits:
    /// the results in the order of the items. Throws as the first failing chunk does.
    QCborArray map(const QString &name, const QCborArray &items, int chunk = 1,
                   std::source_location where = std::source_location::current());

    /// Starts all processes and waits until they have said hello. Throws WorkerLost when they cannot be
    /// started, Stopped.
    void warmUp(std::source_location where = std::source_location::current());
    /// No more submissions. Finish waits for all that was submitted; Cancel cancels what has not started and
    /// waits for the rest. Then the processes end.
    void shutdown(Pending pending = Pending::Finish);

    int workers() const;
    /// Process ids of the workers that live now.
    std::vector<qint64> processIds() const;
    /// Since construction: processes started and lost; messages sent to them; bytes sent and received.
    struct Traffic
    {
        int started = 0, lost = 0;
        qint64 messages = 0, sent = 0, received = 0;
    };
    Traffic traffic() const;

private:
    class Supervisor;
    std::unique_ptr<Supervisor> d;
};

} // namespace tenfold
