// Many read a table, few write it. Readers do not disturb one another, a writer disturbs everybody: who goes
// first where both wait?

#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"
#include "core/sync/sharedmutex.h"
#include "core/workloads/compute/hash.h"

#include <algorithm>
#include <random>

namespace tenfold::patterns::lock::readers_writer {
namespace {

constexpr std::size_t records = 16;
constexpr const char *readers = "readers", *readerWaited = "waited reader", *writerWaited = "waited writer";
[[maybe_unused]] constexpr std::array classes{QT_TRANSLATE_NOOP("series", "reader"),
                                              QT_TRANSLATE_NOOP("series", "writer")};

struct Work
{
    std::vector<bool> writes;          // by operation, in the order in which they are taken
    std::array<qint64, records> table; // what is read and written
    std::array<qint64, records> sum;   // of what was written to a record: `table` has to be the same
    std::atomic<int> reads{0};         // that have begun
    std::atomic<int> torn{0};          // reads that saw a write half done
    std::atomic<int> passed{0};        // the most reads that began while one writer waited
    std::atomic<int> starved{0};       // writes that more than half of all reads passed
};

void raise(std::atomic<int> &most, int value)
{
    for (int was = most; was < value && !most.compare_exchange_weak(was, value);) {
    }
}

// Reads the whole table; the hash is what is made of it.
void read(const Run &run, Work &work, std::size_t i)
{
    ++work.reads;
    if (work.table != work.sum)
        ++work.torn;
    hashOf(run.seed(), static_cast<qint64>(i), bytesHashedIn(250), run.stop());
}

// Writes one record. For a while it does not fit the others.
void write(const Run &run, Work &work, std::size_t i)
{
    const std::size_t record = i % records;
    const QByteArray hash =
        hashOf(run.seed(), static_cast<qint64>(i), bytesHashedIn(125), run.stop()).left(6);
    work.table[record] += hash.toLongLong(nullptr, 16);
    hashOf(run.seed(), static_cast<qint64>(i), bytesHashedIn(125), run.stop());
    work.sum[record] += hash.toLongLong(nullptr, 16);
}

/// Notes how long its maker waited, from here to got().
class Wait
{
public:
    explicit Wait(const char *series)
        : series_(series), lane_(Lane::current()), begun_(lane_ ? lane_->now() : 0)
    {}
    void got() const
    {
        if (!lane_)
            return;
        const Nanoseconds now = lane_->now();
        lane_->sampleAt(now, lane_->seriesIndex(series_, SeriesKind::Gauge), toSeconds(now - begun_) * 1000);
    }

private:
    const char *const series_;
    Lane *const lane_;
    const Nanoseconds begun_;
};

/// Waits for `mutex` and writes; counts the reads that pass it meanwhile.
void lockedWrite(Run &run, Work &work, SharedMutex &mutex, std::size_t i)
{
    const TaskSpan task(i, "write");
    const int before = work.reads;
    const Wait wait(writerWaited);
    const WriteLock lock(mutex, run.stop());
    wait.got();
    const int passed = work.reads - before;
    raise(work.passed, passed);
    if (2 * passed > std::ranges::count(work.writes, false))
        ++work.starved;
    write(run, work, i);
}

template<typename LockType> void lockedRead(Run &run, Work &work, SharedMutex &mutex, std::size_t i)
{
    const TaskSpan task(i, "read");
    const Wait wait(readerWaited);
    const LockType lock(mutex, run.stop());
    wait.got();
    read(run, work, i);
}

void sequential(Run &run)
{
    auto &work = run.kept<Work>();
    for (std::size_t i = 0; i < work.writes.size(); ++i) {
        throwIfStopped(run.stop());
        const TaskSpan task(i, work.writes[i] ? "write" : "read");
        work.writes[i] ? write(run, work, i) : read(run, work, i);
    }
}

/// The operations in their order, several at a time, each as soon as `mutex` lets it in.
template<typename ReadingLock> void onWorkers(Run &run, SharedMutex &mutex)
{
    auto &work = run.kept<Work>();
    std::atomic<std::size_t> next{0};
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.onEachWorker([&] {
        for (std::size_t i = next++; i < work.writes.size(); i = next++) {
            throwIfStopped(run.stop());
            if (work.writes[i])
                lockedWrite(run, work, mutex, i);
            else
                lockedRead<ReadingLock>(run, work, mutex, i);
        }
    });
}

template<SharedPolicy policy> void shared(Run &run)
{
    SharedMutex mutex(policy, QT_TRANSLATE_NOOP("lock", "table"), readers);
    onWorkers<ReadLock>(run, mutex);
}

// One at a time, whoever it is: readers wait for one another, too.
void mutex(Run &run)
{
    SharedMutex mutex(SharedPolicy::Fair, QT_TRANSLATE_NOOP("lock", "table"), readers);
    onWorkers<WriteLock>(run, mutex);
}

// Mistake: readers pass the writer that waits, and each takes its next read before it gives back the last
// one. So there is a reader in the table at every moment, and the writer gets in when nobody wants to read
// any more.
void writerStarved(Run &run)
{
    auto &work = run.kept<Work>();
    SharedMutex mutex(SharedPolicy::ReadersFirst, QT_TRANSLATE_NOOP("lock", "table"), readers);
    std::vector<std::size_t> reads, writes;
    for (std::size_t i = 0; i < work.writes.size(); ++i)
        (work.writes[i] ? writes : reads).push_back(i);
    std::atomic<std::size_t> nextRead{0}, nextWrite{0};
    const auto readAll = [&] {
        std::array<std::optional<ReadLock>, 2> held; // the last read and this one, in turn
        std::size_t turn = 0;
        for (std::size_t i = nextRead++; i < reads.size(); i = nextRead++) {
            throwIfStopped(run.stop());
            const TaskSpan task(reads[i], "read");
            held[turn].emplace(mutex, run.stop());
            turn = 1 - turn;
            held[turn].reset();
            read(run, work, reads[i]);
        }
    };
    const auto writeAll = [&] {
        for (std::size_t i = nextWrite++; i < writes.size(); i = nextWrite++)
            lockedWrite(run, work, mutex, writes[i]);
    };
    std::atomic<int> arrived{0};
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.onEachWorker([&] {
        if (++arrived < run.workers()) // the last one to come is the writer
            readAll();
        writeAll();
        readAll();
    });
}

void prepare(Run &run)
{
    auto &work = run.keep<Work>();
    const int operations = run.integer("operations");
    work.table.fill(0);
    work.sum.fill(0);
    std::mt19937_64 random(run.seed());
    // In every hundred so many writes, at places drawn by lot.
    for (int begin = 0; begin < operations; begin += 100) {
        std::vector<bool> hundred(100);
        std::fill_n(hundred.begin(), run.integer("writes"), true);
        std::shuffle(hundred.begin(), hundred.end(), random);
        hundred.resize(static_cast<std::size_t>(std::min(100, operations - begin)));
        work.writes.insert(work.writes.end(), hundred.begin(), hundred.end());
    }
}

void measure(Run &run)
{
    const auto &work = run.kept<Work>();
    for (std::size_t record = 0; record < records; ++record)
        run.setCells(record, {{"record", static_cast<int>(record) + 1}, {"value", work.table[record]}});
    run.report("starved", work.starved);
    run.report("passed", work.passed);
    run.report("torn", work.torn);
}

constexpr const char *python = R"(from concurrent.futures import ThreadPoolExecutor
from readerwriterlock import rwlock      # Python has none of its own

lock = rwlock.RWLockFair()               # RWLockRead: readers first, RWLockWrite: writers first
table = {}

def read(key):
    with lock.gen_rlock():               # with other readers
        return table.get(key)

def write(key, value):
    with lock.gen_wlock():               # alone
        table[key] = value

with ThreadPoolExecutor(max_workers=8) as pool:
    for key, value in operations:
        pool.submit(read, key) if value is None else pool.submit(write, key, value)
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Readers and writers"),
        .question = QT_TRANSLATE_NOOP(
            "catalog",
            "Readers may share a table, a writer needs it alone. Who goes first when both are waiting?"),
        .parameters = {workers(8),
                       integer("operations", QT_TRANSLATE_NOOP("catalog", "Operations"), {1, 50'000}, 4000),
                       integer("writes", QT_TRANSLATE_NOOP("catalog", "Writes"), {0, 100}, 5, "%")},
        .presets = {{"quick", {{"operations", 800}}}},
        .columns = {{"record", QT_TRANSLATE_NOOP("catalog", "Record"), ColumnKind::Integer},
                    {"value", QT_TRANSLATE_NOOP("catalog", "Value"), ColumnKind::Integer}},
        .measures = {{"starved", QT_TRANSLATE_NOOP("catalog", "Starved writes")},
                     {"passed", QT_TRANSLATE_NOOP("catalog", "Most reads that passed a waiting writer")},
                     {"reader-wait", QT_TRANSLATE_NOOP("catalog", "Longest wait of a reader"),
                      peak(readerWaited), "ms"},
                     {"writer-wait", QT_TRANSLATE_NOOP("catalog", "Longest wait of a writer"),
                      peak(writerWaited), "ms"},
                     {"at-once", QT_TRANSLATE_NOOP("catalog", "Most reads at once"), peak(readers)},
                     {"torn", QT_TRANSLATE_NOOP("catalog", "Reads of a half-written table")}},
        .variants =
            {reference(sequential, QT_TRANSLATE_NOOP("catalog", "One operation after the other.")),
             right("fair", QT_TRANSLATE_NOOP("catalog", "Fair"), shared<SharedPolicy::Fair>,
                   QT_TRANSLATE_NOOP(
                       "catalog", "In the order of arrival; readers that stand next to one another go in "
                                  "together. Nobody is overtaken, but a waiting writer holds up readers.")),
             right("readers-first", QT_TRANSLATE_NOOP("catalog", "Readers first"),
                   shared<SharedPolicy::ReadersFirst>,
                   QT_TRANSLATE_NOOP("catalog",
                                     "Readers pass a writer that waits, as std::shared_mutex lets them on "
                                     "Linux: a read seldom waits, and a write may wait for very long.")),
             right("writers-first", QT_TRANSLATE_NOOP("catalog", "Writers first"),
                   shared<SharedPolicy::WritersFirst>,
                   QT_TRANSLATE_NOOP("catalog",
                                     "Nobody begins to read while a writer waits: the table is "
                                     "never older than it has to be, and it is readers who wait.")),
             right("mutex", QT_TRANSLATE_NOOP("catalog", "Mutex"), mutex,
                   QT_TRANSLATE_NOOP("catalog", "One lock for all: readers wait for one another, though they "
                                                "would not disturb each other.")),
             mistake("writer-starved", QT_TRANSLATE_NOOP("catalog", "Starved writer"), writerStarved,
                     {.proof = "starved", .view = "longest-wait", .cost = "writer-wait"},
                     QT_TRANSLATE_NOOP(
                         "catalog",
                         "Readers pass the writer, and each begins its next read before it ends the last: "
                         "there is always one in the table, so the writer gets in only when nobody wants to "
                         "read any more. Serve in the order of arrival where reads never stop."))},
        .views = {columns("longest-wait", {"reader-wait", "writer-wait"},
                          QT_TRANSLATE_NOOP("catalog", "Longest wait by class")),
                  counter(readers, QT_TRANSLATE_NOOP("catalog", "Reads at once")),
                  points("waits", {"waited "}, QT_TRANSLATE_NOOP("catalog", "Each wait"), "ms")},
        .prepare = prepare,
        .measure = measure,
        .python = python,
    };
}

} // namespace tenfold::patterns::lock::readers_writer
