// Sort and describe chunks of numbers. Every process holds the chunk that it works on: more processes than
// cores take more memory, and no less time.

#include "core/analysis/cores.h"
#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/processpoolexecutor.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"
#include "core/workloads/compute/statistics.h"
#include "core/workloads/csv/parameters.h"
#include "core/workloads/csvcolumn.h"
#include "core/workloads/files/rawfile.h"
#include "core/workloads/files/temporaryfolder.h"
#include "core/workloads/workmemory.h"

namespace tenfold::patterns::processes::data_analysis {
namespace {

struct Work
{
    std::vector<NumberChunk> chunks;
    std::optional<TemporaryFolder> folder; // of the chunks of an own file
    WorkMemory memory;
    int processes = 0; // that were started
};

void put(Run &run, std::size_t i, const Statistics &s)
{
    run.setCells(i, {{"chunk", static_cast<int>(i) + 1},
                     {"count", s.count},
                     {"mean", s.mean},
                     {"median", s.median},
                     {"deviation", s.deviation},
                     {"min", s.minimum},
                     {"lower", s.lower},
                     {"upper", s.upper},
                     {"max", s.maximum},
                     {"status", QT_TRANSLATE_NOOP("status", "done")}});
}

Statistics described(Run &run, const NumberChunk &chunk)
{
    std::vector<double> numbers = numbersOf(chunk, run.stop());
    const WorkMemory::Held held(run.kept<Work>().memory,
                                static_cast<qint64>(numbers.size() * sizeof numbers[0]));
    return describe(std::move(numbers), run.stop());
}

void sequential(Run &run)
{
    for (std::size_t i = 0; const NumberChunk &chunk : run.kept<Work>().chunks) {
        const TaskSpan task(i);
        put(run, i++, described(run, chunk));
    }
}

/// Waits, and looks at the memory meanwhile.
const QCborValue &awaited(Run &run, const ProcessPoolExecutor &pool, const Future<QCborValue> &future)
{
    for (;;) {
        run.kept<Work>().memory.look(pool.processIds());
        try {
            return future.get(std::chrono::milliseconds(50), run.stop());
        } catch (const TimedOut &) {
            if (future.isDone()) // meanwhile, or it was the task's own limit
                return future.get(run.stop());
        }
    }
}

// A message says which numbers are meant: the process makes or reads them itself.
void inProcesses(Run &run, int count)
{
    auto &work = run.kept<Work>();
    ProcessPoolExecutor pool(count, run.trace(), run.stop());
    std::vector<Future<QCborValue>> futures;
    for (const NumberChunk &chunk : work.chunks)
        futures.push_back(pool.submit("describe", chunk.toCbor()));
    for (std::size_t i = 0; i < futures.size(); ++i)
        put(run, i, Statistics::fromCbor(awaited(run, pool, futures[i]).toArray()));
    work.memory.lookNow(pool.processIds()); // a short run has seen none of them at work
    pool.shutdown();                        // then all is counted
    work.processes = pool.traffic().started;
}

void processes(Run &run)
{
    inProcesses(run, run.workers());
}

void threads(Run &run)
{
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.map(run.kept<Work>().chunks,
             [&](std::size_t i, const NumberChunk &chunk) { put(run, i, described(run, chunk)); });
}

int tooMany()
{
    return std::min(8 * coresHere(), 128);
}

// Mistake: eight processes for each core. All of them hold their numbers, and each waits for a core.
void tooManyProcesses(Run &run)
{
    inProcesses(run, tooMany());
}

std::vector<NumberChunk> madeChunks(const Run &run)
{
    std::vector<NumberChunk> chunks;
    for (int i = 0; i < run.integer("chunks"); ++i)
        chunks.push_back({.seed = run.seed(), .number = i, .count = run.integer("numbers")});
    return chunks;
}

/// The column's numbers in files of raw numbers; a row at the end names the cells that are none.
std::vector<NumberChunk> ownChunks(Run &run, const QString &file, const TemporaryFolder &folder)
{
    const CsvColumn column = readCsvColumn(file, run.text("column"), run.stop(), csvChoices(run.values()));
    const auto all = static_cast<qint64>(column.numbers.size());
    const qint64 count = std::min<qint64>(run.integer("chunks"), all);
    std::vector<NumberChunk> chunks;
    for (qint64 i = 0; i < count; ++i) {
        const qint64 begin = all * i / count, end = all * (i + 1) / count;
        chunks.push_back({folder.filePath(QString("%1.numbers").arg(i + 1)), 0, 0, end - begin});
        writeRawFile(chunks.back().file, {reinterpret_cast<const char *>(column.numbers.data() + begin),
                                          (end - begin) * static_cast<qsizetype>(sizeof(double))});
    }
    if (column.bad > 0)
        run.setCells(chunks.size(), {{"count", column.bad},
                                     {"status", QT_TRANSLATE_NOOP("status", "bad-cells")},
                                     {"error", column.badCells}});
    return chunks;
}

void prepare(Run &run)
{
    auto &work = run.keep<Work>();
    const QString file = run.text("file");
    work.chunks = file.isEmpty() ? madeChunks(run) : ownChunks(run, file, work.folder.emplace());
}

double processesStarted(const Run &run)
{
    return run.kept<Work>().processes;
}

double mebibytes(const Run &run)
{
    return run.kept<Work>().memory.mebibytes();
}

double largestProcess(const Run &run)
{
    return run.kept<Work>().memory.largestProcess();
}

constexpr const char *python = R"(from concurrent.futures import ProcessPoolExecutor
import random, statistics

def describe(chunk):                     # a number, not a million
    numbers = random.Random(chunk).choices(range(100), k=1_000_000)
    return (len(numbers), statistics.mean(numbers), statistics.stdev(numbers),
            min(numbers), *statistics.quantiles(numbers), max(numbers))

with ProcessPoolExecutor() as pool:      # processes: one for each core
    rows = list(pool.map(describe, range(20)))

rows = [describe(chunk) for chunk in range(20)]      # sequential
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Analyse data"),
        .question = QT_TRANSLATE_NOOP(
            "catalog",
            "Chunks of many numbers are sorted. Are eight processes for each core faster than one?"),
        .parameters = {workersForCores(),
                       integer("chunks", QT_TRANSLATE_NOOP("catalog", "Chunks"), {1, 1000}, 20),
                       integer("numbers",
                               QT_TRANSLATE_NOOP("catalog", "Numbers per chunk, where they are made"),
                               {1, 5'000'000}, 1'000'000),
                       file("file", QT_TRANSLATE_NOOP("catalog", "Own CSV file")),
                       text("column", QT_TRANSLATE_NOOP("catalog", "Its column: name or number")),
                       csvEncoding(), csvSeparator(), csvDecimal(), csvHeader()},
        .presets = {{"chapter", {{"chunks", 20}, {"numbers", 1000}}},
                    {"quick", {{"workers", 2}, {"chunks", 6}, {"numbers", 100'000}}}},
        .columns = {{"chunk", QT_TRANSLATE_NOOP("catalog", "Chunk"), ColumnKind::Integer},
                    {"count", QT_TRANSLATE_NOOP("catalog", "Count"), ColumnKind::Integer},
                    {"mean", QT_TRANSLATE_NOOP("catalog", "Mean"), ColumnKind::Number},
                    {"median", QT_TRANSLATE_NOOP("catalog", "Median"), ColumnKind::Number},
                    {"deviation", QT_TRANSLATE_NOOP("catalog", "Standard deviation"), ColumnKind::Number},
                    {"min", QT_TRANSLATE_NOOP("catalog", "Minimum"), ColumnKind::Number},
                    {"lower", QT_TRANSLATE_NOOP("catalog", "Lower quartile"), ColumnKind::Number},
                    {"upper", QT_TRANSLATE_NOOP("catalog", "Upper quartile"), ColumnKind::Number},
                    {"max", QT_TRANSLATE_NOOP("catalog", "Maximum"), ColumnKind::Number},
                    status({"done"}),
                    error()},
        .measures = {{"extra-processes", QT_TRANSLATE_NOOP("catalog", "Processes beyond the workers"),
                      beyond(processesStarted, setting("workers"))},
                     {"processes", QT_TRANSLATE_NOOP("catalog", "Processes started"), processesStarted},
                     {"memory", QT_TRANSLATE_NOOP("catalog", "Most memory taken"), mebibytes, "MiB"},
                     {"largest", QT_TRANSLATE_NOOP("catalog", "Largest process"), largestProcess, "MiB"}},
        .variants =
            {reference(sequential, QT_TRANSLATE_NOOP("catalog", "One chunk after the other, on one core.")),
             right("processes", QT_TRANSLATE_NOOP("catalog", "Processes"), processes,
                   QT_TRANSLATE_NOOP(
                       "catalog",
                       "Each process makes, sorts and describes one chunk at a time; a few numbers go "
                       "through the pipe. Only as many chunks are in memory as there are workers.")),
             right("threads", QT_TRANSLATE_NOOP("catalog", "Threads (C++)"), threads,
                   QT_TRANSLATE_NOOP("catalog", "C++ has no interpreter lock: threads sort at the same time "
                                                "too, and need less memory than processes.")),
             mistake(
                 "too-many-processes", QT_TRANSLATE_NOOP("catalog", "Too many processes"), tooManyProcesses,
                 {.proof = "extra-processes",
                  .view = "memory",
                  .cost = "memory",
                  .workers = [](const Values &) { return tooMany(); }},
                 QT_TRANSLATE_NOOP(
                     "catalog",
                     "Eight processes for each core take turns on it: none of them is done sooner, but all "
                     "hold their numbers in memory at the same time. About one for each core is enough."))},
        .views = {columns("memory", QT_TRANSLATE_NOOP("catalog", "Most memory taken")),
                  counterOf("memory-over-time", "memory", QT_TRANSLATE_NOOP("catalog", "Memory (MiB)")),
                  columns("largest", QT_TRANSLATE_NOOP("catalog", "Largest process"))},
        .prepare = prepare,
        .preview = csvPreview,
        .python = python,
    };
}

} // namespace tenfold::patterns::processes::data_analysis
