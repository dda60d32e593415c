#pragma once

#include "core/executors/processtaskqueue.h"
#include "core/executors/workerprocess.h"

#include <QThread>

#include <condition_variable>
#include <deque>
#include <mutex>

namespace tenfold {

class Bell;

/// The thread that owns the worker processes of a pool: starts, feeds, replaces and ends them. The public
/// members may be called from any thread; what serves them on this thread is woken by an event.
class ProcessPoolExecutor::Supervisor : public QThread
{
public:
    Supervisor(int workers, Trace &trace, std::stop_token stop, Settings settings);
    ~Supervisor() override;

    /// `number` is the task's in the trace; empty: the next one.
    std::shared_ptr<ProcessTask> submit(std::optional<std::int32_t> number, const QString &name,
                                        const QCborValue &argument, bool many, Retry retry,
                                        std::source_location where);
    void warmUp(std::source_location where);
    void shutdown(Pending pending);
    int workers() const { return workers_; }
    const std::stop_token &stop() const { return stop_; }
    std::vector<qint64> processIds() const;
    Traffic traffic() const;

protected:
    void run() override;

private:
    using Tasks = WorkerProcess::Tasks;

    void wake();
    struct Message
    {
        std::shared_ptr<ProcessInput> input;
        QByteArray bytes = {};
    };
    Message giveAtOnce(const std::shared_ptr<ProcessTask> &task);
    void takeAnswer(ProcessOutput &output, std::chrono::nanoseconds limit);
    void countSent(qint64 bytes);
    // In its turn.
    void serve(); ///< on this thread
    bool isOver() const;
    void serveStop();
    void startWorker();
    void feed(WorkerProcess &worker);
    void becameIdle(WorkerProcess &worker);
    void lost(WorkerProcess &worker);
    std::exception_ptr whyLost(const WorkerProcess &worker) const;
    void tellLater(Tasks tasks, std::function<void(const Tasks &)> tell);
    bool goOnWithFewer();
    void breakPool(const QString &why);
    void publish();

    const int workers_;
    Trace &trace_;
    const std::stop_token stop_;
    const Settings settings_;

    const std::shared_ptr<AnswerTaker> taker_ = std::make_shared<AnswerTaker>(
        [this](ProcessOutput &output, std::chrono::nanoseconds limit) { takeAnswer(output, limit); });
    Serving serving_;      ///< guards what follows; taken before mutex_
    Bell *bell_ = nullptr; ///< has serve() called
    std::vector<std::unique_ptr<WorkerProcess>> processes_;
    std::deque<const Lane *> lostLanes_; ///< of processes that were lost and have no replacement yet
    int failedStarts_ = 0;               ///< processes in a row that ended before they were given anything

    mutable std::mutex mutex_; // guards what follows
    std::condition_variable_any changed_;
    ProcessTaskQueue queue_{workers_, settings_.tasksPerMessage};
    /// Those that have nothing to do: who takes one out here may have it run() a task. Else, and once there
    /// is news of one, they are the thread's own.
    std::vector<WorkerProcess *> idle_;
    int mostProcesses_ = workers_; ///< fewer once the system had no further one to give
    int wanted_ = 0;               ///< processes that warmUp() asks for
    int ready_ = 0;                ///< processes that have said hello and live
    bool isWoken_ = false;
    std::vector<qint64> ids_;
    Traffic traffic_;
    std::int32_t number_ = 0;
    std::optional<std::stop_callback<std::function<void()>>> onStop_;
};

} // namespace tenfold
