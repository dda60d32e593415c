#pragma once

#include "core/executors/workerthread.h"

#include <functional>
#include <list>

namespace tenfold {

/// Threads of a kind that work together on what others wait for. Driven by one thread.
class Crew
{
public:
    /// `release` ends what the others wait for, such as by closing a queue: it is called by whoever fails,
    /// and before the destructor joins. Any thread may call it, more than once.
    explicit Crew(
        Trace &trace, std::function<void()> release = [] {})
        : trace_(trace), release_(std::move(release))
    {}
    ~Crew() { release_(); }
    Crew(const Crew &) = delete;
    Crew &operator=(const Crew &) = delete;

    /// Starts `count` threads with lanes called `name`, each of which calls `work(its number from 0)`. Throws
    /// ThreadNotStarted.
    template<typename Work> void start(LaneName name, int count, Work work)
    {
        for (int i = 0; i < count; ++i)
            threads_.emplace_back(
                trace_,
                [this, work, i] {
                    try {
                        work(i);
                    } catch (const Stopped &) {
                        throw;
                    } catch (...) {
                        release_();
                        throw;
                    }
                },
                name);
    }

    /// Waits for the end of all of them, and throws on what the first of them threw.
    void join()
    {
        for (WorkerThread &thread : threads_)
            thread.join();
    }

private:
    Trace &trace_;
    const std::function<void()> release_;
    std::list<WorkerThread> threads_;
};

} // namespace tenfold
