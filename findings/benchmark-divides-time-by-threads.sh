#!/usr/bin/env bash
# Google Benchmark divides the time of an iteration by the number of threads: eight threads that each sleep 20 ms are said to take 2.5 ms.
#
# Expected: the column "Time" of a benchmark with UseRealTime() is how long an iteration took by the clock on the wall. No iteration that
#   sleeps 20 ms takes less than 20 ms, whatever runs beside it.
# Happens: with Threads(N) the time is divided by N; also a time that the benchmark measured itself (UseManualTime) and handed over. What is
#   shown is time per iteration of all threads together, the inverse of the throughput, under the name of a latency.
# Where it matters to Tenfold: a lock, queue or pool measured over 1 to 8 threads looks N times faster than a caller waits, and a wait that stays
#   the same looks like a perfect speed-up. Compare items_per_second, or multiply by the threads; goals per operation count for one thread.
# Versions: Google Benchmark 1.7.1-1 (Debian 12); built with g++ 12.2.0 (printed first).
# Output seen (ms an iteration; sleeping can take longer on a busy machine, never shorter):
#   benchmark 1.7.1
#   sleeps 20 ms: 20.1 with 1 thread, 2.5 with 8, in 8 and 64 iterations; says itself that it took 40 ms: 40.0 with 1 thread, 5.0 with 8
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo "g++ $(g++ -dumpfullversion)" | grep -x "g++ 12[.]2[.]0" || { echo "wants g++ 12.2.0"; exit 2; }
apt-get -qq -o APT::Sandbox::User=root download {libbenchmark1debian,libbenchmark-dev}=1.7.1-1 || exit 2
echo "benchmark $(dpkg-deb -f libbenchmark-dev_*.deb Version | cut -d- -f1)"
for package in *.deb; do dpkg-deb -x "$package" root; done
lib=$(dirname "$dir"/root/usr/lib/*/libbenchmark.so)
cat > probe.cpp <<'CPP'
#include <benchmark/benchmark.h>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>
static void sleeps(benchmark::State &state)
{
    for (auto _ : state) std::this_thread::sleep_for(std::chrono::milliseconds(20));
}
static void says(benchmark::State &state)
{
    for (auto _ : state) state.SetIterationTime(0.040);
}
BENCHMARK(sleeps)->UseRealTime()->Iterations(8)->Threads(1)->Threads(8)->Unit(benchmark::kMillisecond);
BENCHMARK(says)->UseManualTime()->Iterations(8)->Threads(1)->Threads(8)->Unit(benchmark::kMillisecond);
struct Keep : benchmark::BenchmarkReporter {
    std::vector<double> times;
    std::vector<long> iterations;
    bool ReportContext(const Context &) override { return true; }
    void ReportRuns(const std::vector<Run> &runs) override
    {
        for (const Run &run : runs) {
            times.push_back(run.GetAdjustedRealTime());
            iterations.push_back(run.iterations);
        }
    }
};
int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    Keep seen;
    if (benchmark::RunSpecifiedBenchmarks(&seen) != 4) return 3;
    const std::vector<double> &t = seen.times;
    printf("sleeps 20 ms: %.1f with 1 thread, %.1f with 8, in %ld and %ld iterations; ", t[0], t[1], seen.iterations[0], seen.iterations[1]);
    printf("says itself that it took 40 ms: %.1f with 1 thread, %.1f with 8\n", t[2], t[3]);
    return t[0] >= 20 && t[1] < 15 && t[2] > 39 && t[2] < 41 && t[3] > 4.9 && t[3] < 5.1 ? 0 : 1;
}
CPP
g++ -std=c++20 -O1 probe.cpp -o probe -Iroot/usr/include -L"$lib" -lbenchmark -pthread || exit 2
LD_LIBRARY_PATH=$lib ./probe
