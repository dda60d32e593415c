// What the thread pool executor costs beside the engine that it runs on.

#include "core/executors/threadpoolexecutor.h"

#include <QtConcurrentRun>

#include <benchmark/benchmark.h>
#include <latch>

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
