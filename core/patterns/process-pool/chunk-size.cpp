// Hash many small items in a pool of processes: how many of them should travel in one message?

#include "core/analysis/readings.h"
#include "core/executors/processpoolexecutor.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"
#include "core/workloads/compute/hash.h"

#include <QCborArray>

namespace tenfold::patterns::process_pool::chunk_size {
namespace {

qint64 bytesAnItem(const Run &run)
{
    return bytesHashedIn(run.integer(QStringLiteral("work")));
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
    for (int i = 0; i < run.integer(QStringLiteral("items")); ++i) {
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
    const QCborArray digests =
        pool.map(QStringLiteral("hash"), items(run, run.integer(QStringLiteral("items"))), chunk);
    for (std::size_t i = 0; const QCborValue &digest : digests)
        put(run, i++, digest.toString());
}

// Large enough that messages cost little, small enough that no worker is left with a long one at the end.
void pool(Run &run)
{
    inChunks(run, run.integer(QStringLiteral("chunk")));
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
    const QCborArray all = items(run, std::min(run.integer(QStringLiteral("items")), mostProcesses));
    ThreadPoolExecutor threads(run.workers(), run.trace(), run.stop());
    threads.map(std::vector<QCborValue>(all.begin(), all.end()), [&](std::size_t i, const QCborValue &item) {
        ProcessPoolExecutor own(1, run.trace(), run.stop());
        put(run, i, own.submit(QStringLiteral("hash"), item).get(run.stop()).toString());
    });
}

void measure(Run &run)
{
    const Nanoseconds end = run.trace().now();
    const int chunk = run.integer(QStringLiteral("chunk"));
    const int chunks = (run.integer(QStringLiteral("items")) + chunk - 1) / chunk;
    const int messages = countSpans(run.trace(), State::Send, "task", end);
    const int processes = countSpans(run.trace(), State::Spawn, "start", end);
    const qsizetype done = run.table().rows.size();
    run.find(QStringLiteral("messages"), messages);
    run.find(QStringLiteral("excess"), std::max(0, messages - chunks));
    run.find(QStringLiteral("processes"), processes);
    run.find(QStringLiteral("extra-processes"), std::max(0, processes - run.workers()));
    run.find(QStringLiteral("start-time"), toSeconds(sumsOf(run.trace(), end).of(State::Spawn)));
    run.find(QStringLiteral("item-time"),
             done ? 1000 * toSeconds(end) / static_cast<double>(done) : 0); // some mistakes do not do all
}

} // namespace

Scenario scenario()
{
    Scenario s;
    s.title = QT_TRANSLATE_NOOP("catalog", "Chunk size");
    s.question = QT_TRANSLATE_NOOP(
        "catalog", "Thousands of small items go to a pool of processes. How many of them should share a "
                   "message?");
    s.parameters = {
        workersParameter(coresHere()),
        {"items", QT_TRANSLATE_NOOP("catalog", "Items"), {}, ParameterKind::Integer, 1, 20'000, {}, 2000},
        {"work",
         QT_TRANSLATE_NOOP("catalog", "Work per item, about"),
         "µs",
         ParameterKind::Integer,
         1,
         100'000,
         {},
         1000},
        {"chunk",
         QT_TRANSLATE_NOOP("catalog", "Items in a chunk"),
         {},
         ParameterKind::Integer,
         1,
         20'000,
         {},
         50},
    };
    s.presets = {
        {"default", {}},
        {"quick", {{"workers", 2}, {"items", 24}, {"work", 200}, {"chunk", 6}}},
    };
    s.columns = {
        {"item", QT_TRANSLATE_NOOP("catalog", "Item"), ColumnKind::Integer},
        {"digest", QT_TRANSLATE_NOOP("catalog", "SHA-256"), ColumnKind::Text},
    };
    s.measures = {
        {"messages", QT_TRANSLATE_NOOP("catalog", "Messages sent to the processes")},
        {"excess", QT_TRANSLATE_NOOP("catalog", "Messages beyond one per chunk")},
        {"processes", QT_TRANSLATE_NOOP("catalog", "Processes started")},
        {"extra-processes", QT_TRANSLATE_NOOP("catalog", "Processes beyond the workers")},
        {"start-time", QT_TRANSLATE_NOOP("catalog", "Starting processes"),
         QT_TRANSLATE_NOOP("catalog", "worker-s")},
        {"item-time", QT_TRANSLATE_NOOP("catalog", "Time per item"), "ms"},
    };
    s.variants = {
        {"sequential",
         QT_TRANSLATE_NOOP("catalog", "Sequential"),
         VariantKind::Sequential,
         sequential,
         {},
         QT_TRANSLATE_NOOP("catalog", "One item after the other, with no message at all.")},
        {"pool",
         QT_TRANSLATE_NOOP("catalog", "Pool"),
         VariantKind::Parallel,
         pool,
         {},
         QT_TRANSLATE_NOOP("catalog",
                           "The processes start once, and a message carries a chunk of items: few enough "
                           "messages to cost little, enough chunks to keep every worker busy to the end.")},
        {"chunk-of-one",
         QT_TRANSLATE_NOOP("catalog", "Chunk of one"),
         VariantKind::Mistake,
         chunkOfOne,
         "excess",
         QT_TRANSLATE_NOOP("catalog",
                           "Each item travels alone, and its worker waits for the next. The smaller the "
                           "item, the more of the time is messages. Send many small items together."),
         {},
         "bands"},
        {"process-per-task",
         QT_TRANSLATE_NOOP("catalog", "A process each (100 items)"),
         VariantKind::Mistake,
         processPerTask,
         "extra-processes",
         QT_TRANSLATE_NOOP("catalog",
                           "Each item (of the first 100) has a process started for it, and starting is no "
                           "work. A pool starts its processes once and reuses them."),
         {},
         "item-time"},
    };
    s.views = {
        {"curve", ViewKind::Sweep, QT_TRANSLATE_NOOP("catalog", "Time over the chunk"), {"chunk"}},
        {"bands",
         ViewKind::Bands,
         QT_TRANSLATE_NOOP("catalog", "What the workers did"),
         {"spawn", "send", "running", "receive"}},
        {"item-time", ViewKind::Columns, QT_TRANSLATE_NOOP("catalog", "Time per item"), {"item-time"}},
    };
    s.measure = measure;
    s.python = R"(from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256

def digest(item):
    return sha256(bytes([item % 256]) * 1_000_000).hexdigest()

with ProcessPoolExecutor() as pool:                        # pool
    digests = list(pool.map(digest, range(2000), chunksize=50))

with ProcessPoolExecutor() as pool:                        # chunk-of-one: Python's default!
    digests = list(pool.map(digest, range(2000)))
)";
    return s;
}

} // namespace tenfold::patterns::process_pool::chunk_size
