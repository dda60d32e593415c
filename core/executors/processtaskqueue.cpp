#include "core/executors/processtaskqueue.h"

#include <algorithm>

namespace tenfold {

/// Small idempotent tasks share a message of about this much work; a message each would cost more than they
/// do.
static constexpr double secondsPerMessage = 0.002;
static constexpr double mostPerMessage = 256;

void ProcessTaskQueue::add(Task task)
{
    waiting_.push_back(std::move(task));
    ++unfinished_;
}

void ProcessTaskQueue::giveBack(const Tasks &tasks)
{
    for (const Task &task : tasks)
        task->alone = true; // so it is known whose loss a process is
    waiting_.insert(waiting_.begin(), tasks.begin(), tasks.end());
}

std::size_t ProcessTaskQueue::batchSize() const
{
    std::size_t most = 1;
    if (secondsPerTask_ > 0)
        most = static_cast<std::size_t>(std::clamp(secondsPerMessage / secondsPerTask_, 1.0, mostPerMessage));
    if (tasksPerMessage_ > 0)
        most = std::min(most, static_cast<std::size_t>(tasksPerMessage_));
    return std::clamp<std::size_t>(waiting_.size() / (2 * processes_), 1, most); // enough for all processes
}

ProcessTaskQueue::Tasks ProcessTaskQueue::takeBatch()
{
    const std::size_t most = batchSize();
    Tasks batch;
    while (!waiting_.empty() && batch.size() < most) {
        const Task &task = waiting_.front();
        const bool isAlone = task->retry == Retry::Never || task->alone;
        if (isAlone && !batch.empty())
            break;
        if (task->state() == FutureState::Running || task->tryStart())
            batch.push_back(task);
        else
            --unfinished_;
        waiting_.pop_front();
        if (isAlone && !batch.empty())
            break;
    }
    return batch;
}

ProcessTaskQueue::Tasks ProcessTaskQueue::takeAll()
{
    Tasks all(waiting_.begin(), waiting_.end());
    waiting_.clear();
    return all;
}

void ProcessTaskQueue::giveUp(const Tasks &tasks, const std::exception_ptr &why)
{
    for (const auto &task : tasks) {
        if (!task->tryCancel() && task->state() == FutureState::Running)
            task->finish(why);
    }
}

void ProcessTaskQueue::learn(double seconds)
{
    secondsPerTask_ = secondsPerTask_ == 0 ? seconds : 0.8 * secondsPerTask_ + 0.2 * seconds;
}

} // namespace tenfold
