// Some tasks fail. A future keeps what its task threw, and gives it to whoever asks for the result.

#include "core/catalog/declare.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"
#include "core/workloads/compute/hash.h"
#include "core/workloads/http/httpclient.h"
#include "core/workloads/site/loopbacksite.h"

#include <algorithm>
#include <numeric>
#include <random>

using namespace std::chrono_literals;

namespace tenfold::patterns::futures::exceptions {
namespace {

/// The site answered that it cannot.
struct Refused : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

struct Work
{
    std::unique_ptr<LoopbackSite> site;
    std::vector<bool> fails;     // by task
    std::atomic<int> thrown{0};  // failures that happened
    std::atomic<int> noticed{0}; // of these, those that reached a caller
};

constexpr int delayMs = 60;

bool isRefused(const Work &work, std::size_t i)
{
    return work.fails[i] && i % 3 == 0;
}

/// Fetches a page and sums up the numbers in it. Where it fails, it does so as such work does: the site
/// refuses, what came is no number, or there is less of it than was expected.
QString fetchAndParse(Run &run, std::size_t i)
{
    auto &work = run.kept<Work>();
    HttpClient client;
    const HttpResponse answer = client.get(
        work.site->url(isRefused(work, i) ? QString("/status/500") : QString("/delay/%1").arg(delayMs)), 60s,
        run.stop());
    try {
        if (!answer.ok())
            throw Refused(answer.reason.toStdString());
        const QByteArray hash = hashOf(run.seed(), static_cast<qint64>(i), answer.length).left(16);
        std::vector<int> numbers;
        for (const char digit : hash)
            numbers.push_back(
                std::stoi(work.fails[i] && i % 3 == 1 ? "n/a" : std::string(1, digit), nullptr, 16));
        if (work.fails[i])
            numbers.resize(numbers.size() / 2);
        return QString::number(std::accumulate(numbers.begin(), numbers.end(), numbers.at(15)));
    } catch (...) {
        ++work.thrown;
        throw;
    }
}

void putResult(Run &run, std::size_t i, const QString &result)
{
    run.setCells(i, {{"task", static_cast<int>(i) + 1},
                     {"result", result},
                     {"status", QT_TRANSLATE_NOOP("status", "done")}});
}

/// Puts the row of a task of which `getResult` gives the result or throws.
template<typename GetResult> void put(Run &run, std::size_t i, GetResult getResult)
{
    const auto putFailure = [&](const char *type, const std::exception &error) {
        ++run.kept<Work>().noticed;
        run.setCells(i, {{"task", static_cast<int>(i) + 1},
                         {"status", QT_TRANSLATE_NOOP("status", "failed")},
                         {"type", type},
                         {"error", QString::fromUtf8(error.what())}});
    };
    try {
        putResult(run, i, getResult());
    } catch (const Refused &error) {
        putFailure("Refused", error);
    } catch (const std::invalid_argument &error) {
        putFailure("std::invalid_argument", error);
    } catch (const std::out_of_range &error) {
        putFailure("std::out_of_range", error);
    }
}

void sequential(Run &run)
{
    for (std::size_t i = 0; i < run.kept<Work>().fails.size(); ++i) {
        const TaskSpan task(i);
        put(run, i, [&] { return fetchAndParse(run, i); });
    }
}

void futures(Run &run)
{
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    std::vector<Future<QString>> results;
    for (std::size_t i = 0; i < run.kept<Work>().fails.size(); ++i)
        results.push_back(pool.submit([&run, i] { return fetchAndParse(run, i); }));
    for (std::size_t i = 0; const auto &result : results)
        put(run, i++, [&] { return result.get(run.stop()); });
}

// Mistake: nobody keeps the future, so nobody hears of a failure; the row is just not there.
void fireAndForget(Run &run)
{
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    for (std::size_t i = 0; i < run.kept<Work>().fails.size(); ++i)
        pool.submit([&run, i] { putResult(run, i, fetchAndParse(run, i)); });
    pool.shutdown();
    throwIfStopped(run.stop());
}

void prepare(Run &run)
{
    auto &work = run.keep<Work>();
    work.site = std::make_unique<LoopbackSite>(run.seed());
    HttpClient().get(work.site->url("/status/200"), 5s,
                     run.stop()); // the first one loads the network libraries
    const int tasks = run.integer("tasks");
    std::vector<std::size_t> order(static_cast<std::size_t>(tasks));
    std::iota(order.begin(), order.end(), 0);
    std::ranges::shuffle(order, std::mt19937_64(run.seed()));
    work.fails.resize(order.size());
    for (int i = 0; i < std::min(run.integer("failing"), tasks); ++i)
        work.fails[order[static_cast<std::size_t>(i)]] = true;
    std::vector<double> seconds;
    for (std::size_t i = 0; i < order.size(); ++i)
        seconds.push_back(isRefused(work, i) ? 0 : delayMs / 1000.0);
    run.expect(std::move(seconds));
}

double thrown(const Run &run)
{
    return run.kept<Work>().thrown;
}

double noticed(const Run &run)
{
    return run.kept<Work>().noticed;
}

double unnoticed(const Run &run)
{
    return thrown(run) - noticed(run);
}

constexpr const char *python = R"(from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(max_workers=4) as pool:
    futures = [pool.submit(work, task) for task in tasks]
    for task, future in zip(tasks, futures):
        try:
            print(task, future.result())      # raises what the task raised
        except Exception as error:
            print(task, "failed:", error)

    for task in tasks:                        # mistake: the future is dropped,
        pool.submit(work, task)               # and the exception with it
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Exceptions"),
        .question = QT_TRANSLATE_NOOP("catalog", "Some tasks fail on other threads. Who hears of it?"),
        .parameters = {workers(4), integer("tasks", QT_TRANSLATE_NOOP("catalog", "Tasks"), {1, 1000}, 24),
                       integer("failing", QT_TRANSLATE_NOOP("catalog", "Failing tasks"), {0, 1000}, 3)},
        .presets = {{"quick", {{"tasks", 8}}}},
        .columns = {{"task", QT_TRANSLATE_NOOP("catalog", "Task"), ColumnKind::Integer},
                    {"result", QT_TRANSLATE_NOOP("catalog", "Result"), ColumnKind::Text},
                    status({"done"}),
                    {"type", QT_TRANSLATE_NOOP("catalog", "Type"), ColumnKind::Text},
                    error()},
        .measures = {{"thrown", QT_TRANSLATE_NOOP("catalog", "Failures"), thrown},
                     {"noticed", QT_TRANSLATE_NOOP("catalog", "Failures that reached the caller"), noticed},
                     {"unnoticed", QT_TRANSLATE_NOOP("catalog", "Failures that nobody saw"), unnoticed}},
        .variants =
            {reference(sequential,
                       QT_TRANSLATE_NOOP("catalog", "One task after the other; each failure is caught.")),
             right("futures", QT_TRANSLATE_NOOP("catalog", "Futures"), futures,
                   QT_TRANSLATE_NOOP("catalog",
                                     "Each future throws what its task threw, with type and text, where its "
                                     "result is asked for. The other tasks go on.")),
             mistake("fire-and-forget", QT_TRANSLATE_NOOP("catalog", "Fire and forget"), fireAndForget,
                     {.proof = "unnoticed", .view = "failures"},
                     QT_TRANSLATE_NOOP(
                         "catalog",
                         "The futures are dropped, and what their tasks threw goes with them: "
                         "rows are missing, and nobody knows why. Keep every future, and ask it."))},
        .views = {columns("failures", {"thrown", "noticed"},
                          QT_TRANSLATE_NOOP("catalog", "Who hears of it"))},
        .prepare = prepare,
        .python = python,
    };
}

} // namespace tenfold::patterns::futures::exceptions
