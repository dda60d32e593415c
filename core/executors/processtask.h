#pragma once

#include "core/executors/door.h"
#include "core/executors/future.h"
#include "core/executors/processoutput.h"

#include <QCborValue>
#include <QString>

namespace tenfold {

/// Why the future of a task throws whose process was lost, or could not be started: a sentence.
struct WorkerLost : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// What a task in a worker process threw: its text.
struct TaskFailed : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// Whether a task may be carried out again when its process was lost in it: only where twice does no harm.
enum class Retry : std::uint8_t { Never, Idempotent };

/// Has whoever waits for an answer take it at the process itself: the way over the supervisor's thread would
/// be the better part of a short round trip.
class AnswerTaker
{
public:
    /// `take` is called on the thread that waits.
    using Take = std::function<void(ProcessOutput &, std::chrono::nanoseconds limit)>;
    explicit AnswerTaker(Take take) : take_(std::move(take)) {}
    /// Does nothing once it is closed.
    void take(ProcessOutput &output, std::chrono::nanoseconds limit)
    {
        if (const Door::Pass inside(door_); inside)
            take_(output, limit);
    }
    void close() { door_.close(); }

private:
    const Take take_;
    Door door_;
};

/// A task of the process pool with its future.
struct ProcessTask : Future<QCborValue>::Shared
{
    using Shared = Future<QCborValue>::Shared;
    ProcessTask(std::int32_t number, QString taskName, QCborValue taskArgument, bool isMany, Retry retryWhen,
                std::source_location w)
        : Shared(number),
          name(std::move(taskName)),
          argument(std::move(taskArgument)),
          many(isMany),
          retry(retryWhen),
          where(w)
    {}
    void help(std::chrono::nanoseconds limit) const override
    {
        if (taker)
            taker->take(*output, limit);
    }

    const QString name;
    const QCborValue argument;
    const bool many; ///< the argument is an array, and the task is carried out for each of its items
    const Retry retry;
    const std::source_location where;
    std::atomic<int> attempts{0}; ///< how often it was given to a process that may have begun it
    /// Of the process that was idle when it was submitted; none: the answer comes by the supervisor's thread.
    std::shared_ptr<ProcessOutput> output = {};
    std::shared_ptr<AnswerTaker> taker = {};
    bool alone = false; ///< supervisor: it shared a message with a task that lost its process
};

} // namespace tenfold
