// Some tasks kill the process that they run in. The pool replaces it and tries the task again: every result
// arrives, and each once.

#include "core/catalog/declare.h"
#include "core/executors/processpoolexecutor.h"
#include "core/run/run.h"
#include "core/workloads/compute/crash.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace tenfold::patterns::process_pool::crash_recovery {
namespace {

/// For each task whether its first attempt kills its process.
std::vector<bool> killers(const Run &run)
{
    const int tasks = run.integer("tasks");
    const int percent = run.integer("crashes");
    std::vector<int> order(static_cast<std::size_t>(tasks));
    std::iota(order.begin(), order.end(), 0);
    std::ranges::shuffle(order, std::mt19937_64(run.seed()));
    order.resize(
        static_cast<std::size_t>((tasks * percent + 99) / 100)); // one at least, unless none is meant
    std::vector<bool> kills(static_cast<std::size_t>(tasks));
    for (const int task : order)
        kills[static_cast<std::size_t>(task)] = true;
    return kills;
}

Future<QCborValue> submit(Run &run, ProcessPoolExecutor &pool, std::size_t i, bool kills, Retry retry)
{
    return pool.submit("crash", crashArgument(run.seed(), static_cast<int>(i), kills), retry);
}

/// Waits for the answer of task `i` and puts its row: a lost one says why.
bool arrived(Run &run, std::size_t i, const Future<QCborValue> &future)
{
    const int number = static_cast<int>(i) + 1;
    try {
        const QCborArray answer = future.get(run.stop()).toArray();
        run.setCells(i, {{"task", number},
                         {"result", answer[0].toString()},
                         {"attempts", answer[1].toInteger()},
                         {"status", QT_TRANSLATE_NOOP("status", "done")}});
        return true;
    } catch (const WorkerLost &error) {
        run.setCells(i, {{"task", number},
                         {"status", QT_TRANSLATE_NOOP("status", "lost")},
                         {"error", QString::fromUtf8(error.what())}});
        return false;
    }
}

void report(Run &run, ProcessPoolExecutor &pool, int lost)
{
    pool.shutdown(); // then all is counted
    run.report("lost", lost);
    run.report("deaths", pool.traffic().lost);
    run.report("started", pool.traffic().started);
}

// One child carries out one task after the other.
void sequential(Run &run)
{
    ProcessPoolExecutor pool(1, run.trace(), run.stop());
    int lost = 0;
    for (std::size_t i = 0; const bool kills : killers(run)) {
        lost += arrived(run, i, submit(run, pool, i, kills, Retry::Idempotent)) ? 0 : 1;
        ++i;
    }
    report(run, pool, lost);
}

void inPool(Run &run, Retry retry)
{
    ProcessPoolExecutor pool(run.workers(), run.trace(), run.stop());
    std::vector<Future<QCborValue>> futures;
    for (const bool kills : killers(run))
        futures.push_back(submit(run, pool, futures.size(), kills, retry));
    int lost = 0;
    for (std::size_t i = 0; i < futures.size(); ++i)
        lost += arrived(run, i, futures[i]) ? 0 : 1;
    report(run, pool, lost);
}

// A task may be tried again, as twice does no harm: it computes and changes nothing.
void pool(Run &run)
{
    inPool(run, Retry::Idempotent);
}

// Mistake: what its process took with it is gone.
void noRetry(Run &run)
{
    inPool(run, Retry::Never);
}

constexpr const char *python = R"(from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

# In Python one process that dies breaks the whole pool:
# make another one, and submit again what has no result.
todo, results = dict(enumerate(tasks)), {}
while todo:
    with ProcessPoolExecutor() as pool:
        futures = {i: pool.submit(work, task) for i, task in todo.items()}
        for i, future in futures.items():
            try:
                results[i] = future.result()
                del todo[i]
            except BrokenProcessPool:
                pass
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Crash recovery"),
        .question = QT_TRANSLATE_NOOP(
            "catalog",
            "Some tasks kill the process that they run in. Is any result lost, or delivered twice?"),
        .parameters = {workersForCores(),
                       integer("tasks", QT_TRANSLATE_NOOP("catalog", "Tasks"), {1, 5000}, 200),
                       integer("crashes", QT_TRANSLATE_NOOP("catalog", "Crashing tasks"), {0, 100}, 5, "%")},
        .presets = {{"quick", {{"tasks", 8}, {"crashes", 20}}}},
        .columns = {{"task", QT_TRANSLATE_NOOP("catalog", "Task"), ColumnKind::Integer},
                    {"result", QT_TRANSLATE_NOOP("catalog", "Result"), ColumnKind::Text},
                    // Not the result: a neighbour in the same message may be tried again as well.
                    aside({"attempts", QT_TRANSLATE_NOOP("catalog", "Attempts"), ColumnKind::Integer}),
                    status({"done"}),
                    error()},
        .measures = {{"lost", QT_TRANSLATE_NOOP("catalog", "Tasks lost")},
                     {"deaths", QT_TRANSLATE_NOOP("catalog", "Processes killed")},
                     {"started", QT_TRANSLATE_NOOP("catalog", "Processes started")}},
        .variants = {reference(sequential, QT_TRANSLATE_NOOP(
                                               "catalog", "One child process carries out one task after the "
                                                          "other, and is replaced when a task kills it.")),
                     right("pool", QT_TRANSLATE_NOOP("catalog", "Process pool"), pool,
                           QT_TRANSLATE_NOOP(
                               "catalog",
                               "A process that dies costs the attempt at one task. The pool starts "
                               "another and tries the task again, while the other processes go on: "
                               "nothing is lost, and nothing is delivered twice.")),
                     mistake("no-retry", QT_TRANSLATE_NOOP("catalog", "No retry"), noRetry,
                             {.proof = "lost", .view = "lost"},
                             QT_TRANSLATE_NOOP(
                                 "catalog",
                                 "The process is replaced, but the task that it was running is not tried "
                                 "again: its result is lost. Let the pool repeat what may be done twice."))},
        .views = {columns("lost", QT_TRANSLATE_NOOP("catalog", "Tasks lost")),
                  columns("deaths", QT_TRANSLATE_NOOP("catalog", "Processes killed")),
                  bands(QT_TRANSLATE_NOOP("catalog", "Where the processes' time went"),
                        {State::Spawn, State::Send, State::Running, State::Receive})},
        .python = python,
    };
}

} // namespace tenfold::patterns::process_pool::crash_recovery
