// Hash many small items in a pool of processes: how many of them should travel in one message?

#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/processpoolexecutor.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"
#include "core/workloads/compute/hash.h"

#include <QCborArray>

namespace tenfold::patterns::process_pool::chunk_size {
namespace {

qint64 bytesAnItem(const Run &run)
{
    return bytesHashedIn(run.integer("work"));
}

QCborArray items(const Run &run, int count)
{
    QCborArray all;
    for (int i = 0; i < count; ++i)
        all.append(QCborArray{static_cast<qint64>(run.seed()), i, bytesAnItem(run)});
    return all;
}

void put(Run &run, std::size_t i, const QString &digest)
{
    run.setRow(i, {static_cast<int>(i), digest});
}

void sequential(Run &run)
{
    for (int i = 0; i < run.integer("items"); ++i) {
        const auto task = static_cast<std::size_t>(i);
        const TaskSpan span(task);
        put(run, task, QString::fromLatin1(hashOf(run.seed(), i, bytesAnItem(run), run.stop())));
    }
}

/// A message there and one back for each `chunk` of the items.
void inChunks(Run &run, int chunk)
{
    ProcessPoolExecutor::Settings settings;
    settings.tasksPerMessage = 1;
    ProcessPoolExecutor pool(run.workers(), run.trace(), run.stop(), settings);
    const QCborArray digests = pool.map("hash", items(run, run.integer("items")), chunk);
    for (std::size_t i = 0; const auto &digest : digests)
        put(run, i++, digest.toString());
}

// Large enough that messages cost little, small enough that no worker is left with a long one at the end.
void pool(Run &run)
{
    inChunks(run, run.integer("chunk"));
}

// Mistake: every item travels alone.
void chunkOfOne(Run &run)
{
    inChunks(run, 1);
}

constexpr int mostProcesses = 100;

// Mistake: a new process for each item. It takes longer to start than it works. Only 100 of the items.
void processPerTask(Run &run)
{
    const QCborArray all = items(run, std::min(run.integer("items"), mostProcesses));
    ThreadPoolExecutor threads(run.workers(), run.trace(), run.stop());
    threads.map(std::vector<QCborValue>(all.begin(), all.end()), [&](std::size_t i, const QCborValue &item) {
        ProcessPoolExecutor own(1, run.trace(), run.stop());
        put(run, i, own.submit("hash", item).get(run.stop()).toString());
    });
}

double chunks(const Run &run)
{
    const int chunk = run.integer("chunk");
    const int count = (run.integer("items") + chunk - 1) / chunk;
    return count;
}

double millisecondsPerItem(const Run &run) // some mistakes do not do all
{
    const auto done = static_cast<double>(run.table().rows.size());
    return done > 0 ? 1000 * toSeconds(run.trace().now()) / done : 0;
}

constexpr const char *python = R"(from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256

def digest(item):
    return sha256(bytes([item % 256]) * 1_000_000).hexdigest()

with ProcessPoolExecutor() as pool:                        # pool
    digests = list(pool.map(digest, range(2000), chunksize=50))

with ProcessPoolExecutor() as pool:                        # chunk-of-one: Python's default!
    digests = list(pool.map(digest, range(2000)))
)";

} // namespace

Scenario scenario()
{
    const Reading messages = spans(State::Send, "task"), processes = spans(State::Spawn, "start");
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Chunk size"),
        .question = QT_TRANSLATE_NOOP(
            "catalog",
            "Thousands of small items go to a pool of processes. How many of them should share a message?"),
        .parameters = {workersForCores(),
                       integer("items", QT_TRANSLATE_NOOP("catalog", "Items"), {1, 20'000}, 2000),
                       integer("work", QT_TRANSLATE_NOOP("catalog", "Work per item, about"), {1, 100'000},
                               1000, "µs"),
                       integer("chunk", QT_TRANSLATE_NOOP("catalog", "Items in a chunk"), {1, 20'000}, 50)},
        .presets = {{"quick", {{"workers", 2}, {"items", 24}, {"work", 200}, {"chunk", 6}}}},
        .columns = {{"item", QT_TRANSLATE_NOOP("catalog", "Item"), ColumnKind::Integer},
                    {"digest", QT_TRANSLATE_NOOP("catalog", "SHA-256"), ColumnKind::Text}},
        .measures = {{"messages", QT_TRANSLATE_NOOP("catalog", "Messages sent to the processes"), messages},
                     {"excess", QT_TRANSLATE_NOOP("catalog", "Messages beyond one per chunk"),
                      beyond(messages, chunks)},
                     {"processes", QT_TRANSLATE_NOOP("catalog", "Processes started"), processes},
                     {"extra-processes", QT_TRANSLATE_NOOP("catalog", "Processes beyond the workers"),
                      beyond(processes, setting("workers"))},
                     {"start-time", QT_TRANSLATE_NOOP("catalog", "Starting processes"),
                      secondsIn({State::Spawn}), QT_TRANSLATE_NOOP("catalog", "worker-seconds")},
                     {"item-time", QT_TRANSLATE_NOOP("catalog", "Time per item"), millisecondsPerItem, "ms"}},
        .variants =
            {reference(sequential,
                       QT_TRANSLATE_NOOP("catalog", "One item after the other, with no message at all.")),
             right("pool", QT_TRANSLATE_NOOP("catalog", "Pool"), pool,
                   QT_TRANSLATE_NOOP("catalog",
                                     "The processes start once, and a message carries a chunk of items: few "
                                     "messages, yet enough chunks to keep every worker busy to the end.")),
             mistake("chunk-of-one", QT_TRANSLATE_NOOP("catalog", "Chunk of one"), chunkOfOne,
                     {.proof = "excess", .view = "bands"},
                     QT_TRANSLATE_NOOP(
                         "catalog",
                         "Each item travels alone, and its worker waits for the next. The smaller the "
                         "item, the more of the time is messages. Send many small items together.")),
             mistake("process-per-task", QT_TRANSLATE_NOOP("catalog", "A process each (100 items)"),
                     processPerTask, {.proof = "extra-processes", .view = "item-time", .cost = "item-time"},
                     QT_TRANSLATE_NOOP(
                         "catalog",
                         "Each item (of the first 100) has a process started for it, which takes "
                         "longer than the item. A pool starts its processes once and reuses them."))},
        .views = {sweep("curve", "chunk", QT_TRANSLATE_NOOP("catalog", "Time over chunk size")),
                  bands(QT_TRANSLATE_NOOP("catalog", "What the workers did"),
                        {State::Spawn, State::Send, State::Running, State::Receive}),
                  columns("item-time", QT_TRANSLATE_NOOP("catalog", "Time per item"))},
        .python = python,
    };
}

} // namespace tenfold::patterns::process_pool::chunk_size
