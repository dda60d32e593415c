// Count the primes below a bound by trial division: all of the time is computing, and larger numbers take
// longer, so that the last of equal ranges is the last to be done.

#include "core/workloads/compute/primes.h"

#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/processpoolexecutor.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"

#include <QCborArray>

namespace tenfold::patterns::processes::primes {
namespace {

struct Numbers
{
    std::uint32_t from = 0; // below `to`, which is not part of it
    std::uint32_t to = 0;
};

/// `count` ranges of the numbers below `bound`, as equal as whole numbers allow.
std::vector<Numbers> rangesBelow(std::int64_t bound, std::int64_t count)
{
    std::vector<Numbers> ranges;
    for (std::int64_t i = 0; i < count; ++i)
        ranges.push_back({static_cast<std::uint32_t>(bound * i / count),
                          static_cast<std::uint32_t>(bound * (i + 1) / count)});
    return ranges;
}

std::vector<Numbers> ranges(const Run &run)
{
    return rangesBelow(run.integer("bound"), run.integer("ranges"));
}

QCborArray message(const Numbers &range)
{
    return {qint64{range.from}, qint64{range.to}};
}

void put(Run &run, std::size_t i, const Numbers &range, qint64 count)
{
    const QString numbers = QString("%1 - %2").arg(range.from).arg(range.to - 1);
    run.setRow(i, {numbers, QVariant::fromValue(count)});
}

void sequential(Run &run)
{
    for (std::size_t i = 0; const Numbers &range : ranges(run)) {
        const TaskSpan task(i);
        put(run, i++, range, countPrimes(range.from, range.to, run.stop()));
    }
}

// A task and a message for each range. Whoever is done takes the next one, so more ranges than workers even
// out that they differ.
void inProcesses(Run &run)
{
    const std::vector<Numbers> all = ranges(run);
    ProcessPoolExecutor pool(run.workers(), run.trace(), run.stop());
    std::vector<Future<QCborValue>> counts;
    for (const Numbers &range : all)
        counts.push_back(pool.submit("primes", message(range)));
    for (std::size_t i = 0; i < all.size(); ++i)
        put(run, i, all[i], counts[i].get(run.stop()).toInteger());
}

void threads(Run &run)
{
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.map(ranges(run), [&](std::size_t i, const Numbers &range) {
        put(run, i, range, countPrimes(range.from, range.to, run.stop()));
    });
}

constexpr int mostMessages = 100'000;

// Mistake: a message there and one back for every single number, which is computed in less than that takes.
// Only the numbers below 100,000, or it would take minutes.
void oneTaskPerNumber(Run &run)
{
    const int bound = std::min(run.integer("bound"), mostMessages);
    ProcessPoolExecutor::Settings settings;
    settings.tasksPerMessage = 1;
    ProcessPoolExecutor pool(run.workers(), run.trace(), run.stop(), settings);
    std::vector<Future<QCborValue>> isPrime;
    for (const Numbers &number : rangesBelow(bound, bound))
        isPrime.push_back(pool.submit("primes", message(number)));
    pool.shutdown(); // waits once instead of 100,000 times
    for (std::size_t i = 0; const Numbers &range : rangesBelow(bound, run.integer("ranges"))) {
        qint64 count = 0;
        for (std::uint32_t number = range.from; number < range.to; ++number)
            count += isPrime[number].get(run.stop()).toInteger();
        put(run, i++, range, count);
    }
}

constexpr const char *python = R"(from concurrent.futures import ProcessPoolExecutor

def is_prime(n):
    return n >= 2 and all(n % d for d in range(2, int(n ** 0.5) + 1))

def count_primes(bounds):
    return sum(map(is_prime, range(*bounds)))

ends = [5_000_000 * i // 16 for i in range(17)]
ranges = list(zip(ends, ends[1:]))
with ProcessPoolExecutor() as pool:                        # processes
    total = sum(pool.map(count_primes, ranges))

total = sum(map(count_primes, ranges))                     # sequential
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Prime numbers"),
        .question =
            QT_TRANSLATE_NOOP("catalog", "Equal ranges of numbers are searched for primes. Do they take "
                                         "equally long, and into how many should the work be cut?"),
        .parameters = {workersForCores(),
                       integer("bound", QT_TRANSLATE_NOOP("catalog", "Primes below"), {1000, 50'000'000},
                               5'000'000),
                       integer("ranges", QT_TRANSLATE_NOOP("catalog", "Ranges"), {1, 1000}, 16)},
        .presets = {{"quick", {{"workers", 2}, {"bound", 1500}, {"ranges", 8}}}},
        .columns = {{"range", QT_TRANSLATE_NOOP("catalog", "Range"), ColumnKind::Text},
                    {"count", QT_TRANSLATE_NOOP("catalog", "Primes"), ColumnKind::Integer}},
        .measures = {{"messages", QT_TRANSLATE_NOOP("catalog", "Messages sent to the processes"),
                      spans(State::Send, "task")},
                     {"excess", QT_TRANSLATE_NOOP("catalog", "Messages sent needlessly"),
                      beyond(spans(State::Send, "task"), setting("ranges"))},
                     {"message-time", QT_TRANSLATE_NOOP("catalog", "Time spent in messages"),
                      percentIn({State::Send, State::Receive}, {State::Send, State::Receive, State::Running}),
                      "%"}},
        .variants = {reference(sequential,
                               QT_TRANSLATE_NOOP("catalog", "One range after the other, on one core.")),
                     right("processes", QT_TRANSLATE_NOOP("catalog", "Processes"), inProcesses,
                           QT_TRANSLATE_NOOP("catalog",
                                             "Later ranges take longer. Where there are more ranges than "
                                             "workers, whoever is done takes another, and all end at about "
                                             "the same time; where there are not, all wait for the last.")),
                     right("threads", QT_TRANSLATE_NOOP("catalog", "Threads (C++)"), threads,
                           QT_TRANSLATE_NOOP("catalog", "C++ has no interpreter lock: threads compute at the "
                                                        "same time too, and start faster than processes.")),
                     mistake("one-task-per-number",
                             QT_TRANSLATE_NOOP("catalog", "A task each (below 100,000)"), oneTaskPerNumber,
                             {.proof = "excess", .view = "messages", .cost = "message-time"},
                             QT_TRANSLATE_NOOP("catalog",
                                               "Every number (of those below 100,000) travels to a process "
                                               "in a message of its own, and its answer back: that takes "
                                               "longer than dividing. Send few and large pieces of work."))},
        .views = {steps(QT_TRANSLATE_NOOP("catalog", "Time of each task")),
                  bands(QT_TRANSLATE_NOOP("catalog", "What the workers did"),
                        {State::Spawn, State::Send, State::Running, State::Receive}),
                  columns("messages", {"message-time"},
                          QT_TRANSLATE_NOOP("catalog", "Time spent in messages"))},
        .isSeeded = false,
        .python = python,
    };
}

} // namespace tenfold::patterns::processes::primes
