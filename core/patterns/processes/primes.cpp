// Count the primes below a bound by trial division: all of the time is computing, and larger numbers take
// longer, so that the last of equal ranges is the last to be done.

#include "core/workloads/compute/primes.h"

#include "core/analysis/readings.h"
#include "core/executors/processpoolexecutor.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"

#include <QCborArray>

namespace tenfold::patterns::processes::primes {
namespace {

struct Range
{
    std::uint32_t from = 0; // below `to`, which is not part of it
    std::uint32_t to = 0;
};

/// `count` ranges of the numbers below `bound`, as equal as whole numbers allow.
std::vector<Range> rangesBelow(std::int64_t bound, std::int64_t count)
{
    std::vector<Range> ranges;
    for (std::int64_t i = 0; i < count; ++i)
        ranges.push_back({static_cast<std::uint32_t>(bound * i / count),
                          static_cast<std::uint32_t>(bound * (i + 1) / count)});
    return ranges;
}

std::vector<Range> ranges(const Run &run)
{
    return rangesBelow(run.integer(QStringLiteral("bound")), run.integer(QStringLiteral("ranges")));
}

QCborArray message(const Range &range)
{
    return {qint64{range.from}, qint64{range.to}};
}

void put(Run &run, std::size_t i, const Range &range, qint64 count)
{
    const QString numbers = QStringLiteral("%1 - %2").arg(range.from).arg(range.to - 1);
    run.setRow(i, {numbers, QVariant::fromValue(count)});
}

void sequential(Run &run)
{
    for (std::size_t i = 0; const Range &range : ranges(run)) {
        const TaskSpan task(i);
        put(run, i++, range, countPrimes(range.from, range.to, run.stop()));
    }
}

// A task and a message for each range. Whoever is done takes the next one, so more ranges than workers even
// out that they differ.
void inProcesses(Run &run)
{
    const std::vector<Range> all = ranges(run);
    ProcessPoolExecutor pool(run.workers(), run.trace(), run.stop());
    std::vector<Future<QCborValue>> counts;
    for (const Range &range : all)
        counts.push_back(pool.submit(QStringLiteral("primes"), message(range)));
    for (std::size_t i = 0; i < all.size(); ++i)
        put(run, i, all[i], counts[i].get(run.stop()).toInteger());
}

void threads(Run &run)
{
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.map(ranges(run), [&](std::size_t i, const Range &range) {
        put(run, i, range, countPrimes(range.from, range.to, run.stop()));
    });
}

constexpr int mostMessages = 100'000;

// Mistake: a message there and one back for every single number, which is computed in less than that takes.
// Only the numbers below 100,000, or it would take minutes.
void oneTaskPerNumber(Run &run)
{
    const int bound = std::min(run.integer(QStringLiteral("bound")), mostMessages);
    ProcessPoolExecutor::Settings settings;
    settings.tasksPerMessage = 1;
    ProcessPoolExecutor pool(run.workers(), run.trace(), run.stop(), settings);
    std::vector<Future<QCborValue>> isPrime;
    for (const Range &number : rangesBelow(bound, bound))
        isPrime.push_back(pool.submit(QStringLiteral("primes"), message(number)));
    pool.shutdown(); // waits once instead of 100,000 times
    for (std::size_t i = 0; const Range &range : rangesBelow(bound, run.integer(QStringLiteral("ranges")))) {
        qint64 count = 0;
        for (std::uint32_t number = range.from; number < range.to; ++number)
            count += isPrime[number].get(run.stop()).toInteger();
        put(run, i++, range, count);
    }
}

void measure(Run &run)
{
    const Nanoseconds end = run.trace().now();
    const int messages = countSpans(run.trace(), State::Send, "task", end);
    const Lane::Sums sums = sumsOf(run.trace(), end);
    const auto talking = static_cast<double>(sums.of(State::Send) + sums.of(State::Receive));
    const double busy = talking + static_cast<double>(sums.of(State::Running));
    run.find(QStringLiteral("messages"), messages);
    run.find(QStringLiteral("excess"), std::max(0, messages - run.integer(QStringLiteral("ranges"))));
    run.find(QStringLiteral("message-time"), busy > 0 ? 100 * talking / busy : 0);
}

} // namespace

Scenario scenario()
{
    Scenario s;
    s.title = QT_TRANSLATE_NOOP("catalog", "Prime numbers");
    s.question = QT_TRANSLATE_NOOP(
        "catalog", "Equal ranges of numbers are searched for primes. Do they take equally long, and into how "
                   "many should the work be cut?");
    s.isSeeded = false;
    s.parameters = {
        workersParameter(coresHere()),
        {"bound",
         QT_TRANSLATE_NOOP("catalog", "Primes below"),
         {},
         ParameterKind::Integer,
         1000,
         50'000'000,
         {},
         5'000'000},
        {"ranges", QT_TRANSLATE_NOOP("catalog", "Ranges"), {}, ParameterKind::Integer, 1, 1000, {}, 16},
    };
    s.presets = {
        {"default", {}},
        {"quick", {{"workers", 2}, {"bound", 1500}, {"ranges", 8}}},
    };
    s.columns = {
        {"range", QT_TRANSLATE_NOOP("catalog", "Range"), ColumnKind::Text},
        {"count", QT_TRANSLATE_NOOP("catalog", "Primes"), ColumnKind::Integer},
    };
    s.measures = {
        {"messages", QT_TRANSLATE_NOOP("catalog", "Messages sent to the processes")},
        {"excess", QT_TRANSLATE_NOOP("catalog", "Messages sent needlessly")},
        {"message-time", QT_TRANSLATE_NOOP("catalog", "Time spent in messages"), "%"},
    };
    s.variants = {
        {"sequential",
         QT_TRANSLATE_NOOP("catalog", "Sequential"),
         VariantKind::Sequential,
         sequential,
         {},
         QT_TRANSLATE_NOOP("catalog", "One range after the other, on one core.")},
        {"processes",
         QT_TRANSLATE_NOOP("catalog", "Processes"),
         VariantKind::Parallel,
         inProcesses,
         {},
         QT_TRANSLATE_NOOP(
             "catalog",
             "Later ranges take longer. Where there are more ranges than workers, whoever is done "
             "takes another, and all end at about the same time; where there are not, all wait for "
             "the last.")},
        {"threads",
         QT_TRANSLATE_NOOP("catalog", "Threads (C++)"),
         VariantKind::Parallel,
         threads,
         {},
         QT_TRANSLATE_NOOP("catalog",
                           "C++ has no interpreter lock: threads compute at the same time too, and start "
                           "faster than processes.")},
        {"one-task-per-number",
         QT_TRANSLATE_NOOP("catalog", "A task each (below 100,000)"),
         VariantKind::Mistake,
         oneTaskPerNumber,
         "excess",
         QT_TRANSLATE_NOOP("catalog",
                           "Every number (of those below 100,000) travels to a process in a message of its "
                           "own, and its answer back: that takes longer than dividing. Send few and large "
                           "pieces of work."),
         {},
         "messages"},
    };
    s.views = {
        {"steps", ViewKind::Steps, QT_TRANSLATE_NOOP("catalog", "Time of each task"), {}},
        {"bands",
         ViewKind::Bands,
         QT_TRANSLATE_NOOP("catalog", "What the workers did"),
         {"spawn", "send", "running", "receive"}},
        {"messages",
         ViewKind::Columns,
         QT_TRANSLATE_NOOP("catalog", "Time spent in messages"),
         {"message-time"}},
    };
    s.measure = measure;
    s.python = R"(from concurrent.futures import ProcessPoolExecutor

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
    return s;
}

} // namespace tenfold::patterns::processes::primes
