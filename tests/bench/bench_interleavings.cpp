// How fast executions are counted by merging states, and how fast they are carried out one by one. Run with
// --benchmark_enable_random_interleaving=true --benchmark_repetitions=15
// --benchmark_report_aggregates_only=true and compare medians.

#include "core/executors/threadpoolexecutor.h"
#include "core/workloads/compute/interleavings/executions.h"
#include "core/workloads/compute/interleavings/search.h"
#include "tests/core/programs.h"

#include <benchmark/benchmark.h>

using namespace tenfold;

static void countThreeByThree(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(Executions(programNamed("unlocked", 3, 3)).total());
}
BENCHMARK(countThreeByThree)->Unit(benchmark::kMicrosecond);

static void countFiveByThree(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(Executions(programNamed("unlocked", 5, 3)).total());
}
BENCHMARK(countFiveByThree)->Unit(benchmark::kMillisecond);

static void executionByNumber(benchmark::State &state)
{
    const Executions all(programNamed("unlocked", 3, 3));
    for (Count number = 1; auto _ : state)
        benchmark::DoNotOptimize(all.at(number = 1 + (number * 48'271) % all.total()));
}
BENCHMARK(executionByNumber);

/// All 17,153,136 of 3 threads x 3 increments, by so many workers.
static void search(benchmark::State &state)
{
    const ProgramRules rules(programNamed("unlocked", 3, 3));
    const std::vector<Execution> prefixes = prefixesOf(rules, 64);
    Trace off(Trace::Recording::Off);
    ThreadPoolExecutor pool(static_cast<int>(state.range(0)), off);
    Count found = 0;
    for (auto _ : state) {
        for (const auto &part : pool.map(
                 prefixes, [&](std::size_t, const Execution &prefix) { return search(rules, prefix); })) {
            for (const auto &[ending, count] : part)
                found += count;
        }
    }
    state.counters["executions"] =
        benchmark::Counter(static_cast<double>(found), benchmark::Counter::kIsRate);
}
BENCHMARK(search)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
