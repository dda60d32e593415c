// What recording costs. Run with --benchmark_enable_random_interleaving=true --benchmark_repetitions=15
// --benchmark_report_aggregates_only=true and compare medians.

#include "core/trace/span.h"

#include <benchmark/benchmark.h>

using namespace tenfold;

static void twoClockReads(benchmark::State &state)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(std::chrono::steady_clock::now());
        benchmark::DoNotOptimize(std::chrono::steady_clock::now());
    }
}
BENCHMARK(twoClockReads)->Iterations(500'000);

// A fresh trace per run of the benchmark, as long as a lane keeps; memory is touched as in a real run.
static void spanRecorded(benchmark::State &state)
{
    Trace trace;
    const LaneScope scope(trace.addLane(LaneRole::Worker));
    for (auto _ : state)
        const Span span(State::Running, "task", 1);
}
BENCHMARK(spanRecorded)->Iterations(500'000);

static void spanRecordingOff(benchmark::State &state)
{
    for (auto _ : state) {
        const Span span(State::Running, "task", 1);
        benchmark::ClobberMemory();
    }
}
BENCHMARK(spanRecordingOff);

static void nothing(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::ClobberMemory();
}
BENCHMARK(nothing);

// 100,000 events as the window drains them between two polls.
static void drain100000(benchmark::State &state)
{
    Trace trace;
    std::vector<Lane *> lanes;
    for (int i = 0; i < 8; ++i)
        lanes.push_back(trace.addLane(LaneRole::Worker));
    for (int i = 0; i < 100'000; ++i)
        lanes[static_cast<std::size_t>(i % 8)]->end(lanes[static_cast<std::size_t>(i % 8)]->begin(
            State::Io, "GET", i, std::source_location::current()));
    for (auto _ : state) {
        Nanoseconds sum = 0;
        for (const Lane *lane : trace.lanes())
            lane->spans().forEach([&](const SpanRecord &span) { sum += span.endOr(0) - span.begin; });
        benchmark::DoNotOptimize(sum);
    }
}
BENCHMARK(drain100000)->Unit(benchmark::kMicrosecond);
