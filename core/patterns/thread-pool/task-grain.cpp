// The same work in tasks of different lengths. Handing a task over takes time, too: how long should one be?

#include "core/catalog/declare.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"
#include "core/workloads/blocks.h"
#include "core/workloads/compute/hash.h"

#include <algorithm>

namespace tenfold::patterns::thread_pool::task_grain {
namespace {

using Clock = std::chrono::steady_clock;

double microseconds(Clock::duration time)
{
    return std::chrono::duration<double, std::micro>(time).count();
}

/// The pieces of the work, each about as long as the grain, and how long it was worked on them.
class Pieces
{
public:
    explicit Pieces(Run &run)
        : run_(run),
          results_(std::max<std::size_t>(1, static_cast<std::size_t>(run.integer("work")) * 1000 /
                                                static_cast<std::size_t>(run.integer("grain"))))
    {}
    std::size_t count() const { return results_.size(); }

    /// Pieces from `begin` to before `end`.
    void work(std::size_t begin, std::size_t end)
    {
        const auto started = Clock::now();
        for (std::size_t i = begin; i < end; ++i) {
            throwIfStopped(run_.stop());
            const QByteArray hash = hashOf(run_.seed(), static_cast<qint64>(i),
                                           bytesHashedIn(run_.integer("grain")), run_.stop());
            results_[i] = hash.left(12).toLongLong(nullptr, 16);
        }
        worked_ += (Clock::now() - started).count();
    }

    /// Says what came out, where `workers` were at it and the pieces were handed over as so many tasks.
    void finish(int workers, std::size_t tasks)
    {
        const double whole = microseconds(Clock::now() - begun_) * workers;
        const double worked = microseconds(Clock::duration(worked_));
        putBlocks(run_, results_);
        run_.report("tasks", static_cast<double>(tasks));
        run_.report("task", worked / static_cast<double>(tasks));
        run_.report("efficiency", std::min(100.0, 100 * worked / whole));
    }

private:
    Run &run_;
    std::vector<qint64> results_;
    std::atomic<Clock::rep> worked_{0}; // by all threads together
    const Clock::time_point begun_ = Clock::now();
};

void sequential(Run &run)
{
    Pieces pieces(run);
    for (std::size_t i = 0; i < pieces.count(); ++i) {
        const TaskSpan task(i);
        pieces.work(i, i + 1);
    }
    pieces.finish(1, pieces.count());
    run.report("overhead", 0);
}

/// Hands the pieces over in `tasks` tasks of about the same size.
void inTasks(Run &run, Pieces &pieces, std::size_t tasks)
{
    {
        ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
        std::vector<Future<void>> futures;
        futures.reserve(tasks);
        for (std::size_t i = 0; i < tasks; ++i)
            futures.push_back(pool.submit(
                [&, i] { pieces.work(i * pieces.count() / tasks, (i + 1) * pieces.count() / tasks); }));
        for (const auto &future : futures)
            future.get(run.stop());
        pieces.finish(run.workers(), tasks);
    }
    run.report("overhead", run.kept<double>());
}

// As many tasks as keep every worker busy to the end, and no more.
void chunked(Run &run)
{
    Pieces pieces(run);
    inTasks(run, pieces, std::min(pieces.count(), static_cast<std::size_t>(run.workers()) * 8));
}

// A task for each piece.
void pool(Run &run)
{
    Pieces pieces(run);
    inTasks(run, pieces, pieces.count());
}

// How long a worker is busy with a task that does nothing: outside the clock, on a pool of the same size.
void prepare(Run &run)
{
    constexpr int tasks = 3000;
    Trace trace;
    ThreadPoolExecutor pool(run.workers(), trace, run.stop());
    std::vector<Future<void>> futures;
    futures.reserve(tasks);
    pool.submit([] {}).get(run.stop()); // the first thread is there
    const auto begun = Clock::now();
    for (int i = 0; i < tasks; ++i)
        futures.push_back(pool.submit([] {}));
    for (const auto &future : futures)
        future.get(run.stop());
    run.keep<double>(microseconds(Clock::now() - begun) * run.workers() / tasks);
}

constexpr const char *python = R"(from concurrent.futures import ProcessPoolExecutor

with ProcessPoolExecutor() as pool:
    results = list(pool.map(work, pieces))                    # a task each
    results = list(pool.map(work, pieces, chunksize=1000))    # few tasks
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Task grain"),
        .question = QT_TRANSLATE_NOOP(
            "catalog", "Handing over a task takes time. How long must a task be for it not to matter?"),
        .parameters = {workersForCores(),
                       integer("work", QT_TRANSLATE_NOOP("catalog", "Work (about)"), {1, 5000}, 1500, "ms"),
                       integer("grain", QT_TRANSLATE_NOOP("catalog", "Grain (about)"), {10, 100'000}, 100,
                               "us")},
        .presets = {{"quick", {{"work", 40}}}},
        .columns = {{"block", QT_TRANSLATE_NOOP("catalog", "Block"), ColumnKind::Integer},
                    {"tasks", QT_TRANSLATE_NOOP("catalog", "Pieces"), ColumnKind::Integer},
                    {"sum", QT_TRANSLATE_NOOP("catalog", "Sum"), ColumnKind::Integer}},
        .measures =
            {{"tasks", QT_TRANSLATE_NOOP("catalog", "Tasks handed over")},
             {"task", QT_TRANSLATE_NOOP("catalog", "Length of a task"), {}, "us"},
             {"overhead", QT_TRANSLATE_NOOP("catalog", "Overhead of a task"), {}, "us"},
             {"efficiency", QT_TRANSLATE_NOOP("catalog", "Time of the workers spent on tasks"), {}, "%"}},
        .variants = {reference(sequential, QT_TRANSLATE_NOOP("catalog", "One piece after the other.")),
                     right("chunked", QT_TRANSLATE_NOOP("catalog", "Chunked"), chunked,
                           QT_TRANSLATE_NOOP("catalog",
                                             "Eight tasks for each worker, whatever the grain: few to hand "
                                             "over, enough to end at about the same time.")),
                     right("pool", QT_TRANSLATE_NOOP("catalog", "A task per piece"), pool,
                           QT_TRANSLATE_NOOP(
                               "catalog",
                               "Efficiency = grain / (grain + overhead): a task of a hundred times the "
                               "overhead loses one percent, a task as long as the overhead a half."))},
        .views = {efficiency("efficiency", {"grain", "task", "overhead", "efficiency"},
                             QT_TRANSLATE_NOOP("catalog", "Efficiency over the length of a task")),
                  sweep("grain-sweep", "grain", QT_TRANSLATE_NOOP("catalog", "Time over the grain"))},
        .prepare = prepare,
        .python = python,
    };
}

} // namespace tenfold::patterns::thread_pool::task_grain
