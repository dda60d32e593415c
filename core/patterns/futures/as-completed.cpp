// Tasks of different lengths, submitted at once. When does the caller get a result, and in which order?

#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/continuations.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"
#include "core/workloads/compute/hash.h"
#include "core/workloads/http/httpclient.h"
#include "core/workloads/site/loopbacksite.h"

#include <algorithm>
#include <random>

using namespace std::chrono_literals;

namespace tenfold::patterns::futures::as_completed {
namespace {

struct Work
{
    std::unique_ptr<LoopbackSite> site;
    std::vector<int> delays; // in ms, a task each
    int alone = 0;           // tasks submitted when the caller had all results before
};

constexpr const char *received = "received";

/// Waits for the site as long as task `i` takes, and makes its row of the answer.
QVariantList answer(const Run &run, std::size_t i)
{
    const auto &[site, delays, alone] = run.kept<Work>();
    HttpClient client;
    const HttpResponse response = client.get(site->url(QString("/delay/%1").arg(delays[i])), 60s, run.stop());
    if (!response.ok())
        throw std::runtime_error(response.reason.toStdString());
    const QByteArray hash = hashOf(run.seed(), static_cast<qint64>(i), response.length);
    return {static_cast<int>(i) + 1, delays[i], QString::fromLatin1(hash.left(16))};
}

/// What the caller has in hand, and since when.
class Receipts
{
public:
    explicit Receipts(Run &run) : run_(run) {}
    void take(std::size_t i, QVariantList row)
    {
        run_.setRow(i, std::move(row));
        times_.push_back(toSeconds(run_.trace().now()));
        recordGauge(received, static_cast<double>(times_.size()));
    }
    std::size_t count() const { return times_.size(); }
    void report() const
    {
        run_.report("first", times_.front());
        run_.report("half", times_[(times_.size() - 1) / 2]);
        run_.report("all", times_.back());
    }

private:
    Run &run_;
    std::vector<double> times_;
};

void sequential(Run &run)
{
    Receipts receipts(run);
    for (std::size_t i = 0; i < run.kept<Work>().delays.size(); ++i) {
        const TaskSpan task(i);
        receipts.take(i, answer(run, i));
    }
    receipts.report();
}

using Answer = Future<QVariantList>;

/// Submits task `i`, and counts it where the caller has had the results of all before it.
Answer submit(Run &run, ThreadPoolExecutor &pool, std::size_t i, const Receipts &receipts)
{
    if (i > 0 && receipts.count() == i)
        ++run.kept<Work>().alone;
    return pool.submit([&run, i] { return answer(run, i); });
}

std::vector<Answer> submitAll(Run &run, ThreadPoolExecutor &pool, const Receipts &receipts)
{
    std::vector<Answer> futures;
    for (std::size_t i = 0; i < run.kept<Work>().delays.size(); ++i)
        futures.push_back(submit(run, pool, i, receipts));
    return futures;
}

// Each result when it is there, whichever it is.
void asCompleted(Run &run)
{
    Receipts receipts(run);
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    const std::vector<Answer> futures = submitAll(run, pool, receipts);
    for (const Future<std::size_t> &next : tenfold::asCompleted(futures)) {
        const std::size_t i = next.get(run.stop());
        receipts.take(i, futures[i].get());
    }
    receipts.report();
}

// In the order of submission: a slow task holds up what is behind it.
void map(Run &run)
{
    Receipts receipts(run);
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    for (std::size_t i = 0; const Answer &future : submitAll(run, pool, receipts))
        receipts.take(i++, future.get(run.stop()));
    receipts.report();
}

// Mistake: whoever asks for the result right away waits for it before the next task is submitted.
void getInTheLoop(Run &run)
{
    Receipts receipts(run);
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    for (std::size_t i = 0; i < run.kept<Work>().delays.size(); ++i)
        receipts.take(i, submit(run, pool, i, receipts).get(run.stop()));
    receipts.report();
}

void prepare(Run &run)
{
    auto &[site, delays, alone] = run.keep<Work>();
    site = std::make_unique<LoopbackSite>(run.seed());
    HttpClient().get(site->url("/status/200"), 5s, run.stop()); // the first one loads the network libraries
    // Mixed lengths, the longest one first: nobody may have its result before.
    std::mt19937_64 random(run.seed());
    const int unit = run.integer("unit");
    for (int i = 0; i < run.integer("tasks"); ++i)
        delays.push_back(unit * (1 + i % 8));
    std::ranges::shuffle(delays, random);
    std::ranges::iter_swap(delays.begin(), std::ranges::max_element(delays));
    std::vector<double> seconds;
    std::ranges::transform(delays, std::back_inserter(seconds), [](int ms) { return ms / 1000.0; });
    run.expect(std::move(seconds));
}

double alone(const Run &run)
{
    return run.kept<Work>().alone;
}

constexpr const char *python = R"(from concurrent.futures import ThreadPoolExecutor, as_completed

with ThreadPoolExecutor(max_workers=4) as pool:
    futures = [pool.submit(work, task) for task in tasks]
    for future in as_completed(futures):        # whichever is done next
        use(future.result())

    for result in pool.map(work, tasks):        # in the order of the tasks
        use(result)

    for task in tasks:                          # mistake: one at a time
        use(pool.submit(work, task).result())
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "As completed"),
        .question = QT_TRANSLATE_NOOP(
            "catalog",
            "Tasks take different times. When does the caller have the first result, and when half?"),
        .parameters = {workers(4), integer("tasks", QT_TRANSLATE_NOOP("catalog", "Tasks"), {1, 1000}, 24),
                       integer("unit", QT_TRANSLATE_NOOP("catalog", "Delay unit"), {1, 1000}, 25, "ms")},
        .presets = {{"quick", {{"tasks", 8}, {"unit", 8}}}},
        .columns = {{"task", QT_TRANSLATE_NOOP("catalog", "Task"), ColumnKind::Integer},
                    {"delay", QT_TRANSLATE_NOOP("catalog", "Delay (ms)"), ColumnKind::Integer},
                    {"result", QT_TRANSLATE_NOOP("catalog", "Result"), ColumnKind::Text}},
        .measures = {{"first", QT_TRANSLATE_NOOP("catalog", "First result"), {}, "s"},
                     {"half", QT_TRANSLATE_NOOP("catalog", "Half of the results"), {}, "s"},
                     {"all", QT_TRANSLATE_NOOP("catalog", "All results"), {}, "s"},
                     {"in-flight", QT_TRANSLATE_NOOP("catalog", "Most tasks under way at once"),
                      peak("in-flight")},
                     {"alone", QT_TRANSLATE_NOOP("catalog", "Tasks that had to wait for the caller"), alone}},
        .variants =
            {reference(sequential, QT_TRANSLATE_NOOP("catalog", "One task after the other.")),
             right("as-completed", QT_TRANSLATE_NOOP("catalog", "As completed"), asCompleted,
                   QT_TRANSLATE_NOOP("catalog",
                                     "The caller gets each result as soon as it is there: work on what is "
                                     "fast goes on while what is slow is still under way.")),
             right("map", QT_TRANSLATE_NOOP("catalog", "In the order of submission"), map,
                   QT_TRANSLATE_NOOP("catalog",
                                     "The tasks run just as they do as completed, but the first one is slow: "
                                     "results that have long been there wait behind it.")),
             mistake("get-in-the-loop", QT_TRANSLATE_NOOP("catalog", "Get in the loop"), getInTheLoop,
                     {.proof = "alone", .view = "in-flight", .cost = "half"},
                     QT_TRANSLATE_NOOP("catalog",
                                       "The loop submits a task and asks for its result at once, so it waits "
                                       "before it submits the next: one worker works and the others idle. "
                                       "Submit all tasks first, then ask for results."))},
        .views = {columns("arrival", {"first", "half", "all"},
                          QT_TRANSLATE_NOOP("catalog", "Arrival of the results")),
                  counter(received, QT_TRANSLATE_NOOP("catalog", "Results received")),
                  counter("in-flight", QT_TRANSLATE_NOOP("catalog", "Tasks under way"), "workers")},
        .prepare = prepare,
        .front = "arrival",
        .python = python,
    };
}

} // namespace tenfold::patterns::futures::as_completed
