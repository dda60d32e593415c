#pragma once

#include "core/trace/span.h"
#include "tests/patience.h"

#include <QTest>

#include <algorithm>
#include <barrier>
#include <chrono>
#include <thread>
#include <vector>

namespace tenfold {

/// Rows for the column "threads".
inline void threadRows()
{
    QTest::addColumn<int>("threads");
    for (const int threads : {1, 2, 3, 8, 31})
        QTest::addRow("%d threads", threads) << threads;
}

/// Calls `body(i)` on `threads` threads that start together; returns when all are done.
template<typename Body> void together(int threads, Body body)
{
    std::barrier start(threads);
    std::vector<std::jthread> all;
    for (int i = 0; i < threads; ++i) {
        all.emplace_back([&start, &body, i] {
            start.arrive_and_wait();
            body(i);
        });
    }
}

/// Waits for what other threads bring about; false when it has not come in all patience.
template<typename Condition> bool comes(Condition condition)
{
    using namespace std::chrono;
    for (const auto limit = steady_clock::now() + milliseconds(patience); !condition();) {
        if (steady_clock::now() > limit)
            return false;
        std::this_thread::yield();
    }
    return true;
}

/// A thread that calls `body` with `lane` as its own.
template<typename Body> std::jthread on(Lane *lane, Body body)
{
    return std::jthread([lane, body] {
        const LaneScope scope(lane);
        body();
    });
}

/// Waits until `lane` has its first span.
inline bool waits(const Lane *lane)
{
    return comes([&] { return lane->spans().size() == 1; });
}

/// Threads with lanes, so that it is seen when they wait.
class Watched
{
public:
    /// Calls `body(i)` on each of `threads` threads.
    template<typename Body> Watched(int threads, Body body)
    {
        for (int i = 0; i < threads; ++i) {
            lanes_.push_back(trace_.addLane(LaneRole::Worker));
            threads_.push_back(on(lanes_.back(), [body, i] { body(i); }));
        }
    }
    /// Waits until `count` of them wait, and have for `time`: after 2 ms they spin no more.
    bool wait(int count, std::chrono::nanoseconds time = {}) const
    {
        return comes([&] {
            const Nanoseconds since = trace_.now() - time.count();
            return count == std::ranges::count_if(lanes_, [since](const Lane *lane) {
                       const auto spans = lane->spans().size();
                       return spans > 0 && lane->spans()[spans - 1].isOpen() &&
                              lane->spans()[spans - 1].begin <= since;
                   });
        });
    }
    void join() { threads_.clear(); }

private:
    Trace trace_;
    std::vector<Lane *> lanes_;
    std::vector<std::jthread> threads_;
};

/// The links of `kind` that end on `lane`.
inline std::vector<LinkRecord> linksOf(const Lane *lane, LinkKind kind)
{
    std::vector<LinkRecord> result;
    lane->links().forEach([&](const LinkRecord &link) {
        if (link.kind == kind)
            result.push_back(link);
    });
    return result;
}

} // namespace tenfold
