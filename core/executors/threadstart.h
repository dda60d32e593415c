#pragma once

#include <QThreadPool>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <stdexcept>

namespace tenfold {

/// A thread could not be started: the system limits how many there may be, or has no memory for its stack.
struct ThreadNotStarted : std::runtime_error
{
    ThreadNotStarted();
};

/// Starts a thread that ends at once; throws ThreadNotStarted when that fails. For libraries that start a
/// thread of their own without looking whether it did.
void requireThread();

/// Tells whether the threads of a QThreadPool start. Where the system has none to give, QThread::start() only
/// warns, and the pool takes the thread for a busy one for ever (Qt 6.4.2). One object watches one pool;
/// every member may be called from any thread.
class StartWatch
{
public:
    /// Calls `submit`, which hands a task to the pool that a thread is there for.
    void handOver(const std::function<void()> &submit);
    /// The same where a thread has to be started; false when it did not start: the pool is broken then, see
    /// abandon(), and one task fewer begins. One call at a time, and no handOver() meanwhile.
    bool start(const std::function<void()> &submit);
    /// Every task calls this first, and does nothing when it returns false: nobody counts on it any more.
    bool begin();
    /// The task that begin() returned true for touches nothing more.
    void end();
    /// Waits until no task is between begin() and end().
    void waitForEnd();

private:
    std::mutex mutex_; // guards what follows
    std::condition_variable changed_;
    int awaited_ = 0; ///< tasks handed over that have not begun
    int running_ = 0;
};

/// Takes leave of a pool one of whose threads did not start: waiting for it, or destroying it, would never
/// end. Its `idle` other threads end, and it stays in memory, with `tasks` that it may still refer to.
void abandon(std::unique_ptr<QThreadPool> pool, int idle, std::shared_ptr<void> tasks = {});

} // namespace tenfold
