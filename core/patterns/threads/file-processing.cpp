// Read text files from a slow disk: the threads wait for the disk, not for each other.

#include "core/analysis/limit.h"
#include "core/analysis/readings.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/executors/workerthread.h"
#include "core/run/run.h"
#include "core/workloads/slowdisk.h"
#include "core/workloads/temporaryfolder.h"
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

QVariantList process(Run &run, const QString &file)
{
    auto &work = run.kept<Work>();
    const FileContent content = work.disk.read(work.folder.filePath(file), run.stop());
    if (!content.error.isEmpty())
        return {file, {}, {}, {}, content.error, content.reason};
    const TextCounts counts = countText(content.bytes);
    return {file, content.bytes.size(), counts.lines, counts.words, QT_TRANSLATE_NOOP("status", "read"), {}};
}

void sequential(Run &run)
{
    const auto &files = run.kept<Work>().files;
    for (std::size_t i = 0; const QString &file : files) {
        const TaskSpan task(i);
        run.setRow(i++, process(run, file));
    }
}

void parallel(Run &run)
{
    const auto &files = run.kept<Work>().files;
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.map(files, [&](std::size_t i, const QString &file) { run.setRow(i, process(run, file)); });
}

// Mistake: a thread per file, however many workers were asked for and however few the disk serves at once.
void threadPerFile(Run &run)
{
    const auto &files = run.kept<Work>().files;
    std::list<WorkerThread> threads;
    for (std::size_t i = 0; const QString &file : files) {
        threads.emplace_back(run.trace(), [&run, &file, i] {
            const TaskSpan task(i);
            run.setRow(i, process(run, file));
        });
        ++i;
    }
    for (WorkerThread &thread : threads)
        thread.join();
}

void prepare(Run &run)
{
    const int most = run.integer(QStringLiteral("files"));
    const int latency = run.integer(QStringLiteral("latency"));
    const QString own = run.text(QStringLiteral("folder"));
    auto &work = run.keep<Work>(latency);
    if (own.isEmpty()) {
        work.folder.setPath(work.generated.emplace().path());
        work.files = writeTextFiles(work.folder.path(), most, run.seed(), run.stop());
    } else {
        const FilesBelow found = filesBelow(own, most, run.stop());
        work.folder.setPath(own);
        work.files = found.files;
        if (!found.leftOut.isEmpty())
            run.setRow(static_cast<std::size_t>(most),
                       {"...", {}, {}, {}, QT_TRANSLATE_NOOP("status", "left-out"), found.leftOut});
    }
    if (latency > 0) // else as long as the reads of the sequential run took
        run.expect(std::vector(static_cast<std::size_t>(work.files.size()), latency / 1000.0));
}

void measure(Run &run)
{
    const Nanoseconds end = run.trace().now();
    const Workers threads = workersOf(run.trace(), end);
    run.find(QStringLiteral("reading"), peakOf(run.trace(), "reading", end));
    run.find(QStringLiteral("threads"), threads.atOnce);
    run.find(QStringLiteral("extra-threads"), std::max(0, threads.made - run.workers()));
    run.find(QStringLiteral("stacks"), threads.atOnce * static_cast<double>(stackSize()) / (1 << 20));
}

// More than the disk serves at once wait for it, whatever the workers.
double bound(const Values &, const std::vector<double> &durations)
{
    return listSchedule(durations, places);
}

} // namespace

Scenario scenario()
{
    Scenario s;
    s.title = QT_TRANSLATE_NOOP("catalog", "Process files");
    s.question = QT_TRANSLATE_NOOP(
        "catalog", "A slow disk serves eight reads at once. How many threads does it take to keep it busy?");
    s.parameters = {
        workersParameter(4),
        {"files",
         QT_TRANSLATE_NOOP("catalog", "Files (at most)"),
         {},
         ParameterKind::Integer,
         1,
         20000,
         {},
         40},
        {"latency",
         QT_TRANSLATE_NOOP("catalog", "Disk latency"),
         "ms",
         ParameterKind::Integer,
         0,
         1000,
         {},
         50},
        {"folder",
         QT_TRANSLATE_NOOP("catalog", "Own folder, at the same latency"),
         {},
         ParameterKind::Folder,
         0,
         0,
         {},
         QString()},
    };
    s.presets = {
        {"default", {}},
        {"chapter", {{"workers", 4}, {"files", 5}, {"latency", 100}}},
        {"quick", {{"files", 10}, {"latency", 8}}},
    };
    s.columns = {
        {"file", QT_TRANSLATE_NOOP("catalog", "File"), ColumnKind::Text},
        {"size", QT_TRANSLATE_NOOP("catalog", "Size"), ColumnKind::Integer},
        {"lines", QT_TRANSLATE_NOOP("catalog", "Lines"), ColumnKind::Integer},
        {"words", QT_TRANSLATE_NOOP("catalog", "Words"), ColumnKind::Integer},
        {"status", QT_TRANSLATE_NOOP("catalog", "Status"), ColumnKind::Status, true, {"read"}},
        {"error", QT_TRANSLATE_NOOP("catalog", "Error"), ColumnKind::Text, false},
    };
    s.measures = {
        {"reading", QT_TRANSLATE_NOOP("catalog", "Peak concurrent reads")},
        {"threads", QT_TRANSLATE_NOOP("catalog", "Peak threads")},
        {"extra-threads", QT_TRANSLATE_NOOP("catalog", "Threads made beyond the workers")},
        {"stacks", QT_TRANSLATE_NOOP("catalog", "Space for stacks"), "MiB"},
    };
    s.variants = {
        {"sequential",
         QT_TRANSLATE_NOOP("catalog", "Sequential"),
         VariantKind::Sequential,
         sequential,
         {},
         QT_TRANSLATE_NOOP("catalog", "One file after the other: the disk could serve seven more.")},
        {"parallel",
         QT_TRANSLATE_NOOP("catalog", "Threads"),
         VariantKind::Parallel,
         parallel,
         {},
         QT_TRANSLATE_NOOP("catalog",
                           "A few threads are reused for all files, and each waits for a read of its own.")},
        {"thread-per-file", QT_TRANSLATE_NOOP("catalog", "Thread per file"), VariantKind::Mistake,
         threadPerFile, "extra-threads",
         QT_TRANSLATE_NOOP("catalog",
                           "Nobody asked how many workers there should be: every file gets a thread with a "
                           "stack of its own, and all but eight of them queue at the disk. A pool of eight "
                           "is as fast."),
         [](const Values &values) { return values[QStringLiteral("files")].toInt(); }, "stacks"},
    };
    s.views = {
        {"reading", ViewKind::Counter, QT_TRANSLATE_NOOP("catalog", "Files being read"), {"reading"}},
        {"waiting", ViewKind::Counter, QT_TRANSLATE_NOOP("catalog", "Waiting"), {"waiting"}},
        {"threads", ViewKind::Columns, QT_TRANSLATE_NOOP("catalog", "Number of threads"), {"threads"}},
        {"stacks", ViewKind::Columns, QT_TRANSLATE_NOOP("catalog", "Space for stacks"), {"stacks"}},
    };
    s.prepare = prepare;
    s.measure = measure;
    s.bound = bound;
    s.python = R"(from concurrent.futures import ThreadPoolExecutor

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
    return s;
}

} // namespace tenfold::patterns::threads::file_processing
