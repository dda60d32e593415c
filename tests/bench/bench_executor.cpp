// What the thread pool executor costs beside the engine that it runs on, and beside oneTBB.

#include "core/executors/continuations.h"
#include "core/executors/threadpoolexecutor.h"

#include <QtConcurrentRun>

#include <benchmark/benchmark.h>
#include <latch>

#if TENFOLD_HAS_TBB
#include <tbb/global_control.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>
#endif

using namespace tenfold;

constexpr int tasks = 5000;
constexpr int workers = 2;

static void perTask(benchmark::State &state)
{
    state.counters["per_task"] =
        benchmark::Counter(static_cast<double>(tasks),
                           benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

static void dispatchQThreadPool(benchmark::State &state)
{
    QThreadPool pool;
    pool.setMaxThreadCount(workers);
    for (auto _ : state) {
        std::atomic<int> left{tasks};
        std::latch done(1);
        for (int i = 0; i < tasks; ++i)
            pool.start([&] {
                if (--left == 0)
                    done.count_down();
            });
        done.wait();
    }
    perTask(state);
}
BENCHMARK(dispatchQThreadPool)->UseRealTime()->Unit(benchmark::kMillisecond);

#if TENFOLD_HAS_TBB
// As it is meant to be used: the thread that waits is one of the workers.
static void dispatchTaskGroup(benchmark::State &state)
{
    const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, workers);
    tbb::task_arena arena(workers);
    for (auto _ : state) {
        arena.execute([] {
            std::atomic<int> left{tasks};
            tbb::task_group group;
            for (int i = 0; i < tasks; ++i)
                group.run([&left] { --left; });
            group.wait();
        });
    }
    perTask(state);
}
BENCHMARK(dispatchTaskGroup)->UseRealTime()->Unit(benchmark::kMillisecond);
#endif

template<Trace::Recording recording> static void dispatchExecutor(benchmark::State &state)
{
    Trace trace(recording);
    ThreadPoolExecutor pool(workers, trace);
    for (auto _ : state) {
        std::atomic<int> left{tasks};
        std::latch done(1);
        for (int i = 0; i < tasks; ++i)
            pool.submit([&] {
                if (--left == 0)
                    done.count_down();
            });
        done.wait();
    }
    perTask(state);
}
BENCHMARK(dispatchExecutor<Trace::Recording::Off>)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(dispatchExecutor<Trace::Recording::On>)->UseRealTime()->Unit(benchmark::kMillisecond);

static void futureQtConcurrent(benchmark::State &state)
{
    QThreadPool pool;
    pool.setMaxThreadCount(workers);
    for (auto _ : state) {
        std::vector<QFuture<int>> futures;
        futures.reserve(tasks);
        for (int i = 0; i < tasks; ++i)
            futures.push_back(QtConcurrent::run(&pool, [i] { return i; }));
        for (auto &future : futures)
            benchmark::DoNotOptimize(future.result());
    }
    perTask(state);
}
BENCHMARK(futureQtConcurrent)->UseRealTime()->Unit(benchmark::kMillisecond);

template<Trace::Recording recording> static void futureExecutor(benchmark::State &state)
{
    Trace trace(recording);
    ThreadPoolExecutor pool(workers, trace);
    for (auto _ : state) {
        std::vector<Future<int>> futures;
        futures.reserve(tasks);
        for (int i = 0; i < tasks; ++i)
            futures.push_back(pool.submit([i] { return i; }));
        for (const auto &future : futures)
            benchmark::DoNotOptimize(future.get());
    }
    perTask(state);
}
BENCHMARK(futureExecutor<Trace::Recording::Off>)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(futureExecutor<Trace::Recording::On>)->UseRealTime()->Unit(benchmark::kMillisecond);

constexpr int chains = 500, links = 10;

// The first tasks wait until all chains hang on them, in both engines alike.
static void perChain(benchmark::State &state)
{
    state.counters["per_chain"] = benchmark::Counter(chains, benchmark::Counter::kIsIterationInvariantRate |
                                                                 benchmark::Counter::kInvert);
}

static void thenChainQFuture(benchmark::State &state)
{
    QThreadPool pool;
    pool.setMaxThreadCount(workers);
    for (auto _ : state) {
        std::latch ready(1);
        std::vector<QFuture<int>> futures;
        futures.reserve(chains);
        for (int i = 0; i < chains; ++i) {
            QFuture<int> last = QtConcurrent::run(&pool, [i, &ready] {
                ready.wait();
                return i;
            });
            for (int k = 0; k < links; ++k)
                last = last.then([](int value) { return value + 1; });
            futures.push_back(last);
        }
        ready.count_down();
        for (auto &future : futures)
            benchmark::DoNotOptimize(future.result());
    }
    perChain(state);
}
BENCHMARK(thenChainQFuture)->UseRealTime()->Unit(benchmark::kMillisecond);

template<Trace::Recording recording> static void thenChainExecutor(benchmark::State &state)
{
    Trace trace(recording);
    ThreadPoolExecutor pool(workers, trace);
    for (auto _ : state) {
        std::latch ready(1);
        std::vector<Future<int>> futures;
        futures.reserve(chains);
        for (int i = 0; i < chains; ++i) {
            Future<int> last = pool.submit([i, &ready] {
                ready.wait();
                return i;
            });
            for (int k = 0; k < links; ++k)
                last = last.then([](int value) { return value + 1; });
            futures.push_back(last);
        }
        ready.count_down();
        for (const auto &future : futures)
            benchmark::DoNotOptimize(future.get());
    }
    perChain(state);
}
BENCHMARK(thenChainExecutor<Trace::Recording::Off>)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(thenChainExecutor<Trace::Recording::On>)->UseRealTime()->Unit(benchmark::kMillisecond);
