// Several workers add to one counter. To add is to read, to compute and to write: whoever reads in between
// loses an addition.

#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"
#include "core/sync/mutex.h"
#include "core/workloads/compute/hash.h"

#include <deque>
#include <numeric>

namespace tenfold::patterns::lock::counter {
namespace {

/// Some microseconds of work, and its result.
quint64 hashed(const Run &run, qint64 item)
{
    return hashOf(run.seed(), item, bytesHashedIn(2)).left(15).toULongLong(nullptr, 16);
}

/// What follows from the number under which an addition was counted: it is part of the critical section.
quint64 receiptOf(const Run &run, qint64 number)
{
    return hashed(run, -1 - number);
}

qint64 expectedOf(const Run &run)
{
    return qint64(run.workers()) * run.integer("additions");
}

/// Carries out the share of a worker: `add(item)` for each of its items. The checksum of what that returned.
template<typename Add> quint64 shareOf(Run &run, std::size_t worker, Add add)
{
    const qint64 additions = run.integer("additions");
    const qint64 first = static_cast<qint64>(worker) * additions;
    quint64 checksum = 0;
    for (qint64 item = first; item < first + additions; ++item) {
        throwIfStopped(run.stop());
        checksum ^= add(item);
    }
    run.setCells(worker, {{"who", QString::number(worker + 1)}, {"expected", additions}});
    return checksum;
}

/// Every worker carries out its share, with `add(worker, item)`.
template<typename Add> quint64 onWorkers(Run &run, Add add)
{
    std::vector<std::size_t> shares(static_cast<std::size_t>(run.workers()));
    std::iota(shares.begin(), shares.end(), std::size_t{0});
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    const auto checksums = pool.map(shares, [&](std::size_t worker, std::size_t) {
        return shareOf(run, worker, [&](qint64 item) { return add(worker, item); });
    });
    return std::reduce(checksums.begin(), checksums.end(), quint64{0}, std::bit_xor());
}

void putTotal(Run &run, qint64 got, quint64 checksum)
{
    const qint64 expected = expectedOf(run);
    run.setCells(static_cast<std::size_t>(run.workers()), {{"who", QString(u'Σ')},
                                                           {"expected", expected},
                                                           {"got", got},
                                                           {"lost", expected - got},
                                                           {"checksum", QString::number(checksum, 16)}});
    run.report("expected", static_cast<double>(expected));
    run.report("got", static_cast<double>(got));
    run.report("lost", static_cast<double>(expected - got));
}

void sequential(Run &run)
{
    qint64 counter = 0;
    quint64 checksum = 0;
    for (std::size_t worker = 0; worker < static_cast<std::size_t>(run.workers()); ++worker) {
        const TaskSpan task(worker);
        checksum ^= shareOf(run, worker, [&](qint64 item) {
            const quint64 block = hashed(run, item);
            const quint64 receipt = receiptOf(run, counter);
            ++counter;
            return block ^ receipt;
        });
    }
    putTotal(run, counter, checksum);
}

void mutex(Run &run)
{
    Mutex mutex(QT_TRANSLATE_NOOP("lock", "counter"));
    qint64 counter = 0;
    const quint64 checksum = onWorkers(run, [&](std::size_t, qint64 item) {
        const quint64 block = hashed(run, item); // its own: needs no lock
        const Lock lock(mutex, run.stop());
        const quint64 receipt = receiptOf(run, counter);
        ++counter;
        return block ^ receipt;
    });
    putTotal(run, counter, checksum);
}

// Reading and writing are one step, which hands out every number once; what follows from it needs no lock.
void atomic(Run &run)
{
    std::atomic<qint64> counter{0};
    const quint64 checksum = onWorkers(run, [&](std::size_t, qint64 item) {
        const quint64 block = hashed(run, item);
        const qint64 number = counter.fetch_add(1, std::memory_order_relaxed);
        return block ^ receiptOf(run, number);
    });
    putTotal(run, counter, checksum);
}

// Every worker counts for itself; the sums are added at the end.
void perThreadSum(Run &run)
{
    struct alignas(64) Sum // a cache line each, or the cores would pass one back and forth
    {
        qint64 value = 0;
    };
    std::vector<Sum> sums(static_cast<std::size_t>(run.workers()));
    const quint64 checksum = onWorkers(run, [&](std::size_t worker, qint64 item) {
        const quint64 block = hashed(run, item);
        const qint64 before = static_cast<qint64>(worker) * run.integer("additions");
        return block ^ receiptOf(run, before + sums[worker].value++);
    });
    qint64 counter = 0;
    for (const Sum &sum : sums)
        counter += sum.value;
    putTotal(run, counter, checksum);
}

/// Reads and writes in two steps: what others have added in between is lost. Threads may lose their core at
/// any time; now and then this one gives it away, so that it is seen on one core as well.
quint64 addInTwoSteps(Run &run, std::atomic<qint64> &counter, qint64 item)
{
    const qint64 seen = counter.load(std::memory_order_relaxed);
    const quint64 receipt = receiptOf(run, seen);
    if (item % 64 == 63)
        std::this_thread::yield();
    if (counter.exchange(seen + 1, std::memory_order_relaxed) != seen) // no longer what was read
        recordMark(QT_TRANSLATE_NOOP("mark", "writes over what others have added"));
    return receipt;
}

// Mistake: nobody waits for anybody.
void noLock(Run &run)
{
    std::atomic<qint64> counter{0};
    const quint64 checksum = onWorkers(
        run, [&](std::size_t, qint64 item) { return hashed(run, item) ^ addInTwoSteps(run, counter, item); });
    putTotal(run, counter, checksum);
}

// Mistake: there is a lock, but everybody holds their own, so it keeps nobody out.
void lockPerThread(Run &run)
{
    std::deque<Mutex> locks;
    for (int i = 1; i <= run.workers(); ++i)
        locks.emplace_back(
            run.trace().intern(QT_TRANSLATE_NOOP("lock", "own lock") + (' ' + std::to_string(i))));
    std::atomic<qint64> counter{0};
    const quint64 checksum = onWorkers(run, [&](std::size_t worker, qint64 item) {
        const quint64 block = hashed(run, item);
        const Lock lock(locks[worker], run.stop());
        return block ^ addInTwoSteps(run, counter, item);
    });
    putTotal(run, counter, checksum);
}

constexpr const char *python = R"(from threading import Lock, Thread

counter, lock = 0, Lock()

def add(times):
    global counter
    for _ in range(times):
        with lock:            # without it, additions are lost
            counter += 1      # read, add, write: three steps

threads = [Thread(target=add, args=(20_000,)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)                # 80000
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Counter"),
        .question = QT_TRANSLATE_NOOP(
            "catalog", "Several workers add to one counter. Does it show what they have added?"),
        .parameters = {workers(4), integer("additions", QT_TRANSLATE_NOOP("catalog", "Additions per worker"),
                                           {1, 50'000}, 20'000)},
        .presets = {{"quick", {{"additions", 2000}}}},
        .columns = {{"who", QT_TRANSLATE_NOOP("catalog", "Worker"), ColumnKind::Text},
                    {"expected", QT_TRANSLATE_NOOP("catalog", "Expected"), ColumnKind::Integer},
                    {"got", QT_TRANSLATE_NOOP("catalog", "Got"), ColumnKind::Integer},
                    {"lost", QT_TRANSLATE_NOOP("catalog", "Lost"), ColumnKind::Integer},
                    {"checksum", QT_TRANSLATE_NOOP("catalog", "Checksum"), ColumnKind::Text}},
        .measures = {{"expected", QT_TRANSLATE_NOOP("catalog", "Expected")},
                     {"got", QT_TRANSLATE_NOOP("catalog", "In the counter")},
                     {"lost", QT_TRANSLATE_NOOP("catalog", "Additions lost")},
                     {"waits", QT_TRANSLATE_NOOP("catalog", "Waits for the lock"),
                      spans(State::Lock, "counter")}},
        .variants =
            {reference(sequential,
                       QT_TRANSLATE_NOOP("catalog", "One addition after the other: nobody comes between.")),
             right("mutex", QT_TRANSLATE_NOOP("catalog", "Mutex"), mutex,
                   QT_TRANSLATE_NOOP(
                       "catalog", "Whoever holds the lock reads and writes the counter alone. What is done "
                                  "under the lock is done one at a time: as little as possible.")),
             right("atomic", QT_TRANSLATE_NOOP("catalog", "Atomic"), atomic,
                   QT_TRANSLATE_NOOP("catalog",
                                     "The processor reads, adds and writes in one step, so nobody waits; "
                                     "it can do that for a single number only.")),
             right("per-thread-sum", QT_TRANSLATE_NOOP("catalog", "Sum per thread"), perThreadSum,
                   QT_TRANSLATE_NOOP("catalog", "Each worker counts for itself and the sums are added at the "
                                                "end: what is not shared needs no lock.")),
             mistake("no-lock", QT_TRANSLATE_NOOP("catalog", "No lock"), noLock,
                     {.proof = "lost", .view = "counter"},
                     QT_TRANSLATE_NOOP(
                         "catalog", "A worker reads the counter, another one adds to it, and then the first "
                                    "writes what it has read plus one: the other addition is gone. Read and "
                                    "write under one lock.")),
             mistake("lock-per-thread", QT_TRANSLATE_NOOP("catalog", "Own locks"), lockPerThread,
                     {.proof = "lost", .view = "counter"},
                     QT_TRANSLATE_NOOP("catalog",
                                       "Every worker holds a lock, but each its own: nobody ever waits, and "
                                       "additions are lost as without one. All who share the counter have to "
                                       "take the same lock."))},
        .views = {columns("counter", {"expected", "got", "lost"},
                          QT_TRANSLATE_NOOP("catalog", "Expected, got, lost"))},
        .python = python,
    };
}

} // namespace tenfold::patterns::lock::counter
