#include "core/executors/threadstart.h"

#include "core/catalog/words.h"
#include "core/sync/awakeclock.h"

#include <cerrno>
#include <new>
#include <system_error>
#include <thread>
#include <vector>

namespace tenfold {

using namespace std::chrono_literals;

/// How long a thread may take to begin that may not have started. Far more than it needs; one that begins
/// even later is not used.
static constexpr auto patience = 500ms;

ThreadNotStarted::ThreadNotStarted()
    : std::runtime_error(translate("Threads",
                                   "No further thread could be started: the system limits how many there "
                                   "may be, or is short of memory")
                             .toStdString())
{}

void requireThread()
{
    try {
        std::thread([] {}).join();
    } catch (const std::system_error &) {
        throw ThreadNotStarted();
    }
}

void StartWatch::handOver(const std::function<void()> &submit)
{
    {
        const std::scoped_lock lock(mutex_);
        ++awaited_;
    }
    submit();
}

bool StartWatch::start(const std::function<void()> &submit)
{
    // pthread_create() of glibc leaves errno set when it fails, and nobody sets it back to 0. It may be set
    // without that as well: then the task begins.
    errno = 0;
    try {
        handOver(submit);
    } catch (const std::bad_alloc &) {
        errno = ENOMEM;
    }
    if (errno == 0)
        return true;
    std::unique_lock lock(mutex_);
    if (changed_.wait_until(lock, AwakeClock::now() + patience, [this] { return awaited_ == 0; }))
        return true;
    --awaited_;
    return false;
}

bool StartWatch::begin()
{
    const std::scoped_lock lock(mutex_);
    if (awaited_ == 0)
        return false;
    ++running_;
    if (--awaited_ == 0)
        changed_.notify_all();
    return true;
}

void StartWatch::end()
{
    const std::scoped_lock lock(mutex_);
    if (--running_ == 0)
        changed_.notify_all();
}

void StartWatch::waitForEnd()
{
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return running_ == 0; });
}

void abandon(std::unique_ptr<QThreadPool> pool, int idle, std::shared_ptr<void> tasks)
{
    // Each thread that is woken waits for more work, now for no time at all, and ends.
    pool->setExpiryTimeout(0);
    for (int i = 0; i < idle; ++i)
        pool->start([] {});
    struct Abandoned
    {
        std::unique_ptr<QThreadPool> pool;
        std::shared_ptr<void> tasks;
    };
    static std::mutex mutex;
    static auto *const all = new std::vector<Abandoned>; // never destroyed
    const std::scoped_lock lock(mutex);
    all->push_back({std::move(pool), std::move(tasks)});
}

} // namespace tenfold
