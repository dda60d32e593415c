// A site serves so many requests at once and refuses more. A semaphore with as many permits lets no more of
// them through; who comes first is served first.

#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"
#include "core/sync/semaphore.h"
#include "core/workloads/http/httpclient.h"
#include "core/workloads/site/loopbacksite.h"

#include <QScopeGuard>

#include <numeric>

using namespace std::chrono_literals;

namespace tenfold::patterns::semaphore::connection_pool {
namespace {

struct Work
{
    Work(quint64 seed, int permits) : site(seed), semaphore(permits, QT_TRANSLATE_NOOP("lock", "connection"))
    {}
    LoopbackSite site;
    Semaphore semaphore;
    std::vector<QString> paths;
    std::vector<std::atomic<int>> byWorker; // requests that each has made
};

/// Makes request `i`; false when the site has answered with an error.
bool request(Run &run, std::size_t i, int worker)
{
    auto &work = run.kept<Work>();
    const QString &path = work.paths[i];
    HttpClient client;
    const HttpResponse response = client.get(work.site.url(path), 60s, run.stop());
    const QString status = response.status ? QString::number(response.status) : response.error;
    run.setRow(i, {path, status, response.length, worker + 1});
    if (response.status == 503)
        recordMark(QT_TRANSLATE_NOOP("mark", "refused by the site"));
    ++work.byWorker[static_cast<std::size_t>(worker)];
    return response.ok();
}

void sequential(Run &run)
{
    for (std::size_t i = 0; i < run.kept<Work>().paths.size(); ++i) {
        const TaskSpan task(i);
        request(run, i, 0);
    }
}

/// The requests in their order, `serve(i, worker)` each, several at a time.
template<typename Serve> void onWorkers(Run &run, Serve serve)
{
    auto &work = run.kept<Work>();
    std::atomic<std::size_t> next{0};
    std::atomic<int> workers{0};
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.onEachWorker([&] {
        const int worker = workers++;
        for (std::size_t i = next++; i < work.paths.size(); i = next++) {
            throwIfStopped(run.stop());
            const TaskSpan task(i);
            serve(i, worker);
        }
    });
}

void withSemaphore(Run &run)
{
    auto &work = run.kept<Work>();
    onWorkers(run, [&](std::size_t i, int worker) {
        const Permit permit(work.semaphore,
                            run.stop()); // given back at the end of the scope, whatever happens
        request(run, i, worker);
    });
}

// Mistake: everybody at once.
void noLimit(Run &run)
{
    onWorkers(run, [&](std::size_t i, int worker) { request(run, i, worker); });
}

// Mistake: who leaves early after an error does not give back the permit. Once all are gone, everybody waits.
void permitLeak(Run &run)
{
    auto &work = run.kept<Work>();
    onWorkers(run, [&](std::size_t i, int worker) {
        work.semaphore.acquire(1, run.stop());
        if (!request(run, i, worker)) {
            recordMark(QT_TRANSLATE_NOOP("mark", "goes on with a permit that it will not give back"));
            return;
        }
        work.semaphore.release();
    });
}

// Mistake: after an error the permit is given back where the error is handled, and again at the end.
void doubleRelease(Run &run)
{
    auto &work = run.kept<Work>();
    onWorkers(run, [&](std::size_t i, int worker) {
        work.semaphore.acquire(1, run.stop());
        const auto atTheEnd = qScopeGuard([&] { work.semaphore.release(); });
        if (!request(run, i, worker)) {
            recordMark(QT_TRANSLATE_NOOP("mark", "gives back twice"));
            work.semaphore.release();
        }
    });
}

void prepare(Run &run)
{
    const int permits = run.integer("permits");
    auto &work = run.keep<Work>(run.seed(), permits);
    // The first request of a program loads the network libraries, which does not belong to the comparison.
    HttpClient().get(work.site.url("/status/200"), 5s, run.stop());
    work.site.setLimit(permits);
    work.byWorker = std::vector<std::atomic<int>>(static_cast<std::size_t>(run.workers()));
    std::vector<double> delays;
    for (int i = 1; i <= run.integer("requests"); ++i) { // every eighth fails
        work.paths.emplace_back(i % 8 == 0 ? "/status/500" : "/delay/50");
        delays.push_back(i % 8 == 0 ? 0 : 0.05);
    }
    run.expect(std::move(delays));
}

void measure(Run &run)
{
    auto &work = run.kept<Work>();
    const int permits = run.integer("permits"), available = work.semaphore.available();
    run.report("left", available);
    run.report("missing", std::max(0, permits - available));
    run.report("surplus", std::max(0, available - permits));
    const auto [fewest, most] = std::ranges::minmax_element(work.byWorker);
    run.report("fewest", fewest->load());
    run.report("most", most->load());
}

constexpr const char *python = R"(from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore        # raises when too many are given back
import requests

permits = BoundedSemaphore(4)

def fetch(url):
    with permits:                             # given back whatever happens
        return requests.get(url, timeout=5)

with ThreadPoolExecutor(max_workers=16) as pool:
    rows = list(pool.map(fetch, urls))
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Connection pool"),
        .question = QT_TRANSLATE_NOOP(
            "catalog",
            "A site serves only so many requests at once and refuses more. What stops the workers from "
            "sending too many?"),
        .parameters = {workers(16), integer("permits", QT_TRANSLATE_NOOP("catalog", "Permits"), {1, 64}, 4),
                       integer("requests", QT_TRANSLATE_NOOP("catalog", "Requests"), {1, 2000}, 60)},
        .presets = {{"quick", {{"workers", 8}, {"permits", 3}, {"requests", 30}}}},
        .columns = {{"request", QT_TRANSLATE_NOOP("catalog", "Request"), ColumnKind::Text},
                    status(),
                    {"bytes", QT_TRANSLATE_NOOP("catalog", "Bytes"), ColumnKind::Integer},
                    aside({"worker", QT_TRANSLATE_NOOP("catalog", "Worker"), ColumnKind::Integer})},
        .measures = {{"refused", QT_TRANSLATE_NOOP("catalog", "Requests refused (503)"),
                      rowsWith("status", "503")},
                     {"left", QT_TRANSLATE_NOOP("catalog", "Permits left at the end")},
                     {"missing", QT_TRANSLATE_NOOP("catalog", "Permits missing")},
                     {"surplus", QT_TRANSLATE_NOOP("catalog", "Surplus permits at the end")},
                     {"in-flight", QT_TRANSLATE_NOOP("catalog", "Peak requests in flight"),
                      peak("in-flight")},
                     {"above-limit", QT_TRANSLATE_NOOP("catalog", "In flight above the limit"),
                      beyond(peak("in-flight"), setting("permits"))},
                     {"fewest", QT_TRANSLATE_NOOP("catalog", "Fewest requests of a worker")},
                     {"most", QT_TRANSLATE_NOOP("catalog", "Most requests of a worker")}},
        .variants =
            {reference(sequential,
                       QT_TRANSLATE_NOOP("catalog", "One request after the other: the waits add up.")),
             right("semaphore", QT_TRANSLATE_NOOP("catalog", "Semaphore"), withSemaphore,
                   QT_TRANSLATE_NOOP(
                       "catalog", "A permit for each request: as many are under way as the site serves, and "
                                  "none is refused. Permits go to whoever has waited longest, so every "
                                  "worker gets its share; more workers than permits only wait.")),
             mistake("no-limit", QT_TRANSLATE_NOOP("catalog", "No limit"), noLimit,
                     {.proof = "refused", .view = "in-flight", .hasLimit = false},
                     QT_TRANSLATE_NOOP("catalog",
                                       "All workers send at once, and the site refuses what is more than it "
                                       "serves. Let a semaphore with as many permits hold them back.")),
             mistake("permit-leak", QT_TRANSLATE_NOOP("catalog", "Permit leak"), permitLeak,
                     {.proof = "missing", .view = "left", .hasLimit = false},
                     QT_TRANSLATE_NOOP(
                         "catalog",
                         "After an error the worker leaves without giving back its permit. Each error makes "
                         "it one fewer, until nobody gets one any more. Tie the permit to a scope, so that "
                         "it is given back on every way out.")),
             mistake("double-release", QT_TRANSLATE_NOOP("catalog", "Double release"), doubleRelease,
                     {.proof = "above-limit", .view = "in-flight", .hasLimit = false},
                     QT_TRANSLATE_NOOP(
                         "catalog", "After an error the permit is given back twice. Each error makes it one "
                                    "more, until there is no limit left. Give back in one place; Python's "
                                    "BoundedSemaphore finds this one."))},
        .views = {counter("in-flight", QT_TRANSLATE_NOOP("catalog", "Requests in flight"), "permits"),
                  columns("left", QT_TRANSLATE_NOOP("catalog", "Permits left at the end")),
                  columns("per-worker", {"fewest", "most"},
                          QT_TRANSLATE_NOOP("catalog", "Requests per worker")),
                  sweep("knee", "workers", QT_TRANSLATE_NOOP("catalog", "Time over workers"))},
        .prepare = prepare,
        .measure = measure,
        .bound =
            [](const Values &values, const std::vector<double> &durations) {
                return std::reduce(durations.begin(), durations.end()) / values["permits"].toInt();
            },
        .python = python,
    };
}

} // namespace tenfold::patterns::semaphore::connection_pool
