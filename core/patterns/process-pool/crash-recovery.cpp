// Some tasks kill the process that they run in. The pool replaces it and tries the task again: every result
// arrives, and each once.

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
    const int tasks = run.integer(QStringLiteral("tasks"));
    const int percent = run.integer(QStringLiteral("crashes"));
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
    return pool.submit(QStringLiteral("crash"), crashArgument(run.seed(), static_cast<int>(i), kills), retry);
}

/// Waits for the answer of task `i` and puts its row: a lost one says why.
bool arrived(Run &run, std::size_t i, const Future<QCborValue> &future)
{
    const int number = static_cast<int>(i) + 1;
    try {
        const QCborArray answer = future.get(run.stop()).toArray();
        run.setRow(
            i,
            {number, answer[0].toString(), answer[1].toInteger(), QT_TRANSLATE_NOOP("status", "done"), {}});
        return true;
    } catch (const WorkerLost &error) {
        run.setRow(i, {number, {}, {}, QT_TRANSLATE_NOOP("status", "lost"), QString::fromUtf8(error.what())});
        return false;
    }
}

void report(Run &run, ProcessPoolExecutor &pool, int lost)
{
    pool.shutdown(); // then all is counted
    run.find(QStringLiteral("lost"), lost);
    run.find(QStringLiteral("deaths"), pool.traffic().lost);
    run.find(QStringLiteral("started"), pool.traffic().started);
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

} // namespace

Scenario scenario()
{
    Scenario s;
    s.title = QT_TRANSLATE_NOOP("catalog", "Crash recovery");
    s.question = QT_TRANSLATE_NOOP(
        "catalog", "Some tasks kill the process that they run in. Is any result lost, or delivered twice?");
    s.parameters = {
        workersParameter(coresHere()),
        {"tasks", QT_TRANSLATE_NOOP("catalog", "Tasks"), {}, ParameterKind::Integer, 1, 5000, {}, 200},
        {"crashes",
         QT_TRANSLATE_NOOP("catalog", "Crashing tasks"),
         "%",
         ParameterKind::Integer,
         0,
         100,
         {},
         5},
    };
    s.presets = {
        {"default", {}},
        {"quick", {{"tasks", 8}, {"crashes", 20}}},
    };
    s.columns = {
        {"task", QT_TRANSLATE_NOOP("catalog", "Task"), ColumnKind::Integer},
        {"result", QT_TRANSLATE_NOOP("catalog", "Result"), ColumnKind::Text},
        // Not the result: a neighbour in the same message may be tried again as well.
        {"attempts", QT_TRANSLATE_NOOP("catalog", "Attempts"), ColumnKind::Integer, false},
        {"status", QT_TRANSLATE_NOOP("catalog", "Status"), ColumnKind::Status, true, {"done"}},
        {"error", QT_TRANSLATE_NOOP("catalog", "Error"), ColumnKind::Text, false},
    };
    s.measures = {
        {"lost", QT_TRANSLATE_NOOP("catalog", "Tasks lost")},
        {"deaths", QT_TRANSLATE_NOOP("catalog", "Processes killed")},
        {"started", QT_TRANSLATE_NOOP("catalog", "Processes started")},
    };
    s.variants = {
        {"sequential",
         QT_TRANSLATE_NOOP("catalog", "Sequential"),
         VariantKind::Sequential,
         sequential,
         {},
         QT_TRANSLATE_NOOP("catalog",
                           "One child process carries out one task after the other, and is replaced when a "
                           "task kills it.")},
        {"pool",
         QT_TRANSLATE_NOOP("catalog", "Process pool"),
         VariantKind::Parallel,
         pool,
         {},
         QT_TRANSLATE_NOOP("catalog",
                           "A process that dies costs the attempt at one task. The pool starts another and "
                           "tries the task again, while the other processes go on: nothing is lost, and "
                           "nothing is delivered twice.")},
        {"no-retry",
         QT_TRANSLATE_NOOP("catalog", "No retry"),
         VariantKind::Mistake,
         noRetry,
         "lost",
         QT_TRANSLATE_NOOP("catalog",
                           "The process is replaced, but the task that it was at is not tried again: its "
                           "result is lost. Let the pool repeat what may be done twice."),
         {},
         "lost"},
    };
    s.views = {
        {"lost", ViewKind::Columns, QT_TRANSLATE_NOOP("catalog", "Tasks lost"), {"lost"}},
        {"deaths", ViewKind::Columns, QT_TRANSLATE_NOOP("catalog", "Processes killed"), {"deaths"}},
        {"bands",
         ViewKind::Bands,
         QT_TRANSLATE_NOOP("catalog", "Where the processes' time went"),
         {"spawn", "send", "running", "receive"}},
    };
    s.python = R"(from concurrent.futures import ProcessPoolExecutor
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
    return s;
}

} // namespace tenfold::patterns::process_pool::crash_recovery
