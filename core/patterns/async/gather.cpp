// Many requests on one thread. A coroutine that waits for its answer lets the event loop go on with the
// others.

#include "core/analysis/format.h"
#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/eventloop.h"
#include "core/executors/workerthread.h"
#include "core/run/run.h"
#include "core/workloads/descriptors.h"
#include "core/workloads/http/asynchttpclient.h"
#include "core/workloads/site/loopbacksite.h"

#include <list>
#include <random>

namespace tenfold::patterns::async::gather {
namespace {

struct Work
{
    explicit Work(quint64 seed) : site(seed) {}
    LoopbackSite site;
    std::vector<QByteArray> paths;
    double blockedMs = 0; // the longest time that a callback kept the loop from all others
};

void putRow(Run &run, std::size_t i, const HttpResponse &response)
{
    const QString status = response.status ? QString::number(response.status) : response.error;
    run.setRow(i, {QString::fromLatin1(run.kept<Work>().paths[i]), status, response.length, response.reason});
}

QCoro::Task<> request(Run &run, AsyncHttpClient &client, std::size_t i)
{
    const DetachedSpan span(State::Io, "request", static_cast<int>(i));
    AsyncGet get = client.get(run.kept<Work>().paths[i]);
    const HttpResponse response = co_await get; // here the loop goes on with others
    putRow(run, i, response);
}

QCoro::Task<> oneByOne(Run &run, AsyncHttpClient &client)
{
    for (std::size_t i = 0; i < run.kept<Work>().paths.size(); ++i)
        co_await request(run, client, i);
}

QCoro::Task<> allAtOnce(Run &run, AsyncHttpClient &client)
{
    std::vector<QCoro::Task<>> requests;
    for (std::size_t i = 0; i < run.kept<Work>().paths.size(); ++i)
        requests.push_back(request(run, client, i)); // begins, and comes back when it has to wait
    co_await gathered(std::move(requests));
}

// Mistake: the first to be answered blocks, and with it the only thread: the answers of all others wait to be
// read.
QCoro::Task<> requestAndBlock(Run &run, AsyncHttpClient &client, std::size_t i, bool &isFirst)
{
    co_await request(run, client, i);
    if (std::exchange(isFirst, false)) {
        recordMark(QT_TRANSLATE_NOOP("mark", "sleeps on the loop"));
        blockThread(std::chrono::milliseconds(run.integer("block")), run.stop());
    }
}

QCoro::Task<> oneBlocks(Run &run, AsyncHttpClient &client)
{
    bool isFirst = true;
    std::vector<QCoro::Task<>> requests;
    for (std::size_t i = 0; i < run.kept<Work>().paths.size(); ++i)
        requests.push_back(requestAndBlock(run, client, i, isFirst));
    co_await gathered(std::move(requests));
}

void onEventLoop(Run &run, QCoro::Task<> (*main)(Run &, AsyncHttpClient &),
                 EventLoop::Lag lag = EventLoop::Lag::Recorded)
{
    auto &work = run.kept<Work>();
    EventLoop loop(run.stop(), lag);
    AsyncHttpClient client(loop, work.site.port());
    loop.run([&] { return main(run, client); });
    work.blockedMs = loop.blockedMs();
}

void sequential(Run &run)
{
    onEventLoop(run, oneByOne, EventLoop::Lag::Ignored); // it has nobody to keep waiting
}

void gather(Run &run)
{
    onEventLoop(run, allAtOnce);
}

void blockingCall(Run &run)
{
    onEventLoop(run, oneBlocks);
}

constexpr int mostThreads = 2000;

int threadsFor(const Values &values)
{
    return std::min(values["requests"].toInt(), mostThreads);
}

int allRequests(const Values &values)
{
    return values["requests"].toInt();
}

// A thread for each request, which waits in the system.
void threads(Run &run)
{
    const auto &work = run.kept<Work>();
    std::atomic<std::size_t> next{0};
    std::list<WorkerThread> workers;
    for (std::size_t i = 0; i < std::min<std::size_t>(work.paths.size(), mostThreads); ++i) {
        workers.emplace_back(run.trace(), [&] {
            for (std::size_t mine = next++; mine < work.paths.size(); mine = next++) {
                const TaskSpan task(mine);
                putRow(run, mine, getWaiting(work.site.port(), work.paths[mine], run.stop()));
            }
        });
    }
    for (WorkerThread &worker : workers)
        worker.join();
    throwIfStopped(run.stop());
}

void prepare(Run &run)
{
    auto &work = run.keep<Work>(run.seed());
    const int requests = run.integer("requests");
    requireConnections(requests);
    std::mt19937_64 random(run.seed());
    std::vector<double> delays;
    for (int i = 0; i < requests; ++i) {
        const double share = 0.6 + 0.8 * static_cast<double>(random() % 1000) / 999;
        const int ms = std::max(1, static_cast<int>(std::lround(share * run.integer("latency"))));
        work.paths.push_back("/delay/" + QByteArray::number(ms));
        delays.push_back(ms / 1000.0);
    }
    run.expect(std::move(delays));
}

QString forecast(const Values &values)
{
    const double seconds = values["requests"].toInt() * values["latency"].toInt() / 1000.0;
    return translate("catalog", "One after the other, they would take about %1.").arg(formatSeconds(seconds));
}

constexpr const char *python = R"(import asyncio, aiohttp

async def fetch(session, url):
    async with session.get(url) as response:
        return url, response.status, len(await response.read())

async def main():
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        rows = [await fetch(session, url) for url in urls]                         # sequential
        rows = await asyncio.gather(*(fetch(session, url) for url in urls))        # gather

asyncio.run(main())
# The mistake: time.sleep(0.5) in a coroutine. Use await asyncio.sleep(0.5), or asyncio.to_thread(work).
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Gather"),
        .question = QT_TRANSLATE_NOOP(
            "catalog", "One thread, many slow answers. Does it have to wait for them one by one?"),
        .parameters = {integer("requests", QT_TRANSLATE_NOOP("catalog", "Requests"), {1, 5000}, 60),
                       integer("latency", QT_TRANSLATE_NOOP("catalog", "Latency"), {1, 5000}, 50, "ms"),
                       integer("block", QT_TRANSLATE_NOOP("catalog", "Blocking call"), {1, 2000}, 500, "ms")},
        .presets = {{"quick", {{"requests", 8}, {"latency", 10}, {"block", 80}}},
                    {"large", {{"requests", 300}, {"latency", 1000}}}},
        .columns = {{"request", QT_TRANSLATE_NOOP("catalog", "Request"), ColumnKind::Text},
                    status(),
                    {"bytes", QT_TRANSLATE_NOOP("catalog", "Bytes"), ColumnKind::Integer},
                    error()},
        .measures = {{"in-flight", QT_TRANSLATE_NOOP("catalog", "Peak requests in flight"),
                      peak("in-flight")},
                     {"threads", QT_TRANSLATE_NOOP("catalog", "Threads"), threadsMade()},
                     {"lag", QT_TRANSLATE_NOOP("catalog", "Longest loop lag"), peak("loop-lag"), "ms"},
                     {"blocked", QT_TRANSLATE_NOOP("catalog", "Longest sleep on the loop"), {}, "ms"}},
        .variants =
            {reference(sequential, QT_TRANSLATE_NOOP("catalog", "The next request is sent when the answer "
                                                                "to the last one is there.")),
             right("gather", QT_TRANSLATE_NOOP("catalog", "Gather"), gather,
                   QT_TRANSLATE_NOOP("catalog", "A coroutine for each request, all of them on one thread: "
                                                "while one waits for its answer, the loop goes on with the "
                                                "others, so all waits overlap."),
                   {.workers = allRequests, .isOneThread = true}),
             right("threads", QT_TRANSLATE_NOOP("catalog", "Threads"), threads,
                   QT_TRANSLATE_NOOP("catalog", "A thread for each request: the waits overlap as well, but "
                                                "each thread needs a stack and time to start."),
                   {.workers = threadsFor}),
             mistake("blocking-call", QT_TRANSLATE_NOOP("catalog", "Blocking call"), blockingCall,
                     {.proof = "blocked",
                      .view = "loop-lag",
                      .cost = "lag",
                      .workers = allRequests,
                      .isOneThread = true},
                     QT_TRANSLATE_NOOP(
                         "catalog",
                         "One coroutine sleeps without co_await, and with it the only thread: the answers "
                         "of all others are there, but nobody reads them. Wait with co_await, and give "
                         "what blocks or computes to a thread."))},
        .views = {points("loop-lag", {"loop-lag"},
                         QT_TRANSLATE_NOOP("catalog", "Loop lag: ran later than due"), "ms"),
                  counter("in-flight", QT_TRANSLATE_NOOP("catalog", "Requests in flight"))},
        .prepare = prepare,
        .measure = [](Run &run) { run.report("blocked", run.kept<Work>().blockedMs); },
        .forecast = forecast,
        .python = python,
    };
}

} // namespace tenfold::patterns::async::gather
