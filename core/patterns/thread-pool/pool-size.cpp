// A few threads carry out many tasks that wait and compute. How many threads are enough?

#include "core/analysis/cores.h"
#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/qttask.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/executors/workerthread.h"
#include "core/run/outcome.h"
#include "core/run/run.h"
#include "core/sync/event.h"
#include "core/sync/semaphore.h"
#include "core/trace/foreignlanes.h"
#include "core/workloads/compute/hash.h"
#include "core/workloads/http/httpclient.h"
#include "core/workloads/site/loopbacksite.h"

#include <QImage>

#include <cmath>
#include <list>
#include <set>
#include <unistd.h>

using namespace std::chrono_literals;

namespace tenfold::patterns::thread_pool::pool_size {
namespace {

constexpr const char *busy = "busy", *pending = "pending", *gap = "frame gap";

struct Work
{
    std::unique_ptr<LoopbackSite> site;
    std::mutex mutex;             // guards what follows
    std::set<pid_t> threads;      // that carried out tasks, as the kernel numbers them
    std::atomic<int> starved{0};  // tasks left waiting for a worker
    std::atomic<int> inGlobal{0}; // tasks that Qt's own pool is busy with
    std::atomic<int> held{0};     // frames that were painted while it had no thread for them
};

void change(const char *series, int by)
{
    if (Lane *lane = Lane::current())
        lane->sample(lane->seriesIndex(series), by);
}

QByteArray waited(Run &run)
{
    HttpClient client;
    const QString path = QString("/delay/%1").arg(run.integer("wait"));
    const HttpResponse answer = client.get(run.kept<Work>().site->url(path), 60s, run.stop());
    if (!answer.ok())
        throw std::runtime_error(answer.reason.toStdString());
    return answer.body;
}

void compute(Run &run, std::size_t i, qsizetype size)
{
    const QByteArray hash = hashOf(run.seed(), static_cast<qint64>(i) * 1000 + size,
                                   bytesHashedIn(1000 * run.integer("compute")), run.stop());
    run.setRow(i, {static_cast<int>(i) + 1, QString::fromLatin1(hash.left(16))});
}

void noteThread(Run &run)
{
    auto &work = run.kept<Work>();
    const std::scoped_lock lock(work.mutex);
    work.threads.insert(gettid());
}

void waitAndCompute(Run &run, std::size_t i)
{
    const Counted counted(busy);
    noteThread(run);
    compute(run, i, waited(run).size());
}

std::size_t count(const Run &run)
{
    return static_cast<std::size_t>(run.integer("tasks"));
}

void sequential(Run &run)
{
    for (std::size_t i = 0; i < count(run); ++i) {
        const TaskSpan task(i);
        waitAndCompute(run, i);
    }
}

/// Paints sixty times a second, as a window does, until it goes: of an image this large, Qt has the parts
/// converted by its own pool.
class Frames
{
public:
    explicit Frames(Run &run)
        : run_(run),
          thread_(run.trace(), [this] { paint(); },
                  {QT_TRANSLATE_NOOP("lane", "window"), LaneName::theOnlyOne})
    {}
    ~Frames() { over_.set(); }

private:
    void paint()
    {
        auto &work = run_.kept<Work>();
        const QImage picture = QImage(1200, 800, QImage::Format_ARGB32);
        Nanoseconds last = run_.trace().now();
        while (!over_.waitFor(16ms, run_.stop())) {
            const bool isHeld = work.inGlobal >= QThreadPool::globalInstance()->maxThreadCount();
            work.held += isHeld;
            {
                const Span painting(isHeld ? State::Future : State::Running, "frame");
                const QImage frame = picture.convertToFormat(QImage::Format_RGBA64_Premultiplied);
            }
            const Nanoseconds now = run_.trace().now();
            recordGauge(gap, 1000 * toSeconds(now - std::exchange(last, now)));
        }
    }

    Run &run_;
    Event over_{QT_TRANSLATE_NOOP("lock", "next frame")};
    WorkerThread thread_; // ends before what it uses
};

void pool(Run &run)
{
    const Frames frames(run);
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    std::vector<Future<void>> futures;
    for (std::size_t i = 0; i < count(run); ++i) {
        change(pending, +1);
        futures.push_back(pool.submit([&run, i] {
            change(pending, -1);
            waitAndCompute(run, i);
        }));
    }
    for (const auto &future : futures)
        future.get(run.stop());
}

// Mistake: each task has a thread made for it, which ends with the task.
void threadPerTask(Run &run)
{
    std::list<WorkerThread> threads;
    for (std::size_t i = 0; i < count(run); ++i) {
        threads.emplace_back(run.trace(), [&run, i] {
            const TaskSpan task(i);
            waitAndCompute(run, i);
        });
    }
    for (WorkerThread &thread : threads)
        thread.join();
}

// Mistake: every task submits half of its work to its own pool and waits for that.
void submitAndWaitInside(Run &run)
{
    auto &work = run.kept<Work>();
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    std::vector<Future<void>> futures;
    for (std::size_t i = 0; i < count(run); ++i) {
        futures.push_back(pool.submitAs(static_cast<std::int32_t>(i), [&, i] {
            const Counted counted(busy);
            noteThread(run);
            const auto answer = pool.submitAs(static_cast<std::int32_t>(i), [&run] { return waited(run); });
            const bool waits = !run.stop().stop_requested();
            try {
                compute(run, i, answer.get(run.stop()).size());
            } catch (...) {
                work.starved += waits && run.stop().stop_requested();
                throw;
            }
        }));
    }
    for (const auto &future : futures)
        future.get(run.stop());
}

/// What the tasks on Qt's threads share, which may be on their way out of it when all is over.
struct GlobalTasks
{
    explicit GlobalTasks(int tasks) : left(tasks) {}
    // As many tasks wait there as are carried out: the window has to wait for one of them, not for all.
    Semaphore room{2 * QThreadPool::globalInstance()->maxThreadCount(),
                   QT_TRANSLATE_NOOP("lock", "global pool")};
    Event done{QT_TRANSLATE_NOOP("lock", "all tasks")};
    std::atomic<int> left;

    void end(int tasks)
    {
        if (left.fetch_sub(tasks) == tasks)
            done.set();
    }
};

// Mistake: the tasks wait on the threads of Qt's global pool, which Qt itself paints with.
void globalPool(Run &run)
{
    auto &work = run.kept<Work>();
    requireThread();
    const Frames frames(run);
    ForeignLanes lanes(run.trace());
    const auto tasks = std::make_shared<GlobalTasks>(static_cast<int>(count(run)));
    const auto carryOut = [&](std::size_t i) {
        const ForeignLanes::Scope scope(lanes);
        ++work.inGlobal;
        try {
            const TaskSpan task(i);
            waitAndCompute(run, i);
        } catch (...) { // its row is missing: the pool may not hear of it
        }
        --work.inGlobal;
    };
    for (std::size_t i = 0; i < count(run); ++i) {
        try {
            tasks->room.acquire(1, run.stop());
        } catch (const Stopped &) {
            tasks->end(static_cast<int>(count(run) - i));
            break;
        }
        startOn(*QThreadPool::globalInstance(), [&carryOut, tasks, i] {
            carryOut(i);
            tasks->room.release();
            tasks->end(1);
        });
    }
    tasks->done.wait();
    throwIfStopped(run.stop());
}

void prepare(Run &run)
{
    auto &work = run.keep<Work>();
    work.site = std::make_unique<LoopbackSite>(run.seed());
    HttpClient().get(work.site->url("/status/200"), 5s,
                     run.stop()); // the first one loads the network libraries
}

double threads(const Run &run)
{
    return static_cast<double>(run.kept<Work>().threads.size());
}

double starved(const Run &run)
{
    return run.kept<Work>().starved;
}

double held(const Run &run)
{
    return run.kept<Work>().held;
}

int threadEach(const Values &values)
{
    return values["tasks"].toInt();
}

int globalThreads(const Values &)
{
    return QThreadPool::globalInstance()->maxThreadCount();
}

QString enough(const Outcome &outcome)
{
    const double wait = outcome.values["wait"].toInt(), computing = outcome.values["compute"].toInt();
    return translate("catalog", "Cores × (1 + waiting / computing) = %1 × (1 + %2 / %3): %4 workers keep all "
                                "cores busy; more of them only wait for a core.")
        .arg(coresHere())
        .arg(wait)
        .arg(computing)
        .arg(std::ceil(coresHere() * (1 + wait / computing)));
}

constexpr const char *python = R"(from concurrent.futures import ThreadPoolExecutor
from threading import Thread

with ThreadPoolExecutor(max_workers=8) as pool:      # 8 threads for 80 tasks
    results = list(pool.map(work, tasks))

for task in tasks:                                   # mistake: a thread each
    Thread(target=work, args=(task,)).start()

def work(task):                                      # mistake: waits inside the pool
    return compute(pool.submit(fetch, task).result())
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Size of the pool"),
        .question =
            QT_TRANSLATE_NOOP("catalog", "Tasks wait and compute. How many threads keep the cores busy?"),
        .parameters = {workers(8), integer("tasks", QT_TRANSLATE_NOOP("catalog", "Tasks"), {1, 1000}, 80),
                       integer("wait", QT_TRANSLATE_NOOP("catalog", "Waiting per task"), {1, 200}, 30, "ms"),
                       integer("compute", QT_TRANSLATE_NOOP("catalog", "Computing per task (about)"),
                               {1, 100}, 5, "ms")},
        .presets = {{"quick", {{"workers", 4}, {"tasks", 16}, {"wait", 8}, {"compute", 1}}}},
        .columns = {{"task", QT_TRANSLATE_NOOP("catalog", "Task"), ColumnKind::Integer},
                    {"result", QT_TRANSLATE_NOOP("catalog", "Result"), ColumnKind::Text}},
        .measures = {{"threads", QT_TRANSLATE_NOOP("catalog", "Threads that carried out tasks"), threads},
                     {"extra", QT_TRANSLATE_NOOP("catalog", "Threads beyond the workers"),
                      beyond(threads, setting("workers"))},
                     {"busy", QT_TRANSLATE_NOOP("catalog", "Most tasks at once"), peak(busy)},
                     {"starved", QT_TRANSLATE_NOOP("catalog", "Tasks left waiting for a worker"), starved},
                     {"held", QT_TRANSLATE_NOOP("catalog", "Frames that Qt had no thread for"), held},
                     {"gap", QT_TRANSLATE_NOOP("catalog", "Longest gap between two frames"), peak(gap),
                      "ms"}},
        .variants = {reference(sequential, QT_TRANSLATE_NOOP("catalog", "One task after the other.")),
                     right("pool", QT_TRANSLATE_NOOP("catalog", "Thread pool"), pool,
                           QT_TRANSLATE_NOOP("catalog",
                                             "The threads are made once, and each takes the next task when "
                                             "it is done with the last. Tasks that have no thread yet are "
                                             "pending.")),
                     mistake("thread-per-task", QT_TRANSLATE_NOOP("catalog", "Thread per task"),
                             threadPerTask, {.proof = "extra", .view = "busy", .workers = threadEach},
                             QT_TRANSLATE_NOOP(
                                 "catalog", "Every task has a thread made for it, which ends with the task. "
                                            "Nothing limits how many there are: each takes memory and "
                                            "a connection, and those that compute only wait for a core.")),
                     mistake("submit-and-wait-inside", QT_TRANSLATE_NOOP("catalog", "Submit and wait inside"),
                             submitAndWaitInside, {.proof = "starved", .view = "busy"},
                             QT_TRANSLATE_NOOP(
                                 "catalog",
                                 "Every worker waits for a task that stands in its own pool's queue, where "
                                 "no worker is left to take it. With Qt's QtConcurrent::run().result() it "
                                 "would go on, since the waiting thread takes the task out of the queue and "
                                 "runs it. Never wait inside a pool for a task of the same pool.")),
                     mistake("global-pool", QT_TRANSLATE_NOOP("catalog", "Qt's global pool"), globalPool,
                             {.proof = "held", .view = "gap", .cost = "gap", .workers = globalThreads},
                             QT_TRANSLATE_NOOP(
                                 "catalog",
                                 "Qt paints with the threads of its global pool. While tasks wait on them, "
                                 "a frame has to wait until one is done, and the window stutters. Give "
                                 "tasks that wait a pool of their own."))},
        .views = {counter(busy, QT_TRANSLATE_NOOP("catalog", "Tasks at once"), "workers"),
                  counter(pending, QT_TRANSLATE_NOOP("catalog", "Pending tasks")),
                  points("gap", {gap}, QT_TRANSLATE_NOOP("catalog", "Gaps between frames"), "ms"),
                  sweep("size", "workers", QT_TRANSLATE_NOOP("catalog", "Time over workers"))},
        .prepare = prepare,
        .remark = enough,
        .python = python,
    };
}

} // namespace tenfold::patterns::thread_pool::pool_size
