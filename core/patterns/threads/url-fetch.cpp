// Fetch a list of URLs: almost all of the time is spent waiting for answers.

#include "core/analysis/readings.h"
#include "core/executors/processpoolexecutor.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/executors/workerthread.h"
#include "core/run/run.h"
#include "core/sync/mutex.h"
#include "core/workloads/httpclient.h"
#include "core/workloads/loopbacksite.h"
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

QVariantList fetch(Run &run, const QString &name)
{
    const auto &[urls, site, memory] = run.kept<Work>();
    auto [url, response] = site ? std::pair(site->url(name), HttpResponse()) : parseHttpUrl(name);
    if (url.isValid()) {
        HttpClient client;
        response = client.get(url, 5s, run.stop());
    }
    const QString status = response.status ? QString::number(response.status) : response.error;
    return {name, status, response.body.size(), response.reason};
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
        futures.push_back(pool.submit(QStringLiteral("http-get"),
                                      QCborArray{site ? site->url(url).toString() : url, 5000}));
    for (std::size_t i = 0; const auto &future : futures) {
        const QCborArray answer = future.get(run.stop()).toArray(); // status, error, reason, bytes
        const QString status =
            answer[0].toInteger() ? QString::number(answer[0].toInteger()) : answer[1].toString();
        const QString url = urls[static_cast<qsizetype>(i)];
        run.setRow(i++, {url, status, answer[3].toInteger(), answer[2].toString()});
    }
    memory.lookNow(pool.processIds());
}

const std::vector<int> proportions{1, 2, 1, 3}; // the chapter's four delays, in units
constexpr qsizetype most = 1000;                // requests in a run: each may have a thread

void prepare(Run &run)
{
    auto &[urls, site, memory] = run.keep<Work>();
    const QStringList own = run.lines(QStringLiteral("urls"));
    if (own.isEmpty()) {
        site = std::make_unique<LoopbackSite>(run.seed());
        // The first request of a program loads the network libraries, which is no part of the comparison.
        HttpClient().get(site->url(QStringLiteral("/status/200")), 5s, run.stop());
    }
    std::vector<double> delays;
    for (int round = 0; round < run.integer(QStringLiteral("rounds")); ++round) {
        urls += own;
        for (const int units : own.isEmpty() ? proportions : std::vector<int>{}) {
            const int ms = units * run.integer(QStringLiteral("unit"));
            urls << QStringLiteral("/delay/%1").arg(ms);
            delays.push_back(ms / 1000.0);
        }
    }
    if (urls.size() > most)
        throw std::runtime_error(translate("catalog", "%1 requests are more than the %2 that can be made "
                                                      "in a run: take fewer URLs or rounds.")
                                     .arg(urls.size())
                                     .arg(most)
                                     .toStdString());
    run.expect(std::move(delays));
}

void measure(Run &run)
{
    const Nanoseconds end = run.trace().now();
    const Table table = run.table();
    const auto refused = std::ranges::count_if(
        table.rows, [](const QVariantList &row) { return row.value(1) == QLatin1String("503"); });
    run.find(QStringLiteral("in-flight"), peakOf(run.trace(), "in-flight", end));
    run.find(QStringLiteral("overlapped"), countRisesAbove(run.trace(), "in-flight", 1, end));
    run.find(QStringLiteral("serialised"), countSpans(run.trace(), State::Lock, "request", end));
    run.find(QStringLiteral("refused"), static_cast<double>(refused));
    run.find(QStringLiteral("processes"), countSpans(run.trace(), State::Spawn, "start", end));
    run.find(QStringLiteral("memory"), run.kept<Work>().memory.mebibytes());
}

int threadPerUrl(const Values &values)
{
    const auto own = linesOf(values[QStringLiteral("urls")].toString()).size();
    return values[QStringLiteral("rounds")].toInt() * static_cast<int>(own ? own : qsizetype{4});
}

} // namespace

Scenario scenario()
{
    Scenario s;
    s.title = QT_TRANSLATE_NOOP("catalog", "Fetch URLs");
    s.question = QT_TRANSLATE_NOOP(
        "catalog", "Each URL takes a while to answer. Does it pay to wait for several of them at once?");
    s.parameters = {
        workersParameter(5),
        {"unit", QT_TRANSLATE_NOOP("catalog", "Delay unit"), "ms", ParameterKind::Integer, 1, 1500, {}, 200},
        {"rounds",
         QT_TRANSLATE_NOOP("catalog", "Rounds of the list"),
         {},
         ParameterKind::Integer,
         1,
         50,
         {},
         2},
        {"urls", QT_TRANSLATE_NOOP("catalog", "Own URLs"), {}, ParameterKind::Text, 0, 0, {}, QString()},
    };
    s.presets = {
        {"default", {}},
        {"chapter", {{"workers", 5}, {"unit", 1000}, {"rounds", 1}}},
        {"quick", {{"unit", 15}, {"rounds", 1}}},
    };
    s.columns = {
        {"url", QT_TRANSLATE_NOOP("catalog", "URL"), ColumnKind::Text},
        {"status", QT_TRANSLATE_NOOP("catalog", "Status"), ColumnKind::Status},
        {"bytes", QT_TRANSLATE_NOOP("catalog", "Bytes"), ColumnKind::Integer},
        {"error", QT_TRANSLATE_NOOP("catalog", "Error"), ColumnKind::Text, false},
    };
    s.measures = {
        {"in-flight", QT_TRANSLATE_NOOP("catalog", "Peak requests in flight")},
        {"overlapped", QT_TRANSLATE_NOOP("catalog", "Requests overlapping another")},
        {"serialised", QT_TRANSLATE_NOOP("catalog", "Requests waiting for the lock")},
        {"refused", QT_TRANSLATE_NOOP("catalog", "Requests refused (503)")},
        {"processes", QT_TRANSLATE_NOOP("catalog", "Processes started needlessly")},
        {"memory", QT_TRANSLATE_NOOP("catalog", "Memory of extra processes"), "MiB"},
    };
    s.variants = {
        {"sequential",
         QT_TRANSLATE_NOOP("catalog", "Sequential"),
         VariantKind::Sequential,
         sequential,
         {},
         QT_TRANSLATE_NOOP("catalog", "One request after the other: the waits add up.")},
        {"parallel",
         QT_TRANSLATE_NOOP("catalog", "Threads"),
         VariantKind::Parallel,
         parallel,
         {},
         QT_TRANSLATE_NOOP("catalog", "Each worker waits for an answer of its own, so the waits overlap.")},
        {"one-interpreter",
         QT_TRANSLATE_NOOP("catalog", "Threads as in Python"),
         VariantKind::Parallel,
         oneInterpreter,
         {},
         QT_TRANSLATE_NOOP("catalog",
                           "One lock around all computing, let go while waiting, as in Python: for work "
                           "that waits it costs next to nothing.")},
        {"lock-held-while-waiting",
         QT_TRANSLATE_NOOP("catalog", "Lock held while waiting"),
         VariantKind::Mistake,
         lockHeldWhileWaiting,
         "serialised",
         QT_TRANSLATE_NOOP("catalog",
                           "The lock is held during the whole request, so no two requests overlap: the "
                           "workers queue up for it. Hold a lock for the shared data only."),
         {},
         "in-flight"},
        {"unlimited-fan-out", QT_TRANSLATE_NOOP("catalog", "Unlimited fan-out"), VariantKind::Mistake,
         unlimitedFanOut, "refused",
         QT_TRANSLATE_NOOP("catalog",
                           "A thread per URL sends everything at once; the site answers 503 to what is "
                           "more than it can serve. A pool limits how many are under way."),
         threadPerUrl, "in-flight"},
        {"processes",
         QT_TRANSLATE_NOOP("catalog", "Processes"),
         VariantKind::Mistake,
         processes,
         "processes",
         QT_TRANSLATE_NOOP("catalog",
                           "The waits overlap as they do in threads, so nothing is gained; starting the "
                           "processes, their memory and the messages come on top. Use processes for "
                           "computing, threads for waiting."),
         {},
         "memory"},
    };
    s.views = {
        {"in-flight", ViewKind::Counter, QT_TRANSLATE_NOOP("catalog", "Requests in flight"), {"in-flight"}},
        {"memory", ViewKind::Columns, QT_TRANSLATE_NOOP("catalog", "Memory of extra processes"), {"memory"}},
    };
    s.prepare = prepare;
    s.measure = measure;
    s.python = R"(import requests
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
    return s;
}

} // namespace tenfold::patterns::threads::url_fetch
