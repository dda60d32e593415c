// Compute Fibonacci numbers the slow way: all of the time is computing, and the last number takes as long as
// the two before it together.

#include "core/workloads/compute/fibonacci.h"

#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/processpoolexecutor.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"
#include "core/sync/mutex.h"

#include <ranges>

namespace tenfold::patterns::processes::fibonacci {
namespace {

std::vector<int> numbers(const Run &run)
{
    const int n = run.integer("n");
    return {n, n + 1, n + 2, n + 3, n + 4};
}

void put(Run &run, std::size_t i, std::uint64_t value)
{
    run.setRow(i, {numbers(run)[i], QVariant::fromValue(static_cast<qlonglong>(value))});
}

void sequential(Run &run)
{
    for (std::size_t i = 0; const int n : numbers(run)) {
        const TaskSpan task(i);
        put(run, i++, tenfold::fibonacci(n, run.stop()));
    }
}

/// A task each, started in the given order; each process computes on a core of its own.
void inProcesses(Run &run, const std::vector<std::size_t> &order)
{
    run.takenInOrder(order);
    const std::vector<int> all = numbers(run);
    ProcessPoolExecutor pool(run.workers(), run.trace(), run.stop());
    std::vector<std::pair<std::size_t, Future<QCborValue>>> futures;
    for (const std::size_t i : order)
        futures.emplace_back(i, pool.submitAs(i, "fibonacci", all[i]));
    for (const auto &[i, future] : futures)
        put(run, i, static_cast<std::uint64_t>(future.get(run.stop()).toInteger()));
}

void processes(Run &run)
{
    inProcesses(run, {0, 1, 2, 3, 4});
}

// The longest task decides when the last worker is done: it should not be the last to start.
void longestFirst(Run &run)
{
    inProcesses(run, {4, 3, 2, 1, 0});
}

// In C++ threads compute at the same time as well, and need no messages.
void threads(Run &run)
{
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.map(numbers(run), [&](std::size_t i, int n) { put(run, i, tenfold::fibonacci(n, run.stop())); });
}

// Mistake: threads under one lock for all computing, as Python's are. Only one computes at a time.
void oneInterpreter(Run &run)
{
    Mutex interpreter(QT_TRANSLATE_NOOP("lock", "interpreter"));
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.map(numbers(run), [&](std::size_t i, int n) {
        const Lock computing(interpreter, run.stop());
        put(run, i, tenfold::fibonacci(n, run.stop()));
    });
}

// A single worker computes one at a time anyway.
double serialised(const Run &run)
{
    return run.workers() > 1 ? holds("interpreter").value(run) : 0;
}

constexpr const char *python = R"(from concurrent.futures import ProcessPoolExecutor

def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)

with ProcessPoolExecutor() as pool:                        # processes
    values = list(pool.map(fibonacci, range(36, 41)))

values = [fibonacci(n) for n in range(36, 41)]             # sequential
)";

} // namespace

Scenario scenario()
{
    const Unit workerSeconds = QT_TRANSLATE_NOOP("catalog", "worker-seconds");
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Fibonacci numbers"),
        .question =
            QT_TRANSLATE_NOOP("catalog", "Five numbers are computed the slow way. How much sooner are "
                                         "several workers done, and does it matter which they are?"),
        .parameters = {workersForCores(),
                       integer("n", QT_TRANSLATE_NOOP("catalog", "First number"), {1, 42}, 38)},
        .presets = {{"chapter", {{"n", 30}}}, {"quick", {{"workers", 2}, {"n", 24}}}},
        .columns = {{"n", QT_TRANSLATE_NOOP("catalog", "n"), ColumnKind::Integer},
                    {"value", QT_TRANSLATE_NOOP("catalog", "Fibonacci number"), ColumnKind::Integer}},
        .measures = {{"serialised", QT_TRANSLATE_NOOP("catalog", "Tasks computed one at a time"), serialised},
                     {"lock-wait", QT_TRANSLATE_NOOP("catalog", "Waiting for the interpreter"),
                      secondsIn({State::Lock}), workerSeconds},
                     {"overhead", QT_TRANSLATE_NOOP("catalog", "Starting and messages"),
                      secondsIn({State::Spawn, State::Send, State::Receive}), workerSeconds}},
        .variants =
            {reference(sequential, QT_TRANSLATE_NOOP("catalog", "One number after the other, on one core.")),
             right("processes", QT_TRANSLATE_NOOP("catalog", "Processes"), processes,
                   QT_TRANSLATE_NOOP(
                       "catalog",
                       "Processes compute at the same time, on as many cores as there are. The last number "
                       "takes longest and starts last: towards the end the others have nothing to do.")),
             right("longest-first", QT_TRANSLATE_NOOP("catalog", "Longest first"), longestFirst,
                   QT_TRANSLATE_NOOP(
                       "catalog",
                       "The longest task starts first, so the workers are done at about the same time.")),
             right("threads", QT_TRANSLATE_NOOP("catalog", "Threads (C++)"), threads,
                   QT_TRANSLATE_NOOP("catalog", "C++ has no interpreter lock: threads compute at the same "
                                                "time too, and start faster than processes.")),
             mistake("one-interpreter", QT_TRANSLATE_NOOP("catalog", "Threads as in Python"), oneInterpreter,
                     {.proof = "serialised"},
                     QT_TRANSLATE_NOOP("catalog",
                                       "One lock is held around all computing, as Python's interpreter lock "
                                       "is: only one thread computes at a time, and more threads bring no "
                                       "speed-up. Use processes for computing."))},
        .views = {steps(QT_TRANSLATE_NOOP("catalog", "Time of each task")),
                  bands(QT_TRANSLATE_NOOP("catalog", "What the workers did"),
                        {State::Spawn, State::Send, State::Running, State::Receive, State::Lock})},
        .isSeeded = false,
        .python = python,
    };
}

} // namespace tenfold::patterns::processes::fibonacci
