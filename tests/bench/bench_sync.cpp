// What the primitives of core/sync cost beside those of oneTBB, the standard library and Qt. Run with
// --benchmark_enable_random_interleaving=true --benchmark_repetitions=15
// --benchmark_report_aggregates_only=true and compare medians.

#include "core/sync/blockingqueue.h"
#include "core/sync/event.h"
#include "core/sync/mutex.h"
#include "core/sync/semaphore.h"

#include <QMutex>

#include <barrier>
#include <benchmark/benchmark.h>
#include <pthread.h>
#include <semaphore>
#if TENFOLD_HAS_TBB
#include <tbb/concurrent_queue.h>
#endif

using namespace tenfold;
using Clock = std::chrono::steady_clock;

static double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

// --- A bounded queue: `Pairs` producers and as many consumers, until a close (ours) or a sign a consumer.

template<std::size_t Capacity> struct OurQueue
{
    BlockingQueue<int> queue{"jobs", Capacity};
    std::stop_source stop;

    void push(int item) { queue.push(item, stop.get_token()); }
    bool pop() { return queue.pop(stop.get_token()).has_value(); }
    void end(int /*consumers*/) { queue.close(); }
};

#if TENFOLD_HAS_TBB
template<std::size_t Capacity> struct TbbQueue
{
    tbb::concurrent_bounded_queue<int> queue;

    TbbQueue() { queue.set_capacity(Capacity); }
    void push(int item) { queue.push(item); }
    bool pop()
    {
        int item = 0;
        queue.pop(item);
        return item >= 0;
    }
    void end(int consumers)
    {
        for (int i = 0; i < consumers; ++i)
            queue.push(-1);
    }
};
#endif

template<typename Queue, int Pairs> static void handOver(benchmark::State &state)
{
    constexpr int items = 100'000 / Pairs; // of each producer
    for (auto _ : state) {
        Queue queue;
        std::barrier start(2 * Pairs + 1);
        std::vector<std::jthread> consumers, producers;
        for (int i = 0; i < Pairs; ++i) {
            consumers.emplace_back([&] {
                start.arrive_and_wait();
                while (queue.pop()) {
                }
            });
            producers.emplace_back([&] {
                start.arrive_and_wait();
                for (int item = 0; item < items; ++item)
                    queue.push(item);
            });
        }
        start.arrive_and_wait();
        const auto begin = Clock::now();
        producers.clear();
        queue.end(Pairs);
        consumers.clear();
        state.SetIterationTime(secondsSince(begin));
    }
    state.counters["per_item"] =
        benchmark::Counter(static_cast<double>(items) * Pairs,
                           benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(handOver<OurQueue<1024>, 4>)->UseManualTime()->Iterations(3);
BENCHMARK(handOver<OurQueue<16>, 4>)->UseManualTime()->Iterations(3);
BENCHMARK(handOver<OurQueue<1024>, 1>)->UseManualTime()->Iterations(3);
#if TENFOLD_HAS_TBB
BENCHMARK(handOver<TbbQueue<1024>, 4>)->UseManualTime()->Iterations(3);
BENCHMARK(handOver<TbbQueue<16>, 4>)->UseManualTime()->Iterations(3);
BENCHMARK(handOver<TbbQueue<1024>, 1>)->UseManualTime()->Iterations(3);
#endif

// --- An event: from the release on one core to running on another. The waiter has stood there for as many
// microseconds as the argument says.

struct OurEvent
{
    Event event;

    void wait() { event.wait(); }
    void set() { event.set(); }
    void clear() { event.clear(); }
};

struct StandardEvent
{
    std::mutex mutex;
    std::condition_variable condition;
    bool isSet = false;

    void wait()
    {
        std::unique_lock lock(mutex);
        condition.wait(lock, [this] { return isSet; });
    }
    void set()
    {
        {
            const std::scoped_lock lock(mutex);
            isSet = true;
        }
        condition.notify_all();
    }
    void clear()
    {
        const std::scoped_lock lock(mutex);
        isSet = false;
    }
};

static void pinTo(unsigned core)
{
    cpu_set_t cores;
    CPU_ZERO(&cores);
    CPU_SET(core % std::thread::hardware_concurrency(), &cores);
    pthread_setaffinity_np(pthread_self(), sizeof(cores), &cores);
}

template<typename Signal> static void releaseToRunning(benchmark::State &state)
{
    Signal signal;
    std::atomic<int> round{0}, arrived{0};
    std::atomic<Clock::time_point> ran{};
    std::atomic<bool> isDone{false};
    std::jthread waiter([&] {
        pinTo(1);
        for (int mine = 1;; ++mine) {
            round.wait(mine - 1);
            if (isDone)
                return;
            arrived = mine;
            signal.wait();
            ran = Clock::now();
            ran.notify_one();
        }
    });
    pthread_t self = pthread_self();
    cpu_set_t before;
    pthread_getaffinity_np(self, sizeof(before), &before);
    pinTo(0);
    const std::chrono::microseconds stands(state.range(0));
    for (auto _ : state) {
        ran = Clock::time_point{};
        const int mine = ++round;
        round.notify_one();
        while (arrived != mine) {
        }
        for (const auto until = Clock::now() + stands; Clock::now() < until;) {
        }
        const auto begin = Clock::now();
        signal.set();
        ran.wait(Clock::time_point{});
        state.SetIterationTime(std::chrono::duration<double>(ran.load() - begin).count());
        signal.clear();
    }
    isDone = true;
    ++round;
    round.notify_one();
    pthread_setaffinity_np(self, sizeof(before), &before);
}
BENCHMARK(releaseToRunning<OurEvent>)->Arg(2)->Arg(1000)->UseManualTime()->Iterations(300);
BENCHMARK(releaseToRunning<StandardEvent>)->Arg(2)->Arg(1000)->UseManualTime()->Iterations(300);

// --- A semaphore that nobody else wants.

static void semaphoreOurs(benchmark::State &state)
{
    Semaphore semaphore(2);
    for (auto _ : state) {
        semaphore.acquire();
        semaphore.release();
    }
}
BENCHMARK(semaphoreOurs);

static void semaphoreStandard(benchmark::State &state)
{
    std::counting_semaphore<> semaphore(2);
    for (auto _ : state) {
        semaphore.acquire();
        semaphore.release();
    }
}
BENCHMARK(semaphoreStandard);

static void mutexOurs(benchmark::State &state)
{
    Mutex mutex;
    for (auto _ : state)
        const Lock lock(mutex);
}
BENCHMARK(mutexOurs);

static void mutexQt(benchmark::State &state)
{
    QMutex mutex;
    for (auto _ : state) {
        mutex.lock();
        mutex.unlock();
    }
}
BENCHMARK(mutexQt);

// --- Two threads that take the only permit again at once: by how much the takes of the two differ, counted
// --- from when both have begun.

template<typename Permits> static void fairness(benchmark::State &state)
{
    for (auto _ : state) {
        Permits permits(1);
        std::atomic<int> begun{0};
        std::array<int, 2> takes{};
        std::atomic<bool> isDone{false};
        const auto taking = [&](std::size_t i) {
            for (bool isFirst = true; !isDone; isFirst = false) {
                permits.acquire();
                begun += isFirst;
                for (const auto until = Clock::now() + std::chrono::microseconds(20); Clock::now() < until;) {
                }
                takes[i] += begun == 2;
                permits.release();
                if (takes[i] == 500)
                    isDone = true;
            }
        };
        {
            const std::jthread first(taking, 0), second(taking, 1);
        }
        const auto [less, more] = std::minmax(takes[0], takes[1]);
        state.counters["difference_%"] = 100.0 * (more - less) / more;
    }
}
BENCHMARK(fairness<Semaphore>)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(fairness<std::counting_semaphore<>>)->Iterations(1)->Unit(benchmark::kMillisecond);

// --- What recording adds to a critical section of 2 us.

/// About 2 us of computing; the same code whatever is around it.
[[gnu::noinline]] static std::uint64_t workedOn(std::uint64_t value)
{
    for (int i = 0; i < 1700; ++i) {
        value = value * 6364136223846793005u + 1442695040888963407u;
        asm volatile("" : "+r"(value));
    }
    return value;
}

template<Trace::Recording recording> static void criticalSection(benchmark::State &state)
{
    Trace trace(recording);
    const LaneScope scope(trace.addLane(LaneRole::Worker));
    Mutex mutex;
    std::uint64_t value = 1;
    for (auto _ : state) {
        const Lock lock(mutex);
        benchmark::DoNotOptimize(value = workedOn(value));
    }
}
BENCHMARK(criticalSection<Trace::Recording::Off>)->Iterations(200'000);
BENCHMARK(criticalSection<Trace::Recording::On>)->Iterations(200'000);
