#pragma once

#include "core/trace/span.h"
#include "tests/patience.h"

#include <QTest>

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
