// Fetch a list of URLs: almost all of the time is spent waiting for answers.

#include "core/analysis/format.h"
#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/processpoolexecutor.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/executors/workerthread.h"
#include "core/run/run.h"
#include "core/sync/mutex.h"
#include "core/workloads/http/httpclient.h"
#include "core/workloads/site/loopbacksite.h"
#include "core/workloads/workmemory.h"

#include <QCborArray>

#include <list>

using namespace std::chrono_literals;

namespace tenfold::patterns::threads::url_fetch {
namespace {

struct Work
{
    QStringList urls;                   // as the table shows them: own URLs, or paths on the site
    std::unique_ptr<LoopbackSite> site; // none for own URLs
    WorkMemory memory;                  // of the processes
};

QVariantList row(const QString &name, const HttpResponse &response)
{
    const QString status = response.status ? QString::number(response.status) : response.error;
    return {name, status, response.length, response.reason};
}

QVariantList fetch(Run &run, const QString &name)
{
    const auto &[urls, site, memory] = run.kept<Work>();
    auto [url, response] = site ? std::pair(site->url(name), HttpResponse()) : parseHttpUrl(name);
    if (url.isValid()) {
        HttpClient client;
        response = client.get(url, 5s, run.stop());
    }
    if (response.status == 503)
        recordMark(QT_TRANSLATE_NOOP("mark", "refused by the site"));
    return row(name, response);
}

void sequential(Run &run)
{
    const auto &urls = run.kept<Work>().urls;
    for (std::size_t i = 0; const QString &url : urls) {
        const TaskSpan task(i);
        run.setRow(i++, fetch(run, url));
    }
}

void parallel(Run &run)
{
    const auto &urls = run.kept<Work>().urls;
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.map(urls, [&](std::size_t i, const QString &url) { run.setRow(i, fetch(run, url)); });
}

// As in Python: one lock around all computing, let go while waiting. Waits overlap all the same.
void oneInterpreter(Run &run)
{
    const auto &urls = run.kept<Work>().urls;
    Mutex interpreter(QT_TRANSLATE_NOOP("lock", "interpreter"));
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.map(urls, [&](std::size_t i, const QString &url) {
        const QVariantList row = fetch(run, url); // waiting: the interpreter is free for others
        const Lock computing(interpreter, run.stop());
        run.setRow(i, row);
    });
}

// Mistake: the lock is held while waiting, so that there is never more than one request under way.
void lockHeldWhileWaiting(Run &run)
{
    const auto &urls = run.kept<Work>().urls;
    Mutex mutex(QT_TRANSLATE_NOOP("lock", "request"));
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.map(urls, [&](std::size_t i, const QString &url) {
        const Lock lock(mutex, run.stop());
        run.setRow(i, fetch(run, url));
    });
}

// Mistake: a thread per URL, all at once, against a site that serves fewer than half of them at a time.
void unlimitedFanOut(Run &run)
{
    const auto &[urls, site, memory] = run.kept<Work>();
    if (site)
        site->setLimit(std::max<int>(1, static_cast<int>(urls.size() - 1) / 2));
    std::list<WorkerThread> threads;
    for (std::size_t i = 0; const QString &url : urls) {
        threads.emplace_back(run.trace(), [&run, &url, i] {
            const TaskSpan task(i);
            run.setRow(i, fetch(run, url));
        });
        ++i;
    }
    for (WorkerThread &thread : threads)
        thread.join();
}

// Mistake: the waits overlap as they do in threads, but each worker is a program of its own that has to be
// started, written to and kept in memory.
void processes(Run &run)
{
    auto &[urls, site, memory] = run.kept<Work>();
    ProcessPoolExecutor pool(run.workers(), run.trace(), run.stop(), {.taskState = State::Io});
    std::vector<Future<QCborValue>> futures;
    for (const QString &url : urls)
        futures.push_back(pool.submit("http-get", QCborArray{site ? site->url(url).toString() : url, 5000}));
    for (std::size_t i = 0; const auto &future : futures) {
        const HttpAnswer answer = HttpAnswer::fromCbor(future.get(run.stop()).toArray());
        run.setRow(i, row(urls[static_cast<qsizetype>(i)], worded(answer)));
        ++i;
    }
    memory.lookNow(pool.processIds());
}

const std::vector<int> proportions{1, 2, 1, 3}; // the chapter's four delays, in units
constexpr qsizetype most = 1000;                // requests in a run: each may have a thread

void prepare(Run &run)
{
    auto &[urls, site, memory] = run.keep<Work>();
    const QStringList own = run.lines("urls");
    if (own.isEmpty()) {
        site = std::make_unique<LoopbackSite>(run.seed());
        // The first request of a program loads the network libraries, which does not belong to the
        // comparison.
        HttpClient().get(site->url("/status/200"), 5s, run.stop());
    }
    std::vector<double> delays;
    for (int round = 0; round < run.integer("rounds"); ++round) {
        urls += own;
        if (!own.isEmpty())
            continue;
        for (const int units : proportions) {
            const int ms = units * run.integer("unit");
            urls << QString("/delay/%1").arg(ms);
            delays.push_back(ms / 1000.0);
        }
    }
    if (urls.size() > most)
        throw std::runtime_error(translate("catalog", "%1 requests are more than the %2 that can be made "
                                                      "in a run: take fewer URLs or rounds.")
                                     .arg(formatCount(urls.size()), formatCount(most))
                                     .toStdString());
    run.expect(std::move(delays));
}

double mebibytes(const Run &run)
{
    return run.kept<Work>().memory.mebibytes();
}

int threadPerUrl(const Values &values)
{
    const auto own = linesOf(values["urls"].toString()).size();
    return values["rounds"].toInt() *
           static_cast<int>(own ? static_cast<std::size_t>(own) : proportions.size());
}

constexpr const char *python = R"(import requests
from concurrent.futures import ThreadPoolExecutor

def fetch(url):
    try:
        return url, requests.get(url, timeout=5).status_code
    except requests.RequestException as error:
        return url, error

with ThreadPoolExecutor(max_workers=5) as pool:   # parallel
    rows = list(pool.map(fetch, urls))

rows = [fetch(url) for url in urls]               # sequential
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Fetch URLs"),
        .question = QT_TRANSLATE_NOOP(
            "catalog", "Each URL takes a while to answer. Does it pay to wait for several of them at once?"),
        .parameters = {workers(5),
                       integer("unit", QT_TRANSLATE_NOOP("catalog", "Delay unit"), {1, 1500}, 200, "ms"),
                       integer("rounds", QT_TRANSLATE_NOOP("catalog", "Rounds of the list"), {1, 50}, 2),
                       text("urls", QT_TRANSLATE_NOOP("catalog", "Own URLs"))},
        .presets = {{"chapter", {{"workers", 5}, {"unit", 1000}, {"rounds", 1}}},
                    {"quick", {{"unit", 15}, {"rounds", 1}}}},
        .columns = {{"url", QT_TRANSLATE_NOOP("catalog", "URL"), ColumnKind::Text},
                    status(),
                    {"bytes", QT_TRANSLATE_NOOP("catalog", "Bytes"), ColumnKind::Integer},
                    error()},
        .measures = {{"in-flight", QT_TRANSLATE_NOOP("catalog", "Peak requests in flight"),
                      peak("in-flight")},
                     {"overlapped", QT_TRANSLATE_NOOP("catalog", "Requests overlapping another"),
                      rises("in-flight", 1)},
                     {"serialised", QT_TRANSLATE_NOOP("catalog", "Requests waiting for the lock"),
                      spans(State::Lock, "request")},
                     {"refused", QT_TRANSLATE_NOOP("catalog", "Requests refused (503)"),
                      rowsWith("status", "503")},
                     {"processes", QT_TRANSLATE_NOOP("catalog", "Processes started needlessly"),
                      spans(State::Spawn, "start")},
                     {"memory", QT_TRANSLATE_NOOP("catalog", "Memory of extra processes"), mebibytes, "MiB"}},
        .variants =
            {reference(sequential,
                       QT_TRANSLATE_NOOP("catalog", "One request after the other: the waits add up.")),
             right("parallel", QT_TRANSLATE_NOOP("catalog", "Threads"), parallel,
                   QT_TRANSLATE_NOOP("catalog",
                                     "Each worker waits for an answer of its own, so the waits overlap.")),
             right("one-interpreter", QT_TRANSLATE_NOOP("catalog", "Threads as in Python"), oneInterpreter,
                   QT_TRANSLATE_NOOP("catalog", "One lock around all computing, let go while waiting, as in "
                                                "Python: the waits overlap all the same.")),
             mistake("lock-held-while-waiting", QT_TRANSLATE_NOOP("catalog", "Lock held while waiting"),
                     lockHeldWhileWaiting, {.proof = "serialised", .view = "in-flight"},
                     QT_TRANSLATE_NOOP(
                         "catalog", "The lock is held during the whole request, so no two requests overlap: "
                                    "the workers queue up for it. Hold a lock for the shared data only.")),
             mistake("unlimited-fan-out", QT_TRANSLATE_NOOP("catalog", "Unlimited fan-out"), unlimitedFanOut,
                     {.proof = "refused", .view = "in-flight", .workers = threadPerUrl},
                     QT_TRANSLATE_NOOP(
                         "catalog", "A thread per URL sends everything at once; the site answers 503 to what "
                                    "is more than it can serve. A pool limits how many are under way.")),
             mistake("processes", QT_TRANSLATE_NOOP("catalog", "Processes"), processes,
                     {.proof = "processes", .view = "memory", .cost = "memory"},
                     QT_TRANSLATE_NOOP("catalog",
                                       "The waits overlap as they do in threads, so nothing is gained; "
                                       "starting the processes, their memory and the messages come on top. "
                                       "Use processes for computing, threads for waiting."))},
        .views = {counter("in-flight", QT_TRANSLATE_NOOP("catalog", "Requests in flight")),
                  columns("memory", QT_TRANSLATE_NOOP("catalog", "Memory of extra processes"))},
        .prepare = prepare,
        .python = python,
    };
}

} // namespace tenfold::patterns::threads::url_fetch
