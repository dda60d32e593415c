// The process pool against python3's (fork), and what two processes gain against what the machine has to
// give: all in one interleaved run, quoted as ratios of medians. Usage: bench_processes [ROUNDS]

#include "core/analysis/limit.h"
#include "core/executors/processpoolexecutor.h"
#include "core/trace/trace.h"
#include "core/workloads/compute/fibonacci.h"
#include "core/workloads/compute/primes.h"
#include "core/workloads/workmemory.h"
#include "tests/bench/median.h"

#include <QCborArray>
#include <QCoreApplication>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <map>
#include <pthread.h>
#include <thread>

using namespace tenfold;

static constexpr const char *python = R"(
import multiprocessing, sys, time
from concurrent.futures import ProcessPoolExecutor

def same(n): return n
def pool(): return ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork"))
def timed(work, times=1):
    begin = time.perf_counter()
    for _ in range(times): work()
    return (time.perf_counter() - begin) / times

def start_one_end():
    with pool() as p: p.submit(same, 1).result()
def start(): return timed(start_one_end)
def trip(): return timed(lambda: warm.submit(same, 1).result(), 2000)
def many(): return timed(lambda: list(warm.map(same, range(20000), chunksize=500))) / 20000
def memory(): return sum(int(line.split()[1]) for id in warm._processes
                         for line in open(f"/proc/{id}/smaps_rollup") if line.startswith("Pss:")) / 1024

warm = pool()
list(warm.map(same, range(100)))
for line in sys.stdin: print(globals()[line.strip()](), flush=True)
)";

namespace {

/// A python3 that measures what it is told to.
class Python
{
public:
    Python()
    {
        process_.start(QStringLiteral("python3"), {QStringLiteral("-c"), QString::fromLatin1(python)});
    }
    ~Python()
    {
        process_.closeWriteChannel();
        process_.waitForFinished();
    }
    double measure(const char *what)
    {
        process_.write(QByteArray(what) + '\n');
        while (!process_.canReadLine() && process_.waitForReadyRead(60'000)) {
        }
        return process_.readLine().trimmed().toDouble();
    }

private:
    QProcess process_;
};

std::map<std::string, std::vector<double>> figures;

} // namespace

static double median(const char *name)
{
    return median(figures[name]);
}

template<typename F> static double seconds(F work, int times = 1)
{
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i)
        work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() / times;
}

/// How much more two pinned threads compute than one.
static double capacity()
{
    const auto computeOn = [](unsigned core) {
        return std::jthread([core] {
            cpu_set_t set;
            CPU_ZERO(&set);
            CPU_SET(core, &set);
            ::pthread_setaffinity_np(::pthread_self(), sizeof set, &set);
            fibonacci(35);
        });
    };
    const double one = seconds([&] { computeOn(0).join(); });
    const double two = seconds([&] {
        const std::jthread first = computeOn(0);
        const std::jthread second = computeOn(1);
    });
    return 2 * one / two;
}

/// A task for each of the arguments, in this order, on two processes, from their start to their end.
static double onTwo(const char *task, const std::vector<QCborValue> &arguments)
{
    return seconds([&] {
        Trace trace;
        ProcessPoolExecutor pool(2, trace);
        std::vector<Future<QCborValue>> futures;
        for (const QCborValue &argument : arguments)
            futures.push_back(pool.submit(QString::fromLatin1(task), argument));
        for (const auto &future : futures)
            future.get();
    });
}

static void measureComputing()
{
    figures["capacity"].push_back(capacity());
    std::vector<double> durations;
    for (int n = 36; n <= 40; ++n)
        durations.push_back(seconds([n] { fibonacci(n); }));
    const double fibonacciOne = listSchedule(durations, 1);
    figures["fibonacci in order, bound"].push_back(fibonacciOne / listSchedule(durations, 2));
    figures["fibonacci longest first, bound"].push_back(fibonacciOne /
                                                        listSchedule(durations, 2, longestFirst(durations)));
    figures["fibonacci in order"].push_back(fibonacciOne / onTwo("fibonacci", {36, 37, 38, 39, 40}));
    figures["fibonacci longest first"].push_back(fibonacciOne / onTwo("fibonacci", {40, 39, 38, 37, 36}));

    durations.clear();
    std::vector<QCborValue> ranges;
    for (std::uint32_t from = 0; from < 5'000'000; from += 312'500) {
        durations.push_back(seconds([from] { countPrimes(from, from + 312'500); }));
        ranges.emplace_back(QCborArray{qint64{from}, qint64{from} + 312'500});
    }
    const double primesOne = listSchedule(durations, 1);
    figures["primes, bound"].push_back(primesOne / listSchedule(durations, 2));
    figures["primes"].push_back(primesOne / onTwo("primes", ranges));
}

static void measureMessages(Python &peer)
{
    Trace trace(Trace::Recording::Off);
    figures["start"].push_back(onTwo("fibonacci", {1}));
    figures["python start"].push_back(peer.measure("start"));
    ProcessPoolExecutor pool(2, trace);
    pool.warmUp();
    pool.map(QStringLiteral("fibonacci"), QCborArray{1, 1}); // as python3's has done some
    QCborArray items;
    for (int i = 0; i < 20'000; ++i)
        items.append(1);
    figures["trip"].push_back(seconds([&] { pool.submit(QStringLiteral("fibonacci"), 1).get(); }, 2000));
    figures["python trip"].push_back(peer.measure("trip"));
    figures["many"].push_back(seconds([&] { pool.map(QStringLiteral("fibonacci"), items, 500); }) / 20'000);
    figures["python many"].push_back(peer.measure("many"));
    double memory = 0;
    for (const qint64 id : pool.processIds())
        memory += static_cast<double>(proportionalSetSize(id)) / (1 << 20);
    figures["memory"].push_back(memory);
    figures["python memory"].push_back(peer.measure("memory"));
}

static void tellGain(const char *name, const char *bound)
{
    const double most = std::min(median(bound), median("capacity"));
    std::printf("%-28s %5.2fx, bound %.2fx, capacity %.2fx: %.2f of what is possible (goal 0.90)\n", name,
                median(name), median(bound), median("capacity"), median(name) / most);
}

static void tellRatio(const char *name, double scale, const char *unit, double goal)
{
    const double peer = median(("python " + std::string(name)).c_str());
    std::printf("%-28s %8.2f %s, python3 %8.2f %s: ratio %.3f (goal %.2f)\n", name, median(name) * scale,
                unit, peer * scale, unit, median(name) / peer, goal);
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 7;
    Python peer;
    for (int i = 0; i < rounds; ++i) {
        measureComputing();
        measureMessages(peer);
    }
    tellGain("fibonacci in order", "fibonacci in order, bound");
    tellGain("fibonacci longest first", "fibonacci longest first, bound");
    tellGain("primes", "primes, bound");
    tellRatio("start", 1e3, "ms", 0.5);
    tellRatio("trip", 1e6, "us", 0.1);
    tellRatio("many", 1e6, "us", 1.0);
    tellRatio("memory", 1, "MiB", 0.6);
    return 0;
}
