// Compute Fibonacci numbers the slow way: all of the time is computing, and the last number takes as long as
// the two before it together.

#include "core/workloads/compute/fibonacci.h"

#include "core/analysis/readings.h"
#include "core/executors/processpoolexecutor.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"
#include "core/sync/mutex.h"

#include <ranges>

namespace tenfold::patterns::processes::fibonacci {
namespace {

std::vector<int> numbers(const Run &run)
{
    const int n = run.integer(QStringLiteral("n"));
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
        futures.emplace_back(i, pool.submitAs(i, QStringLiteral("fibonacci"), all[i]));
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

void measure(Run &run)
{
    const Nanoseconds end = run.trace().now();
    const Lane::Sums sums = sumsOf(run.trace(), end);
    // A single worker computes one at a time anyway.
    run.find(QStringLiteral("serialised"),
             run.workers() > 1 ? countHolds(run.trace(), "interpreter", end) : 0);
    run.find(QStringLiteral("lock-wait"), toSeconds(sums.of(State::Lock)));
    run.find(QStringLiteral("overhead"),
             toSeconds(sums.of(State::Spawn) + sums.of(State::Send) + sums.of(State::Receive)));
}

} // namespace

Scenario scenario()
{
    Scenario s;
    s.title = QT_TRANSLATE_NOOP("catalog", "Fibonacci numbers");
    s.question = QT_TRANSLATE_NOOP("catalog", "Five numbers are computed the slow way. How much sooner are "
                                              "several workers done, and does it matter "
                                              "which they are?");
    s.isSeeded = false;
    s.parameters = {
        workersParameter(coresHere()),
        {"n", QT_TRANSLATE_NOOP("catalog", "First number"), {}, ParameterKind::Integer, 1, 42, {}, 38},
    };
    s.presets = {
        {"default", {}},
        {"chapter", {{"n", 30}}},
        {"quick", {{"workers", 2}, {"n", 24}}},
    };
    s.columns = {
        {"n", QT_TRANSLATE_NOOP("catalog", "n"), ColumnKind::Integer},
        {"value", QT_TRANSLATE_NOOP("catalog", "Fibonacci number"), ColumnKind::Integer},
    };
    const Words workerSeconds = QT_TRANSLATE_NOOP("catalog", "worker-s");
    s.measures = {
        {"serialised", QT_TRANSLATE_NOOP("catalog", "Tasks computed one at a time")},
        {"lock-wait", QT_TRANSLATE_NOOP("catalog", "Waiting for the interpreter"), workerSeconds},
        {"overhead", QT_TRANSLATE_NOOP("catalog", "Starting and messages"), workerSeconds},
    };
    s.variants = {
        {"sequential",
         QT_TRANSLATE_NOOP("catalog", "Sequential"),
         VariantKind::Sequential,
         sequential,
         {},
         QT_TRANSLATE_NOOP("catalog", "One number after the other, on one core.")},
        {"processes",
         QT_TRANSLATE_NOOP("catalog", "Processes"),
         VariantKind::Parallel,
         processes,
         {},
         QT_TRANSLATE_NOOP(
             "catalog", "Processes compute at the same time, on as many cores as there are. The last number "
                        "takes longest and starts last: towards the end the others have nothing to do.")},
        {"longest-first",
         QT_TRANSLATE_NOOP("catalog", "Longest first"),
         VariantKind::Parallel,
         longestFirst,
         {},
         QT_TRANSLATE_NOOP("catalog",
                           "The longest task starts first, so the workers are done at about the same "
                           "time.")},
        {"threads",
         QT_TRANSLATE_NOOP("catalog", "Threads (C++)"),
         VariantKind::Parallel,
         threads,
         {},
         QT_TRANSLATE_NOOP("catalog",
                           "C++ has no interpreter lock: threads compute at the same time too, and start "
                           "faster than processes.")},
        {"one-interpreter", QT_TRANSLATE_NOOP("catalog", "Threads as in Python"), VariantKind::Mistake,
         oneInterpreter, "serialised",
         QT_TRANSLATE_NOOP("catalog",
                           "One lock is held around all computing, as Python's interpreter lock is: only "
                           "one thread computes at a time, and more threads bring no speed-up. Use processes "
                           "for computing.")},
    };
    s.views = {
        {"steps", ViewKind::Steps, QT_TRANSLATE_NOOP("catalog", "Time of each task"), {}},
        {"bands",
         ViewKind::Bands,
         QT_TRANSLATE_NOOP("catalog", "What the workers did"),
         {"spawn", "send", "running", "receive", "lock"}},
    };
    s.measure = measure;
    s.python = R"(from concurrent.futures import ProcessPoolExecutor

def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)

with ProcessPoolExecutor() as pool:                        # processes
    values = list(pool.map(fibonacci, range(36, 41)))

values = [fibonacci(n) for n in range(36, 41)]             # sequential
)";
    return s;
}

} // namespace tenfold::patterns::processes::fibonacci
