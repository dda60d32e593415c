// The same tasks on every engine at hand. They differ in how a task gets to a thread, and in what that costs.

#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/qttask.h"
#include "core/executors/threadstart.h"
#include "core/run/run.h"
#include "core/sync/stopped.h"
#include "core/trace/foreignlanes.h"
#include "core/trace/span.h"
#include "core/workloads/blocks.h"
#include "core/workloads/compute/hash.h"

#include <QtConcurrentMap>

#include <future>
#include <numeric>
#include <thread>

#if TENFOLD_HAS_TBB
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#endif

namespace tenfold::patterns::thread_pool::shoot_out {
namespace {

constexpr const char *busy = "busy";

/// The tasks, which any thread may carry out.
class Tasks
{
public:
    explicit Tasks(Run &run)
        : run_(run), lanes_(run.trace()), results_(static_cast<std::size_t>(run.integer("tasks")))
    {}
    std::size_t count() const { return results_.size(); }
    Lane *addLane() const { return run_.trace().addLane(LaneRole::Worker); }

    /// Never throws: engines differ in what they make of an exception. After a stop it does nothing.
    void carryOut(std::size_t i) noexcept
    {
        const ForeignLanes::Scope scope(lanes_);
        noteThread();
        try {
            throwIfStopped(run_.stop());
            const TaskSpan task(i);
            const Counted counted(busy);
            const qint64 bytes = bytesHashedIn(run_.integer("grain"));
            const QByteArray hash = hashOf(run_.seed(), static_cast<qint64>(i), bytes, run_.stop());
            results_[i] = hash.left(12).toLongLong(nullptr, 16);
        } catch (const Stopped &) {
        }
        handOver(this);
    }

    /// All of them are done, and whoever did them.
    void finish()
    {
        takeOver(this);
        throwIfStopped(run_.stop());
        run_.report("threads", threads_);
        putBlocks(run_, results_);
    }

private:
    void noteThread()
    {
        thread_local int last = 0;
        threads_ += std::exchange(last, number_) != number_;
    }

    inline static std::atomic<int> made_{0};
    const int number_ = ++made_;
    Run &run_;
    ForeignLanes lanes_;
    std::atomic<int> threads_{0}; // that carried out tasks
    std::vector<qint64> results_;
};

void sequential(Run &run)
{
    Tasks tasks(run);
    for (std::size_t i = 0; i < tasks.count(); ++i)
        tasks.carryOut(i);
    tasks.finish();
}

void qThreadPool(Run &run)
{
    requireThread();
    Tasks tasks(run);
    QThreadPool pool;
    pool.setMaxThreadCount(run.workers());
    for (std::size_t i = 0; i < tasks.count(); ++i)
        startOn(pool, [&tasks, i] { tasks.carryOut(i); });
    pool.waitForDone();
    tasks.finish();
}

void qtConcurrentMapped(Run &run)
{
    requireThread();
    static char start; // a place that can be named before anything is read
    Tasks tasks(run);
    QThreadPool pool;
    pool.setMaxThreadCount(run.workers());
    std::vector<std::size_t> numbers(tasks.count());
    std::iota(numbers.begin(), numbers.end(), 0);
    handOver(&start);
    QtConcurrent::blockingMap(&pool, numbers, [&tasks](const std::size_t &i) {
        takeOver(&start);
        tasks.carryOut(i);
    });
    tasks.finish();
}

template<typename F> std::future<void> startAsync(F work)
{
    try {
        return std::async(std::launch::async, std::move(work));
    } catch (const std::system_error &) {
        throw ThreadNotStarted();
    }
}

// A loop on each of the threads: std::async makes a thread for every call, and has no pool.
void stdAsync(Run &run)
{
    Tasks tasks(run);
    std::atomic<std::size_t> next{0};
    std::vector<std::future<void>> loops;
    for (int worker = 0; worker < run.workers(); ++worker)
        loops.push_back(startAsync([&] {
            for (std::size_t i = next++; i < tasks.count(); i = next++)
                tasks.carryOut(i);
        }));
    for (std::future<void> &loop : loops)
        loop.get();
    tasks.finish();
}

template<typename F> std::jthread startThread(F work)
{
    try {
        return std::jthread(std::move(work));
    } catch (const std::system_error &) {
        throw ThreadNotStarted();
    }
}

// A thread that does one task and ends; as many at a time as there are workers.
void threadPerTask(Run &run)
{
    Tasks tasks(run);
    std::vector<std::jthread> threads(static_cast<std::size_t>(run.workers()));
    std::vector<Lane *> lanes; // of those that follow one another
    for (std::size_t i = 0; i < threads.size(); ++i)
        lanes.push_back(tasks.addLane());
    for (std::size_t i = 0; i < tasks.count() && !run.stop().stop_requested(); ++i) {
        std::jthread &place = threads[i % threads.size()];
        place = {}; // when the one before has ended
        place = startThread([&tasks, i, lane = lanes[i % lanes.size()]] {
            const LaneScope scope(lane);
            tasks.carryOut(i);
        });
    }
    threads.clear();
    tasks.finish();
}

#if TENFOLD_HAS_TBB
// It has as many threads as cores unless it is told twice, and they come while somebody waits within.
void oneTbb(Run &run)
{
    requireThread();
    Tasks tasks(run);
    const auto workers = static_cast<std::size_t>(run.workers());
    const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, workers);
    tbb::task_arena arena(run.workers());
    arena.execute([&] {
        tbb::parallel_for(
            std::size_t(0), tasks.count(), [&](std::size_t i) { tasks.carryOut(i); },
            tbb::simple_partitioner());
    });
    tasks.finish();
}
#endif

QString engines(const Outcome &)
{
#if TENFOLD_HAS_TBB
    return {};
#else
    return translate("catalog", "oneTBB is not here: it was not found when this program was built.");
#endif
}

constexpr const char *python = R"(from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool
from threading import Thread

with ThreadPoolExecutor(max_workers=4) as pool:
    results = list(pool.map(work, tasks))

with ThreadPool(4) as pool:
    results = pool.map(work, tasks, chunksize=1)

threads = [Thread(target=work, args=(task,)) for task in tasks]   # one each
)";

} // namespace

Scenario scenario()
{
    Scenario scenario{
        .title = QT_TRANSLATE_NOOP("catalog", "Engines compared"),
        .question = QT_TRANSLATE_NOOP(
            "catalog", "The same small tasks on every engine at hand. What does it cost to hand one over?"),
        .parameters = {workers(4), integer("tasks", QT_TRANSLATE_NOOP("catalog", "Tasks"), {1, 20'000}, 2000),
                       integer("grain", QT_TRANSLATE_NOOP("catalog", "Work per task (about)"), {1, 10'000},
                               500, "us")},
        .presets = {{"quick", {{"tasks", 160}}}},
        .columns = {{"block", QT_TRANSLATE_NOOP("catalog", "Block"), ColumnKind::Integer},
                    {"tasks", QT_TRANSLATE_NOOP("catalog", "Tasks"), ColumnKind::Integer},
                    {"sum", QT_TRANSLATE_NOOP("catalog", "Sum"), ColumnKind::Integer}},
        .measures = {{"at-once", QT_TRANSLATE_NOOP("catalog", "Most tasks at once"), peak(busy)},
                     {"threads", QT_TRANSLATE_NOOP("catalog", "Threads that carried out tasks")}},
        .variants =
            {reference(sequential, QT_TRANSLATE_NOOP("catalog", "One task after the other.")),
             right("qthreadpool", QT_TRANSLATE_NOOP("catalog", "QThreadPool"), qThreadPool,
                   QT_TRANSLATE_NOOP("catalog", "A queue of tasks behind one lock, and threads that take the "
                                                "next one from it.")),
             right(
                 "qtconcurrent-mapped", QT_TRANSLATE_NOOP("catalog", "QtConcurrent::map"), qtConcurrentMapped,
                 QT_TRANSLATE_NOOP("catalog", "Every thread takes several tasks at a time from a counter, "
                                              "the more the shorter they are: there is less to hand over.")),
             right("std-async", QT_TRANSLATE_NOOP("catalog", "std::async"), stdAsync,
                   QT_TRANSLATE_NOOP("catalog", "There is no pool: a loop on each thread takes the next task "
                                                "from a counter of our own.")),
             right("thread-per-task", QT_TRANSLATE_NOOP("catalog", "Thread per task"), threadPerTask,
                   QT_TRANSLATE_NOOP("catalog", "As many threads at a time as workers, but each is made for "
                                                "one task, and ends with it: a pool would keep it."))},
        .views = {columns("at-once", QT_TRANSLATE_NOOP("catalog", "Most tasks at once")),
                  columns("threads", QT_TRANSLATE_NOOP("catalog", "Threads that carried out tasks")),
                  sweep("grain-sweep", "grain", QT_TRANSLATE_NOOP("catalog", "Time over the work per task"))},
        .remark = engines,
        .python = python,
    };
#if TENFOLD_HAS_TBB
    scenario.variants.push_back(
        right("onetbb", QT_TRANSLATE_NOOP("catalog", "oneTBB"), oneTbb,
              QT_TRANSLATE_NOOP("catalog", "Every thread has a queue of its own, and who has nothing left "
                                           "steals from another one.")));
#endif
    return scenario;
}

} // namespace tenfold::patterns::thread_pool::shoot_out
