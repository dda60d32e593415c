// Read text files from a slow disk: the threads wait for the disk, not for each other.

#include "core/analysis/limit.h"
#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/executors/workerthread.h"
#include "core/run/run.h"
#include "core/workloads/files/filename.h"
#include "core/workloads/files/slowdisk.h"
#include "core/workloads/files/temporaryfolder.h"
#include "core/workloads/workmemory.h"

#include <QDir>

#include <list>

namespace tenfold::patterns::threads::file_processing {
namespace {

constexpr int places = 8; // reads that the disk serves at once

struct Work
{
    explicit Work(int latency) : disk(places, std::chrono::milliseconds(latency)) {}

    std::optional<TemporaryFolder> generated; // none for an own folder
    QDir folder;
    QStringList files;
    SlowDisk disk;
};

Cells process(Run &run, const QString &file)
{
    auto &work = run.kept<Work>();
    const FileContent content = work.disk.read(work.folder.filePath(file), run.stop());
    if (!content.error.isEmpty())
        return {{"file", shownFileName(file)}, {"status", content.error}, {"error", content.reason}};
    const TextCounts counts = countText(content.bytes);
    return {{"file", shownFileName(file)},
            {"size", content.bytes.size()},
            {"lines", counts.lines},
            {"words", counts.words},
            {"status", QT_TRANSLATE_NOOP("status", "read")}};
}

void sequential(Run &run)
{
    const auto &files = run.kept<Work>().files;
    for (std::size_t i = 0; const QString &file : files) {
        const TaskSpan task(i);
        run.setCells(i++, process(run, file));
    }
}

void parallel(Run &run)
{
    const auto &files = run.kept<Work>().files;
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.map(files, [&](std::size_t i, const QString &file) { run.setCells(i, process(run, file)); });
}

// Mistake: a thread per file, however many workers were asked for and however few the disk serves at once.
void threadPerFile(Run &run)
{
    const auto &files = run.kept<Work>().files;
    std::list<WorkerThread> threads;
    for (std::size_t i = 0; const QString &file : files) {
        threads.emplace_back(run.trace(), [&run, &file, i] {
            const TaskSpan task(i);
            run.setCells(i, process(run, file));
        });
        ++i;
    }
    for (WorkerThread &thread : threads)
        thread.join();
}

void prepare(Run &run)
{
    const int most = run.integer("files");
    const int latency = run.integer("latency");
    const QString own = run.text("folder");
    auto &work = run.keep<Work>(latency);
    if (own.isEmpty()) {
        work.folder.setPath(work.generated.emplace().path());
        work.files = writeTextFiles(work.folder.path(), most, run.seed(), run.stop());
    } else {
        const FilesBelow found = filesBelow(own, most, run.stop());
        work.folder.setPath(own);
        work.files = found.files;
        if (!found.leftOut.isEmpty())
            run.setCells(static_cast<std::size_t>(most), {{"file", "..."},
                                                          {"status", QT_TRANSLATE_NOOP("status", "left-out")},
                                                          {"error", found.leftOut}});
    }
    if (latency > 0) // else as long as the reads of the sequential run took
        run.expect(std::vector(static_cast<std::size_t>(work.files.size()), latency / 1000.0));
}

double mebibytesOfStacks(const Run &run)
{
    return threadsAtOnce().value(run) * static_cast<double>(stackSize()) / (1 << 20);
}

// More than the disk serves at once wait for it, whatever the workers.
double bound(const Values &, const std::vector<double> &durations)
{
    return listSchedule(durations, places);
}

int threadForEachFile(const Values &values)
{
    return values["files"].toInt();
}

constexpr const char *python = R"(from concurrent.futures import ThreadPoolExecutor

def process(path):
    try:
        text = path.read_text()
        return path, len(text), text.count("\n"), len(text.split())
    except OSError as error:
        return path, error

with ThreadPoolExecutor(max_workers=4) as pool:   # parallel
    rows = list(pool.map(process, paths))

rows = [process(path) for path in paths]          # sequential
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Process files"),
        .question = QT_TRANSLATE_NOOP(
            "catalog",
            "A slow disk serves eight reads at once. How many threads does it take to keep it busy?"),
        .parameters = {workers(4),
                       integer("files", QT_TRANSLATE_NOOP("catalog", "Files (at most)"), {1, 20'000}, 40),
                       integer("latency", QT_TRANSLATE_NOOP("catalog", "Disk latency"), {0, 1000}, 50, "ms"),
                       folder("folder", QT_TRANSLATE_NOOP("catalog", "Own folder, at the same latency"))},
        .presets = {{"chapter", {{"workers", 4}, {"files", 5}, {"latency", 100}}},
                    {"quick", {{"files", 10}, {"latency", 8}}}},
        .columns = {{"file", QT_TRANSLATE_NOOP("catalog", "File"), ColumnKind::Text},
                    {"size", QT_TRANSLATE_NOOP("catalog", "Size"), ColumnKind::Integer},
                    {"lines", QT_TRANSLATE_NOOP("catalog", "Lines"), ColumnKind::Integer},
                    {"words", QT_TRANSLATE_NOOP("catalog", "Words"), ColumnKind::Integer},
                    status({"read"}),
                    error()},
        .measures = {{"reading", QT_TRANSLATE_NOOP("catalog", "Peak concurrent reads"), peak("reading")},
                     {"threads", QT_TRANSLATE_NOOP("catalog", "Peak threads"), threadsAtOnce()},
                     {"extra-threads", QT_TRANSLATE_NOOP("catalog", "Threads made beyond the workers"),
                      beyond(threadsMade(), setting("workers"))},
                     {"stacks", QT_TRANSLATE_NOOP("catalog", "Space for stacks"), mebibytesOfStacks, "MiB"}},
        .variants =
            {reference(
                 sequential,
                 QT_TRANSLATE_NOOP("catalog", "One file after the other: the disk could serve seven more.")),
             right("parallel", QT_TRANSLATE_NOOP("catalog", "Threads"), parallel,
                   QT_TRANSLATE_NOOP(
                       "catalog",
                       "A few threads are reused for all files, and each waits for a read of its own.")),
             mistake(
                 "thread-per-file", QT_TRANSLATE_NOOP("catalog", "Thread per file"), threadPerFile,
                 {.proof = "extra-threads", .view = "stacks", .cost = "stacks", .workers = threadForEachFile},
                 QT_TRANSLATE_NOOP("catalog", "Nobody asked how many workers there should be: every file "
                                              "gets a thread with a stack of its own, and all but eight of "
                                              "them queue at the disk. A pool of eight keeps it as busy."))},
        .views = {counter("reading", QT_TRANSLATE_NOOP("catalog", "Files being read")),
                  counter("waiting", QT_TRANSLATE_NOOP("catalog", "Waiting")),
                  columns("threads", QT_TRANSLATE_NOOP("catalog", "Number of threads")),
                  columns("stacks", QT_TRANSLATE_NOOP("catalog", "Space for stacks"))},
        .prepare = prepare,
        .bound = bound,
        .python = python,
    };
}

} // namespace tenfold::patterns::threads::file_processing
